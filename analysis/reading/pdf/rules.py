"""The ruled tables of a file, page by page, through pdfplumber; pages where it fails are remembered and read as text."""

import io

from analysis.reading.pdf.lines import Char
from analysis.reading.pdf.tables import PageTable, tables_of


class Rules:
    """Opens the file in pdfplumber when a page first needs it: loading that takes long."""

    def __init__(self, data: bytes):
        self._data = data
        self._plumber = None
        self.failed: list[int] = []  # pages, counted from 1

    def tables(self, at: int, chars: list[Char]) -> tuple[list[PageTable], list[Char]]:
        """The tables of page `at` (from 0) and the characters outside them."""
        import pdfplumber

        try:
            self._plumber = self._plumber or pdfplumber.open(io.BytesIO(self._data))
            page = self._plumber.pages[at]
            found = tables_of(page, chars)
            page.close()
        except Exception:  # noqa: BLE001 - pdfminer fails in many ways on damaged drawings; the text is still there
            self.failed.append(at + 1)
            return [], chars
        return found
