"""The tables of a document: ledgers, forms, and those that are neither."""

import re
from dataclasses import dataclass, field

from analysis.tables.forms import read_forms
from analysis.tables.grid import Grid, turned
from analysis.tables.headers import kind_of
from analysis.tables.items import Item
from analysis.tables.labels import CN, numeral
from analysis.tables.ledger import read_ledger
from analysis.tables.titles import MEASURE, PROBLEM

_ORDINALS = "一二三四五六七八九十"
_CODE = re.compile(r"[A-Za-z]{1,4}[-—]?\d+(?:[-.]\d+)*")  # a problem's own code: A1, YH-001


@dataclass
class Tables:
    """Items of all tables, warnings, and measures that name their problem by number or words."""

    items: list[Item] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    references: list[tuple[Item, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Setting:
    """Where a table stands: the line before it, the role and category of its section, whether its
    items stand elsewhere in the document (`aside`), whether nothing stands between it and the table before
    (`follows`), and whether its section is one that holds no items (`quiet`)."""

    title: str = ""
    role: str = ""
    category: str = ""
    aside: bool = False
    follows: bool = False
    quiet: bool = False


def read_tables(grids: list[Grid], settings: list[Setting]) -> Tables:
    """The items of all tables; a table that is neither ledger nor form is named in a warning."""
    tables, before = Tables(), None
    for count, (grid, setting) in enumerate(zip(grids, settings, strict=True), 1):
        if setting.aside:
            continue
        if _lies_down(grid):
            grid = turned(grid)
        ledger = read_ledger(grid, setting.role or _sheet_role(grid), setting.category, before if setting.follows else None)
        before = ledger
        items = ledger.items if ledger else read_forms(grid, setting.title, setting.category)
        if items:
            tables.items += items
            tables.references += ledger.references if ledger else []
        elif _holds_data(grid) and not setting.quiet:
            tables.warnings.append(_unread(grid, count))
    return tables


def _lies_down(grid: Grid) -> bool:
    """True for a ledger whose fields stand one below another and its problems side by side."""
    names = {kind_of(cell.text): cell for cell in grid.cells if cell.left == 1}
    beside = [grid.row(names[role].top)[1:] for role in (PROBLEM, MEASURE) if role in names]
    return len(beside) == 2 and all(len(cells) > 1 and not any(kind_of(cell.text) for cell in cells) for cells in beside)


def _sheet_role(grid: Grid) -> str:
    """What a sheet called 问题清单 or 整改措施 holds in a column called 内容."""
    if re.search(r"措施|举措", grid.name):
        return MEASURE
    return PROBLEM if re.search(r"问题|隐患", grid.name) else ""


def _holds_data(grid: Grid) -> bool:
    return len(grid.rows) >= 2 and grid.width >= 2


def _unread(grid: Grid, count: int) -> str:
    if re.fullmatch(r"表\d+", grid.name):
        return f"第{_ORDINALS[count - 1] if count <= 10 else count}张表未识别"
    return f"工作表“{grid.name}”未识别"


def resolve(items: list[Item], references: list[tuple[Item, str]]) -> None:
    """Pair measures of one sheet with the problems of another that their row names, by number or by headline."""
    problems = [item for item in items if item.role == PROBLEM]
    by_number: dict[int, list[Item]] = {}
    for problem in problems:
        if problem.label is not None and problem.label.value:
            by_number.setdefault(problem.label.value, []).append(problem)
    by_code = {problem.number: problem for problem in problems if _CODE.fullmatch(problem.number)}
    for measure, reference in references:
        coded = [by_code[code] for code in _CODE.findall(reference) if code in by_code]
        for problem in coded or _named(reference, problems, by_number):
            if measure not in problem.pairs:
                problem.pairs.append(measure)


def _named(reference: str, problems: list[Item], by_number: dict[int, list[Item]]) -> list[Item]:
    numbers = [numeral(part) for part in re.findall(rf"\d+|[０-９]+|{CN}", reference)]
    if numbers and len(re.sub(r"[\s\d０-９一二三四五六七八九十、，,;；第项号条个问题（）()及和]", "", reference)) == 0:
        return [found[0] for number in numbers if len(found := by_number.get(number, [])) == 1]
    return [problem for problem in problems if reference and (reference in problem.text or problem.headline in reference)]
