"""Ledgers: rows under a header become problems with their causes and measures beside them."""

import re
from dataclasses import dataclass, field, replace

from analysis.tables.actions import split_actions
from analysis.tables.attributes import parted
from analysis.tables.fields import fields_named
from analysis.tables.grid import Cell, Grid
from analysis.tables.headers import Header, find_header, kind_of
from analysis.tables.items import Item
from analysis.tables.labels import parse
from analysis.tables.pointers import is_pointer
from analysis.tables.titles import CAUSE, MEASURE, PROBLEM, category_like, category_name

_TOTAL = re.compile(r"^(?:合\s*计|总\s*计|小\s*计|共\s*计|汇\s*总|累\s*计)")
_NOTE = re.compile(r"^[（(]?(?:注|备注|说明|填表|填报|制表|审核|审批|联系|以上|单位(?:盖章)?|填写说明|报送|主要负责人|签字)[^。]{0,8}[：:].*|^[（(]?注[）)]?[：:、\d].*", re.DOTALL)
_SIGNED = re.compile(r"[\u4e00-\u9fff（）()]{2,8}[：:][^。；\n]{0,16}")  # 填表人：… | 审核人：… under a ledger
_BLANK = {"", "/", "／", "-", "—", "——", "无", "－"}


@dataclass
class Ledger:
    """What a table gave: its items in row order, and for measures without a problem beside them the
    problem their row names."""

    items: list[Item] = field(default_factory=list)
    references: list[tuple[Item, str]] = field(default_factory=list)
    header: Header | None = None
    category: str = ""
    width: int = 0


def read_ledger(grid: Grid, context: str = "", category: str = "", before: Ledger | None = None) -> Ledger | None:
    """The items of a table with a header, or None where it has none.

    `before` is the ledger right before this table: a table of its width without a header goes on with it
    (a ledger that pages cut).
    """
    header = find_header(grid, context)
    if header is None and before and before.header and before.width == grid.width:
        return _Rows(grid, replace(before.header, first=0, last=0), context, before.category).read()
    return _Rows(grid, header, context, category).read() if header else None


