"""Cells of a table to blocks: the A1 address of each, with the range that a merged cell spans."""

from collections.abc import Iterable
from dataclasses import dataclass

from analysis.reading.draft import Block


@dataclass(slots=True)
class Cell:
    """A cell's text and its span in rows and columns (1 = not merged)."""

    text: str
    columns: int = 1
    rows: int = 1


def column_name(column: int) -> str:
    """Excel's name of a column counted from 1: 1 → A, 27 → AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def address(row: int, column: int, rows: int = 1, columns: int = 1) -> str:
    """The A1 address of a cell, or of the range it spans; row and column count from 1."""
    first = f"{column_name(column)}{row}"
    return first if rows == columns == 1 else f"{first}:{column_name(column + columns - 1)}{row + rows - 1}"


def cell_blocks(name: str, rows: Iterable[Iterable[Cell]]) -> list[Block]:
    """One block a cell that has text, row by row; spans push later cells right and down as HTML does."""
    blocks: list[Block] = []
    open_until: dict[int, int] = {}  # column → last row still covered by a span from above
    for number, row in enumerate(rows, 1):
        column = 1
        for cell in row:
            while open_until.get(column, 0) >= number:
                column += 1
            for covered in range(column, column + cell.columns):
                open_until[covered] = number + cell.rows - 1
            if cell.text.strip():
                place = f"{name}!{address(number, column, cell.rows, cell.columns)}"
                blocks.append(Block(place, "cell", cell.text.strip()))
            column += cell.columns
    return blocks
