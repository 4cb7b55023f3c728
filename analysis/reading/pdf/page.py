"""One page through pdfium: its characters, and whether it draws rules or only pictures."""

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from analysis.reading.pdf.lines import Char

RULES = 4  # drawn paths from which a page may hold a ruled table


@dataclass
class Page:
    """A page (counted from 1): height in points, characters, number of drawn paths and of pictures."""

    number: int
    height: float
    chars: list[Char]
    paths: int
    pictures: int


def read_page(document: pdfium.PdfDocument, at: int) -> Page:
    """Page `at` (from 0) of an open document."""
    page = document[at]
    text = page.get_textpage()
    kinds = [thing.type for thing in page.get_objects(max_depth=3)]
    turn, box = page.get_rotation(), page.get_mediabox()
    height = box[2] - box[0] if turn in (90, 270) else box[3] - box[1]
    chars = _chars(text, turn, box)
    text.close()
    page.close()
    return Page(at + 1, height, chars, kinds.count(raw.FPDF_PAGEOBJ_PATH), kinds.count(raw.FPDF_PAGEOBJ_IMAGE))


def _chars(text: pdfium.PdfTextPage, turn: int, media: tuple[float, float, float, float]) -> list[Char]:
    """The characters that the file holds; those that pdfium makes up (spaces, line ends) are left out."""
    found, box = [], raw.FS_RECTF()
    for at in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, at)
        if code < 32 or raw.FPDFText_IsGenerated(text, at) == 1 or not raw.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)):
            continue
        if box.top > box.bottom:
            found.append(Char(chr(code), *_shown(box, turn, media)))
    return _paired(found)


def _shown(box: raw.FS_RECTF, turn: int, media: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """(left, right, top, bottom) of a box on the page as it is shown: turned clockwise by `turn` degrees, from its upper left corner."""
    left, bottom, right, top = media
    if turn == 90:
        return box.bottom - bottom, box.top - bottom, box.left - left, box.right - left
    if turn == 180:
        return right - box.right, right - box.left, box.bottom - bottom, box.top - bottom
    if turn == 270:
        return top - box.top, top - box.bottom, right - box.right, right - box.left
    return box.left - left, box.right - left, top - box.top, top - box.bottom


def _paired(chars: list[Char]) -> list[Char]:
    """Characters beyond U+FFFF arrive as two halves where the system's text is UTF-16."""
    joined: list[Char] = []
    for char in chars:
        if joined and "\ud800" <= joined[-1].text <= "\udbff" and "\udc00" <= char.text <= "\udfff":
            joined[-1].text = (joined[-1].text + char.text).encode("utf-16", "surrogatepass").decode("utf-16")
        else:
            joined.append(char)
    return joined
