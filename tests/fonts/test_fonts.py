"""The fonts: every character of the genre is drawn, in both weights, and measured as it is drawn."""

import io
import subprocess
import sys

import matplotlib
import pytest
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, fontManager
from matplotlib.ft2font import FT2Font

from analysis.fonts import BOLD, FAMILIES, REGULAR, chinese_text, register, settings, text_width

RARE = "镕䶮㙍①②③−"


def drawn(text, settings=None, **properties):
    """The PNG of one line of text, drawn with our fonts unless other settings are given."""
    with chinese_text() if settings is None else matplotlib.rc_context(settings):
        figure = Figure(figsize=(6, 1))
        figure.text(0.05, 0.4, text, **properties)
        picture = io.BytesIO()
        figure.savefig(picture, metadata={"Software": None})
    return picture.getvalue()


@pytest.mark.parametrize("weight", ["normal", "bold"])
@pytest.mark.parametrize("text", ["整改措施：强化责任担当，狠抓工作落实。", RARE, "⑴（一）“”…—％㎡℃Ⅳ〇■●→", "王䶮、李镕：¥3.5万（100%）"])
def test_every_character_is_drawn(text, weight, recwarn, caplog):
    drawn(text, weight=weight)
    assert not recwarn.list and not caplog.records


def test_a_missing_glyph_is_an_error():
    with pytest.raises(UserWarning, match="Glyph 25972 .* missing from"):
        drawn("整改", settings={"font.family": ["DejaVu Sans"]})


def test_a_missing_glyph_is_an_error_in_commands_that_tests_start():
    code = "from matplotlib.figure import Figure; import io; f = Figure(); f.text(0, 0, '整改', family='DejaVu Sans'); f.savefig(io.BytesIO())"
    run = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, encoding="utf-8")
    assert run.returncode == 1 and "missing from font" in run.stderr


def test_a_negative_number_on_an_axis_has_its_sign():
    with chinese_text():
        figure = Figure()
        figure.add_subplot().plot([-1, 1], [-2, 2])
        figure.savefig(io.BytesIO())
        labels = [label.get_text() for label in figure.axes[0].get_xticklabels()]
    assert any(label.startswith("−") for label in labels)


def test_bold_is_the_bold_file_and_a_rare_character_in_it_the_regular():
    register()
    found = {family: findfont(FontProperties(family=family, weight="bold")) for family in FAMILIES}
    assert found == {FAMILIES[0]: str(BOLD), FAMILIES[1]: str(REGULAR)}
    assert findfont(FontProperties(family=FAMILIES[0])) == str(REGULAR)
    assert ord("㙍") not in FT2Font(str(BOLD)).get_charmap()
    assert drawn("整", weight="bold") != drawn("整")


def test_registering_twice_changes_nothing():
    register()
    before = list(fontManager.ttflist)
    assert register() == FAMILIES and fontManager.ttflist == before


def test_nothing_global_is_set():
    before = dict(matplotlib.rcParams)
    settings()
    with chinese_text():
        assert matplotlib.rcParams["font.family"] == list(FAMILIES)
    assert dict(matplotlib.rcParams) == before


def test_a_dollar_is_a_dollar():
    assert drawn("预算 $5 与 $6") != drawn("预算 5 与 6")


def test_the_regular_has_all_and_the_bold_the_common():
    regular, bold = (set(FT2Font(str(path)).get_charmap()) for path in (REGULAR, BOLD))
    assert len(regular) > 30_000 and bold < regular
    rows = (bytes([row, cell]).decode("gb2312", "ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    assert {ord(character) for character in rows if character} <= bold


WIDTHS = [("整改", 10, 20.0), ("（一）", 12, 36.0), ("", 10, 0.0), ("问题\n整改措施", 10, 40.0), ("㙍䶮", 10, 20.0)]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text, size, width", WIDTHS)
def test_width_of_chinese_is_one_em_a_character(text, size, width, bold):
    assert text_width(text, size, bold) == pytest.approx(width)


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("text", ["整改措施 12 项，完成率 66.7%", "AVATAR To We, 2024年", "镕㙍①②③−"])
def test_width_is_the_width_drawn(text, bold):
    assert text_width(text, 20, bold) == pytest.approx(ink("|" + text + "|", bold) - ink("||", bold), abs=0.3)


def ink(text, bold):
    """The width in points that matplotlib gives one line at 20 points."""
    with chinese_text():
        line = Figure(dpi=720).text(0, 0, text, size=20, weight="bold" if bold else "normal")
        return line.get_window_extent().width / 10


def test_the_licence_stands_beside_the_fonts():
    assert "SIL OPEN FONT LICENSE Version 1.1" in REGULAR.with_name("OFL.txt").read_text(encoding="utf-8")
