"""Delimited text: delimiters, quotes, line breaks in cells."""

import pytest

from analysis.reading.delimited import delimiter_of, read_delimited
from analysis.reading.draft import Source


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("问题,措施\n甲，乙,丙\n", ","),
        ("问题;措施\n甲,乙,丙;丁\n戊;己,庚\n", ";"),
        ("问题\t措施\n甲,乙\t丙;丁\n", "\t"),
        ('"甲\n乙",丙\n"丁;戊",己\n', ","),
        ("一列\n两行\n", ","),
        ("问题|措施\n甲|乙\n", "|"),
    ],
)
def test_delimiters(text, delimiter):
    assert delimiter_of(text) == delimiter


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_cells_in_any_encoding(encoding):
    text = '序号,问题,措施\r\n1,"通道堵塞，占用","1.清理""通道""\r\n2.划线"\r\n,,\r\n'
    draft = read_delimited(Source(text.encode(encoding)))
    assert [(block.place, block.kind, block.text) for block in draft.blocks] == [
        ("表1!A1", "cell", "序号"),
        ("表1!B1", "cell", "问题"),
        ("表1!C1", "cell", "措施"),
        ("表1!A2", "cell", "1"),
        ("表1!B2", "cell", "通道堵塞，占用"),
        ("表1!C2", "cell", '1.清理"通道"\r\n2.划线'),
    ]


def test_a_stated_delimiter_is_used():
    assert [block.text for block in read_delimited(Source("sep=;\r\n甲,乙;丙\r\n".encode())).blocks] == ["甲,乙", "丙"]


def test_an_open_quote_does_not_lose_the_rest():
    assert read_delimited(Source('甲,"乙\n丙,丁\n'.encode())).blocks[-1].text == "乙\n丙,丁"
