"""What an item is on the way to the tables, and how its text and headline come from the pieces it covers."""

import re
from dataclasses import dataclass, field

from analysis.tables.tree import Node

_TITLE_COLON = re.compile(r"^([^，,。；：:“”]{4,20})[：:](?=\S)")
_CITING = re.compile(r"(?:如|即|指出|反映|表现为|表现在|要求|包括|一是|例如|比如|认为|强调|发现|提出|显示|说)$")
_SPACED_TITLE = re.compile(r"^(\S{4,30})(?:[　]+|[ ]{2,})\S")


@dataclass(eq=False)
class Item:
    """A problem, cause or measure: its columns, where it stands, and the rule that made it."""

    role: str
    number: str
    text: str
    block_first: int
    block_last: int
    place: str
    rule: str
    category: str = ""
    owner: str = ""
    deadline: str = ""
    status: str = ""
    headline: str = ""
    id: str = ""
    label: object = None
    series: object = None
    pairs: list = field(default_factory=list)
    pointer: str = ""
    origin: Node | None = None

    def __post_init__(self) -> None:
        self.headline = self.headline or headline(self.text)


def headline(text: str) -> str:
    """The first sentence or heading of an item's text, without its closing mark.

    >>> headline("学习深度不够。虽然定期组织…")
    '学习深度不够'
    """
    spaced = _SPACED_TITLE.match(text.split("\n")[0])
    if spaced and not re.search(r"[。；]", spaced[1]):
        return spaced[1]
    first = _first_sentence(text.strip())
    titled = _TITLE_COLON.match(first)
    if titled and not _CITING.search(titled[1]):
        return titled[1]
    return first.rstrip("。！？；;：: \n　")


def _first_sentence(text: str) -> str:
    """Up to the first full stop outside quotes and brackets, or the first line break."""
    depth = 0
    line = text.split("\n")[0]
    for at, char in enumerate(line):
        depth += (char in "“（「") - (char in "”）」")
        if char in "。！？" and depth <= 0:
            return line[: at + 1]
    return line if depth <= 0 else re.split(r"(?<=[。！？])", line)[0]


def joined(nodes: list[Node], *, first_label: bool = False, attributes: bool = True) -> str:
    """The text of nodes and all below them in order; the first without its number unless `first_label`.

    Attribute pieces (责任单位：…) are left out unless `attributes`.
    """
    parts: list[str] = []
    for root in nodes:
        for node in root.walk():
            piece = node.piece
            if piece is None or (not attributes and node.attribute):
                continue
            shown = piece.shown if parts or first_label else piece.rest
            if shown:
                parts.append((piece.sep if parts else "") + shown)
    return "".join(parts).strip()


def span(nodes: list[Node]) -> tuple[int, int, str]:
    """First block, last block and place of nodes and all below them."""
    lines = [node.piece.line for root in nodes for node in root.walk() if node.piece]
    first = min(lines, key=lambda line: line.block)
    return first.block, max(line.last for line in lines), first.place


def item_of(node: Node, role: str, rule: str, *, attributes: bool = True, **columns) -> Item:
    """The item that a numbered part (with all below it) makes."""
    text = joined([node], attributes=attributes)
    first, last, place = span([node])
    number = node.label.number if node.label else ""
    return Item(role, number, text, first, last, place, rule, label=node.label, origin=node, **columns)
