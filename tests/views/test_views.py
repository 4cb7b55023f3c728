"""What is shown is computed once, and says what it is a share of."""

import pandas as pd
import pytest

from analysis.schema import frame
from analysis.views.ledger import ledger
from analysis.views.naming import brief, label, measure_names, ordinal, short_title
from analysis.views.overview import overview, shares
from analysis.views.ranking import matrix, ranked

DOC = {"doc": "甲"}
FRAMES = {
    "documents": frame("documents", [DOC | {"title": "甲方案"}, {"doc": "乙", "error": "空文件"}]),
    "problems": frame("problems", [DOC | {"problem": f"P{n:02}", "headline": text, "text": text} for n, text in enumerate(("停车难", "路灯坏", "无物业"), 1)]),
    "causes": frame("causes", [DOC | {"cause": "C01", "headline": "投入少"}]),
    "measures": frame("measures", [DOC | {"measure": "M01", "headline": "新增泊位"}, DOC | {"measure": "M02", "headline": "加强管理"}]),
    "links": frame(
        "links",
        [
            DOC | {"problem": p, "measure": m, "level": level, "score": score, "state": state, "evidence_measure": "新增泊位320个"}
            for p, m, level, score, state in (
                ("P01", "M01", 2, 0.9, "confirmed"),
                ("P01", "M02", 1, 0.4, "candidate"),
                ("P02", "M01", 0, 0.1, "candidate"),
                ("P02", "M02", 1, 0.5, "candidate"),
                ("P03", "M01", 0, 0.05, "candidate"),
                ("P03", "M02", 0, 0.2, "candidate"),
            )
        ],
    ),
    "cause_links": frame("cause_links", [DOC | {"source": "P01", "target": "C01", "score": 0.5, "level": 1}, DOC | {"source": "C01", "target": "M01", "score": 0.5, "level": 1}]),
    "gaps": frame(
        "gaps",
        [
            DOC | {"problem": "P01", "headline": "停车难", "verdict": "covered", "coverage": 1, "confidence": 0.9, "best_measure": "M01", "score": 0.9},
            DOC | {"problem": "P02", "headline": "路灯坏", "verdict": "partial", "coverage": 0.5, "confidence": 0.6, "best_measure": "M02", "score": 0.5},
            DOC | {"problem": "P03", "headline": "无物业", "verdict": "uncovered", "coverage": 0, "confidence": 0.3, "best_measure": "M02", "score": 0.2},
        ],
    ),
    "load": frame("load", [DOC | {"measure": "M01", "orphan": 0}, DOC | {"measure": "M02", "orphan": 1}]),
}


def test_overview_counts_against_all_problems_of_readable_documents():
    table = overview(*(FRAMES[name] for name in ("documents", "gaps", "links", "load")))
    assert table["doc"].tolist() == ["甲"]
    row = table.iloc[0]
    assert (row["problems"], row["covered"], row["partial"], row["uncovered"], row["orphans"]) == (3, 1, 1, 1, 1)
    assert shares(row) == {"strict": "1/3（33%）", "relaxed": "1/3（33%）"}


def test_a_document_without_problems_has_no_share():
    row = overview(FRAMES["documents"], FRAMES["gaps"].iloc[:0], FRAMES["links"].iloc[:0], FRAMES["load"].iloc[:0]).iloc[0]
    assert shares(row) == {"strict": "无", "relaxed": "无"}


def test_holes_come_first():
    assert ranked(FRAMES["gaps"])["problem"].tolist() == ["P03", "P02", "P01"]


def test_matrix_is_problems_by_measures_in_document_order():
    grid = matrix(FRAMES["links"])
    assert grid.index.tolist() == ["P01", "P02", "P03"] and grid.columns.tolist() == ["M01", "M02"]
    assert grid.loc["P02"].tolist() == [0, 1]


def test_ledger_has_a_row_a_problem_and_names_what_is_missing():
    rows = ledger(FRAMES).set_index("problem")
    assert rows.loc["P01", "measures"] == "措施1 新增泊位（直接对应）\n措施2 加强管理（部分涉及）"
    assert rows.loc["P01", "causes"] == "原因1 投入少"
    assert rows.loc["P03", ["measures", "best_headline", "best_level"]].tolist() == ["无", "加强管理", "未涉及"]


def test_ledger_of_a_document_without_measures():
    frames = FRAMES | {"links": FRAMES["links"].iloc[:0], "measures": FRAMES["measures"].iloc[:0]}
    frames["gaps"] = FRAMES["gaps"].assign(best_measure="", verdict="uncovered", score=pd.NA)
    assert ledger(frames)["measures"].tolist() == ["无"] * 3


@pytest.mark.parametrize(
    "headline, limit, said",
    [
        ("停车难", 14, "停车难"),
        ("存量违法建设消化缓慢，新增违建管控乏力", 14, "存量违法建设消化缓慢"),
        ("忠诚拥护的政治素养还需进一步提高", 8, "忠诚拥护的政治…"),
        ("停车难。", 14, "停车难"),
        ("公厕保洁“重建设、轻管理”现象突出", 12, "公厕保洁“重建设、轻管…"),
    ],
)
def test_short_title(headline, limit, said):
    assert short_title(headline, limit) == said


def test_names_of_items():
    assert label("P03", "学习深度不够") == "3 学习深度不够"
    assert ordinal("M12") == "措施12"


@pytest.mark.parametrize(
    "numbers, names",
    [
        (["（一）", "（二）"], ["（一）", "（二）"]),
        (["1", "2"], ["措施1", "措施2"]),
        (["１", "2"], ["措施１", "措施2"]),
        (["（一）", "（一）"], ["措施1", "措施2"]),
        (["1", "１"], ["措施1", "措施2"]),
        (["3", ""], ["措施1", "措施2"]),
    ],
)
def test_a_measure_is_named_by_its_number_only_where_numbers_are_unique_in_its_document(numbers, names):
    rows = [DOC | {"measure": f"M{place:02}", "number": number} for place, number in enumerate(numbers, 1)]
    table = frame("measures", [*rows, {"doc": "乙", "measure": "M01", "number": numbers[0]}])
    found = measure_names(table)
    assert [found["甲", "M01"], found["甲", "M02"]] == names and ("乙", "M01") in found


@pytest.mark.parametrize(
    "reason, said",
    [
        ("仅在（三）中提及“担当”（“强化责任担当，狠抓工作落实”），未见针对“求稳”的举措。", "仅在（三）中提及“担当”，未见针对“求稳”的举措。"),
        ("所说的是“开展燃气安全“敲门行动”并更换老化软管”。", "所说的是“开展燃气安全敲门行动并更…”。"),
        ("没有引文。", "没有引文。"),
        ("引号没有合上“一段话", "引号没有合上一段话"),
    ],
)
def test_a_brief_reason_keeps_what_it_says_and_cuts_what_it_quotes(reason, said):
    assert brief(reason) == said
