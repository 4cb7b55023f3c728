"""Many documents: a labelled bar each for those with most gaps, a thin column each for all."""

import numpy as np
from matplotlib.figure import Figure

from analysis.charts.board import Board
from analysis.charts.phrases import fit, sizes_from
from analysis.charts.style import FAINT, SOFT, VERDICT_FILL, VERDICT_HATCH, VERDICT_INK, Size
from analysis.fonts import text_width
from analysis.schema import VERDICTS
from analysis.views.scope import View
from analysis.wording import VERDICTS as NAMES

TALLEST = 64.0


def draw_worst(view: View, size: Size) -> Figure:
    board = Board(view, size)
    rows = view.rows.to_dict("records")
    head = size.note * 1.9
    step = min(TALLEST, (board.high - head) / len(rows))
    chosen, labels = fit([row["doc"] for row in rows], board.wide * 0.3 - 14, step - 3, sizes_from(min(16, size.note + 1), 10.0))
    left, end = board.left + board.wide * 0.3, max(text_width(row["said"], chosen, bold=True) for row in rows) + 12
    _key(board, left, board.right - end, board.top + size.note * 0.5, {verdict: name for verdict, name in NAMES.items() if view.rows[verdict].sum()})
    board.text(board.right, board.top + size.note * 0.5, NAMES["uncovered"], max(10.0, size.note * 0.8), FAINT, align="right")
    for place, row in enumerate(rows):
        middle = board.top + head + (place + 0.5) * step
        board.text(board.left, middle, labels[place], chosen)
        _bar(board, left, middle, board.right - left - end, min(step * 0.7, 34), row)
        board.text(board.right, middle, row["said"], chosen, VERDICT_FILL["uncovered"] if row["uncovered"] else SOFT, bold=True, align="right")
    return board.figure


def _bar(board: Board, x: float, middle: float, wide: float, high: float, row: dict) -> None:
    size = min(14.0, max(10.0, high * 0.55))
    for verdict in VERDICTS:
        part = wide * row[verdict] / row["problems"]
        if part:
            board.verdict_box(x, middle - high / 2, max(part - 1.5, 1), high, verdict)
            if part > size * 1.6 and high > size:
                _number(board, x + part / 2, middle, str(row[verdict]), size, verdict)
            x += part


def _number(board: Board, x: float, y: float, text: str, size: float, verdict: str) -> None:
    if VERDICT_HATCH[verdict]:  # a number needs a calm ground
        board.box(x - size * 0.65, y - size * 0.6, size * 1.3, size * 1.2, VERDICT_FILL[verdict], radius=2, order=1.5)
    board.text(x, y, text, size, VERDICT_INK[verdict], bold=True, align="center")


def draw_spread(view: View, size: Size) -> Figure:
    board = Board(view, size)
    small = max(10.5, size.note * 0.85)
    said = dict(zip(view.more["sums"]["verdict"], view.more["sums"]["said"], strict=True))
    _key(board, board.left, board.right, board.top + small * 0.7, {verdict: f"{name} {said[verdict]}" for verdict, name in NAMES.items() if view.rows[verdict].sum()})
    left, top, bottom = board.left + text_width("100%", small) + 10, board.top + small * 2.4, board.bottom - small * 3.2
    _areas(board, view, left, top, bottom)
    for level in (0, 0.5, 1):
        y = bottom - level * (bottom - top)
        board.text(left - 8, y, f"{level:.0%}", small, SOFT, align="right")
        board.line([left - 5, left], [y, y], FAINT)
    _ranks(board, int(view.rows["documents"].sum()), left, bottom, small)
    return board.figure


def _areas(board: Board, view: View, left: float, top: float, bottom: float) -> None:
    """One stepped area a verdict, the gravest at the bottom: one shape, however many documents there are."""
    edges = np.repeat(np.linspace(left, board.right, len(view.rows) + 1), 2)[1:-1]
    under = np.zeros(len(edges))
    for verdict in VERDICTS:
        over = under + np.repeat(view.rows[verdict].to_numpy(float), 2)
        if (over > under).any():
            ys = bottom - np.concatenate([under, over[::-1]]) * (bottom - top)
            hatch = VERDICT_HATCH[verdict]
            board.axes.fill(np.concatenate([edges, edges[::-1]]), ys, facecolor=VERDICT_FILL[verdict], edgecolor=FAINT if hatch else "none", linewidth=0, hatch=hatch or None)
        under = over


def _ranks(board: Board, count: int, left: float, bottom: float, size: float) -> None:
    """Which document it is, counted from the left: about five round numbers."""
    step = next(round_ for power in (1, 10, 100, 1000, 10_000, 100_000) for round_ in (power, 2 * power, 5 * power) if count / round_ <= 6)
    for rank in range(step, count + 1, step):
        x = left + (board.right - left) * (rank - 0.5) / count
        board.line([x, x], [bottom, bottom + 4], FAINT)
        name = f"第{rank}份"
        board.text(min(x, board.right - text_width(name, size) / 2), bottom + 4 + size * 0.8, name, size, SOFT, align="center")


def _key(board: Board, x: float, right: float, y: float, words: dict[str, str]) -> None:
    def mark(verdict):
        return lambda at, middle: board.verdict_box(at, middle - 5, 13, 10, verdict)

    size = next((size for size in (13.0, 12.0, 11.0, 10.0) if sum(text_width(word, size) + size * 1.6 + 19 for word in words.values()) < right - x), 10.0)
    board.key(x, y, [(mark(verdict), word) for verdict, word in words.items()], size, 19)