class _Rows:
    def __init__(self, grid: Grid, header: Header, context: str, category: str):
        self.grid, self.header, self.context = grid, header, context
        self.category, self.row_category = category, ""
        self.ledger = Ledger()
        self.problems: list[Item] = []
        self.made: dict[int, list[Item]] = {}

    def read(self) -> Ledger:
        for row in [row for row in self.grid.rows if row > self.header.last]:
            cells = [cell for cell in self.grid.row(row) if cell.text.strip()]
            fresh = [cell for cell in cells if cell.top == row]
            if fresh and not self._aside(fresh, row):
                self._data(row)
        self.ledger.header, self.ledger.width = self.header, self.grid.width
        self.ledger.category = self.row_category or self.category
        return self.ledger

    def _aside(self, fresh: list[Cell], row: int) -> bool:
        """True for a row that holds no item: total, note, header again, category."""
        first = fresh[0].text.strip()
        if any(_TOTAL.match(cell.text.strip()) and len(cell.text) <= 12 for cell in fresh[:2]):
            return True
        if sum(bool(kind_of(cell.text, self.context)) for cell in fresh) >= max(2, 0.6 * len(fresh)):
            again = _header_at(self.grid, row, self.context)
            if again:
                self.header = again
            return True
        if len(fresh) == 1 and (_NOTE.match(first) or fresh[0].right - fresh[0].left >= max(2, self.grid.width // 2) and len(first) > 60):
            return True
        return all(_SIGNED.fullmatch(cell.text.strip()) for cell in fresh) or self._category_row(fresh)

    def _category_row(self, fresh: list[Cell]) -> bool:
        """A row that only names the category of those below it."""
        problems = self.header.of(PROBLEM)
        texts = [cell for cell in fresh if cell.left not in self.header.of("number") or not re.fullmatch(r"[\d０-９]+|[一二三四五六七八九十]+[、.]?", cell.text.strip())]
        counted = [cell for cell in fresh if cell not in texts]
        if len(texts) != 1 or len(texts[0].text) > 40 or texts[0].bottom > texts[0].top:
            return False
        cell = texts[0]
        alone = len(fresh) == 1 and (cell.right > cell.left or cell.left not in problems or category_like(_unnumbered(cell.text)))
        chinese = bool(counted) and not re.search(r"\d|[０-９]", counted[0].text) and self._plain_numbers()
        if not alone and not chinese:
            return False
        if cell.left in self.header.of(MEASURE) and cell.right == cell.left:
            return False
        self.row_category = category_name(_unnumbered(cell.text.strip()))
        return True

    def _plain_numbers(self) -> bool:
        """True where the ledger's own rows are numbered 1, 2, 3."""
        columns = self.header.of("number")
        return any(re.fullmatch(r"[\d０-９]+", cell.text.strip()) for cell in self.grid.cells if columns and cell.left == columns[0])

    def _data(self, row: int) -> None:
        problems = self._problems(row)
        if problems:
            self.problems = problems
        causes = self._side(row, CAUSE)
        measures = self._side(row, MEASURE)
        for problem in self.problems if self.header.of(PROBLEM) else []:
            problem.pairs += [item for item in [*causes, *measures] if item not in problem.pairs]
        if not self.header.of(PROBLEM):
            reference = " ".join(self._texts(row, "reference"))
            self.ledger.references += [(item, reference) for item in measures if reference]

    def _cells(self, row: int, kind: str) -> list[Cell]:
        """The cells of a kind in a row, blank ones left out, each once."""
        cells: list[Cell] = []
        for column in self.header.of(kind):
            cell = self.grid.at.get((row, column))
            if cell and cell not in cells and cell.text.strip() not in _BLANK:
                cells.append(cell)
        return cells

    def _texts(self, row: int, kind: str) -> list[str]:
        return [cell.text.strip() for cell in self._cells(row, kind)]

    def _value(self, row: int, kind: str) -> str:
        return "、".join(part for text in self._texts(row, kind) for part in re.split(r"\s*\n\s*", text))

    def _stated(self, row: int) -> dict[str, str]:
        """Owner, deadline and status of a row; a column 责任人及时限 holds more than one of them."""
        stated = {"owner": self._value(row, "owner") or self._value(row, "person"), "deadline": self._value(row, "deadline"), "status": self._value(row, "status")}
        joined = any(len(fields_named(self.header.names[column])) > 1 for kind in ("owner", "person") for column in self.header.of(kind))
        return stated | {"owner": ""} | parted(stated["owner"]) if joined else stated

    def _problems(self, row: int) -> list[Item]:
        """New problems that begin in this row; none where the row goes on with the one above."""
        cells = [cell for cell in self._cells(row, PROBLEM) if cell.top == row or not self.problems]
        if not cells:
            return []
        text = "\n".join(cell.text.strip() for cell in cells)
        number = self._value(row, "number") if self.header.of("number") else ""
        columns = {"category": self._category(row)} | self._stated(row)
        found = split_actions(text, PROBLEM, cells[0], "台账行") if not self.header.of("number") else []
        if len(found) < 2:
            label = parse(text)
            own = label if label and not label.weak and label.style != "bullet" else None
            found = [Item(PROBLEM, number or (own.number if own else ""), text[len(own.written) :].strip() if own else text, cells[0].block, cells[-1].block, cells[0].place, "台账行", label=parse(f"{number}、") if number else own)]
        for item in found:
            for column, value in columns.items():
                setattr(item, column, value)
            item.series = self.grid.name
        self.ledger.items += found
        return found

    def _category(self, row: int) -> str:
        columns = self.header.of("category")
        text = self._value(row, "category")
        if text:
            self.category = text
        return (self.category if columns else "") or self.row_category or self.category

    def _side(self, row: int, role: str) -> list[Item]:
        """Causes or measures of a row: new ones, or those of a cell merged from above."""
        found: list[Item] = []
        for cell in self._cells(row, role):
            if id(cell) not in self.made:
                self.made[id(cell)] = self._new(row, role, cell)
            found += self.made[id(cell)]
        return found

    def _new(self, row: int, role: str, cell: Cell) -> list[Item]:
        items = split_actions(cell.text, role, cell, "台账单元格")
        number = self._value(row, "number")
        kept = []
        for item in items:
            if role == MEASURE and is_pointer(item.text):
                for problem in self.problems:
                    problem.pointer = item.text
                continue
            if role == CAUSE or not self.header.of(PROBLEM):
                item.number = item.number or number
            if role == MEASURE:
                stated = self._stated(row)
                item.owner, item.deadline, item.status = stated["owner"], stated["deadline"], stated["status"]
            kept.append(item)
        self.ledger.items += kept
        return kept


def _header_at(grid: Grid, row: int, context: str) -> Header | None:
    """A header that begins again at `row` (a second table in one sheet, or a page's repeated header)."""
    found = find_header(grid, context, start=row)
    return found if found and found.first == row else None


def _unnumbered(text: str) -> str:
    label = parse(text)
    return text[len(label.written) :].strip() if label and not label.weak else text
