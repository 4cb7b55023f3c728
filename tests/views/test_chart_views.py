"""The frames behind the figures: counted right, in the right order, with a title that says what is shown."""

import pandas as pd
from documents import document

from analysis.schema import frame
from analysis.views import (
    cloud,
    combinations,
    contrast,
    coverage,
    flow,
    gaps,
    keywords,
    load,
    network,
    segments,
    sensitivity,
    substance,
    verdicts,
)

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
            for item, term, weight, method in (("P01", "停车", 1, "phrase"), ("P02", "路灯", 0.5, "phrase"), ("P03", "物业", 1, "phrase"), ("P04", "停车", 0.8, "phrase"), ("M01", "泊位", 1, "phrase"), ("M02", "管理", 1, "tfidf"))
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


def test_the_matrix_says_how_many_of_the_problems_without_a_link_are_undecided():
    unsure = FRAMES["gaps"].assign(verdict=FRAMES["gaps"]["verdict"].replace("uncovered", "unknown"))
    (view,) = coverage.view(FRAMES | {"gaps": unsure}, "甲")
    assert view.title.endswith("1个问题没有任何对应（含1个难以判断）")


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
    assert problems[["term", "items", "shared"]].values.tolist() == [["物业", 1, 0], ["停车", 1, 2], ["路灯", 1, 2]]
    assert view.rows.loc[view.rows["side"] == "measure", "term"].tolist() == ["泊位"]
    assert view.title == "问题最强调的3个词语中，1个措施完全没有提到：物业"


def test_without_measures_the_title_says_so():
    frames = document(4, 0, doc="乙")
    assert gaps.view(frames, "乙")[0].title == "文件没有写出整改措施，4个问题均未见对应"
    assert coverage.view(frames, "乙")[0].empty and load.view(frames, "乙")[0].empty == "文件没有写出整改措施"


def test_substance_puts_what_lacks_most_first():
    rows = [DOC | {"measure": "M01", "owner": "城管局", "deadline": "6月底前", "quantified": 1, "slogan_share": 0.1, "orphan": 0}]
    rows += [DOC | {"measure": "M02", "owner": "", "deadline": "", "quantified": 0, "slogan_share": 0.8, "orphan": 0}]
    (view,) = substance.view(tables(load=rows), "甲")
    assert view.title == "2项措施中1项没有责任单位、1项没有时限、1项没有量化指标"
    assert view.rows[["measure", "missing", "said"]].values.tolist() == [["M02", 3, "80%"], ["M01", 0, "10%"]]
    assert substance.view(tables(load=rows[:1]), "甲")[0].title == "1项措施都写明了责任单位、时限和量化指标"


def test_segments_count_what_is_left():
    rows = [("P01", "headline", 2), ("P01", "claim", 1), ("P03", "headline", 0), ("P03", "example", 0), ("P02", "claim", 0)]
    evidence = [DOC | {"problem": p, "segment": n, "kind": kind, "text": kind, "addressed": answered} for n, (p, kind, answered) in enumerate(rows, 1)]
    (view,) = segments.view(tables(evidence=evidence), "甲")
    assert view.title == "4个问题的5处要点中3处没有回应，其中1处是事例"
    assert list(dict.fromkeys(view.rows["problem"])) == ["P03", "P02", "P01"]


def test_combinations_place_every_problem_once():
    (view,) = combinations.view(FRAMES, "甲")
    assert view.title == "4个问题中1个没有任何对应，2个只靠一项措施，1个由两项以上共同涉及"
    assert view.rows[["measures", "count", "problems"]].values.tolist() == [["", 1, "3"], ["M02", 1, "2"], ["M01", 1, "4"], ["M01、M02", 1, "1"]]
    assert view.more["measures"][["measure", "count"]].values.tolist() == [["M01", 2], ["M02", 2]]


def test_combinations_that_do_not_fit_are_counted_in_the_note():
    frames = document(60, 40, doc="乙")
    (view,) = combinations.view(frames, "乙", rows=10, columns=5)
    left = 60 - view.rows["count"].sum()
    assert len(view.rows) <= 5 and len(view.more["measures"]) <= 7 and f"（{left}个问题）未画" in view.note


SCORES = {("P01", "M01"): (0.9, 2), ("P02", "M01"): (0.62, 2), ("P03", "M01"): (0.58, 1), ("P04", "M01"): (0.1, 0)}


