import numpy as np
import pandas as pd
import pytest

from analysis import coverage, schema
from analysis.tables import segments

PROBLEMS = ["停车难问题突出。老城片区车位不足，乱停乱放严重。比如，柳溪里入夜后车辆占满人行道。", "档案管理粗放。2019年以前的卷宗散放在走廊，至今未归档。"]
MEASURES = ["破解停车难题。新增停车泊位200个，推行错峰共享停车，每周对柳溪里违停车辆集中拖移。", "丰富文化生活。举办广场舞比赛12场，放映露天电影30场。"]


def tables(problems: list[str], measures: list[str], doc: str = "d") -> dict[str, pd.DataFrame]:
    def items(name: str, key: str, letter: str, texts: list[str]) -> pd.DataFrame:
        rows = [{"doc": doc, key: f"{letter}{n:02d}", "headline": text.split("。")[0], "text": text} for n, text in enumerate(texts, 1)]
        return schema.frame(name, rows)

    found = {
        "problems": items("problems", "problem", "P", problems),
        "causes": items("causes", "cause", "C", ["规划滞后。停车设施规划多年未修编。"]),
        "measures": items("measures", "measure", "M", measures),
    }
    return found | {"segments": segments.split(**found), "pairs": schema.frame("pairs", [])}


@pytest.fixture(scope="module")
def judged() -> dict[str, pd.DataFrame]:
    return coverage.judge(**tables(PROBLEMS, MEASURES))


def test_every_pair_has_a_row_and_quotes_its_items(judged):
    links = judged["links"]
    assert [*zip(links["problem"], links["measure"], strict=True)] == [(f"P{i:02d}", f"M{j:02d}") for i in (1, 2) for j in (1, 2)]
    for row in links.itertuples():
        assert row.evidence_problem in PROBLEMS[int(row.problem[1:]) - 1]
        assert row.evidence_measure in MEASURES[int(row.measure[1:]) - 1]
        assert row.why.endswith("。") and row.state == "candidate"


def test_the_parking_measure_covers_the_parking_problem_and_nothing_else(judged):
    assert judged["links"]["level"].tolist() == [2, 0, 0, 0]


def test_every_problem_segment_has_its_evidence(judged):
    table = judged["evidence"]
    assert list(table["kind"]) == ["headline", "claim", "example", "headline", "claim"]
    assert table.loc[0, "addressed"] == 2 and table.loc[0, "measure"] == "M01"
    assert (table["addressed"][3:] == 0).all()


def test_cause_links_hold_both_directions(judged):
    assert [*zip(judged["cause_links"]["source"], judged["cause_links"]["target"], strict=True)] == [
        ("P01", "C01"), ("P02", "C01"), ("C01", "M01"), ("C01", "M02"),
    ]


@pytest.mark.parametrize(("problems", "measures"), [(PROBLEMS, []), ([], MEASURES), ([], [])])
def test_a_document_without_problems_or_measures_has_no_pairs(problems, measures):
    found = coverage.judge(**tables(problems, measures))
    assert found["links"].empty and len(found["evidence"]) == (5 if problems else 0)


def test_documents_do_not_touch_each_other():
    one, two = tables(PROBLEMS, MEASURES), tables(PROBLEMS[:1], MEASURES[1:], "e")
    both = coverage.judge(**{name: pd.concat([one[name], two[name]], ignore_index=True) for name in one})
    alone = coverage.judge(**two)["links"]
    pd.testing.assert_frame_equal(both["links"][both["links"]["doc"] == "e"].reset_index(drop=True), alone)


def test_a_fitted_model_learns_from_its_labels_and_comes_back_from_disk(tmp_path):
    frames = tables(PROBLEMS, MEASURES)
    levels = pd.DataFrame({"doc": "d", "problem": ["P01", "P01", "P02", "P02"], "measure": ["M01", "M02"] * 2, "level": [2, 0, 0, 0]})
    model = coverage.fit([coverage.sample(frames, levels)])
    assert (model.partial.weights >= 0).all() and model.documents == ("d",)
    again = coverage.load_model(coverage.save_model(model, tmp_path / "weights.json"))
    assert np.allclose(again.remedy.weights, model.remedy.weights, atol=1e-4) and again.documents == model.documents


@pytest.mark.parametrize(("numbers", "name"), [(["（一）", "（二）"], "（一）"), (["（二）", "（二）"], "措施1"), (["", ""], "措施1")])
def test_the_sentence_names_a_measure_as_the_gaps_do(numbers, name):
    frames = tables(PROBLEMS, MEASURES)
    frames["measures"] = frames["measures"].assign(number=numbers)
    assert coverage.judge(**frames)["links"]["why"][0].startswith(f"{name}有可核查的举措“")
