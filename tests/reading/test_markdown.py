"""Markdown: structure to kinds, inline markup away, literal numbers and bullets kept."""

import pytest

from analysis.reading.draft import Source
from analysis.reading.markdown import plain, read_markdown


def seen(text):
    return [(block.place, block.kind, block.text) for block in read_markdown(Source(text.encode())).blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# 整改方案", [("第1行", "heading1", "整改方案")]),
        ("### 1. 学习不深 ###", [("第1行", "heading3", "1. 学习不深")]),
        ("整改方案\n====", [("第1行", "heading1", "整改方案")]),
        ("一、问题\n---\n正文", [("第1行", "heading2", "一、问题"), ("第3行", "paragraph", "正文")]),
        ("正文\n\n---\n\n后文", [("第1行", "paragraph", "正文"), ("第5行", "paragraph", "后文")]),
        ("#1号楼漏水", [("第1行", "paragraph", "#1号楼漏水")]),
        ("- 比如，甲\n  1. 乙", [("第1行", "item", "- 比如，甲"), ("第2行", "item", "1. 乙")]),
        ("> 2024年5月", [("第1行", "paragraph", "2024年5月")]),
        ("1.没有空格", [("第1行", "paragraph", "1.没有空格")]),
        (
            "| 问题 | 措施 |\n|---|:-:|\n| 甲 | 1.乙<br>2.丙 |\n| | a\\|b |\n后",
            [
                ("表1!A1", "cell", "问题"),
                ("表1!B1", "cell", "措施"),
                ("表1!A2", "cell", "甲"),
                ("表1!B2", "cell", "1.乙\n2.丙"),
                ("表1!B3", "cell", "a|b"),
                ("第5行", "paragraph", "后"),
            ],
        ),
        ("甲|乙\n-|-\n1|2", [("表1!A1", "cell", "甲"), ("表1!B1", "cell", "乙"), ("表1!A2", "cell", "1"), ("表1!B2", "cell", "2")]),
        ("---\ntitle: 方案\n---\n正文", [("第2行", "furniture", "title: 方案"), ("第4行", "paragraph", "正文")]),
        ("```\n代码\n```", [("第2行", "paragraph", "代码")]),
    ],
)
def test_structure(text, blocks):
    assert seen(text) == blocks


def test_front_matter_names_the_document():
    assert read_markdown(Source("---\ntitle: '方案'\n---\n正文".encode())).title == "方案"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**存在问题**", "存在问题"),
        ("**一是**学习*不深*，`编号`", "一是学习不深，编号"),
        ("[链接](http://x.y)与![图1](a.png)", "链接与图1"),
        ("由**牵头，**负责", "由**牵头，**负责"),
        ("2 * 3 * 4 \\* 5", "2 * 3 * 4 * 5"),
        ("甲<!-- 批注 -->乙", "甲乙"),
        ("“**”同志", "“**”同志"),
        ("**整改措施：**建台账", "整改措施：建台账"),
    ],
)
def test_inline_markup_goes_and_masked_names_stay(text, expected):
    assert plain(text) == expected