def sensitive(state="candidate"):
    links = [DOC | {"problem": p, "measure": m, "level": level, "score": score, "state": state} for (p, m), (score, level) in SCORES.items()]
    verdict = ("uncovered", "partial", "covered")
    gaps = [DOC | {"problem": p, "headline": HEADLINES[p], "verdict": verdict[level]} for (p, _), (_, level) in SCORES.items()]
    return tables(links=links, gaps=gaps)


def test_sensitivity_moves_the_verdicts_with_the_cuts():
    (view,) = sensitivity.view(sensitive(), "甲")  # cuts: 0.60 for direct, 0.34 for partial
    counts = view.rows.pivot(index="shift", columns="verdict", values="count")
    assert counts.loc[0.0, ["covered", "partial", "uncovered"]].tolist() == [2, 1, 1]
    assert counts.loc[0.05, ["covered", "partial", "uncovered"]].tolist() == [1, 2, 1]
    assert counts.loc[-0.05, ["covered", "partial", "uncovered"]].tolist() == [3, 0, 1]
    assert view.title == "分界上下移动0.05，4个问题中2个的结论会变"
    assert view.more["near"][["problem", "looser", "stricter"]].values.tolist() == [["P02", "covered", "partial"], ["P03", "covered", "partial"]]


def test_confirmed_links_do_not_move():
    (view,) = sensitivity.view(sensitive("confirmed"), "甲")
    counts = view.rows.pivot(index="shift", columns="verdict", values="count")
    assert counts.loc[0.2, ["covered", "partial", "uncovered"]].tolist() == [2, 1, 1]


def test_contrast_takes_the_terms_of_the_filter():
    rows = [
        {"doc": "甲", "term": term, "side": side, "z": z, "problem_count": 2, "measure_count": 2, "taken_up": taken, "echo": "", "items": items}
        for term, side, z, taken, items in (("飞线", "problem", 2.0, 0, "P01 P03"), ("井盖", "problem", 1.0, 1, "P02"), ("街道", "measure", -1.5, 1, "M01"))
    ]
    frames = FRAMES | {"contrast": pd.DataFrame(rows)}
    (view,) = contrast.view(frames, "甲")
    assert view.title == "问题突出而措施没有接住的词语有1个：飞线"
    assert view.rows[["side", "term", "strength"]].values.tolist() == [["problem", "飞线", 2.0], ["problem", "井盖", 1.0], ["measure", "街道", 1.5]]
    (view,) = contrast.view(frames, "甲", category="物业")
    assert view.rows["term"].tolist() == ["飞线", "街道"] and view.title.startswith("“物业”类")


def test_network_names_the_side_of_each_term():
    terms = [("停车", 2, 0, 1), ("路灯", 1, 0, 0), ("泊位", 0, 0, 2), ("投入", 0, 1, 0)]
    nodes = [dict(zip(("term", "problem_count", "cause_count", "measure_count"), row, strict=True)) | {"doc": "甲", "weight": 1 / place} for place, row in enumerate(terms, 1)]
    edges = pd.DataFrame([{"doc": "甲", "source": "停车", "target": "泊位", "items": 2, "association": 0.5}])
    (view,) = network.view(FRAMES | {"network_terms": pd.DataFrame(nodes), "network_edges": edges}, "甲")
    assert view.title == "反复出现的4个词语：1个两边都有，2个只在问题或原因中，1个只在措施中"
    assert view.rows.set_index("term")["side"].to_dict() == {"停车": "both", "路灯": "problem", "泊位": "measure", "投入": "problem"}


def test_a_filtered_network_keeps_the_terms_of_the_problems_shown_and_says_so():
    kept = FRAMES["problems"].loc[FRAMES["problems"]["category"] == "物业"]
    terms = ["".join(kept["text"])[:2], "全无此词"]
    nodes = pd.DataFrame([{"doc": "甲", "term": term, "weight": 0.5, "problem_count": 1, "cause_count": 0, "measure_count": 0} for term in terms])
    edges = pd.DataFrame([{"doc": "甲", "source": terms[0], "target": terms[1], "items": 1, "association": 0.5}])
    (view,) = network.view(FRAMES | {"network_terms": nodes, "network_edges": edges}, "甲", category="物业")
    assert view.rows["term"].tolist() == terms[:1] and view.more["ties"].empty
    assert view.title.startswith(f"“物业”类{len(kept)}个问题中，")


def test_cloud_names_each_term_once():
    (view,) = cloud.view(FRAMES, "甲")
    assert sorted(view.rows["term"]) == ["停车", "泊位", "物业", "路灯"]
