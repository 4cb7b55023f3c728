"""Which problems are left: a row a problem, with verdict, the share answered and the reason."""

from matplotlib.figure import Figure

from analysis.charts.board import Board, chip_width
from analysis.charts.phrases import fit, sizes_from
from analysis.charts.style import FAINT, SOFT, TILE, Size
from analysis.views.scope import View

TALLEST = 76.0


def draw(view: View, size: Size) -> Figure:
    board = Board(view, size)
    rows = view.rows.to_dict("records")
    head = size.note
    step = min(TALLEST, (board.high - head) / len(rows))
    places = _places(board, min(14.0, step * 0.46, size.note * 0.93))
    for name, word in (("label", "问题"), ("bar", "已回应"), ("reason", "理由")):
        board.text(places[name][0], board.top + head / 2 - 2, word, max(10.0, size.note * 0.8), FAINT)
    labels = fit([row["label"] for row in rows], places["label"][1], step - 6, sizes_from(min(size.note + 1, 17), min(12, size.note)))
    reasons = fit([row["reason"] for row in rows], places["reason"][1], step - 6, sizes_from(min(size.note, 14), min(11, size.note)))
    for place, row in enumerate(rows):
        middle = board.top + head + (place + 0.5) * step
        board.rule(board.left, middle - step / 2, board.right)
        board.chip(board.left, middle, row["verdict"], places["chip"])
        board.text(places["label"][0], middle, labels[1][place], labels[0])
        _bar(board, places["bar"], middle, min(step * 0.5, 20), row)
        board.text(places["reason"][0], middle, reasons[1][place], reasons[0], SOFT)
    return board.figure


def _places(board: Board, chip: float) -> dict:
    """Left end and width of the columns, in points; `chip` is the size of the verdict's name."""
    chip = max(10.0, chip)
    rest = board.wide - chip_width(chip) - 12
    label, bar, reason = rest * 0.36, rest * 0.22, rest * 0.42
    left = board.left + chip_width(chip) + 12
    return {"chip": chip, "label": (left, label - 14), "bar": (left + label, bar - 18), "reason": (left + label + bar, reason - 4)}


def _bar(board: Board, place: tuple[float, float], middle: float, high: float, row: dict) -> None:
    left, wide = place
    size = 13.0 if board.size.note > 12 else 10.5
    track = wide - size * 3.1
    board.box(left, middle - high / 2, track, high, TILE)
    if row["said"].endswith("%") and row["coverage"] > 0:
        board.verdict_box(left, middle - high / 2, track * float(row["coverage"]), high, row["verdict"])
    board.text(left + wide, middle, row["said"], size, bold=True, align="right")
