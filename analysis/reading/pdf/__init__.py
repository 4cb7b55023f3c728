"""PDF files: text by pdfium, paragraphs by geometry, ruled tables by pdfplumber."""

from analysis.reading.pdf.document import read_pdf

__all__ = ["read_pdf"]
