"""Keywords: items → terms with weights, by several methods of one shape; contrast, network and new words."""

from analysis.keywords.contrast import contrast
from analysis.keywords.discovery import discover
from analysis.keywords.extract import METHODS, extract, of_documents, of_set, of_sides, of_text
from analysis.keywords.network import network

__all__ = ["METHODS", "contrast", "discover", "extract", "network", "of_documents", "of_set", "of_sides", "of_text"]
