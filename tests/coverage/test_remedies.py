import numpy as np
import pytest

from analysis.coverage import remedies
from analysis.coverage.remedies_check import faults
from analysis.errors import InputError

GOOD = ["1,城管,headline,,路灯维护不及时", "1,城管,claim,1,东门桥路灯坏了半年", "1,城管,remedy,,每晚巡查一次，报修两小时到场", "1,城管,particular,1,更换东门桥灯具"]


def written(folder, lines: list[str], head: str = ",".join(remedies.COLUMNS)):
    path = folder / "remedies.csv"
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8-sig")
    return path


def test_the_shipped_cases_are_many_of_many_fields_and_without_fault():
    rows = remedies.read()
    assert faults() == []
    assert len({row["case"] for row in rows}) >= 1900 and len({row["domain"] for row in rows}) >= 40


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("1,城管,remdy,,按片区配维修工", "第6行：role 为“remdy”，应为 headline、claim、remedy、particular、slogan、mention、other"),
        ("1,城管,slogan,,用心", "第6行：“用心”有2个字，应为4到60个字"),
        ("1,城管,particular,2,补装西门灯杆", "第6行：claim 为“2”，本范例没有这条表述"),
        ("1,城管,other,,更换东门桥灯具", "第6行：“更换东门桥灯具”已见于第5行"),
        ("1,城管,headline,,井盖缺失", "第2行：范例1有2个标题（headline），应有1个"),
        ("2,城管,headline,,井盖缺失", "第6行：范例2没有对症的举措（remedy）"),
        ("1,,other,,更换公交站牌", "第6行：case、domain 不能为空"),
    ],
)
def test_a_fault_is_named_by_its_line(tmp_path, line, fault):
    assert fault in faults(written(tmp_path, [*GOOD, line]))


def test_other_columns_or_no_file_are_one_clear_line(tmp_path):
    with pytest.raises(InputError, match="首行为"):
        remedies.read(written(tmp_path, GOOD, head="case,domain,role,text"))
    with pytest.raises(InputError, match="范例无法读取"):
        remedies.read(tmp_path / "none.csv")


def test_the_shipped_weights_are_what_the_shipped_cases_teach():
    learned, shipped = remedies.learn(remedies.read()), remedies.load()
    assert learned.weights.keys() == shipped.weights.keys() and len(shipped.weights) > 4000
    assert max(abs(learned.weights[gram] - shipped.weights[gram]) for gram in shipped.weights) < 0.02


def test_on_cases_left_out_remedies_rank_above_other_lines():
    rows = remedies.read()
    reading = remedies.learn([row for row in rows if int(row["case"]) % 5])
    held = [row for row in rows if not int(row["case"]) % 5 and row["role"] in remedies.LINES]
    logits = reading.remedial([row["text"] for row in held])
    remedy = np.array([row["role"] == "remedy" for row in held])
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
