"""Page furniture: lines repeated at the head or foot of pages, and page numbers."""

import re
from collections import Counter
from itertools import product

from analysis.reading.pdf.lines import Line

EDGE = 3  # lines at the head and at the foot of a page that may be furniture
ZONE = 0.12  # share of the page's height at its head and foot where furniture stands
SHARE = 0.6  # of the pages on which a line must be repeated
NUMBERS = 3  # in a line that may be page numbers
_NUMBER = re.compile(r"[-—–·•\s]*\d{1,4}[-—–·•\s]*|第\s*[\d一二三四五六七八九十百]+\s*页.{0,12}|\d{1,4}\s*/\s*\d{1,4}|page\s*\d+.{0,10}", re.IGNORECASE)
_DIGITS = re.compile(r"\d{1,9}")


def split_furniture(pages: list[list[Line]], heights: list[float]) -> tuple[list[list[Line]], list[list[Line]]]:
    """(content lines, furniture lines) of each page."""
    candidates = [_edges(lines, height) for lines, height in zip(pages, heights, strict=True)]
    counts = Counter(key for edges in candidates for key in set().union(*map(_keys, edges)))
    least = max(2, SHARE * len(pages))
    content, furniture = [], []
    for lines, edges in zip(pages, candidates, strict=True):
        gone = [line for line in edges if any(counts[key] >= least for key in _keys(line)) or _NUMBER.fullmatch(line.text)]
        furniture.append(gone)
        content.append([line for line in lines if line not in gone])
    return content, furniture


def _edges(lines: list[Line], height: float) -> list[Line]:
    head = [line for line in lines[:EDGE] if line.bottom < ZONE * height]
    return head + [line for line in lines[-EDGE:] if line.top > (1 - ZONE) * height and line not in head]


def _keys(line: Line) -> set[tuple[str, int]]:
    """What makes lines of several pages the same: their text at one height (to 5 points), numbers that count the pages left out.

    A number counts the pages where it is as far from the page's own number on every page; as it may also be a
    date or a total, there is a key for each choice.
    """
    places = list(_DIGITS.finditer(line.text))[:NUMBERS]
    keys = set()
    for chosen in product((False, True), repeat=len(places)):
        text = line.text
        for place, counts in reversed(list(zip(places, chosen, strict=True))):
            if counts:
                text = f"{text[: place.start()]}#{int(place[0]) - line.page}{text[place.end() :]}"
        keys.add((text, round(line.top / 5)))
    return keys
