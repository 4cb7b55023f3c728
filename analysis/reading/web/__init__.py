"""Web pages (.html): headings, lists and tables as content; navigation and page furniture marked as such."""

from analysis.reading.web.page import read_html

__all__ = ["read_html"]
