"""The verdicts as a column for each place of the cuts; the one in force stands out."""

from matplotlib.figure import Figure

from analysis.charts.board import Board
from analysis.charts.phrases import LINE, fit, sizes_from
from analysis.charts.style import FAINT, INK, SOFT, VERDICT_INK, Size
from analysis.schema import VERDICTS as ORDER
from analysis.views.scope import View
from analysis.wording import VERDICTS


def draw(view: View, size: Size) -> Figure:
    board = Board(view, size)
    shifts = list(dict.fromkeys(view.rows["shift"]))
    scale = size.note / 15
    side = board.wide * 0.27
    names = max(10.0, 13 * scale)
    left, right = board.left, board.right - side
    top, bottom = board.top + 26 * scale, board.bottom - 24 * scale
    step = (right - left) / len(shifts)
    for place, shift in enumerate(shifts):
        counts = view.rows[view.rows["shift"] == shift].set_index("verdict")["count"]
        now = shift == 0
        wide = step * (0.92 if now else 0.66)
        x = left + (place + 0.5) * step
        _column(board, x, wide, top, bottom, counts, names, now)
        word = "现行" if now else f"{'−' if shift < 0 else '+'}{abs(shift):.2f}"
        board.text(x, bottom + 12 * scale, word, names, INK if now else SOFT, bold=now, align="center")
    board.text(left, board.top + 8 * scale, "← 放宽", names, FAINT)
    board.text(right, board.top + 8 * scale, "收紧 →", names, FAINT, align="right")
    _aside(board, view, right + 26 * scale, top, scale)
    return board.figure


def _column(board: Board, x, wide, top, bottom, counts, size, now: bool) -> None:
    """Gravest on top; a number where it has room."""
    whole, y = counts.sum(), top
    for verdict in ORDER:
        count = int(counts[verdict])
        high = (bottom - top) * count / whole
        if count:
            board.verdict_box(x - wide / 2, y, wide, max(high - 1.5, 0.5), verdict)
            if high > size * 1.5:
                _number(board, x, y + high / 2, count, size * (1.25 if now else 1), verdict, now)
        y += high


def _number(board: Board, x, y, count, size, verdict, bold) -> None:
    if verdict in ("unknown", "justified"):
        board.box(x - size * 0.9, y - size * 0.7, size * 1.8, size * 1.4, "#FFFFFF", radius=3, order=1.5)
    board.text(x, y, str(count), size, VERDICT_INK[verdict], bold=bold, align="center")


def _aside(board: Board, view: View, left: float, top: float, scale: float) -> None:
    """The key, and the problems whose verdict hangs on the cuts."""
    size = max(10.0, 13 * scale)
    present = [verdict for verdict in ORDER if view.rows.loc[view.rows["verdict"] == verdict, "count"].any()]
    y = top
    for verdict in present:
        board.chip(left, y + size * 0.8, verdict, size)
        y += size * 2.1
    near = view.more["near"].to_dict("records")
    y = board.paragraph(left, y + 10 * scale, "结论不稳的问题" if near else "没有处在分界附近的问题", size, SOFT, bold=True) + 3
    chosen, texts = fit([_said(row) for row in near], board.right - left, size * 2.2 * LINE, sizes_from(size, 10.5))
    room = int((board.bottom - y) // (chosen * 2 * LINE + 5))
    shown = texts if len(texts) <= room else texts[: room - 1]
    for text in shown:
        y = board.paragraph(left, y, text, chosen) + 5
    if len(shown) < len(texts):
        board.paragraph(left, y, f"另有{len(texts) - len(shown)}个", chosen, SOFT)


def _said(row: dict) -> str:
    change = [f"{word}→{VERDICTS[row[key]]}" for key, word in (("looser", "放宽"), ("stricter", "收紧")) if row[key] != row["verdict"]]
    return f"{int(row['problem'][1:])} {row['title']}\n{'，'.join(change)}"
