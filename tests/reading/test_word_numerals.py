"""Word's number formats."""

import pytest

from analysis.reading.word.numerals import numeral


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12", 100: "100"}),
        ("decimalFullWidth", {1: "１", 10: "１０"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇", 21: "21"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 21: "二十一", 99: "九十九"}),
        ("chineseCountingThousand", {10: "十", 100: "一百", 101: "一百零一", 110: "一百一十", 1001: "一千零一", 1010: "一千零一十", 2300: "二千三百"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 21: "贰拾壹"}),
        ("ideographDigital", {1: "一", 10: "一〇", 21: "二一"}),
        ("japaneseCounting", {1: "一", 10: "十", 11: "十一", 101: "百一"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("lowerLetter", {1: "a", 26: "z", 27: "aa", 53: "aaa"}),
        ("upperLetter", {2: "B", 28: "BB"}),
        ("lowerRoman", {4: "iv", 9: "ix", 40: "xl"}),
        ("upperRoman", {14: "XIV", 1999: "MCMXCIX"}),
        ("none", {3: ""}),
        ("hebrew1", {3: "3"}),
        ("chineseCounting", {0: "0", 12345: "12345"}),
        ("upperRoman", {10**9: "1000000000"}),
    ],
)
def test_numerals(form, shown):
    assert {value: numeral(form, value) for value in shown} == shown
