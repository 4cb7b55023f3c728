"""Keywords: items → terms with weights, by several methods of one shape."""

from analysis.keywords.extract import METHODS, extract, of_documents, of_set, of_sides, of_text

__all__ = ["METHODS", "extract", "of_documents", "of_set", "of_sides", "of_text"]
