"""The header of a ledger: which rows it takes, and what each column holds."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from analysis.tables.answers import ANSWER, TOLD
from analysis.tables.fields import field_named
from analysis.tables.grid import Cell, Grid
from analysis.tables.titles import MEASURE, NEITHER, PROBLEM, deficient, read_title
from analysis.tables.wording import acts

_COUNTED = re.compile(r"[（(]\s*(?:个|条|项|件|起|处|数|%|万元|家|次|人)\s*[）)]|数$|数量|率$|占比")
_STATE = re.compile(r"情况|结果|进展|成效|进度")
_ACTION = re.compile(r"措施|举措|对策")
_TASK = re.compile(r"内容|任务|事项|要求|目标|方向|思路|项目")
_MATTER = re.compile(r"任务|事项|内容|项目")
_WHEN = re.compile(r"立行立改|即知即改|立整立改|即查即改|边查边改|长期坚持")  # a time in a cell, not a column's name
_SERIES = re.compile(r"(?:[\d一二三四五六①-⑨]|[（(][\d一二三四五六][）)])$")  # 整改措施1 | 整改措施2
LONGEST = 24  # characters of a column's name
SEARCHED = 30  # rows among which a header is sought


@dataclass
class Header:
    """`first` and `last` row of the header; `columns`: column number → role or field; `names`: as written."""

    first: int
    last: int
    columns: dict[int, str] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)

    def of(self, kind: str) -> list[int]:
        """The columns of a kind, left to right."""
        return sorted(column for column, found in self.columns.items() if found == kind)


def kind_of(name: str, context: str = "") -> str:
    """What a column or row label names: problem, cause, measure, a field, or "".

    `context` is the role of the section the table stands in, which a column called 内容 takes.
    """
    plain = re.sub(r"\s+", "", name)
    if not plain or len(plain) > LONGEST or _COUNTED.search(plain) or _WHEN.fullmatch(plain):
        return ""
    field_name = field_named(plain)
    if field_name == "content":
        return context
    if field_name:
        return field_name
    title = read_title(plain)
    if title and title.role != NEITHER:
        return title.role
    bare = _SERIES.sub("", plain)
    return kind_of(bare, context) if bare != plain else ""


def find_header(grid: Grid, context: str = "", start: int = 0) -> Header | None:
    """The first rows that name at least two columns, a problem or a measure among them."""
    rows = [row for row in grid.rows if row >= start]
    for row in rows[:SEARCHED]:
        cells = [cell for cell in grid.row(row) if cell.top == row]
        kinds = [kind_of(cell.text, context) for cell in cells]
        named = [kind for kind in kinds if kind]
        if len(named) < 2 or len({cell.left for cell in cells}) < 2:
            continue
        header = _header(grid, row, context)
        _by_content(grid, header)
        if (header.of(PROBLEM) or header.of(MEASURE)) and len(set(header.columns.values())) >= 2 and _mostly_names(grid, header):
            return header
    return None


def _mostly_names(grid: Grid, header: Header) -> bool:
    """A header's cells are short names; a form's row (存在问题 | long text) is none."""
    cells = {id(cell): cell for row in range(header.first, header.last + 1) for cell in grid.row(row)}.values()
    return all(len(cell.text) <= 2 * LONGEST for cell in cells) and len(header.columns) >= 0.5 * len({cell.left for cell in cells})


def _header(grid: Grid, first: int, context: str) -> Header:
    last = max(cell.bottom for cell in grid.row(first) if cell.top == first and cell.bottom - first <= 3)
    while last - first < 3 and _names_more(grid, last + 1, context):
        last += 1
    header, lent = Header(first, last), {}
    for column in range(1, grid.width + 1):
        stacked: list[Cell] = []
        for row in range(last, first - 1, -1):
            cell = grid.at.get((row, column))
            if cell and cell not in stacked:
                stacked.append(cell)
        kind = next((kind for cell in stacked if (kind := kind_of(cell.text, context))), "")
        if kind and len(stacked) > 1 and not kind_of(stacked[0].text, context):
            lent[column] = kind
        if not kind and stacked:
            kind = kind_of("".join(cell.text for cell in reversed(stacked)), context)
        if kind:
            header.columns[column] = kind
        header.names[column] = "".join(cell.text for cell in reversed(stacked))
    own = {kind for column, kind in header.columns.items() if column not in lent}
    header.columns = {column: kind for column, kind in header.columns.items() if lent.get(column) not in own}
    _settle(grid, header)
    return header


def _names_more(grid: Grid, row: int, context: str) -> bool:
    """True where the row below still names columns and holds no data."""
    cells = [cell for cell in grid.row(row) if cell.top == row]
    named = [cell for cell in cells if kind_of(cell.text, context)]
    return bool(named) and len(named) >= 0.6 * len(cells) and not any(re.match(r"\d", cell.text) for cell in cells) and len(cells) > 1


def _replies(grid: Grid, header: Header, column: int) -> bool:
    """True for a column 落实情况 whose cells tell what was done, not only that it was."""
    cells = [cell for cell in grid.cells if cell.left == column and cell.top > header.last and cell.text.strip()]
    return bool(ANSWER.fullmatch(header.names[column])) and 2 * sum(len(cell.text) >= TOLD for cell in cells) > len(cells)


def _by_content(grid: Grid, header: Header) -> None:
    """Give a header that names no problems, or no measures, the unnamed column whose cells say what is wrong, or what to
    do; one that names neither only where both are found."""
    if header.of("reference") or header.of(PROBLEM) and (header.of(MEASURE) or header.of("status")):
        return
    free = [column for column in range(1, grid.width + 1) if column not in header.columns]
    found: dict[int, str] = {}
    for role, says in ((PROBLEM, deficient), (MEASURE, acts)):
        columns = [] if header.of(role) else [column for column in free if column not in found and _mostly(says, grid, header, column)]
        found |= dict.fromkeys(columns[:1], role)
    if len(found) > 1 or header.of(PROBLEM) or header.of(MEASURE):
        header.columns |= found
    if header.of(MEASURE) and not header.of(PROBLEM):  # 整改事项 | 举措: the matter is the problem
        header.columns |= dict.fromkeys([column for column in header.of("goal") if _MATTER.search(header.names[column])][:1], PROBLEM)


def _mostly(says: Callable[[str], bool], grid: Grid, header: Header, column: int) -> bool:
    """True for a column of three texts or more most of which `says` holds of."""
    texts = [cell.text.strip() for cell in grid.cells if cell.left == column and cell.top > header.last and len(cell.text.strip()) >= 4]
    return len(texts) >= 3 and sum(map(says, texts)) >= 0.6 * len(texts)


def _settle(grid: Grid, header: Header) -> None:
    """整改情况 beside 整改措施 is the state of affairs; 问题序号 in a table without problems points to one;
    a first problem column whose cells span several rows of a second one is the category."""
    measures = header.of(MEASURE)
    firm = [column for column in measures if not _STATE.search(header.names[column])]
    if firm and len(firm) < len(measures):
        header.columns |= {column: "status" for column in measures if column not in firm}
    if not measures and header.of(PROBLEM):
        header.columns |= {column: MEASURE for column in header.of("status") if _replies(grid, header, column)}
    named = [column for column in header.of(MEASURE) if _ACTION.search(header.names[column])]
    if 0 < len(named) < len(header.of(MEASURE)):  # 整改内容 beside 具体整改措施
        header.columns |= {column: "goal" for column in header.of(MEASURE) if column not in named and _TASK.search(header.names[column])}
    numbers = header.of("number")
    if not header.of(PROBLEM):
        pointing = [column for column in numbers if "问题" in header.names[column] or "隐患" in header.names[column]]
        header.columns |= {column: "reference" for column in pointing}
    problems = header.of(PROBLEM)
    if len(problems) > 1 and any(grid.at.get((row, problems[0])) is grid.at.get((row + 1, problems[0])) is not None and grid.at.get((row, problems[1])) is not grid.at.get((row + 1, problems[1])) for row in grid.rows if row > header.last):
        header.columns[problems[0]] = "category"

