"""Keywords of problems (left) beside those of measures (right); a line joins a term that both have."""

from matplotlib.figure import Figure

from analysis.charts.board import Board
from analysis.charts.phrases import LINE, fit, sizes_from
from analysis.charts.style import FAINT, INK, MEASURE, MISSING, PROBLEM, SOFT, Size
from analysis.fonts import text_width
from analysis.views.scope import View

TALLEST = 40.0
NAMES = {"problem": "问题强调", "measure": "措施强调"}
FILL = {"problem": PROBLEM, "measure": MEASURE}


def draw(view: View, size: Size) -> Figure:
    board = Board(view, size)
    head = size.note * 1.6
    most = max(view.rows["rank"])
    step = min(TALLEST, (board.high - head) / most)
    lanes = _lanes(board, view.rows["term"], min(18, size.note + 3, step / LINE))
    spots = {side: _side(board, view.rows[view.rows["side"] == side].to_dict("records"), lanes[side], board.top + head, step) for side in lanes}
    for term in spots["problem"].keys() & spots["measure"].keys():
        xs = lanes["problem"]["label"][1] + 8, lanes["measure"]["label"][0] - 8
        board.line(xs, (spots["problem"][term], spots["measure"][term]), SOFT, 1.6)
    return board.figure


def _lanes(board: Board, terms, size: float) -> dict[str, dict]:
    """From the middle outwards: a free strip for the lines, the terms, the bars."""
    middle, strip = board.width / 2, board.wide * 0.06
    label = min(board.wide * 0.22, max(text_width(term, size, bold=True) for term in terms) + 4)
    return {
        "problem": {"label": (middle - strip - label, middle - strip), "bar": (middle - strip - label - 8, board.left), "align": "right"},
        "measure": {"label": (middle + strip, middle + strip + label), "bar": (middle + strip + label + 8, board.right), "align": "left"},
    }


def _side(board: Board, rows: list[dict], lane: dict, top: float, step: float) -> dict[str, float]:
    """Draws one side; returns the height of each term."""
    if not rows:
        return {}
    kind, (start, end) = rows[0]["side"], lane["bar"]
    inner = lane["label"][1 if kind == "problem" else 0]
    board.text(inner, top - board.size.note * 0.7, NAMES[kind], board.size.note, FAINT, bold=True, align=lane["align"])
    size, labels = fit([row["term"] for row in rows], lane["label"][1] - lane["label"][0], step, sizes_from(min(18, board.size.note + 3)))
    note = max(10.0, size - 3)
    room = abs(end - start) - note * 3.4
    spots = {}
    for place, row in enumerate(rows):
        middle = spots[row["term"]] = top + (place + 0.5) * step
        lost = kind == "problem" and not row["shared"]
        long = room * row["weight"] * (1 if end > start else -1)
        board.box(min(start, start + long), middle - step * 0.32, abs(long), step * 0.64, MISSING if lost else FILL[kind], hatch="////" if kind == "problem" and row["shared"] == 1 else "")
        board.text(inner, middle, labels[place], size, MISSING if lost else INK, bold=lost, align=lane["align"])
        board.text(start + long + (6 if end > start else -6), middle, f"{row['items']}条", note, SOFT, align="left" if end > start else "right")
    return spots

