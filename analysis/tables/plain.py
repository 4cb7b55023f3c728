"""Sections without any numbering: titled paragraphs, or one item a paragraph."""

import re

from analysis.tables.items import Item, joined, span
from analysis.tables.lines import is_closing, is_pledge
from analysis.tables.pointers import is_pointer
from analysis.tables.titles import MEASURE, PROBLEM, category_name, deficient
from analysis.tables.tree import Node
from analysis.tables.wording import names_field, same_name

_FOLLOWS = re.compile(r"(?:比如|例如|再比如|再如|又如|特别是|同时|此外|另外|尤其是|如[，：])")
_LEAD = re.compile(r"^(?:针对|对照|根据|按照|通过|经|为[了切此]|围绕|结合).*(?:如下|以下|问题|方面|措施|汇报|报告)[^。]{0,8}[。：:]$|.*[：:]$|.*(?:如下|以下\S{0,8})[。：:]$")
PLEDGED = "→表态段落"
PLEDGES = 2  # paragraphs of a section that holds nothing but a pledge, without any figure
TITLE_LENGTH = 32  # characters of an unnumbered title line


def plain_items(children: list[Node], role: str, category: str, rule: str, known: frozenset[str] = frozenset()) -> list[Item]:
    """Items of a section whose paragraphs carry no numbers; lead-ins and closing paragraphs give none. `known` are the
    categories that its problems stand in."""
    runs = _runs([child for child in children if child.piece])
    if len(runs) > 1 and all(len(run) > 1 and _is_title(run[0]) and names_field(run[0].piece.rest) for run in runs) and _grouped(runs, role, known):
        return [item for run in runs for node in run[1:] if (item := _item([node], role, category_name(run[0].piece.rest), rule))]
    items = [item for run in runs if (item := _item(run, role, category, rule))]
    if role == MEASURE and len(items) <= PLEDGES and all(is_pledge(item.text) and not re.search(r"\d", item.text) for item in items):
        for item in items:
            item.rule += PLEDGED
    return items


def without_pledges(items: list[Item]) -> list[Item]:
    """The items without sections that only promise to go on (下一步，将坚持力度不减…), where others state measures."""
    pledges = [item for item in items if item.rule.endswith(PLEDGED)]
    return [item for item in items if item not in pledges] if any(item.role == MEASURE and item not in pledges for item in items) else items


def _runs(nodes: list[Node]) -> list[list[Node]]:
    """The nodes of each item: a title line with what follows it, or a paragraph with its examples and fields."""
    while nodes and _LEAD.match(nodes[0].piece.rest) and len(nodes) > 1:
        nodes = nodes[1:]
    titled = bool(nodes) and _is_title(nodes[0]) and len(nodes) > 1
    runs: list[list[Node]] = []
    for node in nodes:
        if is_closing(node.piece.rest) and runs:
            continue
        starts = _is_title(node) if titled else node.key == "text" and node.piece.sep == "\n" and not _FOLLOWS.match(node.piece.rest)
        if starts and node.piece.sep == "\n" or not runs:
            runs.append([node])
        else:
            runs[-1].append(node)
    return runs


def _grouped(runs: list[list[Node]], role: str, known: frozenset[str]) -> bool:
    """True where fields' names head paragraphs that are items each: problems that blame, measures under the problems' groups."""
    paragraphs = [node.piece.rest for run in runs for node in run[1:]]
    if role == PROBLEM:
        return 2 * sum(map(deficient, paragraphs)) >= len(paragraphs)
    return role == MEASURE and sum(same_name(run[0].piece.rest) in known for run in runs) > 1


def _is_title(node: Node) -> bool:
    text = node.piece.rest
    return node.key == "text" and len(text) <= TITLE_LENGTH and not re.search(r"[。；！？：:]$|[。！？]", text)


def _item(run: list[Node], role: str, category: str, rule: str) -> Item | None:
    text = joined(run)
    if len(text) < 4 or (role == MEASURE and is_pointer(text)):
        return None
    return Item(role, "", text, *span(run), f"{rule}→未编号段落", category=category if role == PROBLEM else "", origin=run[0])
