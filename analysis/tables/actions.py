"""The text of a cell: its numbered parts one item each, else one item."""

import re

from analysis.tables.fields import field_of
from analysis.tables.grid import Cell
from analysis.tables.items import Item, item_of, joined
from analysis.tables.lines import Line, cleaned
from analysis.tables.parts import main_parts
from analysis.tables.pieces import split_text
from analysis.tables.titles import MEASURE
from analysis.tables.tree import build_tree
from analysis.tables.units import Units
from analysis.tables.wording import acts

_LOOSE = {"is", "ordinal"}
_WHOLE = re.compile(r"(?!同时|此外|另外|并|其中|例如|比如).{6,}[。；;！]")  # a paragraph that stands for itself


def split_actions(text: str, role: str, cell: Cell, rule: str) -> list[Item]:
    """The items of a cell, in order. Numbered parts are one each; a lead-in before them is left out; 一是… after a
    title stays inside it."""
    line = Line(cell.block, cell.block, cell.place, "cell", "", text)
    pieces = split_text(cleaned(text), line)
    tree = build_tree(pieces, Units())
    while len(tree.children) == 1 and tree.children[0].titled and tree.children[0].children:
        tree = tree.children[0]
    parts = main_parts(tree.parts())
    lead = [child for child in tree.children if not child.numbered and not child.attribute]
    if parts and (parts[0].key not in _LOOSE or not lead):
        items = [item_of(part, role, f"{rule}中的编号项") for part in parts]
        for item in items:
            item.origin, item.series = None, id(cell)
        return items
    if role == MEASURE and not parts and (listed := _listed(text)):
        return [Item(role, "", part, cell.block, cell.block, cell.place, f"{rule}中的段落", series=id(cell)) for part in listed]
    whole = joined([child for child in tree.children], first_label=True)
    return [Item(role, "", whole, cell.block, cell.block, cell.place, rule, series=id(cell))] if whole else []


def _listed(text: str) -> list[str]:
    """The paragraphs of a cell that lists without numbers: each a sentence, most with an action, the first no title."""
    parts = [part for part in (cleaned(part) for part in text.split("\n")) if part]
    whole = len(parts) > 1 and all(_WHOLE.fullmatch(part) and not field_of(part) for part in parts) and 2 * sum(map(acts, parts)) >= len(parts)
    return parts if whole and len(parts[0]) >= 0.5 * min(map(len, parts[1:])) else []
