"""Small tables of every layout and trap, read as their expected items (see `ledger_cases`)."""

import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from ledger_cases import CASES

from analysis.tables.outline import read_outline


def blocks(case) -> list[SimpleNamespace]:
    rows: list[SimpleNamespace] = []

    def add(place: str, kind: str, text: str) -> None:
        rows.append(SimpleNamespace(block=len(rows) + 1, place=place, kind=kind, number="", text=text))

    for name, table in case.tables.items():
        for text in case.before.get(name, []):
            add(f"第{len(rows) + 1}段", "paragraph", text)
        for row, cells in enumerate(table, 1):
            for column, cell in enumerate(cells):
                if cell:
                    add(f"{name}!{address(row, column, cell)}", "cell", re.sub(r"\^\d+x\d+$", "", cell))
    return rows


def address(row: int, column: int, cell: str) -> str:
    first = f"{chr(65 + column)}{row}"
    span = re.search(r"\^(\d+)x(\d+)$", cell)
    return f"{first}:{chr(64 + column + int(span[2]))}{row - 1 + int(span[1])}" if span else first


def squeezed(texts: list[str]) -> list[str]:
    return ["".join(text.split()) for text in texts]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_items(case):
    outline = read_outline(blocks(case))
    for role, expected in (("problem", case.problems), ("cause", case.causes), ("measure", case.measures)):
        assert squeezed([item.text for item in outline.of(role)]) == squeezed(expected), role
    if case.pairs is not None:
        beside = {id(item): at for at, problem in enumerate(outline.of("problem"), 1) for item in problem.pairs}
        assert [beside.get(id(item), 0) for item in outline.of("measure")] == case.pairs
    for role, column, values in case.more:
        assert [getattr(item, column) for item in outline.of(role)] == values, column
    for warning in case.warnings:
        assert warning in outline.warnings


def test_one_measure_beside_several_problems():
    case = next(case for case in CASES if case.name == "几个问题一条措施")
    problems = read_outline(blocks(case)).of("problem")
    assert [len(problem.pairs) for problem in problems] == [1, 1, 1]


def test_references_pair_across_sheets():
    case = next(case for case in CASES if case.name == "问题和措施分在两张工作表")
    problems = read_outline(blocks(case)).of("problem")
    assert [[item.id for item in problem.pairs] for problem in problems] == [["M02", "M03"], ["M01", "M03"]]
