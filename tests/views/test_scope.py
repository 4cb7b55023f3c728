"""A filter changes what is shown, never a state, and the denominators stay those of the document."""

import pytest
from documents import document

from analysis.views.scope import paged, scope

FRAMES = document(15, 5, doc="甲")


def test_without_filter_all_is_shown():
    shown = scope(FRAMES, "甲")
    assert shown.what == "15个问题" and len(shown.frames["links"]) == 75
    assert shown.source == "来源：《青岚区城市运行专项检查发现问题整改方案》，全文15个问题、5项措施；对应关系由程序判断，尚未经人工确认"


def test_a_category_limits_every_table_of_problems():
    shown = scope(FRAMES, "甲", category="环境卫生")
    problems = set(shown.frames["problems"]["problem"])
    assert shown.what == "“环境卫生”类3个问题" and shown.all_problems == 15
    for name in ("gaps", "links", "evidence"):
        assert set(shown.frames[name]["problem"]) == problems
    gaps = FRAMES["gaps"].set_index("problem")
    assert all(row.verdict == gaps.loc[row.problem, "verdict"] for row in shown.frames["gaps"].itertuples())


def test_a_measure_limits_to_the_problems_it_meets():
    shown = scope(FRAMES, "甲", measure="M01")
    met = FRAMES["links"].query("measure == 'M01' and level > 0")["problem"].tolist()
    assert shown.frames["problems"]["problem"].tolist() == met and shown.what == f"措施1涉及的{len(met)}个问题"
    assert shown.frames["load"]["measure"].tolist() == ["M01"]


@pytest.mark.parametrize(
    "filters, said",
    [
        ({}, ""),
        ({"category": "没有"}, "“没有”类没有问题（全文15个问题）"),
        ({"measure": "M03"}, "措施3没有涉及任何问题（全文15个问题）"),
    ],
)
def test_a_filter_that_leaves_nothing_says_so(filters, said):
    assert scope(FRAMES, "甲", **filters).nothing() == said


def test_a_document_without_problems_says_so():
    assert scope(document(0, 2, doc="甲"), "甲").nothing() == "文件中没有读到问题"


@pytest.mark.parametrize("rows, most, lengths", [(15, 15, [15]), (16, 15, [8, 8]), (60, 15, [15] * 4), (40, 15, [13, 14, 13]), (0, 15, [0])])
def test_pages_are_of_nearly_equal_length(rows, most, lengths):
    table = FRAMES["links"].iloc[:rows]
    pages = list(paged(table, most))
    assert [len(part) for _, _, part in pages] == lengths
    assert [(page, pages) for page, pages, _ in pages] == [(number, len(lengths)) for number in range(1, len(lengths) + 1)]
