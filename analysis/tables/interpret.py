"""The tree to items: sections, categories, pairs. The rule that made an item stays with it."""

import re
from dataclasses import replace

from analysis.tables.items import Item, item_of, joined, span
from analysis.tables.levels import groups, has_body, reads_as_problems, title_of
from analysis.tables.parts import (
    attributes,
    ends_list,
    ends_units,
    firmness,
    is_field,
    lift_apart,
    main_parts,
    own,
    state,
    trim_attributes,
    trim_closing,
)
from analysis.tables.plain import plain_items, without_pledges
from analysis.tables.pointers import is_pointer
from analysis.tables.replies import split_reply
from analysis.tables.titles import (
    CAUSE,
    ITEM_ROLES,
    MEASURE,
    NEITHER,
    PROBLEM,
    category_like,
    category_name,
    deficient,
    looks_ahead,
    names_problem,
    problem_name,
)
from analysis.tables.tree import Node
from analysis.tables.wording import same_name

_LOOSE = {"is", "ordinal"}
_CODED = re.compile(r"[\u4e00-\u9fff]{0,6}(?:编号|单号|案号|件号)[：:]?\s*[^，。：:]+")  # 受理编号：X2024001 stands for the problem
_HEADING = re.compile(r"[^，,、；;：:。]{6,18}。?")
"""A field's first line that is one short phrase heads what follows; a longer one only leads in (高度重视，专题研究。1.…)."""
_SHOWN = re.compile(r"(?:问题|主要|具体|突出|典型)*的?表现(?:形式)?[：:]")  # under a title it is a word of the text, as inside a paragraph
_QUOTED = re.compile(r"[“\"「]([^”\"」]{4,60})[”\"」](?:的)?(?:问题|现象|不足|情况)")


