"""What each measure states (who, by when, how much) and its share of exhortation."""

from matplotlib.figure import Figure

from analysis.charts.board import Board
from analysis.charts.phrases import fit, sizes_from
from analysis.charts.style import FAINT, INK, MISSING, SOFT, TILE, Size
from analysis.views.scope import View
from analysis.wording import NONE

TALLEST = 76.0
SLOGAN = "#D98324"


def draw(view: View, size: Size) -> Figure:
    board = Board(view, size)
    rows = view.rows.to_dict("records")
    head = size.note * 1.2
    step = min(TALLEST, (board.high - head) / len(rows))
    places = _places(board)
    for name, title in (("label", "措施"), ("owner", "责任单位"), ("deadline", "时限"), ("quantified", "量化"), ("slogan", "口号占比")):
        board.text(places[name][0], board.top + head / 2 - 3, title, max(10.0, size.note * 0.8), FAINT)
    texts = {name: _fitted(board, [row[name] or NONE for row in rows], places[name][1], step) for name in ("label", "owner", "deadline")}
    for place, row in enumerate(rows):
        middle = board.top + head + (place + 0.5) * step
        board.rule(board.left, middle - step / 2, board.right)
        for name, (chosen, lines) in texts.items():
            _word(board, places[name][0], middle, lines[place], chosen, row[name] != "")
        _word(board, places["quantified"][0], middle, "✓" if row["quantified"] else NONE, texts["label"][0], bool(row["quantified"]))
        _bar(board, places["slogan"], middle, min(step * 0.45, 20), row, texts["label"][0])
    return board.figure


def _fitted(board: Board, texts: list[str], wide: float, step: float) -> tuple[float, list[str]]:
    return fit(texts, wide - 14, step - 6, sizes_from(min(board.size.note + 1, 17), min(12, board.size.note)))


def _places(board: Board) -> dict[str, tuple[float, float]]:
    """Left end and width of the columns, in points."""
    places, left = {}, board.left
    for name, part in (("label", 0.36), ("owner", 0.20), ("deadline", 0.16), ("quantified", 0.08), ("slogan", 0.20)):
        places[name] = (left, board.wide * part)
        left += board.wide * part
    return places


def _word(board: Board, x: float, middle: float, text: str, size: float, there: bool) -> None:
    """What is stated, or 无 on a mark that shows in grey too."""
    if there:
        board.text(x, middle, text, size, INK)
        return
    board.box(x, middle - size * 0.78, size * 1.9, size * 1.56, MISSING, radius=3)
    board.text(x + size * 0.95, middle, NONE, size, "#FFFFFF", bold=True, align="center")


def _bar(board: Board, place: tuple[float, float], middle: float, high: float, row: dict, size: float) -> None:
    left, wide = place
    track = wide - size * 3.1
    board.box(left, middle - high / 2, track, high, TILE)
    if row["said"] != NONE:
        board.box(left, middle - high / 2, track * float(row["slogan_share"]), high, SLOGAN)
    board.text(left + wide, middle, row["said"], size, SOFT, align="right")
