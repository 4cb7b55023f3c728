import pytest

from analysis.coverage import lexicon
from analysis.coverage.check import faults
from analysis.errors import InputError

GOOD = ["路灯,城管,deficiency,路灯不亮", "路灯,城管,remedy,更换灯具", "路灯,城管,both,路灯"]


def written(folder, lines: list[str], head: str = "concept,domain,side,term"):
    path = folder / "concepts.csv"
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8-sig")
    return path


def test_the_shipped_lexicon_is_large_and_without_fault():
    rows = lexicon.read()
    assert faults() == []
    assert len({row["concept"] for row in rows}) >= 1000 and len(rows) >= 10000 and len({row["domain"] for row in rows}) >= 30


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("路灯,城管,deficiency,路灯不亮", "第5行：“路灯不亮”在概念“路灯”中已见于第2行；两边都用时写一行 both"),
        ("路灯,城管,problem,灯杆倾斜", "第5行：side 为“problem”，应为 deficiency、remedy、both"),
        ("路灯,城管,remedy,换 灯", "第5行：“换 灯”含空格或标点，在正文中无法匹配"),
        ("路灯,城管,remedy,灯", "第5行：“灯”有1个字，应为2到14个字"),
        ("路灯,城管,remedy,120", "第5行：“120”没有文字，会匹配到无关的数字"),
        ("路灯,,remedy,灯杆扶正", "第5行：概念、领域、词语不能为空"),
        ("井盖,城管,deficiency,井盖松动", "第5行：概念“井盖”没有措施一侧的词语"),
    ],
)
def test_a_fault_is_named_by_its_line(tmp_path, line, fault):
    assert fault in faults(written(tmp_path, [*GOOD, line]))


def test_a_term_inside_those_of_many_domains_is_too_generic(tmp_path):
    lines = [f"概念{n},领域{n},both,台账{'甲乙丙丁戊己庚辛壬癸'[n]}" for n in range(10)]
    assert any("过于笼统" in fault for fault in faults(written(tmp_path, [*lines, "记账,领域0,both,台账"])))


def test_a_file_with_other_columns_is_refused(tmp_path):
    with pytest.raises(InputError, match="第1行"):
        lexicon.read(written(tmp_path, GOOD, head="concept,term"))


def test_of_terms_that_start_together_the_longest_is_found(tmp_path):
    words = lexicon.load(written(tmp_path, [*GOOD, "电动车,城管,deficiency,电动自行车", "电动车,城管,remedy,行车"]))
    found = {words.terms[place] for place in words.matches(["路灯不亮处停满电动自行车"]).indices}
    assert found == {"路灯不亮", "电动自行车"}
