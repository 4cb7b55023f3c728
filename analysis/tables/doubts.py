"""Warnings in plain Chinese: what in a document's own counting does not agree with what was read."""

from collections import Counter

from analysis.tables.claims import otherwise_rank
from analysis.tables.items import Item
from analysis.tables.titles import CAUSE, MEASURE, NEITHER, PROBLEM
from analysis.tables.tree import Node

NAMES = {PROBLEM: "问题", CAUSE: "原因", MEASURE: "措施"}
LISTED = 2  # numbered parts that make a list
SHOWN = 5  # at most so many warnings of one kind


def doubts(items: list[Item], totals: dict[str, set[int]]) -> list[str]:
    """All warnings about the items of one document, in the order of their roles."""
    found: list[str] = []
    for role in (PROBLEM, CAUSE, MEASURE):
        own = [item for item in items if item.role == role]
        found += _numbering(own, NAMES[role]) + _unnumbered(own, NAMES[role]) + _total(own, totals.get(role, set()), NAMES[role])
    return found


def unread(root: Node, items: list[Item]) -> list[str]:
    """One warning for each section beside the known ones whose list gave no item: what it is called, and how long the
    list is. Sections that the vocabulary knows to hold neither problems nor measures are left aside in silence."""
    read = [(item.block_first, item.block_last) for item in items]
    return [_left(node) for node in _sections(root) if not _is_read(node, read) and not _is_aside(node)][:SHOWN]


def _sections(root: Node) -> list[Node]:
    """The siblings of the titled sections, wherever those stand in the tree."""
    levels = [node for node in root.walk() if any(child.titled and child.role in NAMES for child in node.parts())]
    keys = {(id(level), child.key) for level in levels for child in level.parts() if child.titled and child.role in NAMES}
    return [child for level in levels for child in level.parts() if (id(level), child.key) in keys and len(child.parts()) >= LISTED]


def _is_read(node: Node, read: list[tuple[int, int]]) -> bool:
    blocks = [inner.piece.line.block for inner in node.walk()]
    return any(first <= max(blocks) and last >= min(blocks) for first, last in read)


def _is_aside(node: Node) -> bool:
    return node.role == NEITHER and otherwise_rank(node.piece.rest, MEASURE) != 1


def _left(node: Node) -> str:
    return f"章节“{node.piece.rest[:20]}”有{len(node.parts())}条编号内容，未识别为问题、原因或措施"


def _numbering(items: list[Item], name: str) -> list[str]:
    """Doubled and missing numbers within each series that counts on; a new 1 begins a new series."""
    doubled, missing = [], []
    for series in _series(items):
        for value, count in Counter(series).items():
            if count > 1:
                doubled.append(f"{'两' if count == 2 else count}个{name}条目同为{value}号")
        present = set(series)
        gaps = [value for value in range(1, max(series)) if value not in present]
        if len(gaps) <= max(3, len(series) // 3):
            missing += [f"{name}缺少第{value}号" for value in gaps]
    return doubled[:SHOWN] + missing[:SHOWN]


def _unnumbered(items: list[Item], name: str) -> list[str]:
    """Items without a number that fill a gap in their list's count."""
    return [f"{name}第{item.label.value}号未写编号，按前后编号补认" for item in items if item.label is not None and item.label.value and not item.number][:SHOWN]


def _series(items: list[Item]) -> list[list[int]]:
    """Values of the items' numbers in runs: a step back to 1, or another style, begins a new run."""
    runs: list[list[int]] = []
    style = None
    for item in items:
        if item.label is None or not item.label.value:
            continue
        value, fresh = item.label.value, item.series
        if not runs or _begins(value, runs[-1][-1], fresh, style):
            runs.append([])
            style = fresh
        runs[-1].append(value)
    return [run for run in runs if len(run) > 1]


def _begins(value: int, before: int, series: object, known: object) -> bool:
    """True where a number begins a new run: a step back in another list, or back to 1 where lists are not known."""
    if series != known:
        return value <= before
    return value < before - 1 or series is None and value == 1 < before


def _total(items: list[Item], totals: set[int], name: str) -> list[str]:
    """A stated total that no reading agrees with; several totals in one document speak of parts."""
    categories = len({item.category for item in items if item.category})
    counted = totals - {categories}
    if not counted or not items or len(items) in totals or sum(totals) == len(items):
        return []
    stated = max(counted)
    return [f"文中称共{stated}个{name}，实际识别{len(items)}个"]
