"""An UpSet chart: a column a combination of measures, its height the problems it touches."""

from matplotlib.figure import Figure

from analysis.charts.board import Board
from analysis.charts.phrases import fit, sizes_from
from analysis.charts.style import FAINT, INK, LEVEL_FILL, MISSING, SOFT, TILE, Size
from analysis.views.scope import View

TALLEST, WIDEST = 46.0, 88.0


def draw(view: View, size: Size) -> Figure:
    board = Board(view, size)
    sets, measures = view.rows.to_dict("records"), view.more["measures"].to_dict("records")
    scale = size.note / 15
    names = board.wide * 0.38
    step = min(TALLEST * scale, (board.high * 0.62) / max(1, len(measures)))
    wide = min(WIDEST * scale, (board.wide - names - 10) / len(sets))
    base = board.bottom - step * len(measures) - 22 * scale
    _columns(board, sets, board.left + names + 10, wide, base, scale)
    if measures:
        _rows(board, measures, names, base + 22 * scale, step, board.left + names + 10 + wide * len(sets), scale)
        _dots(board, sets, [row["measure"] for row in measures], board.left + names + 10, wide, base + 22 * scale, step)
    return board.figure


def _columns(board: Board, sets: list[dict], left: float, wide: float, base: float, scale: float) -> None:
    size = max(10.5, 15 * scale)
    unit = min(60 * scale, (base - board.top - size * 1.6) / max(row["count"] for row in sets))
    for row in sets:
        x = left + (row["place"] + 0.5) * wide
        none = row["size"] == 0
        board.box(x - wide * 0.32, base - unit * row["count"], wide * 0.64, unit * row["count"], MISSING if none else LEVEL_FILL[2])
        board.text(x, base - unit * row["count"] - size * 0.75, str(row["count"]), size, MISSING if none else INK, bold=True, align="center")
        if none:
            board.text(x, base + 11 * scale, "无", max(10.5, 13 * scale), MISSING, bold=True, align="center")
    board.rule(left, base, left + wide * len(sets))


def _rows(board: Board, measures: list[dict], wide: float, top: float, step: float, right: float, scale: float) -> None:
    """Names of the measures with the number of problems each touches."""
    size, labels = fit([row["label"] for row in measures], wide - 46 * scale, step - 2, sizes_from(min(15, board.size.note), 11.5))
    board.text(board.left + wide, top - 11 * scale, "合计", max(10.0, size * 0.9), FAINT, align="right")
    for place, row in enumerate(measures):
        middle = top + (place + 0.5) * step
        if place % 2 == 0:
            board.box(board.left - 4, middle - step / 2, right - board.left + 8, step, "#F6F8FA", order=0.2)
        board.text(board.left, middle, labels[place], size)
        board.text(board.left + wide, middle, f"{row['count']}个", size, SOFT, align="right")


def _dots(board: Board, sets: list[dict], measures: list[str], left: float, wide: float, top: float, step: float) -> None:
    radius = min(step, wide) * 0.24
    for row in sets:
        x, members = left + (row["place"] + 0.5) * wide, set(row["measures"].split("、"))
        ys = [top + (place + 0.5) * step for place in range(len(measures))]
        on = [y for y, measure in zip(ys, measures, strict=True) if measure in members]
        for y in ys:
            board.dot(x, y, radius, LEVEL_FILL[2] if y in on else TILE, order=2.0 if y in on else 1.0)
        if len(on) > 1:
            board.line([x, x], [on[0], on[-1]], LEVEL_FILL[2], max(2.0, radius * 0.5), order=1.5)
