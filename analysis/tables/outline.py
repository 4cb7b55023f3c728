"""One document's blocks to its items: lines, pieces, tree, items; tables among the blocks on their own way."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from analysis.tables.answers import ANSWER, open_answers
from analysis.tables.attributes import fill
from analysis.tables.claims import claim
from analysis.tables.corrections import correct
from analysis.tables.doubts import doubts, unread
from analysis.tables.fields import field_of, role_label
from analysis.tables.grid import Grid, read_grids
from analysis.tables.grouping import group, hold
from analysis.tables.interpret import Interpreter
from analysis.tables.items import Item
from analysis.tables.labels import parse
from analysis.tables.leads import promote
from analysis.tables.lines import Dropped, Line, read_lines
from analysis.tables.missed import number_missed
from analysis.tables.pieces import read_pieces
from analysis.tables.pointers import targets
from analysis.tables.quoting import pair_quotes
from analysis.tables.settings import settings
from analysis.tables.sheets import Tables, read_tables, resolve
from analysis.tables.tabbed import open_tabs
from analysis.tables.titles import CAUSE, MEASURE, PROBLEM, read_title
from analysis.tables.totals import stated_totals
from analysis.tables.tree import Node, build_tree
from analysis.tables.units import find_units

_DOCUMENT = re.compile(r"(?:方案|报告|清单|台账|通报|材料|汇报|一览表|情况|进展|成效)(?:[（(].{1,12}[）)])?$")  # how a document's title ends
_INSIDE = re.compile(r"(?<=[。；])[\s　]*([^。；：:，、]{2,8})[：:]")  # a field's name inside a paragraph (…。整改措施：…)
GUESSED = "未见“存在问题”等标题，按条目内容推断为问题"


@dataclass
class Outline:
    """What was read of one document: its items in order, warnings in Chinese, and what explains them."""

    items: list[Item] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    tree: Node | None = None
    totals: dict = field(default_factory=dict)

    def of(self, role: str) -> list[Item]:
        return [item for item in self.items if item.role == role]


def read_outline(blocks: list, path: Path | None = None) -> Outline:
    """The outline of a document's blocks (rows with block, place, kind, number, text).

    `path` is the document's, beside which a correction file may lie.
    """
    corrected = correct(blocks, path)
    lines, dropped = read_lines(corrected.blocks)
    title, body = _title(open_tabs(lines))
    grids = read_grids(body)
    body = _unboxed(body, grids)
    pieces = hold(group(promote(claim(open_answers(number_missed(read_pieces(body)))))))
    tree = build_tree(pieces, find_units(pieces))
    totals = stated_totals([line.text for line in body if line.kind != "cell"])
    reading = Interpreter(tree, totals, _role_of_title(title))
    guessed = [GUESSED] if reading.guessed else []
    tables = read_tables(grids, settings(grids, body, reading))
    items = _together(reading.items, tables, corrected.items)
    pair_quotes(items)
    _follow_pointers(items)
    fill(items)
    outline = Outline(items, corrected.warnings + guessed + doubts(items, totals) + unread(tree, items) + tables.warnings, dropped, tree, totals)
    _number(outline)
    return outline


def _unboxed(lines: list[Line], grids: list[Grid]) -> list[Line]:
    """Lines with the tables of one column, which only frame a text, opened into paragraphs; those leave `grids`."""
    boxes = [grid for grid in grids if all(len(grid.row(row)) == 1 for row in grid.rows) and sum(len(cell.text) for cell in grid.cells) > 40]
    names = {grid.name for grid in boxes}
    grids[:] = [grid for grid in grids if grid.name not in names]
    opened = []
    for line in lines:
        if line.kind == "cell" and line.place.rpartition("!")[0] in names:
            opened += [replace(line, kind="paragraph", text=text.strip()) for text in line.text.split("\n") if text.strip()]
        else:
            opened.append(line)
    return opened


def _together(written: list[Item], tables: Tables, declared: list[Item]) -> list[Item]:
    """Items of text and tables in document order; of a table that repeats the text's problems only what answers them,
    and not even that where the text answers them itself."""
    known = {squeezed(item.headline): item for item in written if item.role == PROBLEM}
    listed = [item for item in tables.items if item.role == PROBLEM]
    repeated = [item for item in listed if squeezed(item.headline) in known]
    if listed and len(repeated) > 0.5 * len(listed):
        answers = [] if any(item.role == MEASURE for item in written) else _answers(repeated, known)
        return sorted([*written, *answers, *declared], key=lambda item: item.block_first)
    items = sorted([*written, *tables.items, *declared], key=lambda item: item.block_first)
    resolve(items, tables.references)
    return items


def _answers(repeated: list[Item], known: dict[str, Item]) -> list[Item]:
    """What stands beside the repeated problems of a table, paired with the text's own, which take owner, time and state."""
    answers: list[Item] = []
    for item in repeated:
        own = known[squeezed(item.headline)]
        own.pairs += [beside for beside in item.pairs if beside not in own.pairs]
        answers += [beside for beside in item.pairs if beside not in answers]
        for column in ("owner", "deadline", "status"):
            setattr(own, column, getattr(own, column) or getattr(item, column))
    return answers


