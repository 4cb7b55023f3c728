"""The figure of a view that has nothing to draw: the same heading and source, and the sentence that says so."""

from matplotlib.figure import Figure

from analysis.charts.board import Board
from analysis.charts.phrases import fit, sizes_from
from analysis.charts.style import SOFT, TILE, Size
from analysis.views.scope import View


def draw(view: View, size: Size) -> Figure:
    board = Board(view, size)
    high = min(board.high, 160)
    top = board.top + (board.high - high) / 2.6
    board.box(board.left, top, board.wide, high, TILE, radius=6)
    chosen, (text,) = fit([view.empty], board.wide - 60, high - 20, sizes_from(20.0, 12.0))
    board.text(board.width / 2, top + high / 2, text, chosen, SOFT, align="center")
    return board.figure
