import pytest

from analysis import gaps, schema

PROBLEMS = schema.frame("problems", [{"doc": "d", "problem": f"P{n:02d}", "headline": f"问题{n}", "text": f"问题{n}"} for n in (1, 2, 3)])
MEASURES = schema.frame("measures", [{"doc": "d", "measure": f"M{n:02d}", "number": f"（{'一二'[n - 1]}）", "headline": "举措", "text": "举措", "owner": "水务站"} for n in (1, 2)])
SEGMENTS = schema.frame(
    "segments",
    [
        {"doc": "d", "item": "M01", "segment": 1, "kind": "headline", "text": "举措"},
        {"doc": "d", "item": "M01", "segment": 2, "kind": "action", "text": "更换闸门三座"},
        {"doc": "d", "item": "M01", "segment": 3, "kind": "slogan", "text": "提高认识压实"},
        {"doc": "d", "item": "M02", "segment": 1, "kind": "headline", "text": "提高认识"},
    ],
)


def link(problem: str, measure: str, level: int, score: float, said: str = "", terms: str = "") -> dict:
    return {"doc": "d", "problem": problem, "measure": measure, "level": level, "score": score, "evidence_measure": said, "shared_terms": terms}


LINKS = schema.frame(
    "links",
    [
        link("P01", "M01", 2, 0.9, "更换闸门三座"), link("P01", "M02", 0, 0.1),
        link("P02", "M01", 0, 0.2), link("P02", "M02", 1, 0.4, "提高闸门管护认识", "闸门、〔水闸〕"),
        link("P03", "M01", 0, 0.1, "更换闸门三座"), link("P03", "M02", 0, 0.0),
    ],
)
EVIDENCE = schema.frame(
    "evidence",
    [
        {"doc": "d", "problem": problem, "segment": n, "kind": kind, "text": text, "addressed": met, "confidence": 0.8}
        for problem, n, kind, text, met in [
            ("P01", 1, "headline", "问题1", 2), ("P01", 2, "claim", "闸门锈死", 2), ("P01", 3, "claim", "无人巡查", 0),
            ("P02", 1, "headline", "问题2", 1), ("P02", 2, "claim", "责任不清", 0),
            ("P03", 1, "headline", "问题3", 0),
        ]
    ],
)


@pytest.fixture(scope="module")
def found():
    return gaps.find(PROBLEMS, MEASURES, SEGMENTS, LINKS, EVIDENCE)


def test_verdict_coverage_and_best_measure(found):
    table = found["gaps"]
    assert list(table["verdict"]) == ["covered", "partial", "uncovered"]
    assert list(table["coverage"]) == [pytest.approx(2 / 3, abs=1e-4), 0.25, 0.0]
    assert list(table["best_measure"]) == ["M01", "M02", "M01"]


def test_the_reason_is_a_sentence_from_the_evidence(found):
    assert list(found["gaps"]["reason"]) == [
        "（一）有直接举措：“更换闸门三座”，但未见针对“无人巡查”的举措。",
        "仅在（二）中提及“闸门”（“提高闸门管护认识”），未见针对“责任不清”的可核查举措。",
        "全部2条措施未见针对这一问题的举措；最接近的（一）所说的是“更换闸门三座”。",
    ]


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ([1, 1], "在（二）中提及“闸门”（“提高闸门管护认识”）；另有（一）也触及，合计触及1/2处；未见针对“责任不清”的可核查举措。"),
        ([1, 1, 1, 1, 1], "在（二）中提及“闸门”（“提高闸门管护认识”）；另有（一）、（三）、（四）等4条也触及，合计触及1/2处；未见针对“责任不清”的可核查举措。"),
        ([1, 0, 1], "在（二）中提及“闸门”（“提高闸门管护认识”）；另有（三）也触及，合计触及1/2处；未见针对“责任不清”的可核查举措。"),
        ([1, 0, 0], "仅在（二）中提及“闸门”（“提高闸门管护认识”），未见针对“责任不清”的可核查举措。"),
    ],
)
def test_several_partial_measures_are_named_together_and_stay_partial(levels, said):
    order = ["M02", "M01", "M03", "M04", "M05"][: len(levels)]
    measures = schema.frame("measures", [{"doc": "d", "measure": f"M{n:02d}", "number": f"（{'一二三四五'[n - 1]}）"} for n in range(1, 6)])
    texts = ("提高闸门管护认识", "闸门", "闸门", "闸门", "闸门")
    links = schema.frame("links", [link("P02", measure, level, 0.4 - n / 20, texts[n], "闸门") for n, (measure, level) in enumerate(zip(order, levels, strict=True))])
    row = gaps.find(PROBLEMS, measures, SEGMENTS, links, EVIDENCE)["gaps"].iloc[1]
    assert (row["verdict"], row["coverage"], row["reason"]) == ("partial", 0.25, said)


def test_load_counts_what_each_measure_carries(found):
    table = found["load"]
    assert table[["problems_direct", "problems_partial", "orphan", "quantified"]].values.tolist() == [[1, 0, 0, 1], [0, 1, 0, 0]]
    assert list(table["slogan_share"]) == [0.5, 1.0]


def test_without_measures_every_problem_stands_uncovered():
    nothing = gaps.find(PROBLEMS, MEASURES.iloc[:0], SEGMENTS, LINKS.iloc[:0], EVIDENCE.iloc[:0])
    assert set(nothing["gaps"]["verdict"]) == {"uncovered"} and set(nothing["gaps"]["reason"]) == {"文档中没有整改措施。"}
    assert nothing["load"].empty


@pytest.mark.parametrize("numbers, name", [(["１", "2"], "措施１"), (["（一）", "（一）"], "措施1"), (["", ""], "措施1"), (["1", "１"], "措施1")])
def test_a_measure_is_named_by_its_number_only_where_numbers_are_unique(numbers, name):
    found = gaps.find(PROBLEMS, MEASURES.assign(number=numbers), SEGMENTS, LINKS, EVIDENCE)
    assert found["gaps"]["reason"][0].startswith(f"{name}有直接举措")


def test_quotation_marks_inside_a_quotation_are_single():
    links = LINKS.assign(evidence_measure="推行“一闸一档”")
    assert "“推行‘一闸一档’”" in gaps.find(PROBLEMS, MEASURES, SEGMENTS, links, EVIDENCE)["gaps"]["reason"][0]


@pytest.mark.parametrize(("confidence", "verdicts"), [(0.8, ["covered", "partial", "uncovered"]), (0.59, ["covered", "partial", "unknown"])])
def test_no_gap_is_called_where_such_verdicts_are_as_often_wrong_as_right(confidence, verdicts):
    found = gaps.find(PROBLEMS, MEASURES, SEGMENTS, LINKS, EVIDENCE.assign(confidence=confidence))["gaps"]
    assert found["verdict"].tolist() == verdicts
    assert found["reason"].str.contains("难以判断").tolist() == [verdict == "unknown" for verdict in verdicts]
