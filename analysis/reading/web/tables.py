"""Tables of a page: data to cells with their spans; tables that only lay the page out are walked as text."""

import re
from collections.abc import Callable

from lxml import etree

from analysis.reading.draft import Block
from analysis.reading.grid import Cell, cell_blocks

WIDEST = 500  # columns or rows of a span that are believed
_PARTS = ("thead", "tbody", "tfoot")


def is_layout(table: etree._Element) -> bool:
    """A table is layout where it says so, holds headings or tables, or has but one column."""
    if table.get("role") in ("presentation", "none"):
        return True
    holds = any(table.find(f".//{tag}") is not None for tag in ("table", "h1", "h2", "h3", "nav"))
    return holds or max((len(_cells(row)) for row in _rows(table)), default=0) < 2


def table_blocks(table: etree._Element, name: str, text: Callable[[etree._Element], str]) -> list[Block]:
    """The cells of a table; its caption stands before it as a paragraph."""
    caption = table.find("caption")
    words = "" if caption is None else text(caption)
    head = [Block(f"{name}标题", "paragraph", words)] if words else []
    return head + cell_blocks(name, ([_cell(cell, text) for cell in _cells(row)] for row in _rows(table)))


def _rows(table: etree._Element) -> list[etree._Element]:
    """The rows in the order a browser shows them: head, body, foot."""
    parts = {part: [row for section in table.findall(part) for row in section.findall("tr")] for part in _PARTS}
    return parts["thead"] + table.findall("tr") + parts["tbody"] + parts["tfoot"]


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _cell(cell: etree._Element, text: Callable[[etree._Element], str]) -> Cell:
    return Cell(text(cell), _span(cell.get("colspan")), _span(cell.get("rowspan")))


def _span(stated: str | None) -> int:
    return min(max(int(stated), 1), WIDEST) if stated and re.fullmatch(r"\s*[0-9]{1,9}\s*", stated) else 1
