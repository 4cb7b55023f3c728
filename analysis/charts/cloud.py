"""A word cloud: size by weight, colour by side; all words shrink together until each has its place."""

from matplotlib.figure import Figure

from analysis.charts.board import Board
from analysis.charts.style import INK, Size
from analysis.fonts import text_width
from analysis.views import layout
from analysis.views.scope import View

INKS = {"problem": "#9A4A1F", "measure": "#1F5A85", "both": INK}


def draw(view: View, size: Size) -> Figure:
    board = Board(view, size)
    rows = view.rows.to_dict("records")
    scale = min(board.wide / 888, board.high / 390)
    for shrink in (1.0, 0.85, 0.7, 0.58, 0.48, 0.4):
        sizes = [max(10.5, (12 + 38 * row["weight"] ** 1.2) * scale * shrink) for row in rows]
        boxes = [(text_width(row["term"], chosen, bold=True) + chosen * 0.35, chosen * 1.2) for row, chosen in zip(rows, sizes, strict=True)]
        spots = layout.cloud(boxes, board.wide, board.high)
        if all(spots):
            break
    for row, spot, chosen in zip(rows, spots, sizes, strict=True):
        if spot:
            board.text(board.left + spot[0], board.top + spot[1], row["term"], chosen, INKS[row["side"]], bold=True, align="center")
    return board.figure
