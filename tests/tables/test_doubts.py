"""Warnings: doubled and missing numbers, and stated totals that the list does not bear out."""

import pytest

from analysis.tables.doubts import doubts
from analysis.tables.items import Item
from analysis.tables.labels import parse
from analysis.tables.titles import CAUSE, MEASURE, PROBLEM
from analysis.tables.totals import stated_totals


def listed(*numbers: str, role: str = PROBLEM, series: int = 1) -> list[Item]:
    return [Item(role, number, "台账不清。", at, at, "", "", label=parse(f"{number}、x"), series=series) for at, number in enumerate(numbers, 1)]


@pytest.mark.parametrize(
    ("items", "totals", "expected"),
    [
        (listed("1", "2", "3"), set(), []),
        (listed("4", "5", "5"), set(), ["两个问题条目同为5号", "问题缺少第1号", "问题缺少第2号", "问题缺少第3号"]),
        (listed("1", "2", "4"), set(), ["问题缺少第3号"]),
        (listed("1", "2") + listed("1", "2", series=2), set(), []),
        (listed("1", "2") + listed("3", "4", series=2), set(), []),
        (listed("一", "二", role=MEASURE), set(), []),
        (listed("1", "2"), {25}, ["文中称共25个问题，实际识别2个"]),
        (listed("1", "2"), {2}, []),
        (listed("1", "2", "3"), {1, 2}, []),
    ],
)
def test_doubts(items, totals, expected):
    assert doubts(items, {PROBLEM: totals}) == expected


@pytest.mark.parametrize(
    ("text", "problems", "causes", "measures"),
    [
        ("梳理形成问题15条，剖析原因4个方面，制定整改措施5项。", {15}, {4}, {5}),
        ("共反馈4个方面14个具体问题。", {14}, set(), set()),
        ("本次共查出安全隐患36处，已整改30处。", {36}, set(), set()),
        ("现就审计指出的九个方面问题，制定方案。", {9}, set(), set()),
        ("有3个问题需要注意。", set(), set(), set()),
    ],
)
def test_stated_totals(text, problems, causes, measures):
    assert stated_totals([text]) == {PROBLEM: problems, CAUSE: causes, MEASURE: measures}
