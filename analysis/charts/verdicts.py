"""How many problems have which verdict: one bar of all, a card a verdict, a bar a category."""

from matplotlib.figure import Figure

from analysis.charts.board import Board
from analysis.charts.phrases import fit, sizes_from
from analysis.charts.style import INK, SOFT, VERDICT_INK, Size
from analysis.schema import VERDICTS as ORDER
from analysis.views.scope import View


def draw(view: View, size: Size) -> Figure:
    board = Board(view, size)
    rows, categories = view.rows.to_dict("records"), view.more["categories"].to_dict("records")
    scale = size.note / 15
    bar = (54 if categories else 150) * scale
    _bar(board, board.left, board.top, board.wide, bar, {row["verdict"]: row["count"] for row in rows}, (24 if categories else 40) * scale)
    top = _cards(board, rows, board.top + bar + (14 if categories else 36) * scale, scale * (1 if categories else 1.45))
    if categories:
        _categories(board, categories, top + 10 * scale)
    return board.figure


def _bar(board: Board, x, y, wide, high, counts: dict, size: float) -> None:
    """Counts one after the other; a number is left out where its part is too narrow for it."""
    whole = sum(counts.values())
    for verdict, count in counts.items():
        if count:
            part = wide * count / whole
            board.verdict_box(x, y, max(part - 1.5, 1), high, verdict)
            if part > size * 1.3:
                _number(board, x + part / 2, y + high / 2, count, size, verdict)
            x += part


def _number(board: Board, x, y, count, size, verdict) -> None:
    if verdict in ("unknown", "justified"):
        board.box(x - size * 0.65, y - size * 0.65, size * 1.3, size * 1.3, "#FFFFFF", radius=3, order=1.5)
    board.text(x, y, str(count), size, VERDICT_INK[verdict], bold=True, align="center")


def _cards(board: Board, rows: list[dict], top: float, scale: float) -> float:
    """A column a verdict: its chip, the count, the share; returns where they end."""
    wide = board.wide / len(rows)
    sizes = fit([row["said"] for row in rows], wide - 8, 16 * scale * 1.3, sizes_from(max(10, 15 * scale), 10))[0]
    for place, row in enumerate(rows):
        x = board.left + place * wide
        board.chip(x, top + 12 * scale, row["verdict"], max(10, 15 * scale))
        board.text(x, top + 46 * scale, f"{row['count']}", 34 * scale, INK if row["count"] else SOFT, bold=True)
        board.text(x, top + 80 * scale, row["said"], sizes, SOFT)
    return top + 94 * scale


def _categories(board: Board, rows: list[dict], top: float) -> None:
    """A bar a category, all to one scale, the number of its problems at the end."""
    step = min(60.0, (board.bottom - top) / len(rows))
    wide = board.wide * 0.24
    size, names = fit([row["category"] for row in rows], wide - 12, step - 2, sizes_from(min(16, board.size.note + 1)))
    most = max(row["problems"] for row in rows)
    room = board.wide - wide - size * 3.5
    for place, row in enumerate(rows):
        middle, long = top + (place + 0.5) * step, room * row["problems"] / most
        board.text(board.left + wide - 12, middle, names[place], size, align="right")
        _bar(board, board.left + wide, middle - step * 0.36, long, step * 0.72, {verdict: row[verdict] for verdict in ORDER}, min(16, max(10, step * 0.42)))
        board.text(board.left + wide + long + 6, middle, f"{row['problems']}个", size, SOFT)
