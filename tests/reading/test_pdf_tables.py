"""Tables that a page break parts."""

import pytest

from analysis.reading.grid import Cell, cell_blocks
from analysis.reading.pdf.tables import PageTable, continues, join

THREE = [0.0, 50.0, 100.0]
FIVE = [0.0, 50.0, 70.0, 85.0, 100.0]


def table(edges, *rows):
    """Rows of texts, or of (column, text, columns, rows)."""
    made = [[(at, Cell(cell)) if isinstance(cell, str) else (cell[0], Cell(*cell[1:])) for at, cell in enumerate(row)] for row in rows]
    return PageTable(0, 100, list(edges), made)


@pytest.mark.parametrize(
    ("above", "below", "same"),
    [
        (table(THREE, ["1", "甲"]), table(THREE, ["2", "乙"]), True),
        (table(THREE, ["1", "甲"]), table([0.0, 40.0, 100.0], ["2", "乙"]), False),
        (table(THREE, ["1", "甲"]), table([0.0, 50.0, 120.0], ["2", "乙"]), False),
        (table(THREE, ["原因", "甲"]), table(FIVE, ["单位", "乙", "人", "丙"]), True),
        (table(THREE, ["问题", "甲"]), table(THREE, ["问题", "乙"]), False),
        (table(THREE, ["序号", "问题"]), table(THREE, ["序号", "问题"]), True),
    ],
)
def test_what_goes_on_over_the_page(above, below, same):
    assert continues(above, below) is same


@pytest.mark.parametrize(
    ("above", "below", "cells"),
    [
        (table(THREE, ["序号", "问题"], ["1", "甲"]), table(THREE, ["序号", "问题"], ["2", "乙"]), {"A1": "序号", "B1": "问题", "A2": "1", "B2": "甲", "A3": "2", "B3": "乙"}),
        (table(THREE, ["1", "甲的前"]), table(THREE, ["", "半句"], ["2", "乙"]), {"A1": "1", "B1": "甲的前半句", "A2": "2", "B2": "乙"}),
        (table(THREE, ["原因", "甲"]), table(FIVE, ["单位", "乙", "人", "丙"]), {"A1": "原因", "B1:D1": "甲", "A2": "单位", "B2": "乙", "C2": "人", "D2": "丙"}),
        (table(THREE, ["1", "安全类"]), table(THREE, ["2", (1, "", 1, 2)], ["3"]), {"A1": "1", "B1:B3": "安全类", "A2": "2", "A3": "3"}),
        (table(THREE, ["1", ""]), table(THREE, ["2", (1, "安全类", 1, 2)], ["3"]), {"A1": "1", "B1:B3": "安全类", "A2": "2", "A3": "3"}),
    ],
)
def test_parts_are_joined(above, below, cells):
    join(above, below)
    blocks = cell_blocks("表1", ([cell for _, cell in row] for row in above.rows))
    assert {block.place.removeprefix("表1!"): block.text for block in blocks} == cells
