"""Bands from problems through causes to measures; what leads to no measure ends on top, in its own colour."""

from itertools import pairwise

from matplotlib.figure import Figure

from analysis.charts.board import Board
from analysis.charts.phrases import centred, fit, sizes_from
from analysis.charts.style import FAINT, INK, LEVEL_FILL, MISSING, PAPER, SOFT, Size
from analysis.views.flow import NOWHERE
from analysis.views.scope import View
from analysis.wording import LEVELS

BAND = {2: ("#2F6E9C", 0.62), 1: (LEVEL_FILL[1], 0.75), 0: (MISSING, 0.5)}
BAR, GAP = 9.0, 5.0


def draw(view: View, size: Size) -> Figure:
    board = Board(view, size)
    scale = size.note / 15
    nodes, bands = view.more["nodes"], view.rows
    _key(board, scale, bands)
    top = board.top + 42 * scale
    columns = _columns(board, nodes)
    unit = _unit(board.bottom - top, nodes, scale)
    spots = {side: _stack(nodes[nodes["side"] == side], top, board.bottom, unit, scale) for side in columns}
    for side, (left, wide, _) in columns.items():
        _names(board, side, left, wide, spots[side], scale)
    ends = list(columns)
    for leg, (first, second) in enumerate(pairwise(ends)):
        left = columns[first][2][1]
        right = columns[second][2][0]
        _bands(board, bands[bands["side"] == leg], spots[first], spots[second], left, right, unit)
    _titles(board, columns, top - 12 * scale)
    return board.figure


def _columns(board: Board, nodes) -> dict[int, tuple[float, float, tuple[float, float]]]:
    """By side: left end and width of its names, and the x where bands arrive and leave."""
    wide = board.wide
    label = wide * (0.29 if nodes["side"].nunique() == 3 else 0.36)
    columns = {0: (board.left, label, (0.0, board.left + label + BAR))}
    if nodes["side"].nunique() == 3:
        card = wide * 0.17
        left = board.left + (wide - card) / 2
        columns[1] = (left, card, (left, left + card))
    columns[2] = (board.right - label, label, (board.right - label - BAR, 0.0))
    return columns


def _least(side: int, scale: float) -> float:
    return {0: 13.5, 1: 36.0, 2: 14.0}[side] * scale


def _unit(high: float, nodes, scale: float) -> float:
    """Points a problem, the same in all columns: the largest at which the fullest column fits."""
    low, top = 0.0, high
    for _ in range(40):
        unit = (low + top) / 2
        needed = max(sum(max(w * unit, _least(side, scale)) + GAP for w in part["weight"]) - GAP for side, part in nodes.groupby("side"))
        low, top = (unit, top) if needed <= high else (low, unit)
    return low


def _stack(part, top: float, bottom: float, unit: float, scale: float) -> dict[str, dict]:
    """Nodes one under the other, the rest of the height shared between them: their `top`, `high`, `label`."""
    rows = part.sort_values("place").to_dict("records")
    highs = [max(row["weight"] * unit, _least(row["side"], scale)) for row in rows]
    gap = (bottom - top - sum(highs)) / (len(rows) - 1) if len(rows) > 1 else 0.0
    gap = min(gap, 60.0)
    y = top + (bottom - top - sum(highs) - gap * (len(rows) - 1)) / 2
    spots = {}
    for row, high in zip(rows, highs, strict=True):
        spots[row["node"]] = row | {"top": y, "high": high, "gap": gap, "used": {"in": 0.0, "out": 0.0}}
        y += high + gap
    return spots


def _names(board: Board, side: int, left: float, wide: float, spots: dict, scale: float) -> None:
    rows = list(spots.values())
    room = min((row["high"] + (0 if side == 1 else min(row["gap"], 18)) for row in rows), default=20) - 1
    largest = min(15.0, max(10.0, 15 * scale)) if side != 1 else max(10.0, 12.5 * scale)
    size, labels = fit([row["label"] for row in rows], wide - (12 if side == 1 else 10), room - (4 if side == 1 else 0), sizes_from(largest, min(largest, 12.5 * scale)))
    for row, label in zip(rows, labels, strict=True):
        middle, gone = row["top"] + row["high"] / 2, row["node"] == NOWHERE
        if side == 1:
            board.box(left, row["top"], wide, row["high"], PAPER, edge=SOFT, width=1.0, radius=4, order=1.4)
            board.text(left + wide / 2, middle, centred(label), size, align="center")
            continue
        bar = left + wide if side == 0 else left - BAR
        board.box(bar, row["top"], BAR, row["high"], MISSING if gone else INK, order=1.4)
        x, align = (left + wide - 8, "right") if side == 0 else (left + 8, "left")
        board.text(x, middle, label, size, MISSING if gone else INK, align=align, bold=gone)


def _bands(board: Board, bands, sources: dict, targets: dict, left: float, right: float, unit: float) -> None:
    """Bands in the order of their far ends, so that none crosses another of the same node."""
    rows = [row | {"from": sources[row["source"]], "to": targets[row["target"]]} for row in bands.to_dict("records")]
    for row in sorted(rows, key=lambda row: (row["from"]["place"], row["to"]["place"], row["level"])):
        row["start"] = _take(row["from"], "out", row["weight"] * unit, unit)
    for row in sorted(rows, key=lambda row: (row["to"]["place"], row["from"]["place"], row["level"])):
        row["end"] = _take(row["to"], "in", row["weight"] * unit, unit)
    for row in sorted(rows, key=lambda row: row["level"], reverse=True):
        high, (colour, alpha) = row["weight"] * unit, BAND[row["level"]]
        board.ribbon(left, row["start"], row["start"] + high, right, row["end"], row["end"] + high, colour, alpha)


def _take(node: dict, way: str, high: float, unit: float) -> float:
    """The next free piece of a node's edge; the bands of a node stand in its middle."""
    y = node["top"] + (node["high"] - node["weight"] * unit) / 2 + node["used"][way]
    node["used"][way] += high
    return y


def _key(board: Board, scale: float, bands) -> None:
    def mark(level):
        return lambda x, middle: board.box(x, middle - 5, 13, 10, BAND[level][0])

    names = LEVELS | {0: "没有任何对应"}
    entries = [(mark(level), names[level]) for level in (2, 1, 0) if (bands["level"] == level).any()]
    board.key(board.left, board.top + 6 * scale, entries, max(10.5, 12.5 * scale))


def _titles(board: Board, columns: dict, y: float) -> None:
    size = max(10.5, 12.5 * board.size.note / 15)
    for side, name in ((0, "问题"), (1, "原因"), (2, "措施")):
        if side in columns:
            left, wide, _ = columns[side]
            x, align = {0: (left + wide + BAR, "right"), 1: (left + wide / 2, "center"), 2: (left - BAR, "left")}[side]
            board.text(x, y, name, size, FAINT, align=align, bold=True)

