"""Texts that a fixed page width broke: lines joined again, across page numbers too, whatever the width is counted in."""

from types import SimpleNamespace

import pytest

from analysis.tables.lines import read_lines

PARAGRAPHS = [
    "1.水库巡查不到位。2023年全年应巡查48次，实际巡查21次，其中汛期6次，启闭机房钥匙由外人保管，记录由一人代写，值班电话3次无人接听。",
    "2.渠系漏损偏高。干渠全长18.6公里，衬砌完好的只有7.2公里，支渠有40处缺口，每亩年均用水量达到620立方米，高出全县平均1.3倍。",
    "3.水费收缴不足。全县应收水费412.5万元，实收97.3万元，个别用水大户连续5年未缴，镇村两级都不愿上门，台账一年一换，旧账已无从查起。",
]


def width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def wrapped(text: str, measure, limit: int) -> list[str]:
    lines = ["　　"]
    for char in text:
        if measure(lines[-1] + char) > limit:
            lines.append("")
        lines[-1] += char
    return lines


def read(lines: list[str]) -> list[str]:
    rows = [SimpleNamespace(block=block, place=f"第{at}行", kind="paragraph", number="", text=text.strip("　")) for block, (at, text) in enumerate([(at, text) for at, text in enumerate(lines, 1) if text], 1)]
    return [line.text for line in read_lines(rows)[0]]


@pytest.mark.parametrize(("measure", "limit"), [(width, 60), (width, 44), (len, 32), (len, 26)], ids=["60列", "44列", "32字", "26字"])
def test_broken_lines(measure, limit):
    lines = [line for text in PARAGRAPHS for line in wrapped(text, measure, limit)]
    assert len(lines) > 6
    assert read(lines) == PARAGRAPHS


def test_a_page_number_between_the_lines_of_a_paragraph():
    lines = [line for text in PARAGRAPHS for line in wrapped(text, width, 60)]
    assert read([*lines[:1], "", "— 1 —", "", *lines[1:]]) == PARAGRAPHS


def test_paragraphs_of_a_text_that_nothing_broke_stay():
    lines = ["存在问题", "1.巡查不到位", "管理房门锁损坏", "2.渠系漏损偏高，干渠衬砌完好的只有七公里，支渠缺口很多，群众意见很大。"]
    assert read(lines) == lines
