import pytest

from analysis.coverage import casebook
from analysis.coverage.casebook_check import faults
from analysis.errors import InputError

GOOD = ["1,城管,headline,,路灯维护不及时", "1,城管,claim,1,东门桥路灯坏了半年", "1,城管,remedy,,每晚巡查一次，报修两小时到场", "1,城管,particular,1,更换东门桥灯具"]


def written(folder, lines: list[str], head: str = ",".join(casebook.COLUMNS)):
    path = folder / "cases.csv"
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8-sig")
    return path


def test_the_shipped_cases_are_many_of_many_fields_and_without_fault():
    rows = casebook.read()
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
        casebook.read(written(tmp_path, GOOD, head="case,domain,role,text"))
    with pytest.raises(InputError, match="范例无法读取"):
        casebook.read(tmp_path / "none.csv")


def test_a_case_is_its_problem_and_its_lines_by_role(tmp_path):
    (case,) = casebook.load(written(tmp_path, GOOD))
    assert case.problem == ["路灯维护不及时", "东门桥路灯坏了半年"]
    assert case.lines["remedy"] == ["每晚巡查一次，报修两小时到场"] and case.lines["particular"] == ["更换东门桥灯具"] and not case.lines["slogan"]


def test_what_the_check_would_name_teaches_nothing_and_stops_nothing(tmp_path):
    lines = [*GOOD, "1,城管,remdy,,按片区配维修工", "2,城管,remedy,,无标题的举措", "3,城管,headline,,没有举措的问题", "4,城管"]
    (case,) = casebook.load(written(tmp_path, lines))
    assert len(case.problem) == 2 and case.lines["remedy"] == ["每晚巡查一次，报修两小时到场"]


def test_a_list_saved_in_another_encoding_is_one_clear_line(tmp_path):
    path = tmp_path / "cases.csv"
    path.write_bytes("case,domain,role,claim,text\n1,城管,headline,,路灯维护不及时\n".encode("gb18030"))
    with pytest.raises(InputError, match="不是 UTF-8"):
        casebook.read(path)
