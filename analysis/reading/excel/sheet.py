"""One worksheet, streamed: cells with their text, merged ranges, hidden rows and columns."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from analysis.reading.draft import Block, Unreadable
from analysis.reading.excel.display import display
from analysis.reading.excel.strings import rich_text
from analysis.reading.grid import address
from analysis.reading.guard import ASK, LIMITS
from analysis.reading.package import DAMAGED

if TYPE_CHECKING:
    from analysis.reading.excel.workbook import Book

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ADDRESS = re.compile(r"([A-Z]{1,3})(\d{1,7})")
Place = tuple[int, int]  # row, column, counted from 1


@dataclass
class Sheet:
    """A sheet's blocks, and what is hidden or missing in it."""

    blocks: list[Block] = field(default_factory=list)
    hidden_rows: int = 0
    hidden_columns: int = 0
    uncached: int = 0


@dataclass
class _Stream:
    """What has been seen of a sheet so far."""

    cells: dict[Place, str] = field(default_factory=dict)
    merged: dict[Place, str] = field(default_factory=dict)
    covered: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    uncached: int = 0
    row: int = 0
    column: int = 0
    count: int = 0


def read_sheet(data: bytes, name: str, book: Book) -> Sheet:
    """The blocks of a worksheet part, row by row. Raises Unreadable where it is damaged or has too many cells."""
    seen = _Stream()
    tags = [f"{_S}{tag}" for tag in ("row", "c", "mergeCell", "col")]
    try:
        for event, element in etree.iterparse(io.BytesIO(data), events=("start", "end"), tag=tags, resolve_entities=False, no_network=True, load_dtd=False):
            _take(event, element, seen, book, name)
    except etree.XMLSyntaxError as error:
        raise Unreadable("文件已损坏，XML无法解析", DAMAGED, name) from error
    return _sheet(seen, name)


def _take(event: str, element: etree._Element, seen: _Stream, book: Book, name: str) -> None:
    tag = element.tag.removeprefix(_S)
    if event == "start":
        if tag == "row":
            _row(element, seen)
        return
    if tag == "c":
        _cell(element, seen, book, name)
    elif tag == "row":
        element.clear(keep_tail=False)
        while element.getprevious() is not None:
            del element.getparent()[0]
    elif tag == "mergeCell":
        _merge(element.get("ref", ""), seen)
    elif tag == "col" and element.get("hidden") in ("1", "true"):
        seen.hidden_columns.append((int(element.get("min", "0")), int(element.get("max", "0"))))


def _row(element: etree._Element, seen: _Stream) -> None:
    number = element.get("r", "")
    seen.row = int(number) if number.isdigit() else seen.row + 1
    seen.column = 0
    if element.get("hidden") in ("1", "true"):
        seen.hidden_rows.append(seen.row)


def _cell(element: etree._Element, seen: _Stream, book: Book, name: str) -> None:
    seen.count += 1
    if seen.count > LIMITS.cells:
        raise Unreadable(f"单元格超过{LIMITS.cells // 10_000}万个", ASK, name)
    place = _place(element.get("r", ""))
    seen.row, seen.column = place or (seen.row, seen.column + 1)
    text = _text(element, seen, book)
    if text.strip():
        seen.cells[seen.row, seen.column] = text.strip()


def _text(element: etree._Element, seen: _Stream, book: Book) -> str:
    """A cell's text as shown; a formula is its cached result."""
    kind, stored = element.get("t", "n"), element.find(f"{_S}v")
    if kind == "inlineStr":
        return rich_text(element)
    if stored is None or not stored.text:
        seen.uncached += element.find(f"{_S}f") is not None and kind != "str"
        return ""
    if kind == "s":
        at = int(stored.text) if stored.text.isdigit() else -1
        return book.strings[at] if 0 <= at < len(book.strings) else ""
    if kind == "b":
        return "TRUE" if stored.text == "1" else "FALSE"
    if kind in ("str", "e", "d"):
        return stored.text
    style = element.get("s", "0")
    form = book.formats[int(style)] if style.isdigit() and int(style) < len(book.formats) else ""
    return display(stored.text, form, epoch=book.epoch)


def _place(name: str) -> Place | None:
    found = _ADDRESS.fullmatch(name)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column


def _merge(ref: str, seen: _Stream) -> None:
    ends = [_place(end) for end in ref.replace("$", "").split(":")]
    if len(ends) == 2 and all(ends):
        seen.merged[ends[0]] = ref.replace("$", "")
        seen.covered.append((*ends[0], *ends[1]))


def _sheet(seen: _Stream, name: str) -> Sheet:
    under = _under(seen)
    blocks = [Block(f"{name}!{seen.merged.get(place, address(*place))}", "cell", text) for place, text in sorted(seen.cells.items()) if place not in under]
    rows, columns = {row for row, _ in seen.cells}, {column for _, column in seen.cells}
    hidden = [column for column in columns if any(first <= column <= last for first, last in seen.hidden_columns)]
    return Sheet(blocks, len(rows & set(seen.hidden_rows)), len(hidden), seen.uncached)


def _under(seen: _Stream) -> set[Place]:
    """The cells under a merged range, all but its first: Excel does not show what they hold."""
    under: set[Place] = set()
    for top, left, bottom, right in seen.covered:
        if (bottom - top + 1) * (right - left + 1) <= len(seen.cells):
            under |= {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)} - {(top, left)}
        else:
            under |= {(row, column) for row, column in seen.cells if top <= row <= bottom and left <= column <= right} - {(top, left)}
    return under
