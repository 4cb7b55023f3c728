"""The outline of a document as a tree: every item with its place and the rule that made it (`read --explain`)."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from analysis.tables.items import Item
from analysis.tables.outline import Outline, read_outline
from analysis.tables.titles import CAUSE, MEASURE, NEITHER, PROBLEM
from analysis.tables.tree import Node

_NAMES = {PROBLEM: "问题", CAUSE: "原因", MEASURE: "措施", NEITHER: "不取条目"}
SHOWN = 26  # characters of a text that a line of the tree shows


def lines(paths: Iterable[Path], frames: dict[str, pd.DataFrame]) -> list[str]:
    """The trees of all documents of `frames` (tables documents and blocks), one line a node or item.

    `paths` are the inputs as the analyst named them; documents without blocks give their error only.
    """
    blocks = {doc: list(group.itertuples(index=False)) for doc, group in frames["blocks"].groupby("doc", sort=False)}
    shown: list[str] = []
    for row in frames["documents"].itertuples(index=False):
        shown.append(f"{Path(str(row.path)).name}（{row.format}）")
        if row.doc in blocks:
            shown += _document(read_outline(blocks[row.doc], Path(str(row.path))))
        shown += [f"  提示：{warning}" for warning in str(row.warnings).split("；") if warning]
        shown.append("")
    return shown


def _document(outline: Outline) -> list[str]:
    counts = "，".join(f"{_NAMES[role]}{len(outline.of(role))}条" for role in (PROBLEM, CAUSE, MEASURE))
    origins: dict[int, list[Item]] = {}
    for item in outline.items:
        origins.setdefault(id(item.origin), []).append(item)
    found = [f"  {counts}", *_branches(outline.tree, origins, 1)]
    found += [f"  {line}" for line in _elsewhere(outline)]
    found += [f"  未读入 {part.place}：{_short(part.text)}（{part.reason}）" for part in outline.dropped]
    return found


def _branches(node: Node | None, origins: dict[int, list[Item]], depth: int) -> list[str]:
    """Lines of the nodes below `node` that are sections, categories or items, indented by their depth."""
    found: list[str] = []
    stack = [(child, depth) for child in reversed(node.children)] if node else []
    while stack:
        child, level = stack.pop()
        items = origins.get(id(child), [])
        found += [f"{'  ' * level}{_item_line(item, child)}" for item in items]
        named = bool(child.piece and (child.role or child.numbered))
        if not items and named:
            found.append(f"{'  ' * level}{_node_line(child)}")
        stack += [(inner, level + 1 if items or named else level) for inner in reversed(child.children)]
    return found


def _node_line(node: Node) -> str:
    role = f"【{_NAMES[node.role]}】" if node.titled and node.role in _NAMES else ""
    return f"{role}{_short(node.piece.shown)} · {node.piece.line.place}"


def _item_line(item: Item, node: Node | None = None) -> str:
    label = f"{item.number} " if item.number else ""
    beside = f" → {' '.join(made.id for made in item.pairs)}" if item.pairs else ""
    return f"{item.id} {label}{_short(item.headline)} · {item.place} · {item.rule}{beside}"


def _elsewhere(outline: Outline) -> list[str]:
    """Items that come from tables or from a correction file, in order."""
    return [_item_line(item) for item in outline.items if item.origin is None]


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= SHOWN else plain[: SHOWN - 1] + "…"
