"""Number labels: what is one, its style, value and number, and what only looks like one."""

import pytest

from analysis.tables.labels import automatic, numeral, parse


@pytest.mark.parametrize(
    ("text", "style", "value", "number"),
    [
        ("一、存在问题", "cn", 1, "一"),
        ("十二、其他", "cn", 12, "十二"),
        ("二十一、其他", "cn", 21, "二十一"),
        ("（三）强化责任担当", "cnparen", 3, "（三）"),
        ("(十)改进", "cnparen", 10, "(十)"),
        ("1.学习", "digit", 1, "1"),
        ("１２．学习", "digit", 12, "１２"),
        ("3、学习", "digit", 3, "3"),
        ("⒉学习", "digit", 2, "⒉"),
        ("⑴灭火器", "paren", 1, "⑴"),
        ("（12）灭火器", "paren", 12, "（12）"),
        ("①台账", "circled", 1, "①"),
        ("4）台账", "half", 4, "4）"),
        ("第二，下访少", "ordinal", 2, "第二"),
        ("三是落实差", "is", 3, "三"),
        ("问题一：预算粗放", "problem", 1, "一"),
        ("问题（二）：预算粗放", "problem", 2, "二"),
        ("措施3.清理", "measure", 3, "3"),
        ("第一章 总则", "chapter", 1, "第一章"),
        ("1.1总体", "dotted2", 1, "1.1"),
        ("2.3.4 泵房", "dotted3", 4, "2.3.4"),
        ("1.11#楼渗水", "digit", 1, "1"),
        ("Ⅱ、排查", "roman", 2, "Ⅱ"),
        ("- 比如", "bullet", 0, ""),
        ("●比如", "bullet", 0, ""),
    ],
)
def test_parse(text, style, value, number):
    label = parse(text)
    assert (label.style, label.value, label.number, label.weak) == (style, value, number, False)


@pytest.mark.parametrize("text", ["2024年3月", "5月底前", "12个单位", "问题一直存在", "一是一，二是二", "一致认为", "Ⅰ类切口", "学习不够", "", "—比如", "一要求就改"])
def test_no_label(text):
    assert parse(text) is None


@pytest.mark.parametrize("text", ["3.5万元以上支出", "1.9万条", "3.0T磁共振", "1、2号楼外墙", "2024. 预算"])
def test_doubtful_labels_need_their_sequence(text):
    label = parse(text)
    assert label is None or label.weak


@pytest.mark.parametrize(("text", "value"), [("一百零二", 102), ("二十", 20), ("〇", 0), ("１５", 15), ("⑿", 12), ("㉑", 21), ("❸", 3), ("Ⅳ", 4), ("C", 3), ("甲", 0)])
def test_numeral(text, value):
    assert numeral(text) == value


@pytest.mark.parametrize(("number", "style", "shown"), [("（一）", "cnparen", "（一）"), ("1.", "digit", "1"), ("3", "cn", "3"), ("•", "bullet", ""), ("第一条", "section", "第一条")])
def test_automatic(number, style, shown):
    label = automatic(number)
    assert label.automatic and label.number == shown
    assert label.style == style or number == "3"
