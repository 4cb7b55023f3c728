"""What each measure carries: problems addressed directly and in part, orphans named."""

from matplotlib.figure import Figure

from analysis.charts.board import Board
from analysis.charts.phrases import fit, sizes_from
from analysis.charts.style import INK, LEVEL_FILL, MISSING, PAPER, SOFT, Size
from analysis.fonts import text_width
from analysis.views.scope import View
from analysis.wording import LEVELS

TALLEST = 84.0


def draw(view: View, size: Size) -> Figure:
    board = Board(view, size)
    rows = view.rows.to_dict("records")
    head = size.note * 1.7
    _key(board, board.top + size.note * 0.5)
    step = min(TALLEST, (board.high - head) / len(rows))
    wide = board.wide * 0.42
    chosen, labels = fit([row["label"] for row in rows], wide - 14, step - 3, sizes_from(min(18, size.note + 2), min(12, size.note)))
    longest = max(1, *(row["direct"] + row["partial"] for row in rows))
    unit = min(60.0, (board.wide - wide - chosen * 8) / longest)
    for place, row in enumerate(rows):
        middle = board.top + head + (place + 0.5) * step
        board.text(board.left, middle, labels[place], chosen, MISSING if row["orphan"] else INK)
        _bar(board, board.left + wide, middle, unit, min(step * 0.66, 42), row, chosen)
    return board.figure


def _key(board: Board, y: float) -> None:
    def mark(level):
        return lambda x, middle: board.box(x, middle - 5, 13, 10, LEVEL_FILL[level])

    board.key(board.left + board.wide * 0.42, y, [(mark(level), LEVELS[level]) for level in (2, 1)], max(10.5, board.size.note * 0.85))


def _bar(board: Board, left: float, middle: float, unit: float, high: float, row: dict, size: float) -> None:
    board.line([left, left], [middle - high * 0.7, middle + high * 0.7], SOFT, 0.8)
    if not row["direct"] + row["partial"]:
        said = "未对应任何问题" if row["orphan"] else "未涉及所列问题"
        board.text(left + 8, middle, said, size, MISSING if row["orphan"] else SOFT, bold=bool(row["orphan"]))
        return
    x = left + 1
    for level, numbers in ((2, row["direct_problems"]), (1, row["partial_problems"])):
        for number in filter(None, numbers.split("、")):
            board.box(x, middle - high / 2, unit - 1.5, high, LEVEL_FILL[level])
            if unit > text_width("00", size) + 4:
                board.text(x + unit / 2, middle, number, size, PAPER if level == 2 else INK, align="center")
            x += unit
    board.text(x + 6, middle, _said(row), size, SOFT)


def _said(row: dict) -> str:
    parts = [f"{word}{count}" for word, count in (("直接", row["direct"]), ("部分", row["partial"])) if count]
    return "，".join(parts)
