"""briefing.pptx opens, says its numbers with denominators, and no text leaves its box, at any length."""

import re

import pytest
from decks import MIDDLE, figures, members, notes, overfull, slides, texts
from documents import NAME, document, together
from pptx import Presentation
from pptx.oxml.ns import qn

from analysis.briefing.slides import write_slides
from analysis.schema import VERDICTS

RATIOS = ("16:9", "4:3")


@pytest.fixture(scope="module")
def deck(tmp_path_factory):
    folder = tmp_path_factory.mktemp("deck")
    assert write_slides(MIDDLE, figures(folder, NAME), folder / "briefing.pptx") == []
    return folder / "briefing.pptx"


def test_the_same_tables_give_the_same_bytes(deck, tmp_path):
    write_slides(MIDDLE, figures(tmp_path, NAME), tmp_path / "again.pptx")
    assert (tmp_path / "again.pptx").read_bytes() == deck.read_bytes()


def test_titles_say_what_slides_mean(deck):
    said = [slide.shapes.title.text_frame.text for slide in slides(deck)]
    assert said[1].startswith("15个问题中") and "未见对应措施" in said[1]
    assert sum("未见对应措施：" in title for title in said) == (MIDDLE["gaps"]["verdict"] == "uncovered").sum()
    assert said[-1] == "结论供核对使用，不代替人工判断"


def test_every_picture_chart_and_table_has_alternative_text(deck):
    found = {"pic": 0, "chart": 0, "table": 0}
    for slide in slides(deck):
        for shape in slide.shapes:
            kind = "pic" if shape.shape_type is not None and shape._element.tag == qn("p:pic") else "chart" if shape.has_chart else "table" if shape.has_table else ""
            if kind:
                found[kind] += 1
                assert shape._element.xpath(".//p:cNvPr/@descr")[0].strip()
    assert found["pic"] == 3 and found["chart"] >= 3 and found["table"] >= 2


def test_pictures_have_the_svg_behind_the_png(deck):
    content = members(deck)
    linked = [name for name in content if name.endswith(".svg")]
    assert len(linked) == 3
    assert sum(b"svgBlip" in data for name, data in content.items() if name.startswith("ppt/slides/slide")) == 3
    assert all(f"/{name}".encode() in content["[Content_Types].xml"] for name in linked)


def test_east_asian_fonts_in_theme_and_in_every_run(deck):
    content = members(deck)
    theme = content["ppt/theme/theme1.xml"].decode()
    assert re.findall(r'<a:ea typeface="([^"]*)"', theme)[:2] == ["微软雅黑", "微软雅黑"]
    for slide in slides(deck):
        for run in slide._element.iter(qn("a:r")):
            assert run.find(qn("a:rPr")).find(qn("a:ea")) is not None, run.findtext(qn("a:t"))


def test_notes_carry_numbers_denominators_and_sources(deck):
    for slide in slides(deck):
        said = notes(slide)
        assert said.strip()
        if "未见对应措施：" in slide.shapes.title.text_frame.text:
            assert "分母" in said and "来源" in said
    said = notes(slides(deck)[1])
    for verdict in VERDICTS:
        count = (MIDDLE["gaps"]["verdict"] == verdict).sum()
        assert f"{count}/15（" in said
    assert "严格口径" in said and "宽松口径" in said


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("factor", [0, 1, 30])
def test_no_text_leaves_its_box_at_any_length(tmp_path, ratio, factor):
    frames = _stretched(document(8, 4), factor)
    write_slides(frames, [], tmp_path / "long.pptx", ratio=ratio)
    deck = Presentation(str(tmp_path / "long.pptx"))
    bad = [f"{number}: {fault}" for number, slide in enumerate(deck.slides, 1) for fault in overfull(slide, deck.slide_width, deck.slide_height)]
    assert bad == []
    if factor > 1:
        told = "".join(texts(slide) for slide in deck.slides if "（续）" in slide.shapes.title.text_frame.text)
        assert told  # what did not fit stands on further slides


def _stretched(frames, factor):
    """The same document with every text so many times as long (0: empty)."""
    frames = dict(frames)
    for name, columns in (("problems", ("text", "headline", "owner", "deadline")), ("measures", ("text", "headline")), ("gaps", ("reason", "headline")), ("links", ("evidence_measure",)), ("causes", ("headline",))):
        frames[name] = frames[name].assign(**{column: frames[name][column] * factor for column in columns})
    frames["documents"] = frames["documents"].assign(title=frames["documents"]["title"] * min(factor, 5))
    return frames


def test_gap_slides_keep_the_whole_of_long_texts(tmp_path):
    frames = _stretched(document(3, 2), 40)
    frames["gaps"] = frames["gaps"].assign(verdict="uncovered")
    write_slides(frames, [], tmp_path / "long.pptx")
    gap = frames["gaps"][frames["gaps"]["verdict"] == "uncovered"].iloc[0]
    text = frames["problems"].set_index("problem").loc[gap["problem"], "text"]
    said = "".join(shape.text_frame.text for slide in slides(tmp_path / "long.pptx") for shape in slide.shapes if shape.name.startswith("问题原文") and shape.name.endswith("内容") and slide.shapes.title.text_frame.text.startswith(f"问题{int(gap['problem'][1:])}未"))
    assert said.replace("\n", "") == text.replace("\n", "")


def test_several_documents_have_a_section_each(tmp_path):
    frames = together(document(4, 2, doc="甲"), document(5, 3, doc="乙", seed=3))
    write_slides(frames, [], tmp_path / "two.pptx")
    names = re.findall(r'<p14:section name="([^"]*)"', members(tmp_path / "two.pptx")["ppt/presentation.xml"].decode())
    assert len(names) == 4 and names[0] == "概览" and names[-1] == "说明"
    said = [slide.shapes.title.text_frame.text for slide in slides(tmp_path / "two.pptx")]
    assert said[1].startswith("2份材料9个问题")
    assert "每份只单列3个缺口" in texts(slides(tmp_path / "two.pptx")[-1])


@pytest.mark.parametrize("problems, measures", [(0, 0), (0, 3), (4, 0), (1, 1)])
def test_documents_with_nothing_in_them(tmp_path, problems, measures):
    write_slides(document(problems, measures, 0), [], tmp_path / "bare.pptx")
    said = "\n".join(map(texts, slides(tmp_path / "bare.pptx")))
    assert not re.search(r"\b0/0\b|nan|<NA>|None", said)
    assert ("无" in texts(slides(tmp_path / "bare.pptx")[1])) == (problems == 0 or measures == 0)


def test_hostile_text_makes_a_file_that_opens(tmp_path):
    frames = dict(document(3, 2))
    frames["gaps"] = frames["gaps"].assign(verdict="uncovered")
    frames["problems"] = frames["problems"].assign(text="<b>&\x00\x0b“甲”\ud800]]>", owner="<&>")
    frames["documents"] = frames["documents"].assign(title="<标题>&\x07")
    write_slides(frames, [], tmp_path / "odd.pptx")
    assert "<b>&“甲”]]>" in "\n".join(map(texts, slides(tmp_path / "odd.pptx")))
