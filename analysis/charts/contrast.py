"""Terms that tell problems (left) from measures (right): bars grow from the middle."""

from matplotlib.figure import Figure

from analysis.charts.board import Board
from analysis.charts.phrases import fit, sizes_from
from analysis.charts.style import FAINT, INK, MEASURE, MISSING, PROBLEM, SOFT, Size
from analysis.views.scope import View

TALLEST = 38.0
SIDES = {"problem": ("← 问题突出", -1, PROBLEM), "measure": ("措施突出 →", 1, MEASURE)}


def draw(view: View, size: Size) -> Figure:
    board = Board(view, size)
    head = size.note * 1.6
    middle = board.width / 2
    step = min(TALLEST, (board.high - head) / max(view.rows["rank"]))
    unit = board.wide * 0.22 / max(view.rows["strength"])
    bottom = board.top + head + step * max(view.rows["rank"])
    board.line([middle, middle], [board.top + head * 0.2, bottom], SOFT, 1.0, order=1.5)
    for side, (title, way, fill) in SIDES.items():
        rows = view.rows[view.rows["side"] == side].to_dict("records")
        align = "right" if way < 0 else "left"
        board.text(middle + way * 10, board.top + head * 0.4, title, size.note, FAINT, bold=True, align=align)
        words = [row["term"] + (f"（{row['echo'].replace(' ', '、')}）" if row["echo"] and side == "problem" else "") for row in rows]
        chosen, labels = fit(words, board.wide * 0.27, step, sizes_from(min(17, size.note + 2)))
        for place, row in enumerate(rows):
            y, long = board.top + head + (place + 0.5) * step, unit * row["strength"]
            lost = side == "problem" and not row["taken_up"]
            board.box(middle if way > 0 else middle - long, y - step * 0.32, long, step * 0.64, MISSING if lost else fill)
            inside = long > chosen * 2.4
            x = middle + way * (long - 6 if inside else long + 6)
            board.text(x, y, f"{row['count']}次", max(10.0, chosen - 3), "#FFFFFF" if lost and inside else INK, align="right" if (way > 0) == inside else "left")
            x = middle + way * (long + (8 if inside else 8 + chosen * 2))
            board.text(x, y, labels[place], chosen, MISSING if lost else INK, bold=lost, align=align)
    return board.figure
