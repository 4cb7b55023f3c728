"""The frames behind the figures: counted right, in the right order, with a title that says what is shown."""

import pandas as pd
from documents import document

from analysis.schema import frame
from analysis.views import coverage, flow, gaps, keywords, load, verdicts

DOC = {"doc": "甲"}
HEADLINES = {"P01": "停车难", "P02": "路灯坏", "P03": "无物业", "P04": "台账缺"}
LEVELS = {("P01", "M01"): 2, ("P01", "M02"): 1, ("P02", "M02"): 1, ("P04", "M01"): 2}
VERDICT = {"P01": "covered", "P02": "partial", "P03": "uncovered", "P04": "covered"}
CATEGORY = {"P01": "道路", "P02": "道路", "P03": "物业", "P04": "物业"}


def tables(**other):
    links = [
        DOC | {"problem": p, "measure": m, "level": LEVELS.get((p, m), 0), "score": LEVELS.get((p, m), 0) / 2, "state": "candidate", "paired": 0, "evidence_problem": p, "evidence_measure": m}
        for p in HEADLINES
        for m in ("M01", "M02", "M03")
    ]
    rows = {
        "documents": [DOC | {"title": "甲方案"}],
        "problems": [DOC | {"problem": p, "headline": text, "text": text, "category": CATEGORY[p]} for p, text in HEADLINES.items()],
        "causes": [DOC | {"cause": "C01", "headline": "投入少"}],
        "measures": [DOC | {"measure": f"M{n:02}", "headline": text, "text": text} for n, text in enumerate(("新增停车泊位", "加强路灯管理", "搞好宣传"), 1)],
        "links": links,
        "cause_links": [DOC | {"source": "P01", "target": "C01", "score": 0.5, "level": 1}, DOC | {"source": "C01", "target": "M01", "score": 0.5, "level": 1}],
        "gaps": [DOC | {"problem": p, "headline": text, "verdict": VERDICT[p], "reason": "理由", "coverage": 0.5 * (p != "P03"), "score": 0.5} for p, text in HEADLINES.items()],
        "load": [DOC | {"measure": f"M{n:02}", "headline": text, "orphan": int(n == 3)} for n, text in enumerate(("新增停车泊位", "加强路灯管理", "搞好宣传"), 1)],
        "keywords": [
            DOC | {"item": item, "rank": 1, "term": term, "weight": weight, "method": method}
            for item, term, weight, method in (("P01", "停车", 1, "phrase"), ("P02", "路灯", 0.5, "phrase"), ("P03", "物业", 1, "phrase"), ("P04", "停车", 0.8, "phrase"), ("M01", "泊位", 1, "phrase"), ("M02", "路灯", 1, "tfidf"))
        ],
    }
    return {name: frame(name, part) for name, part in (rows | other).items()}


FRAMES = tables()


def test_gaps_first_and_their_share_in_words():
    (view,) = gaps.view(FRAMES, "甲")
    assert view.title == "4个问题中1个未见对应措施，1个只部分覆盖"
    assert view.rows[["problem", "said"]].values.tolist() == [["P03", "0%"], ["P02", "50%"], ["P01", "50%"], ["P04", "50%"]]


def test_a_problem_without_segments_has_no_share():
    frames = FRAMES | {"gaps": FRAMES["gaps"].assign(coverage=pd.NA)}
    assert set(gaps.view(frames, "甲")[0].rows["said"]) == {"无"}


def test_many_problems_leave_out_what_is_covered_and_say_so():
    frames = document(60, 40, doc="乙")
    views = gaps.view(frames, "乙")
    shown = pd.concat([view.rows for view in views])
    assert set(shown["verdict"]) == {"uncovered", "partial", "unknown"}
    covered = int(frames["gaps"]["verdict"].isin(["covered", "justified"]).sum())
    assert all(f"另有{covered}个已覆盖或已说明的未列" in view.note for view in views) and len(shown) + covered == 60


def test_verdicts_count_every_problem_once():
    (view,) = verdicts.view(FRAMES, "甲")
    assert view.rows.set_index("verdict")["count"].to_dict() == {"uncovered": 1, "partial": 1, "unknown": 0, "covered": 2, "justified": 0}
    assert view.title == "4个问题中2个已覆盖（50%），1个未见对应措施"
    assert view.note == "已覆盖：经人工确认 0/4（0%），含待确认 2/4（50%）"
    categories = view.more["categories"].set_index("category")
    assert categories.loc["物业", ["problems", "uncovered", "covered"]].tolist() == [2, 1, 1] and categories["problems"].sum() == 4


