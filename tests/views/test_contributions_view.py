"""What is shown of a pair: its segments side by side, and shares that are those of the table."""

import pytest

from analysis.schema import frame
from analysis.views.contributions import explained, likely, said, shares

DOC = {"doc": "甲"}
LINK = {"level": 0, "evidence_problem": "", "evidence_measure": "", "shared_terms": ""}
FRAMES = {
    "gaps": frame("gaps", [DOC | {"problem": "P01", "best_measure": "M01"}, DOC | {"problem": "P02", "best_measure": "M02"}]),
    "links": frame(
        "links",
        [
            DOC | {"problem": "P01", "measure": "M01", "level": 2, "evidence_problem": "车位不足", "evidence_measure": "新建车位三百个", "shared_terms": "车位、〔停车〕"},
            *(DOC | LINK | {"problem": problem, "measure": measure} for problem, measure in (("P01", "M02"), ("P02", "M01"), ("P02", "M02"))),
        ],
    ),
    "evidence": frame(
        "evidence",
        [
            DOC | {"problem": "P01", "segment": 1, "text": "停车难", "measure": "M01", "measure_text": "缓解停车压力", "terms": "停车", "words": 0.5, "affinity": 0.25, "bigrams": 0},
            DOC | {"problem": "P01", "segment": 2, "text": "车位不足", "measure": "M01", "measure_text": "新建车位三百个", "terms": "车位、〔停车〕", "words": 0.4, "concepts": 0.6},
        ],
    ),
    "contributions": frame(
        "contributions",
        [
            DOC | {"problem": problem, "measure": measure, "partial": 0.8, "direct": 0.6, "partial_base": -6} | dict.fromkeys(("partial_words", "remedy_remedies"), one) | {"partial_order": 1}
            for problem, measure, one in (("P01", "M01", 3), ("P01", "M02", 0), ("P02", "M01", 0), ("P02", "M02", 0))
        ],
    ),
}


def test_shares_are_of_what_the_parts_add_and_the_remedy_is_the_chance_of_a_direct_cover_once_covered():
    first, second, *_ = shares(FRAMES).to_dict("records")
    assert (first["partial"], first["remedy"]) == (0.8, pytest.approx(0.75))
    assert (first["partial_words"], first["partial_order"], first["remedy_remedies"]) == (0.75, 0.25, 1)
    assert (second["partial_order"], second["remedy_remedies"]) == (1, 0) and "partial_base" not in second
    assert said(first, "partial") == "用词 75% · 排列次序 25%" and said(second, "remedy") == ""


def test_a_pair_shows_its_best_meeting_first_and_then_its_other_segments():
    table = explained(FRAMES, "P01")
    assert table.iloc[0].tolist() == ["P01", "M01", "直接对应", "车位不足", "新建车位三百个", "车位、〔停车〕", "用词 0.40 · 概念 0.60", "可能性80%：用词 75% · 排列次序 25%", "可能性75%：治本之举 100%"]
    assert table.iloc[1].tolist() == ["P01", "M01", "直接对应", "停车难", "缓解停车压力", "停车", "用词 0.50 · 概念近似 0.25", "", ""]


@pytest.mark.parametrize(
    ("asked", "pairs"),
    [
        (("", ""), [("P01", "M01"), ("P01", "M01"), ("P02", "M02")]),
        (("P02", "M01"), [("P02", "M01")]),
        (("", "M02"), [("P01", "M02"), ("P02", "M02")]),
        (("P09", ""), []),
    ],
)
def test_which_pairs_are_shown(asked, pairs):
    table = explained(FRAMES, *asked)
    assert [*zip(table["问题"], table["措施"], strict=True)] == pairs


def test_evidence_and_contributions_are_optional():
    frames = {name: table for name, table in FRAMES.items() if name in ("gaps", "links")}
    table = explained(frames, "P01")
    assert shares(frames).empty and len(table) == 1 and table["问题片段"].tolist() == ["车位不足"]
    assert table["涉及"].tolist() == [""]


@pytest.mark.parametrize(("chance", "words"), [(0.0, "不到1%"), (0.0099, "不到1%"), (0.01, "1%"), (0.814, "81%"), (0.99, "99%"), (0.996, "99%以上"), (1.0, "99%以上")])
def test_a_chance_is_never_said_to_be_certain(chance, words):
    assert likely(chance) == words
