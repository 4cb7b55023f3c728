"""Sections under titles of an office's own making: every title, way of writing it and label gives the same items."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from claim_cases import CAUSE_TITLES, LABELS, MEASURE_TITLES, MEASURES, PROBLEM_TITLES, PROBLEMS
from test_outline_corpus import blocks

from analysis.tables.claims import otherwise_rank, unlisted_role
from analysis.tables.lines import is_pledge
from analysis.tables.outline import read_outline

CN = "一二三四"
SECTIONS = ("{}、{}", "## {}、{}", "{1}")


def document(section: str, problems: str = "存在问题", causes: str = "原因分析", measures: str = "整改措施", label: str = "（{}）", after: str = "") -> list:
    written = ["某水闸所整改报告"]
    for at, (title, mark, items) in enumerate(((problems, "（{}）", PROBLEMS), (causes, "（{}）", ["管理松散。", "责任不清。"]), (measures, label, MEASURES))):
        written += [section.format(CN[at], title), *(mark.format(CN[count]) + text for count, text in enumerate(items))]
    return blocks("\n".join([*written, after]))


def texts(outline) -> tuple[list[str], list[str]]:
    return [item.text for item in outline.of("problem")], [item.text for item in outline.of("measure")]


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("title", MEASURE_TITLES)
def test_measures_under_any_title(title, section):
    assert texts(read_outline(document(section, measures=title))) == (PROBLEMS, MEASURES)


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("title", PROBLEM_TITLES)
def test_problems_under_any_title(title, section):
    assert texts(read_outline(document(section, problems=title))) == (PROBLEMS, MEASURES)


@pytest.mark.parametrize("title", CAUSE_TITLES)
def test_causes_under_any_title(title):
    assert [item.text for item in read_outline(document("{}、{}", causes=title)).of("cause")] == ["管理松散。", "责任不清。"]


@pytest.mark.parametrize("title", ["整改措施", "整改工作情况", "下一步打算"])
@pytest.mark.parametrize("label", LABELS)
def test_measures_with_any_label(label, title):
    assert texts(read_outline(document("{}、{}", measures=title, label=label))) == (PROBLEMS, MEASURES)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("局党组统筹实施的综合性举措", "measure"),
        ("另：面上推动的措施", "measure"),
        ("建立长效机制", "measure"),
        ("我局认领的问题", "problem"),
        ("病根所在", "cause"),
        ("强化保障措施", ""),
        ("整改措施不落实", ""),
        ("队伍建设", ""),
    ],
)
def test_unlisted_role(title, role):
    assert unlisted_role(title) == role


def test_rank_prefers_what_tells_of_the_rectification():
    assert otherwise_rank("整改工作开展情况", "measure") < otherwise_rank("主要做法", "measure") < otherwise_rank("几点要求", "measure")
    assert otherwise_rank("整改不到位情况", "measure") == otherwise_rank("队伍建设", "measure") == 0


@pytest.mark.parametrize(
    ("after", "warnings"),
    [
        ("四、队伍建设\n（一）招录两人。\n（二）轮岗三人。", ["章节“队伍建设”有2条编号内容，未识别为问题、原因或措施"]),
        ("四、整改工作成效\n（一）台账齐全。\n（二）群众满意。", ["章节“整改工作成效”有2条编号内容，未识别为问题、原因或措施"]),
        ("四、保障措施\n（一）加强领导。\n（二）严格考核。", []),
        ("四、长效机制\n（一）定期交账。\n（二）按季讲评。", []),
    ],
)
def test_a_list_that_nothing_claims_is_named(after, warnings):
    assert read_outline(document("{}、{}", after=after)).warnings == warnings


@pytest.mark.parametrize(
    ("text", "pledged"),
    [
        ("局党组将以钉钉子精神抓好整改，每月报告一次。", True),
        ("下一步，全所上下坚决防止问题反弹。", True),
        ("通过整改，干部作风明显好转。", True),
        ("目前，上述问题已全部整改到位。", True),
        ("每月盘点一次钥匙，逐把登记。", False),
        ("修订值班制度，六月底前印发。", False),
    ],
)
def test_is_pledge(text, pledged):
    assert is_pledge(text) is pledged
