"""The matrix: a row a problem, a column a measure, level by lightness and size of the tile, evidence by a mark."""

from itertools import groupby

from matplotlib.figure import Figure

from analysis.charts.board import Board, chip_width
from analysis.charts.phrases import LINE, centred, fit, sizes_from
from analysis.charts.style import FAINT, INK, LEVEL_FILL, PAPER, RULE, SOFT, Size
from analysis.views.naming import short_title
from analysis.views.scope import View
from analysis.wording import LEVELS, STATES

WIDEST, TALLEST, UPRIGHT = 140.0, 62.0, 62.0
STANDING = 1.15
STATE_MARK = {"confirmed": "✓", "rejected": "×", "suspect": "!"}


def draw(view: View, size: Size) -> Figure:
    board = Board(view, size)
    problems, measures = view.more["problems"].to_dict("records"), view.more["measures"].to_dict("records")
    scale = size.note / 15
    _key(board, board.top + 8 * scale, view, max(10.5, 12.5 * scale))
    top = board.top + 24 * scale
    group = 4 * min(14.0, size.note) + 16 if len({row["category"] for row in problems}) > 1 else 0
    chip = chip_width(max(10.0, 12 * scale)) + 10
    wide = min(WIDEST, (board.wide - group - chip - 230 * scale) / max(1, len(measures)))
    left = board.right - wide * len(measures)
    head = _header(board, measures, left, top, wide)
    step = min(TALLEST, (board.bottom - head) / len(problems))
    _rows(board, problems, head, step, board.left + group, left - chip)
    _groups(board, problems, head, step, group)
    for cell in view.rows.to_dict("records"):
        _tile(board, cell, left + cell["column"] * wide, head + cell["row"] * step, wide, step)
    return board.figure


def _key(board: Board, y: float, view: View, size: float) -> None:
    """What the tiles and marks mean, only of those that occur."""

    def tile(level, mark="", evidence=0, paired=0):
        cell = {"level": level, "state": mark, "evidence": evidence, "paired": paired}
        return lambda x, middle: _tile(board, cell, x - 1.5, middle - 8, 21, 16)

    rows = view.rows
    narrow = board.wide < 600
    entries = [(tile(level), LEVELS[level]) for level in ((2, 1) if narrow else (2, 1, 0))]
    if (rows["evidence"] == 1).any():
        entries.append((tile(1, evidence=1), "有依据句" if narrow else "两边都有依据句"))
    entries += [(tile(2, state), STATES[state]) for state in STATE_MARK if (rows["state"] == state).any()]
    if (rows["paired"] == 1).any():
        entries.append((tile(0, paired=1), "原文配对"))
    board.key(board.left, y, entries, size, mark=26.0)


def _header(board: Board, measures: list[dict], left: float, top: float, wide: float) -> float:
    """Numbers and short titles of the measures, lying where a column is wide, else standing; returns where the rows begin."""
    number = max(10.5, min(14.0, board.size.note * 0.9))
    names = [row["label"].split(" ", 1)[1] for row in measures]
    base, pitch = top + number * LINE, LINE if wide >= UPRIGHT else STANDING
    if wide >= UPRIGHT:
        size, titles = fit(names, wide - 8, 12.5 * LINE * 3.4, sizes_from(min(15.0, board.size.note)))
        titles = [centred(title) for title in titles]
        high = max(title.count("\n") + 1 for title in titles) * size * LINE
    else:
        size = min(11.5, max(10.0, wide * 0.62))
        titles = ["\n".join(_standing(short_title(name, 7))) for name in names]
        high = max((title.count("\n") + 1 for title in titles), default=1) * size * STANDING
    for place, (row, title) in enumerate(zip(measures, titles, strict=True)):
        x, colour = left + (place + 0.5) * wide, FAINT if row["orphan"] else INK
        board.text(x, top + number * 0.6, row["label"].split(" ", 1)[0], number, colour, bold=True, align="center")
        lines = title.count("\n") + 1
        board.text(x, base + lines * size * pitch / 2, title, size, colour, align="center", line=pitch)
    return base + high + 6


def _standing(text: str) -> list[str]:
    """The characters of a title set upright, with the standing form of … ."""
    return ["︙" if character == "…" else character for character in text if character not in "“”"]


def _rows(board: Board, problems: list[dict], top: float, step: float, left: float, right: float) -> None:
    size, labels = fit([row["label"] for row in problems], right - left - 10, step - 2, sizes_from(min(16, board.size.note + 1, step * 0.8), min(12.5, board.size.note, step * 0.66)))
    chip = min(max(10.0, board.size.note * 0.8), max(10.0, step * 0.55))
    for place, row in enumerate(problems):
        middle = top + (place + 0.5) * step
        board.rule(left, middle - step / 2, board.right)
        board.text(left, middle, labels[place], size)
        board.chip(right, middle, row["verdict"], chip)


def _groups(board: Board, problems: list[dict], top: float, step: float, wide: float) -> None:
    if not wide:
        return
    place = 0
    for name, rows in groupby(problems, key=lambda row: row["category"]):
        count = len(list(rows))
        y = top + place * step
        size, (text,) = fit([name or "未分类"], wide - 14, count * step - 2, sizes_from(min(14, board.size.note)))
        board.line([board.left, board.right], [y, y], SOFT, 1.2)
        board.paragraph(board.left, y + 2 if count > 1 else y + (step - size * LINE) / 2, text, size, SOFT, bold=True)
        place += count


def _tile(board: Board, cell: dict, x: float, y: float, wide: float, high: float) -> None:
    """A cell: full and dark for direct, smaller and light for partial, an empty ground for none."""
    level, gap = cell["level"], 1.5
    board.box(x + gap, y + gap, wide - 2 * gap, high - 2 * gap, LEVEL_FILL[0], edge=INK if cell["paired"] else "none", width=1.4)
    if level:
        inner = gap if level == 2 else gap + min(wide, high) * 0.17
        side = inner if level == 2 else gap + (wide - 2 * gap) * 0.17
        board.box(x + side, y + inner, wide - 2 * side, high - 2 * inner, LEVEL_FILL[level], order=1.6)
    colour = PAPER if level == 2 else INK
    mark = STATE_MARK.get(cell["state"], "")
    if mark:
        board.text(x + wide / 2, y + high / 2, mark, max(10, min(15, high * 0.7)), colour, bold=True, align="center")
    elif level and cell["evidence"]:
        board.dot(x + wide / 2, y + high / 2, max(1.8, min(wide, high) * 0.11), colour)


__all__ = ["RULE", "draw"]
