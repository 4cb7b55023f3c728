"""A row a problem, a tile a segment: answered by an action (dark), by words (light), not at all (open)."""

from matplotlib.figure import Figure

from analysis.charts.board import Board
from analysis.charts.phrases import fit, sizes_from
from analysis.charts.style import FAINT, INK, LEVEL_FILL, MISSING, PAPER, SOFT, Size
from analysis.views.scope import View

TALLEST = 72.0
NAMES = {"headline": "题", "claim": "述", "example": "例"}
FILL = {2: (LEVEL_FILL[2], PAPER), 1: (LEVEL_FILL[1], INK), 0: (PAPER, MISSING)}


def draw(view: View, size: Size) -> Figure:
    board = Board(view, size)
    problems = [rows for _, rows in view.rows.groupby("problem", sort=False)]
    head = size.note * 1.9
    _key(board, board.top + size.note * 0.5)
    step = min(TALLEST, (board.high - head) / len(problems))
    label, most = board.wide * 0.34, max(len(rows) for rows in problems)
    tile = min(step * 0.72, 30.0, board.wide * 0.3 / most - 3)
    strip = most * (tile + 3) + 6
    names = fit([rows["label"].iloc[0] for rows in problems], label - 14, step - 6, sizes_from(min(size.note + 1, 17), min(12, size.note)))
    quotes = fit([_left(rows) for rows in problems], board.wide - label - strip - 10, step - 6, sizes_from(min(size.note, 13), 11))
    for place, rows in enumerate(problems):
        middle = board.top + head + (place + 0.5) * step
        board.rule(board.left, middle - step / 2, board.right)
        board.text(board.left, middle, names[1][place], names[0])
        for number, row in enumerate(rows.to_dict("records")):
            _tile(board, board.left + label + number * (tile + 3), middle, tile, row["kind"], row["addressed"])
        board.text(board.left + label + strip + 10, middle, quotes[1][place], quotes[0], SOFT)
    return board.figure


def _left(rows) -> str:
    """The first claim or example that nothing answers, or that there is none; the headline stands at the left."""
    open_ones = rows[rows["addressed"] == 0]
    texts = open_ones.loc[open_ones["kind"] != "headline", "text"].tolist()
    if not texts:
        return "标题所述没有回应" if len(open_ones) else "都有回应"
    return texts[0] if len(open_ones) == 1 else f"{texts[0]}（共{len(open_ones)}处）"


def _tile(board: Board, x: float, middle: float, side: float, kind: str, addressed: int) -> None:
    fill, ink = FILL[int(addressed)]
    board.box(x + 0.8, middle - side / 2, side - 1.6, side, fill, edge=MISSING if not addressed else "none", width=1.6)
    if side >= 13.5:
        board.text(x + side / 2, middle, NAMES.get(kind, "述"), max(10.0, min(14.0, side * 0.6)), ink, align="center")


def _key(board: Board, y: float) -> None:
    def mark(addressed):
        return lambda x, middle: _tile(board, x, middle, 13, "", addressed)

    entries = [(mark(2), "有可核查的举措"), (mark(1), "仅有提及"), (mark(0), "没有回应")]
    end = board.key(board.left, y, entries, max(10.5, board.size.note * 0.83))
    words = "题=标题  述=表述  例=事例"
    if end < board.right - 150:
        board.text(end, y, words, max(10.5, board.size.note * 0.83), FAINT)
