"""Word tables as grids: spans from gridSpan and vMerge, cell text with its automatic numbers, nested tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from analysis.reading.grid import Cell
from analysis.reading.word.names import number, w

if TYPE_CHECKING:
    from analysis.reading.word.walker import Walker

_ROWS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo")))

WIDEST = 63  # columns of a Word table


@dataclass
class Grid:
    """A table's rows of cells, the tables and text boxes inside it; `frame` is its only cell where it is but a border."""

    rows: list[list[Cell]] = field(default_factory=list)
    nested: list[Grid] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    frame: etree._Element | None = None


def grid_of(table: etree._Element, walker: Walker) -> Grid:
    """Read a table; deleted rows are left out and vertically merged cells span their rows."""
    rows = [row for row in _children(table, "tr") if not _deleted(row, walker)]
    cells = [_children(row, "tc") for row in rows]
    if len(cells) == 1 and len(cells[0]) == 1 and _is_frame(cells[0][0]):
        return Grid(frame=cells[0][0])
    grid = Grid()
    above: dict[int, Cell] = {}
    for row, row_cells in zip(rows, cells, strict=True):
        _row(row, row_cells, above, grid, walker)
    return grid


def _children(parent: etree._Element, name: str) -> list[etree._Element]:
    found = []
    for child in parent:
        if child.tag == w(name):
            found.append(child)
        elif child.tag in _ROWS:
            found += _children(child, name)
    return found


def _deleted(row: etree._Element, walker: Walker) -> bool:
    properties = row.find(w("trPr"))
    gone = properties is not None and properties.find(w("del")) is not None
    walker.seen.revisions += gone
    return gone


def _is_frame(cell: etree._Element) -> bool:
    return len(cell.findall(w("p"))) > 1 or cell.find(w("tbl")) is not None


def _row(row: etree._Element, cells: list[etree._Element], above: dict[int, Cell], grid: Grid, walker: Walker) -> None:
    """Add a row: a cell that continues a vertical merge lengthens the one above it instead of standing itself."""
    column = _count(row.find(w("trPr")), "gridBefore")
    made = [Cell("", columns=1) for _ in range(column)]
    for element in cells:
        properties = element.find(w("tcPr"))
        width = max(_count(properties, "gridSpan"), 1)
        merge = None if properties is None else properties.find(w("vMerge"))
        if merge is not None and merge.get(w("val"), "continue") == "continue" and column in above:
            above[column].rows += 1
        else:
            cell = Cell(_text(element, grid, walker), columns=width)
            made.append(cell)
            above[column] = cell
        column += width
    grid.rows.append(made)


def _count(properties: etree._Element | None, name: str) -> int:
    return min(max(number(properties, name) or 0, 0), WIDEST)


def _text(cell: etree._Element, grid: Grid, walker: Walker) -> str:
    """The cell's paragraphs, one a line, automatic numbers in front of them; tables in it go to the grid's nested ones."""
    lines = []
    for element in walker.stories(cell):
        if element.tag == w("tbl"):
            grid.nested.append(_unframed(grid_of(element, walker), lines, walker))
            continue
        paragraph = walker.paragraph(element)
        grid.boxes += paragraph.boxes
        text = paragraph.label + paragraph.text.strip()
        lines += [text] if text else []
    return "\n".join(lines)


def _unframed(inner: Grid, lines: list[str], walker: Walker) -> Grid:
    """A nested border is only its text: it joins the lines of the outer cell."""
    if inner.frame is not None:
        text = _text(inner.frame, inner, walker)
        lines += [text] if text else []
    return inner
