"""Small documents of every layout and trap, read as their expected items (see `outline_cases`)."""

import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from claim_cases import CLAIM_CASES
from closing_cases import CLOSING_CASES
from habit_cases import HABIT_CASES
from layout_cases import LAYOUT_CASES
from office_cases import MORE_CASES
from outline_cases import CASES

from analysis.tables.outline import read_outline


def blocks(text: str) -> list[SimpleNamespace]:
    rows = []
    for line in filter(None, (line.strip(" ") for line in text.strip().split("\n"))):
        heading, number = re.match(r"(#{1,6}) ", line), re.match(r"\{(.+?)\}", line)
        kind = f"heading{len(heading[1])}" if heading else "paragraph"
        line = line[heading.end() :] if heading else line[number.end() :] if number else line
        kind = "item" if number and number[1] == "•" else kind
        rows.append(SimpleNamespace(block=len(rows) + 1, place=f"第{len(rows) + 1}行", kind=kind, number=number[1] if number and kind != "item" else "", text=line))
    return rows


def squeezed(texts: list[str]) -> list[str]:
    return ["".join(text.split()) for text in texts]


@pytest.mark.parametrize("case", CASES + MORE_CASES + HABIT_CASES + CLAIM_CASES + CLOSING_CASES + LAYOUT_CASES, ids=lambda case: case.name)
def test_items(case):
    outline = read_outline(blocks(case.text))
    for role, expected in (("problem", case.problems), ("cause", case.causes), ("measure", case.measures)):
        assert squeezed([item.text for item in outline.of(role)]) == squeezed(expected), role
    if case.pairs is not None:
        beside = {id(item): at for at, problem in enumerate(outline.of("problem"), 1) for item in problem.pairs}
        assert [beside.get(id(item), 0) for item in outline.of("measure")] == case.pairs
    for role, column, values in case.more:
        assert [getattr(item, column) for item in outline.of(role)] == values, column
