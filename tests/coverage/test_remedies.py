import numpy as np
import pytest

from analysis.coverage import casebook, remedies
from analysis.errors import InputError


def test_the_shipped_weights_are_what_the_shipped_cases_teach():
    learned, shipped = remedies.learn(casebook.load()), remedies.load()
    assert learned.weights.keys() == shipped.weights.keys() and len(shipped.weights) > 4000
    assert max(abs(learned.weights[gram] - shipped.weights[gram]) for gram in shipped.weights) < 0.02


def test_on_cases_left_out_remedies_rank_above_other_lines():
    cases = casebook.load()
    reading = remedies.learn(case for number, case in enumerate(cases) if number % 5)
    held = [(text, role == "remedy") for case in cases[::5] for role in casebook.LINES for text in case.lines[role]]
    logits, remedy = reading.remedial([text for text, _ in held]), np.array([remedy for _, remedy in held])
    above = (logits[remedy][:, None] > logits[~remedy][None, :]).mean()
    assert above > 0.9


def test_a_rule_reads_more_like_a_remedy_than_a_case_settled_a_festivity_or_an_exhortation():
    rule, *others = remedies.load().remedial(["按片区建立巡查台账，逢坏必修，逾期扣减服务费", "更换东门桥灯具", "举办灯光节和摄影比赛", "不断提升亮化水平"])
    assert all(rule > other for other in others)


@pytest.mark.parametrize(("one", "other"), [("更换灯具", "更换灯具，6月底前完成"), ("更换灯具12盏", "更换灯具300盏"), ("更换灯具。", "更换灯具")])
def test_numbers_dates_and_punctuation_change_nothing(one, other):
    found = remedies.load().remedial([one, other])
    assert found[0] == pytest.approx(found[1])


def test_grams_do_not_cross_punctuation_and_nothing_known_is_the_intercept():
    assert remedies.grams("巡查，a报修") == ["修", "巡", "巡查", "报", "报修", "查"]
    reading = remedies.Reading({"巡查": 3.0}, -1.0)
    assert reading.remedial(["", "报修", "巡查"]).tolist() == [-1.0, -1.0, 2.0] and reading.remedial([]).shape == (0,)


def test_weights_come_back_as_saved_and_a_damaged_file_is_one_clear_line(tmp_path):
    path = remedies.save(remedies.Reading({"巡": 1.25, "巡查": -0.5}, 0.125), tmp_path / "weights.csv")
    assert remedies.load(path).weights == {"巡": 1.25, "巡查": -0.5}
    assert remedies.load(path).intercept == 0.125
    broken = tmp_path / "broken.csv"
    broken.write_text("gram,weight\n巡,1\n", encoding="utf-8-sig")
    with pytest.raises(InputError, match="zhenggai fit"):
        remedies.load(broken)
