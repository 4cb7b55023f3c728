"""Terms that stand together: labels as nodes, ties as lines, the side by fill, edge and mark."""

import numpy as np
from matplotlib.figure import Figure

from analysis.charts.board import Board
from analysis.charts.style import INK, MEASURE, PAPER, PROBLEM, Size
from analysis.fonts import text_width
from analysis.views import layout
from analysis.views.network import NAMES
from analysis.views.scope import View

LOOK = {"problem": (PROBLEM, "none"), "measure": (MEASURE, "none"), "both": (PAPER, INK)}
INKS = {"problem": INK, "measure": "#FFFFFF", "both": INK}


def draw(view: View, size: Size) -> Figure:
    board = Board(view, size)
    scale = size.note / 15
    rows, ties = view.rows.to_dict("records"), view.more["ties"].to_dict("records")
    _key(board, rows, board.top + 8 * scale, max(10.5, 12.5 * scale))
    top = board.top + 26 * scale
    sizes = [max(10.5, (13 + 9 * row["weight"] ** 0.5) * scale) for row in rows]
    boxes = np.array([(text_width(row["term"], chosen, bold=True) + chosen * 1.4, chosen * 2.0) for row, chosen in zip(rows, sizes, strict=True)])
    number = {row["term"]: place for place, row in enumerate(rows)}
    edges = [(number[tie["source"]], number[tie["target"]], float(tie["association"])) for tie in ties]
    spots = layout.network(boxes, edges, board.wide, board.bottom - top) + (board.left, top)
    for (one, other, _), tie in zip(edges, ties, strict=True):
        board.line(spots[[one, other], 0], spots[[one, other], 1], "#A9B4BE", 0.8 + 0.9 * min(5, tie["items"]))
    for row, (x, y), (wide, high), chosen in zip(rows, spots, boxes, sizes, strict=True):
        _node(board, row, x, y, wide - chosen * 0.3, high - chosen * 0.4, chosen)
    return board.figure


def _node(board: Board, row: dict, x, y, wide, high, size) -> None:
    fill, edge = LOOK[row["side"]]
    board.box(x - wide / 2, y - high / 2, wide, high, fill, edge=edge, width=1.3, radius=high * 0.3, order=2)
    board.text(x, y, row["term"], size, INKS[row["side"]], align="center", bold=row["side"] != "both")


def _key(board: Board, rows: list[dict], y: float, size: float) -> None:
    def mark(side):
        fill, edge = LOOK[side]
        return lambda x, middle: board.box(x, middle - 6, 14, 12, fill, edge=edge, width=1.2, radius=3)

    board.key(board.left, y, [(mark(side), name) for side, name in NAMES.items() if any(row["side"] == side for row in rows)], size)
