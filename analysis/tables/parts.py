"""What the children of a numbered part are to it: fields, its own text, attributes, a closing paragraph."""

import re

from analysis.tables.attributes import labelled, shared
from analysis.tables.fields import fields_named
from analysis.tables.items import Item
from analysis.tables.lines import is_closing, is_pledge
from analysis.tables.titles import ITEM_ROLES, PROBLEM
from analysis.tables.tree import Node

_APART = re.compile(r"(?:在)?[^，,。：:；（(]{2,12}方面(?:存在的?问题)?[，,。：:]|(?:建章立制|长效机制|制度建设|举一反三|标本兼治)(?:情况|工作)?[。：:]")


def firmness(name: str) -> int:
    """0 for 整改措施, 1 for 整改情况, 2 for 整改结果: the lower, the more it states what is to be done."""
    if re.search(r"措施|举措|打算|建议|要求|意见|方向|对策|计划|安排", name):
        return 0
    return 2 if re.search(r"结果|成效|进展|完成|进度", name) else 1


def is_field(node: Node) -> bool:
    """True for a part that names its role: 整改措施：…, 2.原因分析：…, 措施1：…"""
    named = node.label is not None and node.label.role and node.role != PROBLEM
    return node.role in ITEM_ROLES and bool(node.titled or named)


def own(node: Node) -> list[Node]:
    """What a unit says before its first field."""
    said = []
    for child in node.children:
        if is_field(child):
            break
        said.append(child)
    return said


def attributes(node: Node) -> dict[str, str]:
    """Field → value of the attribute pieces in a unit, first one wins; what stands in brackets is read elsewhere."""
    found: dict[str, str] = {}
    for child in node.walk():
        if child.attribute:
            named = re.split(r"[】\]]?\s*[：:]|[】\]]", child.piece.rest, maxsplit=1)
            name, value = named[0].strip("【[（( 　"), named[-1].strip(" 　。；;】]")
            several = labelled(child.piece.rest)  # 责任人：站长，完成时限：9月底
            if len(several) < 2:
                several = shared(name, value) if len(fields_named(name)) > 1 else {child.piece.field: value}
            for field, part in several.items():
                found.setdefault(field, part)
    return found


def main_parts(parts: list[Node]) -> list[Node]:
    """The numbered parts that make the list: those of a lead-in sentence (一是…二是…) are left aside."""
    lined = {part.key for part in parts if not part.inline}
    first = next((at for at, part in enumerate(parts) if not part.inline), 0)
    return [part for at, part in enumerate(parts) if at >= first or part.key in lined]


def state(item: Item, fields: dict[str, str]) -> None:
    """Give an item the owner, time and state that `attributes` found, where it has none."""
    item.owner = item.owner or fields.get("owner", "") or fields.get("person", "")
    item.deadline = item.deadline or fields.get("deadline", "")
    item.status = item.status or fields.get("status", "")


def trim_attributes(part: Node) -> dict[str, str]:
    """Take the lines of fields below a labelled measure (举措5：…, then 责任单位：…) off it; what they say."""
    at = len(part.children)
    while at and part.children[at - 1].attribute:
        at -= 1
    if at == len(part.children) or part.children[at].piece.sep != "\n":
        return {}
    fields = attributes(part)
    del part.children[at:]
    return fields


def trim_closing(part: Node, ends: bool = False) -> None:
    """Take a paragraph that closes the whole list (以上问题，…) off the end of the last item, or of its last field; of
    the item that `ends` a list of single paragraphs also one that pledges for the rectification as a whole."""
    while part.children and _is_paragraph(part.children[-1]) and closes(part.children[-1].piece.rest, ends):
        part.children.pop()
    if part.children and (is_field(part.children[-1]) or is_field(part) and part.children[-1].numbered):
        trim_closing(part.children[-1], ends)


def closes(text: str, ends: bool = True) -> bool:
    """True for a paragraph that speaks of the whole list; pledges count where `ends`."""
    return is_closing(text) or ends and is_pledge(text)


def ends_list(part: Node, parts: list[Node]) -> bool:
    """True for the last of numbered parts that goes on with a paragraph more than any of the others, which are alike."""
    counts = [sum(_is_paragraph(child) for child in other.children) for other in parts]
    return part is parts[-1] and len(set(counts[:-1])) <= 1 and counts[-1] > max(counts[:-1], default=0)


def ends_units(unit: Node, siblings: list[Node]) -> bool:
    """True for the last of problems with fields of their own, whose last field alone goes on with one more paragraph."""
    if unit is not siblings[-1] or len(siblings) < 2:
        return False
    counts = [_paragraphs_behind(other) for other in siblings]
    return counts[-1] > max(counts[:-1])


def _paragraphs_behind(node: Node) -> int:
    """How many paragraphs stand at the very end of a part, of its last field or of that field's last number."""
    count = 0
    while node.children:
        behind = next((at for at, child in enumerate(reversed(node.children)) if not _is_paragraph(child)), len(node.children))
        count += behind
        if behind or not (is_field(node.children[-1]) or node.children[-1].numbered):
            break
        node = node.children[-1]
    return count


def _is_paragraph(node: Node) -> bool:
    return node.key == "text" and node.piece.sep == "\n"


def lift_apart(parts: list[Node]) -> dict[int, list[Node]]:
    """Take the paragraphs that name a field of their own (建章立制方面。修订…) out of the numbered measures before them;
    id of the measure → the paragraph and what follows it there. Where most measures have one, or one has several, they stay."""
    places = {id(part): [(node, at) for node in part.walk() for at, child in enumerate(node.children) if _is_paragraph(child) and _APART.match(child.piece.rest)] for part in parts}
    alone = [part for part in parts if len(places[id(part)]) == 1 and _says_something(part, *places[id(part)][0])]
    if 2 * len(alone) > len(parts):
        return {}
    lifted = {}
    for part in alone:
        node, at = places[id(part)][0]
        lifted[id(part)] = node.children[at:]
        del node.children[at:]
    return lifted


def _says_something(part: Node, node: Node, at: int) -> bool:
    """True where a part has more than a title before the child `at` of `node`."""
    return node is not part or at > 0 or bool(re.search(r"[。；，：].", part.piece.rest))
