"""Ruled tables on a page: the grid from pdfplumber, the text of its cells from the page's characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from analysis.reading.grid import Cell
from analysis.reading.pdf.lines import Char, Line, lines_of
from analysis.reading.pdf.paragraphs import Column, Paragraph, ends_early

NEAR = 4.0  # points within which two edges are one


Box = tuple[float, float, float, float]  # left, top, right, bottom in points


@dataclass
class PageTable:
    """A table on a page: its box, the columns' edges, and rows of (first column, cell) in points and counts."""

    top: float
    bottom: float
    edges: list[float]
    rows: list[list[tuple[int, Cell]]]


def tables_of(page, chars: list[Char]) -> tuple[list[PageTable], list[Char]]:
    """The ruled tables of a pdfplumber page, top down, and the characters that stand in none of them."""
    found = []
    for table in sorted(page.find_tables(), key=lambda table: table.bbox[1]):
        cells = _filled([cell for cell in table.cells if cell])
        if len(cells) > 1:
            inside = {id(char) for char in chars if _within(char, table.bbox)} | _spilled(table.bbox, cells, chars)
            found.append(_table(table.bbox, cells, [char for char in chars if id(char) in inside]))
            chars = [char for char in chars if id(char) not in inside]
    return [table for table in found if any(cell.text for row in table.rows for _, cell in row)], chars


def _within(char: Char, box: Box) -> bool:
    x0, top, x1, bottom = box
    return x0 - 1 <= (char.x0 + char.x1) / 2 <= x1 + 1 and top - 1 <= char.middle <= bottom + 1


def _filled(cells: list[Box]) -> list[Box]:
    """The cells of a table with its holes made cells: a merged cell cut by the page break is open at the break."""
    lefts, tops = _edges(x for cell in cells for x in (cell[0], cell[2])), _edges(y for cell in cells for y in (cell[1], cell[3]))
    covered = {
        (row, column)
        for cell in cells
        for row in range(_at(tops, cell[1]), _at(tops, cell[3]))
        for column in range(_at(lefts, cell[0]), _at(lefts, cell[2]))
    }
    holes = []
    for column in range(len(lefts) - 1):
        row = 0
        while row < len(tops) - 1:
            end = row
            while end < len(tops) - 1 and (end, column) not in covered:
                end += 1
            holes += [(lefts[column], tops[row], lefts[column + 1], tops[end])] if end > row else []
            row = end + 1
    return cells + holes


def _spilled(box: Box, cells: list[Box], chars: list[Char]) -> set[int]:
    """Text centred in a merged cell that the page break cuts may be drawn under the table: it belongs to the empty cell above it.

    Moves such characters up to the cell's lower edge and returns their ids.
    """
    spilled: set[int] = set()
    below = [char for char in chars if char.middle > box[3]]
    for x0, top, x1, bottom in cells:
        if bottom > box[3] - 1 and not any(_within(char, (x0, top, x1, bottom)) for char in chars):
            centred = [line for line in lines_of(below) if x0 < line.x0 and line.x1 < x1 and abs(line.x0 - x0 - (x1 - line.x1)) < NEAR]
            own = [char for line in centred for char in below if line.top <= char.middle <= line.bottom]
            for char in own:
                char.top, char.bottom = bottom - (char.bottom - char.top), bottom
                spilled.add(id(char))
    return spilled


def _table(box: Box, cells: list[Box], chars: list[Char]) -> PageTable:
    lefts = _edges(x for cell in cells for x in (cell[0], cell[2]))
    tops = _edges(y for cell in cells for y in (cell[1], cell[3]))
    rows: list[list[tuple[int, Cell]]] = [[] for _ in tops[:-1]]
    for cell in sorted(cells, key=lambda cell: (cell[1], cell[0])):
        left, right, top, bottom = _at(lefts, cell[0]), _at(lefts, cell[2]), _at(tops, cell[1]), _at(tops, cell[3])
        text = cell_text([char for char in chars if _within(char, cell)], cell[0], cell[2])
        if right > left and bottom > top:
            rows[top].append((left, Cell(text, right - left, bottom - top)))
    return PageTable(box[1], box[3], lefts, rows)


