"""Forms: one table a problem, its labels in one column and the values beside them (存在问题 | …)."""

from dataclasses import dataclass, field

from analysis.tables.actions import split_actions
from analysis.tables.grid import Cell, Grid
from analysis.tables.headers import kind_of
from analysis.tables.items import Item
from analysis.tables.labels import parse
from analysis.tables.pointers import is_pointer
from analysis.tables.titles import CAUSE, MEASURE, PROBLEM


@dataclass
class Entry:
    """A labelled value: what its label names, the number in the label (问题一), the cell that holds the value."""

    kind: str
    number: str
    cell: Cell
    text: str


@dataclass
class Form:
    """The entries of one problem."""

    entries: list[Entry] = field(default_factory=list)


def read_forms(grid: Grid, title: str = "", category: str = "") -> list[Item] | None:
    """The items of a table whose rows are label and value, or None where it is no form.

    `title` is the text right before the table, which names the problem where no label does.
    """
    entries: list[Entry] = []
    for row in grid.rows:
        if not _goes_on(grid, row, entries):
            entries += _entries(grid, row)
    kinds = {entry.kind for entry in entries}
    if not kinds & {PROBLEM, MEASURE} or len(kinds) < 2:
        return None
    items: list[Item] = []
    forms = _forms(entries)
    for form in forms:
        items += (_several(form) if len(forms) == 1 else []) or _items(form, title, category)
    return items or None


def _entries(grid: Grid, row: int) -> list[Entry]:
    """The labelled values of a row: a label's cell, then the cell to its right; or both in one cell."""
    cells = [cell for cell in grid.row(row) if cell.top == row]
    entries, at = [], 0
    while at < len(cells):
        kind, number = _kind(cells[at].text)
        if kind and at + 1 < len(cells) and not _kind(cells[at + 1].text)[0]:
            entries.append(Entry(kind, number, cells[at + 1], cells[at + 1].text))
            at += 2
            continue
        head, mark, rest = cells[at].text.partition("：")
        kind, number = _kind(head)
        if kind and mark and rest.strip():
            entries.append(Entry(kind, number, cells[at], rest.strip()))
        at += 1
    return entries


def _goes_on(grid: Grid, row: int, entries: list[Entry]) -> bool:
    """True for a row under a label merged over several rows: its value, added to the last entry's, goes on with the one above."""
    fresh = [cell for cell in grid.row(row) if cell.top == row]
    label = grid.at.get((row, fresh[0].left - 1)) if len(fresh) == 1 else None
    if not entries or label is None or label.top == row or entries[-1].cell.top != label.top or _kind(label.text)[0] != entries[-1].kind:
        return False
    entries[-1].text += f"\n{fresh[0].text}"
    return True


def _kind(text: str) -> tuple[str, str]:
    label = parse(text.strip() + "：") if len(text.strip()) <= 8 else None
    if label and label.role:
        return label.role, label.number
    inner = parse(text.strip())
    plain = text.strip()[len(inner.written) :] if inner and not inner.weak else text.strip()
    return kind_of(plain.rstrip("：:")), ""


def _forms(entries: list[Entry]) -> list[Form]:
    """Entries of one problem together: a second problem, or a number after one, begins the next."""
    forms: list[Form] = [Form()]
    for entry in entries:
        kinds = {other.kind for other in forms[-1].entries}
        ends = entry.kind == PROBLEM and PROBLEM in kinds or entry.kind == "number" and kinds & {PROBLEM, MEASURE}
        if ends:
            forms.append(Form())
        forms[-1].entries.append(entry)
    return [form for form in forms if form.entries]


def _items(form: Form, title: str, category: str) -> list[Item]:
    value = {entry.kind: entry.text.strip().replace("\n", "、") for entry in reversed(form.entries)}
    shared = {"owner": value.get("owner") or value.get("person") or "", "deadline": value.get("deadline", ""), "status": value.get("status", "")}
    problem = _problem(form, title, value.get("number", ""))
    if problem is None:
        return []
    problem.category = value.get("category", category)
    problem.owner, problem.deadline, problem.status = shared.values()
    made = [item for entry in form.entries if entry.kind in {CAUSE, MEASURE} and not _is_status(entry, form) for item in split_actions(entry.text, entry.kind, entry.cell, "一表一问题")]
    for item in made:
        if item.role == MEASURE:
            item.owner, item.deadline, item.status = shared.values()
        else:
            item.number = item.number or problem.number
    pointers = [item for item in made if item.role == MEASURE and is_pointer(item.text)]
    problem.pointer = pointers[0].text if pointers else ""
    problem.pairs = [item for item in made if item not in pointers]
    return [problem, *problem.pairs]


def _several(form: Form) -> list[Item]:
    """The items of a form that lists several numbered problems in one cell, and measures that are not beside any one of
    them; empty where it holds one problem."""
    entry = next((entry for entry in form.entries if entry.kind == PROBLEM), None)
    numbered = entry is None or entry.number or any(other.kind == "number" for other in form.entries)
    problems = [] if numbered else split_actions(entry.text, PROBLEM, entry.cell, "一表多个问题")
    if len(problems) < 2:
        return []
    whole, *beside = _items(form, "", "")
    for item in problems:
        item.category, item.owner, item.deadline, item.status = whole.category, whole.owner, whole.deadline, whole.status
    return problems + beside


def _problem(form: Form, title: str, number: str) -> Item | None:
    """The form's problem: what its label names, else the title before the table."""
    entry = next((entry for entry in form.entries if entry.kind == PROBLEM), None)
    cell, text = (entry.cell, entry.text.strip()) if entry else (form.entries[0].cell, title)
    number = number or (entry.number if entry else "")
    own, heading = parse(text), parse(title)
    if own and not own.weak and own.style != "bullet":
        number, text = number or own.number, text[len(own.written) :].strip()
    number = number or (heading.number if heading else "")
    label = parse(f"{number}、") or heading
    return Item(PROBLEM, number, text, cell.block, cell.block, cell.place, "一表一问题", label=label) if text else None


def _is_status(entry: Entry, form: Form) -> bool:
    """The later of two measure labels tells the state (整改措施 …, 整改情况 …)."""
    return entry.kind == MEASURE and entry is not next(other for other in form.entries if other.kind == MEASURE)
