"""Cells back to a grid: A1 addresses with merged ranges become rows and columns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

_ADDRESS = re.compile(r"^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$")


@dataclass(eq=False)
class Cell:
    """A cell's text and the rows and columns it covers (1-based, both ends included)."""

    block: int
    place: str
    text: str
    top: int
    left: int
    bottom: int
    right: int


@dataclass
class Grid:
    """One table: its name (sheet, 表2), its cells, and for each place the cell that covers it."""

    name: str
    cells: list[Cell] = field(default_factory=list)
    at: dict[tuple[int, int], Cell] = field(default_factory=dict)

    @property
    def rows(self) -> list[int]:
        """The numbers of the rows in which some cell begins, in order."""
        return sorted({cell.top for cell in self.cells})

    def row(self, number: int) -> list[Cell]:
        """The cells that cover a row, left to right, each once."""
        return self._by_row.get(number, [])

    @property
    def width(self) -> int:
        return max((cell.right for cell in self.cells), default=0)

    def index(self) -> None:
        """Fill `at` and the rows; a merged range is cut at the size of the table."""
        last_row = max(cell.top for cell in self.cells)
        last_column = max(cell.left for cell in self.cells)
        self._by_row: dict[int, list[Cell]] = {}
        for cell in self.cells:
            cell.bottom, cell.right = max(cell.top, min(cell.bottom, last_row)), max(cell.left, min(cell.right, last_column + 30))
            for row in range(cell.top, cell.bottom + 1):
                self._by_row.setdefault(row, []).append(cell)
                for column in range(cell.left, min(cell.right, last_column) + 1):
                    self.at.setdefault((row, column), cell)
        for cells in self._by_row.values():
            cells.sort(key=lambda cell: cell.left)


def turned(grid: Grid) -> Grid:
    """The same table with rows and columns exchanged."""
    cells = [replace(cell, top=cell.left, left=cell.top, bottom=cell.right, right=cell.bottom) for cell in grid.cells]
    other = Grid(grid.name, sorted(cells, key=lambda cell: (cell.top, cell.left)))
    other.index()
    return other


def read_grids(lines: Iterable) -> list[Grid]:
    """The tables among lines of kind `cell`, in document order; a place that is no address is left out."""
    grids: dict[str, Grid] = {}
    for line in lines:
        name, _, address = line.place.rpartition("!")
        found = _ADDRESS.match(address)
        if line.kind == "cell" and found:
            left, top = _column(found[1]), int(found[2])
            right, bottom = (_column(found[3]), int(found[4])) if found[3] else (left, top)
            grids.setdefault(name, Grid(name)).cells.append(Cell(line.block, line.place, line.text, top, left, bottom, right))
    for grid in grids.values():
        grid.index()
    return list(grids.values())


def _column(name: str) -> int:
    value = 0
    for char in name:
        value = value * 26 + ord(char) - 64
    return value