class Interpreter:
    """Walks a tree once; `items` in document order afterwards. `totals` = stated totals by role."""

    def __init__(self, root: Node, totals: dict[str, set[int]], fallback: str = ""):
        self.items: list[Item] = []
        self.places: dict[int, tuple[str, str, bool]] = {}
        self.totals = totals
        self.asides, self.guessed, self.replied = True, False, False
        self.finer = self._counts_inside(root)
        self.listed = self._lists_problems(root)
        self.run(root, fallback)
        self.items = without_pledges(self.items)

    def run(self, root: Node, fallback: str) -> None:
        self.container(root, "", "", "")
        if not any(item.role == PROBLEM for item in self.items) and any(aside for _, _, aside in self.places.values()):
            self.items.clear()
            self.places.clear()
            self.asides = False
            self.container(root, "", "", "")
        if any(item.role == PROBLEM for item in self.items):
            return
        self.guessed = not fallback and not self.items and reads_as_problems(root)
        if fallback or self.guessed:
            self.items.clear()
            self.listed = True
            self.section(root, PROBLEM, "", "文件标题说明是清单" if fallback else "条目内容是问题")

    def _lists_problems(self, root: Node) -> bool:
        """True where some section of the document lists problems, so that 关于…的问题 among measures only quotes."""
        return any(node.role == PROBLEM and node.titled and node.key != "field" and not self._is_unit(node) and (node.parts() or node.children) for node in root.walk() if node.piece)

    def _counts_inside(self, root: Node) -> bool:
        """True where the document's own total counts what stands under 问题表现, not the parts that hold it."""
        lists = [len(field.parts()) for node in root.walk() for field in node.children if field.role == PROBLEM and is_field(field) and node.key != "root" and field.parts()]
        stated = self.totals.get(PROBLEM, set())
        return len(lists) > 1 and sum(lists) in stated and len(lists) not in stated

    def container(self, node: Node, role: str, category: str, rule: str) -> None:
        """Read the children of a part that is no item itself."""
        run: list[Node] = []
        sections = any(child.role in ITEM_ROLES and (child.titled or child.key == "name") for child in node.children)
        units = [child for child in node.children if self._is_unit(child)]
        blaming = 2 * sum(deficient(title_of(unit)) for unit in units if unit.key != "unit") > len(units) > 1
        for child in node.children:
            if self._is_unit(child):
                self._flush(node, run, role, category, rule)
                self.unit(child, category, ends_units(child, units), blaming)
            elif child.role == NEITHER and self.asides and (sections or not role or node.key == "root"):
                self._flush(node, run, role, category, rule)
                self._note(child, "", "", True)
            elif child.role in ITEM_ROLES and child.titled:
                self._flush(node, run, role, category, rule)
                inner = category_name(title_of(child)) if category_like(title_of(child)) else category
                self.section(child, child.role, inner, f"章节“{child.piece.rest[:20]}”")
            elif not role and not self.listed and child.numbered and names_problem(title_of(child)) and _says_more(child):
                self._flush(node, run, role, category, rule)
                self.named_pair(child, category)
            elif not role and child.label and child.label.role == PROBLEM and not child.inline:  # 问题1：… wherever it stands
                self.level([child], PROBLEM, category, "编号标明问题")
            elif (child.numbered or child.role == NEITHER) and not role:
                self._flush(node, run, role, category, rule)
                self.container(child, "", self._inherited(child, category), rule)
            else:
                run.append(child)
        self._flush(node, run, role, category, rule)

    def _inherited(self, child: Node, category: str) -> str:
        title = title_of(child)
        holds = self.finer and any(field.role == PROBLEM and is_field(field) for field in child.children)
        return category_name(title) if holds or child.key == "plain" or category_like(title) and len(title) <= 40 else category

    def _flush(self, node: Node, run: list[Node], role: str, category: str, rule: str) -> None:
        if run and role:
            self.level(list(run), role, category, rule)
        run.clear()

    def section(self, node: Node, role: str, category: str, rule: str) -> None:
        """A section of one role: its children are items, categories of items, units or further sections."""
        self._note(node, role, category, False)
        outer, self.replied = self.replied, bool(node.piece and node.piece.mixed and "整改" in node.piece.rest)
        self.container(node, role, category, rule)
        self.replied = outer

    def _note(self, node: Node, role: str, category: str, aside: bool) -> None:
        """Remember of every block under a section what the section is, for the tables that stand in it."""
        for inner in node.walk():
            if inner.piece:
                self.places[inner.piece.line.block] = (role, category, aside)

    def level(self, children: list[Node], role: str, category: str, rule: str) -> None:
        """Items of one role among siblings, some of which may be categories."""
        parts = main_parts([child for child in children if child.numbered])
        known = frozenset(same_name(item.category) for item in self.items if item.category)
        if not parts:
            self.items += plain_items(children, role, category, rule, known)
            return
        reasons = groups(parts, role, self.totals.get(role, set()), known)
        apart = lift_apart(parts) if role == MEASURE and not any(reasons) else {}
        told = role == MEASURE and self.replied and 5 * sum(deficient(title_of(part)) and _says_more(part) for part in parts) >= 3 * len(parts)
        for part, reason in zip(parts, reasons, strict=True):
            if role != CAUSE and any(reasons) and not part.parts() and category_like(title_of(part)) and has_body(part):
                self.items.append(_untitled(item_of(part, role, f"{rule}→类别下只有一条", series=id(parts[0]))))
            elif reason:
                self.container(part, role, category_name(title_of(part)), f"{rule}→{reason}")
            elif role == MEASURE and (told or names_problem(title_of(part))) and not self.listed and _says_more(part):
                self.named_pair(part, category)
            else:
                trim_closing(part, ends=ends_list(part, parts))
                self.add(part, role, category if role == PROBLEM else "", rule, id(parts[0]))
                self.items += plain_items(apart.get(id(part), []), role, "", f"{rule}→编号项之后")

    def add(self, part: Node, role: str, category: str, rule: str, series: int) -> None:
        beside = role == MEASURE and part.label and part.label.role and any(item.pairs for item in self.items)
        fields = trim_attributes(part) if beside else {}  # as in the units before it
        item = item_of(part, role, f"{rule}→编号{part.label.written.strip() if part.label else '标题'}", category=category, series=series)
        state(item, fields)
        if item.text and not (role == MEASURE and is_pointer(item.text)):
            self.items += split_reply(item) if self.replied and role == PROBLEM else [item]

    def named_pair(self, part: Node, category: str) -> None:
        """关于…的问题 as a heading, its measures under it."""
        first, _, place = span([part])
        quoted = _QUOTED.search(title_of(part))
        rest = part.piece.rest
        title = title_of(part)
        inline = rest[len(title) :].lstrip("。：: ")
        text = problem_name(title) if inline or part.children else (quoted[1] if quoted else title)
        problem = Item(PROBLEM, part.label.number if part.label else "", text, first, first, place, "标题点明问题，下接整改情况", category=category, label=part.label, origin=part)
        self.items.append(problem)
        body = [child for child in part.children if not child.attribute]
        made = self._actions(body, MEASURE, "") if body and not inline else []
        if not made:
            text = (inline + "\n" + joined(body, first_label=True, attributes=False)).strip() or attributes(part).get("status", "")
            made = [Item(MEASURE, "", text, *span([part]), "标题点明问题，下接整改情况", origin=part)] if text else []
        self._pair(problem, [item for item in made if not is_pointer(item.text)], part)

    def _is_unit(self, node: Node) -> bool:
        """True for a problem with causes or measures of its own below it."""
        if node.opener or node.key == "unit":
            return not self._is_group(node)
        if not node.numbered or node.key == "name" or not node.piece:
            return False
        if node.titled and node.role in ITEM_ROLES and not node.label:
            return False
        fields = [child for child in node.children if is_field(child) and not child.opener]
        if sum(child.role == PROBLEM for child in fields) > 1:
            return False
        return bool(fields) and not (node.titled and node.role) and not self._is_group(node)

    def _is_group(self, node: Node) -> bool:
        """True where the roles below a part hold lists of their own: 政治建设方面 → 存在问题 1. 2. → 整改措施 1. 2."""
        fields = {child.role: child for child in node.children if is_field(child)}
        title = title_of(node)
        problem = fields.get(PROBLEM)
        named = deficient(title) or names_problem(title) or bool(node.label and node.label.role)
        if problem is None:
            return not node.opener and not named
        if named and self.finer:
            return bool(problem.parts())
        if named:
            return not node.opener and len(problem.parts()) > 2 and len(fields) > 1
        return bool(problem.parts())

    def unit(self, node: Node, category: str, ends: bool = False, blaming: bool = False) -> None:
        """A problem with its own causes, measures and fields; the last of several `ends` with the document's closing
        words, and `blaming` says that most of their titles say what is wrong."""
        trim_closing(node, ends)
        fields = [child for child in node.children if is_field(child)]
        category, text = self._worded(node, fields, category, blaming)
        number = node.label.number if node.label else ""
        first, last, place = span([node])
        if not text:
            return
        stop = min((child.piece.line.block for child in fields if child.role != PROBLEM), default=last)
        problem = Item(PROBLEM, number, text, first, max(first, min(last, stop)), place, "问题与措施成组", category=category, label=node.label, origin=node)
        self.items.append(problem)
        made: list[Item] = []
        for field in fields:
            if field.role == PROBLEM or self._is_status(field, fields):
                problem.status = problem.status or (joined(field.children, attributes=False).rstrip("。；") if field.role == MEASURE else "")
                continue
            found = [item_of(field, field.role, "编号标明措施", attributes=False)] if not field.titled else self._actions(field.children, field.role, number if field.role == CAUSE else "")
            made += [item for item in found if not self._points(item, problem)]
        self._pair(problem, made, node)

    def _worded(self, node: Node, fields: list[Node], category: str, blaming: bool) -> tuple[str, str]:
        """The category and the text of a unit's problem: its title, unless that only names a field, and what describes it."""
        said = own(node)
        described = [child for field in fields if field.role == PROBLEM for child in field.children]
        title = "" if node.titled and node.role or node.key == "unit" else title_of(node)
        text = joined([Node(node.piece, "text"), *said], attributes=False) if title else joined(said, attributes=False)
        says = blaming or deficient(text) or names_problem(title) or bool(node.label and node.label.role == PROBLEM)
        if described and title and (category_like(title) or not says or _CODED.fullmatch(title)):
            category, text = "" if _CODED.fullmatch(title) else category_name(title), ""
        shown = [Node(field.piece, "text") for field in fields if text and described and field.label is None and _SHOWN.fullmatch(field.piece.rest)]
        about = joined([*shown[:1], *described], attributes=False, first_label=len(described) > 1)
        return category, "\n".join(part for part in (text, about) if part)

    def _points(self, item: Item, problem: Item) -> bool:
        """True for a pointer to another problem's measures; noted with the problem."""
        if item.role == MEASURE and is_pointer(item.text):
            problem.pointer = item.text
            return True
        return False

    def _is_status(self, field: Node, fields: list[Node]) -> bool:
        """整改情况 beside 整改措施, or 整改结果 beside 整改情况, is the state of affairs, not a second measure; plans only add to it."""
        ranks = [firmness(other.piece.rest) for other in fields if other.role == MEASURE and (other.children or not other.titled) and not (other.titled and looks_ahead(other.piece.rest))]
        return field.role == MEASURE and firmness(field.piece.rest) > min(ranks, default=0)

    def _actions(self, children: list[Node], role: str, number: str) -> list[Item]:
        """The measures (causes) under a field: numbered actions one each, unless a heading holds them together, else the whole text."""
        parts = main_parts([child for child in children if child.numbered])
        lead = [child for child in children if not child.numbered and not child.attribute]
        headed = role == MEASURE and len(lead) == 1 and bool(_HEADING.fullmatch(lead[0].piece.rest))
        if parts and not headed and (parts[0].key not in _LOOSE or not lead):
            missed = [Item(role, "", text, *span(lead), "成组字段中的编号项之前", origin=lead[0])] if lead and parts[0].value == 2 and (text := joined(lead, attributes=False)) else []
            return missed + [item_of(part, role, "成组字段中的编号项", attributes=False, series=id(parts[0])) for part in parts]
        body = [child for child in children if not child.attribute]
        text = joined(body, first_label=True, attributes=False)
        return [Item(role, number, text, *span(body), "成组字段", origin=body[0])] if text else []

    def _pair(self, problem: Item, made: list[Item], node: Node) -> None:
        fields = attributes(node)
        for item in [problem, *made]:
            if item.role != CAUSE:
                state(item, fields)
                item.status = item.status or problem.status
        problem.category = problem.category or fields.get("category", "")
        problem.pairs += made
        self.items += made


def _untitled(item: Item) -> Item:
    """The item without the category that its sentence begins with (作风方面。调研不深。… among 思想方面。一是…二是…)."""
    title = re.split(r"(?<=[。：:\n])", item.text, maxsplit=1)[0]
    return replace(item, text=item.text[len(title) :].strip(), headline="", category=category_name(title.rstrip("。：:\n")))


def _says_more(part: Node) -> bool:
    return bool(part.children) or has_body(part)
