"""The report on a user dictionary: each kind of fault, on its line, in Chinese."""

import pytest

from analysis.words.validation import faults, main

HEADER = "term,domain,kind,frequency\n"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("雨污 分流,城建,事物,", "第2行“雨污 分流”：含空格，永远不会匹配"),
        ("问题/整改,通用,事物,", "第2行“问题/整改”：含“/”，永远不会匹配"),
        ("重点*,通用,事物,", "第2行“重点*”：含“*”，永远不会匹配"),
        ("[销号],通用,事物,", "第2行“[销号]”：含“[”、“]”，永远不会匹配"),
        ("\ufeff台账,通用,事物,", "第2行“\ufeff台账”：含BOM，永远不会匹配"),
        ("“三公”经费,财务,事物,", "第2行“““三公”经费”：含““”、“””，永远不会匹配".replace("““三公", "“三公")),
        ("账,财务,事物,", "第2行“账”：只有一个字，会拆坏别的词"),
        (",财务,事物,", "第2行：没有词"),
        ("雨污分流,城建,东西,", "第2行“雨污分流”：类别“东西”不在 机构"),
        ("雨污分流,城建,事物", "第2行“雨污分流”：有 3 列，应有 4 列"),
        ("雨污分流,城建,事物,-3", "第2行“雨污分流”：词频“-3”不是正整数"),
        ("检查工作,通用,事物,1", "第2行“检查工作”：词频 1 太低，仍会被拆开"),
        ("台账,通用,事物,50", "第2行“台账”：基础词典已有该词并保持完整，词频不起作用"),
    ],
)
def test_each_fault_is_told(line, message):
    found = [str(fault) for fault in faults((HEADER + line + "\n").encode())]
    assert len(found) == 1 and found[0].startswith(message)


def test_a_good_line_with_an_effective_frequency_passes():
    assert faults((HEADER + "检查工作,通用,事物,9000\n雨污分流,城建,事物,\n").encode()) == []


def test_duplicates_name_the_first_line():
    data = (HEADER + "雨污分流,城建,事物,\n台账,通用,事物,\n雨污分流,环保,事物,\n").encode()
    assert [str(fault) for fault in faults(data)] == ["第4行“雨污分流”：与第2行重复"]


def test_bom_and_cr_of_the_file_are_told_but_not_fatal():
    found = faults(("\ufeff" + HEADER + "台账,通用,事物,\n").replace("\n", "\r\n").encode())
    assert [(fault.line, fault.fatal) for fault in found] == [(1, False), (1, False)]


def test_other_encodings_are_told():
    assert str(faults(HEADER.encode() + "台账".encode("gbk"))[0]) == "第2行：不是 UTF-8 编码，请另存为 UTF-8"


def test_main_reports_and_sets_the_status(tmp_path):
    path, lines = tmp_path / "own.csv", []
    path.write_text(HEADER + "雨污 分流,城建,事物,\n", encoding="utf-8")
    assert main([str(path)], lambda line: lines.append(str(line))) == 1
    assert lines == ["第2行“雨污 分流”：含空格，永远不会匹配", "own.csv：1 处问题"]
