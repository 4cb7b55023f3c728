"""Page furniture: lines repeated at the head or foot of pages, and page numbers."""

import re
from collections import Counter

from analysis.reading.pdf.lines import Line

EDGE = 3  # lines at the head and at the foot of a page that may be furniture
ZONE = 0.12  # share of the page's height at its head and foot where furniture stands
SHARE = 0.4  # of the pages on which a line must be repeated
_NUMBER = re.compile(r"[-—–·•\s]*\d{1,4}[-—–·•\s]*|第\s*[\d一二三四五六七八九十百]+\s*页.{0,12}|\d{1,4}\s*/\s*\d{1,4}|page\s*\d+.{0,10}", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def split_furniture(pages: list[list[Line]], heights: list[float]) -> tuple[list[list[Line]], list[list[Line]]]:
    """(content lines, furniture lines) of each page."""
    candidates = [_edges(lines, height) for lines, height in zip(pages, heights, strict=True)]
    counts = Counter(key for edges in candidates for key in {_key(line) for line in edges})
    least = max(2, SHARE * len(pages))
    content, furniture = [], []
    for lines, edges in zip(pages, candidates, strict=True):
        gone = [line for line in edges if counts[_key(line)] >= least or _NUMBER.fullmatch(line.text)]
        furniture.append(gone)
        content.append([line for line in lines if line not in gone])
    return content, furniture


def _edges(lines: list[Line], height: float) -> list[Line]:
    head = [line for line in lines[:EDGE] if line.bottom < ZONE * height]
    return head + [line for line in lines[-EDGE:] if line.top > (1 - ZONE) * height and line not in head]


def _key(line: Line) -> tuple[str, int]:
    """Lines are the same when they differ only in digits and stand at one height (to 5 points)."""
    return _DIGITS.sub("#", line.text), round(line.top / 5)