def test_many_categories_end_in_one_row_for_the_rest():
    names = [f"类{n:02}" for n in range(12)]
    frames = tables(
        problems=[DOC | {"problem": f"P{n:02}", "category": name} for n, name in enumerate(names, 1)],
        gaps=[DOC | {"problem": f"P{n:02}", "verdict": "uncovered"} for n in range(1, 13)],
    )
    categories = verdicts.view(frames, "甲")[0].more["categories"]
    assert len(categories) == 9 and categories["category"].iloc[-1] == "其他类别（4类）" and categories["problems"].sum() == 12


def test_matrix_groups_by_category_with_holes_first():
    (view,) = coverage.view(FRAMES, "甲")
    assert view.more["problems"]["problem"].tolist() == ["P02", "P01", "P03", "P04"]
    assert view.more["measures"]["measure"].tolist() == ["M01", "M02", "M03"]
    assert view.title == "4个问题与3项措施：直接对应2处、部分涉及2处，1个问题没有任何对应"
    met = view.rows[view.rows["level"] > 0]
    assert met[["row", "column", "level"]].values.tolist() == [[0, 1, 1], [1, 0, 2], [1, 1, 1], [3, 0, 2]]
    assert set(view.rows["evidence"]) == {1}


def test_matrix_pages_hold_every_link_once():
    frames = document(60, 40, doc="乙")
    views = coverage.view(frames, "乙", rows=15, columns=10)
    assert all(len(view.more["problems"]) <= 15 and len(view.more["measures"]) <= 10 for view in views)
    shown = pd.concat([view.rows[view.rows["level"] > 0] for view in views])
    wanted = frames["links"][frames["links"]["level"] > 0]
    assert sorted(zip(shown["problem"], shown["measure"], strict=True)) == sorted(zip(wanted["problem"], wanted["measure"], strict=True))


def test_load_counts_problems_names_them_and_puts_orphans_last():
    (view,) = load.view(FRAMES, "甲")
    assert view.title == "3项措施中1项未对应任何问题；措施1最重，直接对应2个"
    rows = view.rows.set_index("measure")
    assert rows.loc["M01", ["direct", "partial", "direct_problems", "partial_problems"]].tolist() == [2, 0, "1、4", ""]
    assert rows.loc["M02", ["direct", "partial", "partial_problems"]].tolist() == [0, 2, "1、2"]
    assert view.rows["measure"].tolist() == ["M01", "M02", "M03"] and rows.loc["M03", "orphan"] == 1


def test_flow_gives_every_problem_the_weight_one():
    (view,) = flow.view(FRAMES, "甲")
    assert view.title == "4个问题中1个没有任何对应，其余3个落到2项措施上"
    for side in (0, 1):
        assert view.rows.loc[view.rows["side"] == side, "weight"].sum() == 4
    nodes = view.more["nodes"].set_index(["side", "node"])
    assert nodes.loc[(2, flow.NOWHERE), ["label", "weight", "place"]].tolist() == ["没有任何对应", 1, 0]
    assert nodes.loc[(1, "C01"), "weight"] == 1 and nodes.loc[(1, flow.NO_CAUSE), "weight"] == 3
    assert view.note == "每个问题画最强的对应（直接对应至多2项）；另有1处对应未画；1项措施不在所画对应之中"


def test_flow_without_causes_goes_straight_to_the_measures():
    (view,) = flow.view(tables(causes=[], cause_links=[]), "甲")
    assert set(view.rows["side"]) == {0} and set(view.more["nodes"]["side"]) == {0, 2} and "文件没有写出原因" in view.note


def test_flow_of_many_problems_is_bundled_and_loses_none():
    for categories in (True, False):
        (view,) = flow.view(document(60, 40, doc="乙", categories=categories), "乙")
        nodes = view.more["nodes"]
        assert (nodes.groupby("side")["node"].count() <= 16).all()
        assert nodes.groupby("side")["weight"].sum().round(6).tolist() == [60, 60]


def test_keywords_of_both_sides_and_what_no_measure_takes_up():
    (view,) = keywords.view(FRAMES, "甲")
    problems = view.rows[view.rows["side"] == "problem"]
    assert problems[["term", "items", "shared"]].values.tolist() == [["停车", 2, 1], ["物业", 1, 0], ["路灯", 1, 1]]
    assert view.rows.loc[view.rows["side"] == "measure", "term"].tolist() == ["泊位"]
    assert view.title == "问题最强调的3个词语中，1个措施没有提到：物业"


def test_without_measures_the_title_says_so():
    frames = document(4, 0, doc="乙")
    assert gaps.view(frames, "乙")[0].title == "文件没有写出整改措施，4个问题均未见对应"
    assert coverage.view(frames, "乙")[0].empty and load.view(frames, "乙")[0].empty == "文件没有写出整改措施"
