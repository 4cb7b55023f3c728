"""Which level of a section is the item: the numbered parts themselves, or what stands under them."""

import re
from itertools import pairwise

from analysis.tables.grouping import shape
from analysis.tables.titles import MEASURE, PROBLEM, category_like, deficient, names_problem, normal
from analysis.tables.tree import Node
from analysis.tables.wording import acts, graded, names_field, same_name

_SENTENCE = re.compile(r"[。！？]")
_EXAMPLE = re.compile(r"(?:比如|例如|如[，：]|再如|再比如|又如|一些|有的|个别)")
_LOOSE = {"is", "ordinal"}
NEUTRAL_LENGTH = 30  # characters; a longer title without a word of blame is a sentence, not a category


def groups(children: list[Node], role: str, totals: set[int], known: frozenset[str] = frozenset()) -> list[str]:
    """For each numbered part of a section the reason why it is a category, or "" where it is an item.

    Evidence in this order: the document's own total, numbers that run on across the parts, and the
    title of each part. `totals` are the totals the document states for this role, `known` the names of the
    categories that its problems stand in.
    """
    parts = [child.parts() for child in children]
    if not any(parts):
        return [""] * len(children)
    inner = sum(len(found) or 1 for found in parts)
    if 2 * sum(category_like(title_of(child)) for child in children) > len(children):
        totals = totals - {len(children)}  # 四个方面的问题 counts the categories
    if len(children) != inner and (len(children) in totals) != (inner in totals):
        reason = "条目数与文中总数一致" if inner in totals else ""
        return [reason if found else "" for found in parts]
    if _runs_on(parts):
        return ["编号跨类连续" if found else "" for found in parts]
    if sum(_is_known(child, known) for child in children if child.parts()) > 1:
        return ["与问题的类别同名" if _is_known(child, known) and child.parts() else "" for child in children]
    reasons = [_category(child, role) if found else "" for child, found in zip(children, parts, strict=True)]
    return _agreed(children, reasons)


def _is_known(child: Node, known: frozenset[str]) -> bool:
    """True for a part called like a category of the problems, with no words of its own."""
    return same_name(title_of(child)) in known and not has_body(child)


def _agreed(children: list[Node], reasons: list[str]) -> list[str]:
    """Siblings are of one kind: a few that read otherwise by their words alone follow the others."""
    filled = [at for at, child in enumerate(children) if child.parts() and not category_like(title_of(child))]
    grouped = [at for at in filled if reasons[at]]
    if not 0 < len(grouped) < len(filled):
        return reasons
    if len(filled) == 2:
        other = next(at for at in filled if at not in grouped)
        follows = names_field(title_of(children[other])) and names_field(title_of(children[grouped[0]])) and not has_body(children[other])
        return [reasons[grouped[0]] if at == other and follows else reason for at, reason in enumerate(reasons)]
    if len(grouped) >= 0.6 * len(filled):
        return [reasons[grouped[0]] if at in filled and not has_body(children[at]) else reason for at, reason in enumerate(reasons)]
    if len(grouped) <= 0.4 * len(filled):
        return ["" if at in grouped else reason for at, reason in enumerate(reasons)]
    return reasons


def reads_as_problems(root: Node) -> bool:
    """True where a text without any section has a list most of whose entries say what is wrong."""
    leaves = [node for node in root.walk() if node.piece and node.numbered and not node.parts() and node.piece.role != MEASURE]
    return len(leaves) >= 3 and sum(deficient(leaf.piece.rest) for leaf in leaves) >= 0.7 * len(leaves)


def _runs_on(parts: list[list[Node]]) -> bool:
    """True where the inner numbers go on from one part to the next (…4. | 5.…)."""
    filled = [found for found in parts if found and found[0].value]
    steps = [two[0].value == one[-1].value + 1 for one, two in pairwise(filled)]
    return len(steps) >= 1 and sum(steps) > len(steps) / 2


def title_of(node: Node) -> str:
    """A part's title: its first sentence."""
    text = node.piece.rest
    return _SENTENCE.split(text)[0].split("\n")[0].strip()


def has_body(node: Node) -> bool:
    """True where a part says more than its title before its own parts begin."""
    rest = _SENTENCE.split(node.piece.rest, maxsplit=1)
    if len(rest) > 1 and len(rest[1].strip()) > 1:
        return True
    for child in node.children:
        if child.numbered:
            return False
        if child.key == "text" and not child.piece.rest.rstrip().endswith(("：", ":")):
            return True
    return False


def _category(child: Node, role: str) -> str:
    title = title_of(child)
    if category_like(title):
        return "“…方面”是类别"
    if graded(title) and not has_body(child):
        return "标题只说整改到哪一步"
    if child.key == "plain":
        said = deficient(title) if role == PROBLEM else role == MEASURE and acts(title)
        return "" if said and not shape(title) else "未编号的行是类别"
    if role == MEASURE or names_problem(title) or has_body(child):
        return ""
    name = normal(title)
    if _neutral(name) and (role != PROBLEM or _blame(child.parts())):
        return "标题只是名称，条目在其下一级"
    deeper = any(part.parts() and part.parts()[0].key not in _LOOSE for part in child.parts())
    if role == PROBLEM and deeper:
        return "三级编号，中间一级是问题"
    return "下一级各有标题和正文" if _whole(child.parts()) else ""


def _neutral(name: str) -> bool:
    """True for the name of a field, place or unit, which says nothing wrong of anyone."""
    return not deficient(name) and len(name) <= NEUTRAL_LENGTH and not re.search(r"[，,；]|^(?:个别|部分|有的|少数|一些)", name)


def _blame(parts: list[Node]) -> bool:
    """True where at least a third of the parts, with what stands under them, say what is wrong."""
    wrong = sum(any(deficient(node.piece.rest) for node in part.walk()) for part in parts)
    return 3 * wrong >= len(parts)


def _whole(parts: list[Node]) -> bool:
    """True where every part reads as an item of its own: a short headline and a body after it."""
    for part in parts:
        sentences = [sentence for sentence in _SENTENCE.split(part.piece.rest) if sentence.strip()]
        if part.key in _LOOSE or part.key == "bullet" or _EXAMPLE.match(part.piece.rest):
            return False
        if not (len(sentences) >= 2 and len(sentences[0]) <= 30) and not (len(sentences) == 1 and part.children and not part.piece.rest.endswith("。")):
            return False
    return True
