"""Text is measured before it is placed: lines, heights, and what is handed on to the next slide."""

import pytest

from analysis.briefing.fitting import FILL, Para, clip, fit, fit_line, height, width_of, wrap

LONG = "专项资金拨付进度明显滞后，验收之后缺少后续运维安排；" * 12


@pytest.mark.parametrize("width", [60, 133, 400])
def test_lines_fit_join_again_and_begin_with_no_closing_mark(width):
    lines = wrap(LONG, width, 14)
    assert "".join(lines) == LONG
    assert all(width_of(line, 14) <= width for line in lines)
    assert not any(line[0] in "，。；：）”" for line in lines)


@pytest.mark.parametrize(
    "text, width, lines",
    [
        ("整改（一）", 40, ("整改", "（一）")),
        ("拨付1860万元", 45, ("拨付", "1860", "万元")),
        ("一\n二", 100, ("一", "二")),
        ("", 100, ("",)),
    ],
)
def test_breaks(text, width, lines):
    assert wrap(text, width, 12) == lines


def test_text_that_fits_is_set_as_large_as_its_box_allows():
    done = fit([Para(LONG)], 400, 200, largest=18, smallest=10)
    assert not done.rest and height(done.paras, 400, done.size) <= 200
    assert height(done.paras, 400, done.size + 1) > 200 or done.size == 18


@pytest.mark.parametrize("room", [20, 47, 60, 200])
def test_what_does_not_fit_is_handed_on_whole(room):
    rest, taken = (Para("开头。"), Para(LONG), Para("结尾。")), []
    while rest:
        done = fit(rest, 150, room, largest=14, smallest=12)
        assert done.paras and height(done.paras, 150, done.size) <= max(room, 12 * 1.32 + 1)
        taken, rest = [*taken, *done.paras], done.rest
    assert "".join(para.text for para in taken) == "开头。" + LONG + "结尾。"


def test_headings_shrink_then_are_cut():
    assert fit_line("停车难", 200, largest=20, smallest=10) == ("停车难", 20)
    said, size = fit_line(LONG, 200, largest=20, smallest=10)
    assert size == 10 and said.endswith("…") and width_of(said, 10) <= 200 * FILL + 0.01
    assert clip("停车难", 200, 10) == "停车难"