def _follow_pointers(items: list[Item]) -> None:
    """A problem answered by 与第（六）项一并整改 is paired with what stands beside problem six; 同上 with the one above."""
    problems = [item for item in items if item.role == PROBLEM]
    by_value: dict[int, list[Item]] = {}
    for problem in problems:
        by_value.setdefault(problem.label.value if problem.label is not None else 0, []).append(problem)
    for at, problem in enumerate(problems):
        if problem.pointer:
            values = targets(problem.pointer)
            meant = [other for value in values for other in by_value.get(value, [])] if values else problems[max(at - 1, 0) : at]
            if values or problem.pointer.strip().startswith(("同", "与上", "与前")):
                problem.pairs += [item for other in meant if other is not problem for item in other.pairs if item.role != CAUSE and item not in problem.pairs]


def squeezed(text: str) -> str:
    return "".join(text.split())


def _title(lines: list[Line]) -> tuple[str, list[Line]]:
    """The document's own title and the lines after it; a first line that names a section is kept as one."""
    lines = lines[_above_title(lines) :]
    first = lines[0] if lines else None
    if first is None or first.kind == "cell" or first.number or parse(first.text):
        return "", lines
    if first.level == 1 and sum(line.level == 1 for line in lines) == 1 and len(lines) > 1:
        return first.text, lines[1:]
    names = read_title(first.text)
    if first.kind == "title":
        return first.text, lines[1:]
    if names and _names_document(first.text, names.role, lines[1:]):
        return first.text, lines[1:]
    return first.text, lines


def _above_title(lines: list[Line]) -> int:
    """How many short lines (附件1, a unit's name) stand above a document's title that would read as a section's."""
    for at, line in enumerate(lines[:4]):
        if line.kind == "cell" or line.number or parse(line.text) or len(line.text) > 60 or re.search(r"[。：:；，]", line.text):
            return 0
        found = read_title(line.text)
        if found and not re.fullmatch(r"附件\S{0,3}", line.text):
            return at if len(line.text) >= 12 and _DOCUMENT.search(line.text) and _names_document(line.text, found.role, lines[at + 1 :]) else 0
    return 0


def _names_document(title: str, role: str, following: list[Line]) -> bool:
    """True for the title of a document whose own sections or fields name the roles (…问题整改清单, then 整改情况：)."""
    roles, both = _roles(following), read_title(title).mixed
    return bool(roles & {role, PROBLEM}) or bool(roles) and "整改" in title and len(title) >= 12 and (both or bool(_DOCUMENT.search(title)))


def _roles(lines: list[Line]) -> set[str]:
    """The roles that titles and labels in front of a colon name."""
    found = set()
    for line in lines:
        label = parse(line.text) if line.kind != "cell" else None
        rest = line.text[len(label.written) :] if label else line.text
        named = role_label(rest)
        title = read_title(named[0] if named else rest) if line.kind != "cell" else None
        found |= {title.role} if title else {label.role} if label and label.role else set()
        told = field_of(rest)  # 整改进展：… answers a problem
        found |= {MEASURE} if told and told[0] == "status" and ANSWER.fullmatch(told[1]) else set()
        found |= {inner.role for name in _INSIDE.findall(line.text) if (inner := read_title(name))}
    return found


def _role_of_title(title: str) -> str:
    """A document called 问题清单 is one list of problems, where nothing in it says otherwise."""
    found = read_title(title)
    if found and found.role == PROBLEM or any(word in title for word in ("问题清单", "问题台账", "问题汇总", "隐患清单", "隐患台账", "存在的问题", "问题通报", "检查情况通报", "检查情况的通报", "问题的通报", "隐患的通报")):
        return PROBLEM
    return ""


def _number(outline: Outline) -> None:
    """Ids P01, C01, M01 … in document order."""
    for role, letter in (("problem", "P"), ("cause", "C"), ("measure", "M")):
        items = outline.of(role)
        for count, item in enumerate(items, 1):
            item.id = f"{letter}{count:02d}"
