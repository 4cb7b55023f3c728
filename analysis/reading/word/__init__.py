"""Word documents (.docx): the package's XML walked by hand, so that nothing shown is lost."""

from analysis.reading.word.document import read_docx

__all__ = ["read_docx"]
