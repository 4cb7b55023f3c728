"""Lines to paragraphs: a page 20 characters wide, type of 10 points, lines 15 apart."""

import pytest

from analysis.reading.pdf.lines import Line
from analysis.reading.pdf.paragraphs import Column, column_of, paragraphs_of

COLUMN = Column(left=0, right=200, size=10, pitch=15)


def lines(*rows):
    """Lines from texts; full-width spaces at their head are indent, `^` a larger type, `|` an empty line."""
    made, top = [], 0
    for text in rows:
        if text == "|":
            top += 15
            continue
        size = 14 if text.startswith("^") else 10
        bare = text.lstrip("^").lstrip("　")
        indent = 10.0 * (len(text.lstrip("^")) - len(bare))
        width = sum(size if character >= "\u2018" else 0.55 * size for character in bare)
        made.append(Line(bare, indent, indent + width, top, top + size, 1))
        top += 15
    return made


FULL = "满行文字满行文字满行文字满行文字满行文字"


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        (["　　" + FULL[:18], "续行。", "　　新段。"], [FULL[:18] + "续行。", "新段。"]),
        (["　　" + FULL[:18], "　　" + FULL[:18], "尾。"], [FULL[:18], FULL[:18] + "尾。"]),
        ([FULL, "续行。", "短行。", "又一段。"], [FULL + "续行。", "短行。", "又一段。"]),
        ([FULL[:19] + "。", "1.新的一条。"], [FULL[:19] + "。", "1.新的一条。"]),
        ([FULL[:19] + "。", "责任单位：办公室"], [FULL[:19] + "。", "责任单位：办公室"]),
        ([FULL, "1.5亿元。"], [FULL + "1.5亿元。"]),
        ([FULL[:17], "2024年完成。"], [FULL[:17] + "2024年完成。"]),
        ([FULL[:18], "”1000户。"], [FULL[:18] + "”1000户。"]),
        ([FULL[:15], "字。"], [FULL[:15], "字。"]),
        (["^标题标题标题标题标题标题标题", FULL, "续。"], ["标题标题标题标题标题标题标题", FULL + "续。"]),
        ([FULL, "|", FULL], [FULL, FULL]),
        (["一、" + FULL[:18], "　　" + FULL[:18], "　　悬挂。"], ["一、" + FULL[:18] + FULL[:18] + "悬挂。"]),
        (["　　　^"[:3] + FULL[:14], "　　　" + FULL[:14]], [FULL[:14], FULL[:14]]),
        (["see the long word", "also"], ["see the long word", "also"]),
    ],
)
def test_paragraphs(rows, texts):
    assert [paragraph.text for paragraph in paragraphs_of(lines(*rows), COLUMN)] == texts


def test_a_large_centred_title_of_two_lines_is_one():
    title = [Line("关于整改工作的方案和说明", 30, 170, 0, 14, 1), Line("（征求意见稿）", 60, 140, 20, 34, 1)]
    assert [paragraph.text for paragraph in paragraphs_of(title, COLUMN)] == ["关于整改工作的方案和说明（征求意见稿）"]


def test_a_latin_word_across_lines_keeps_its_space():
    made = [Line("甲" * 15 + "use word", 0, 200, 0, 10, 1), Line("here。", 0, 40, 15, 25, 1)]
    assert paragraphs_of(made, COLUMN)[0].text.endswith("word here。")


def test_paragraphs_run_on_across_pages():
    made = [Line(FULL, 0, 200, 700, 710, 1), Line("续页。", 0, 30, 50, 60, 2)]
    assert [paragraph.text for paragraph in paragraphs_of(made, COLUMN)] == [FULL + "续页。"]


def test_the_column_ignores_punctuation_that_hangs_over_its_edge():
    made = lines(*["　　" + FULL[:18], FULL, FULL[:19] + "字，"] * 10)
    column = column_of(made)
    assert (column.left, column.right, column.size, column.pitch) == (0, 200, 10, 15)
