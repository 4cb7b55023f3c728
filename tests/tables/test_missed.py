"""Entries whose number is missing or mistyped: the paragraph that fills a gap of one in its list's count."""

from types import SimpleNamespace

import pytest

from analysis.tables.outline import read_outline

PLAIN = ["果园巡查不严。夜里无人值守。", "农药账目混乱。三个月没有登记。", "灌溉渠道渗漏。一半的水流不到地头。", "果品分级不准。大小混装。"]


def problems(lines: list[str]) -> tuple[list[str], list[str]]:
    rows = [SimpleNamespace(block=at, place=f"第{at}行", kind="paragraph", number="", text=text) for at, text in enumerate(lines, 1)]
    outline = read_outline(rows)
    return [item.text for item in outline.of("problem")], outline.warnings


def listed(third: str) -> list[str]:
    return ["一、存在问题", f"1.{PLAIN[0]}", f"2.{PLAIN[1]}", third, f"4.{PLAIN[3]}", "二、整改措施", "1.安排夜间巡查。", "2.农药出库扫码。"]


@pytest.mark.parametrize("third", [PLAIN[2], f"3{PLAIN[2]}", f"3，{PLAIN[2]}", f"（3{PLAIN[2]}"])
def test_a_missing_or_mistyped_number(third):
    texts, warnings = problems(listed(third))
    assert texts == PLAIN
    assert "问题缺少第3号" not in warnings
    assert ("问题第3号未写编号，按前后编号补认" in warnings) == (third == PLAIN[2])


@pytest.mark.parametrize(
    "third",
    [
        "3月份抽查时，台账缺了两页。",
        "如东坡果园，两个月领药五次都没有记录。",
        "抽查的四本台账，有两本没有签字。",
        "上述账目由仓库保管，钥匙在保管员手里。",
    ],
)
def test_a_paragraph_of_the_entry_before_stays_its_own(third):
    texts, warnings = problems(listed(third))
    assert texts == [PLAIN[0], f"{PLAIN[1]}\n{third}", PLAIN[3]]
    assert "问题缺少第3号" in warnings


def test_no_gap_no_new_entry():
    lines = listed(PLAIN[2])
    lines[4] = f"3.{PLAIN[3]}"
    assert problems(lines)[0] == [PLAIN[0], f"{PLAIN[1]}\n{PLAIN[2]}", PLAIN[3]]


def test_entries_that_often_go_on_with_a_paragraph_keep_theirs():
    lines = ["一、存在问题", f"1.{PLAIN[0]}", "门锁坏了没有修。", f"2.{PLAIN[1]}", PLAIN[2], f"4.{PLAIN[3]}", "二、整改措施", "1.安排夜间巡查。"]
    assert problems(lines)[0] == [f"{PLAIN[0]}\n门锁坏了没有修。", f"{PLAIN[1]}\n{PLAIN[2]}", PLAIN[3]]


def test_a_pair_without_its_number():
    titles = ["关于“门岗脱岗”的问题", "关于“消防水带霉烂”的问题", "关于“食堂留样不全”的问题"]
    lines = ["一、逐项整改情况"]
    for mark, title in zip(["（一）", "", "（三）"], titles, strict=True):
        lines += [mark + title, "夜间抽查两次都发现。", "整改情况：已当场纠正，每周复查。"]
    assert problems(lines)[0] == [f"{title}\n夜间抽查两次都发现。" for title in titles]