def _edges(values: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > NEAR:
            edges.append(value)
    return edges


def _at(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda at: abs(edges[at] - value))


def cell_text(chars: list[Char], left: float, right: float) -> str:
    """A cell's lines, those that only wrap at its edge joined again."""
    lines = lines_of(chars)
    if not lines:
        return ""
    padding = min(line.x0 for line in lines) - left
    edge = max(max(line.x1 for line in lines), right - max(padding, 0.0) - 0.5 * lines[0].size)
    column = Column(left, edge, lines[0].size, 1.5 * lines[0].size)
    parts: list[list[Line]] = [[lines[0]]]
    for above, line in pairwise(lines):
        if ends_early(above, line, column):
            parts.append([line])
        else:
            parts[-1].append(line)
    return "\n".join(Paragraph(part).text for part in parts)


def continues(above: PageTable, below: PageTable) -> bool:
    """Whether a table at the head of a page goes on with the one at the foot of the page before.

    It does where both are as wide and the edges of one are among those of the other, unless it begins with the
    same label and another text: a form that is filled once for each problem begins anew.
    """
    if abs(above.edges[0] - below.edges[0]) > NEAR or abs(above.edges[-1] - below.edges[-1]) > NEAR:
        return False
    few, many = sorted((above.edges, below.edges), key=len)
    if any(min(abs(edge - other) for other in many) > NEAR for edge in few):
        return False
    first, begun = (_texts(table.rows[0]) if table.rows else [] for table in (above, below))
    return first == begun or not (first and begun and first[0] and first[0] == begun[0])


def _refit(table: PageTable, edges: list[float]) -> None:
    """Count the columns of a table by `edges`, which contain its own."""
    places = [_at(edges, edge) for edge in table.edges]
    for row in table.rows:
        for at, (column, cell) in enumerate(row):
            left, right = places[column], places[column + cell.columns]
            cell.columns = right - left
            row[at] = (left, cell)
    table.edges = edges


def join(above: PageTable, below: PageTable) -> None:
    """Add the rows of `below`: a repeated header is dropped, a row or merged cell that the page break cut is mended."""
    edges = max(above.edges, below.edges, key=len)
    _refit(above, edges)
    _refit(below, edges)
    rows = below.rows
    if rows and above.rows and _texts(rows[0]) == _texts(above.rows[0]):
        rows = rows[1:]
    if rows and above.rows:
        cut = _is_cut(above.rows[-1], rows[0])
        rows[0] = [(column, cell) for column, cell in rows[0] if not _mended(above, column, cell, cut)]
        rows = rows[1:] if cut else rows
    above.rows += rows


def _texts(row: list[tuple[int, Cell]]) -> list[str]:
    return [cell.text for _, cell in row]


def _is_cut(last: list[tuple[int, Cell]], first: list[tuple[int, Cell]]) -> bool:
    """A row without its first cell's text, each of whose cells goes on with a cell above that has text."""
    above = {column: cell.text for column, cell in last}
    filled = [column for column, cell in first if cell.text]
    lead = next((cell.text for column, cell in first if column == 0), "")
    return bool(filled) and not lead and bool(above.get(0)) and all(above.get(column) for column in filled)


def _mended(above: PageTable, column: int, cell: Cell, cut: bool) -> bool:
    """Add the lower half of a cell to the upper one at the foot of `above`, where the cell is in two halves."""
    height = len(above.rows)
    ends = ((at + old.rows, left, old) for at, row in enumerate(above.rows) for left, old in row)
    upper = next((old for end, left, old in ends if end == height and left == column), None)
    merged = upper is not None and max(upper.rows, cell.rows) > 1 and (not upper.text or cell.text in ("", upper.text))
    if upper is None or not (cut or merged):
        return False
    upper.text += cell.text if cut or not upper.text else ""
    upper.rows += cell.rows - cut
    return True
