"""A figure goes onto a named slide of a deck that exists, and a second time into the same place."""

import pytest
from decks import figures, slides
from pptx import Presentation

from analysis.briefing.slides.insert import place_figure
from analysis.errors import InputError


@pytest.fixture
def deck(tmp_path):
    made = Presentation()
    for layout, title in ((0, "开场"), (1, "整改情况"), (5, "小结")):
        made.slides.add_slide(made.slide_layouts[layout]).shapes.title.text = title
    made.save(str(tmp_path / "own.pptx"))
    return tmp_path / "own.pptx"


def pictures(path, number):
    return [shape for shape in slides(path)[number].shapes if shape._element.tag.endswith("}pic")]


@pytest.mark.parametrize("named, number", [("整改情况", 1), ("小结", 2), ("2", 1), ("整改", 1)])
def test_on_the_slide_named(deck, tmp_path, named, number):
    figure = figures(tmp_path, "甲")[0]
    place_figure(deck, named, figure.png, "矩阵图的说明")
    [shape] = pictures(deck, number)
    assert shape._element.xpath(".//p:cNvPr/@descr") == ["矩阵图的说明"]
    assert shape.left >= 0 and shape.left + shape.width <= Presentation(str(deck)).slide_width
    assert [slide.shapes.title.text for slide in slides(deck)] == ["开场", "整改情况", "小结"]


def test_an_empty_placeholder_gives_its_place(deck, tmp_path):
    place_figure(deck, "整改情况", figures(tmp_path, "甲")[0].png, "说明")
    assert [shape.placeholder_format.type for shape in slides(deck)[1].placeholders if shape.placeholder_format.idx == 1] == []


def test_a_second_time_it_is_replaced_where_it_stands(deck, tmp_path):
    figure = figures(tmp_path, "甲")[0]
    place_figure(deck, "小结", figure.png, "说明")
    [before] = pictures(deck, 2)
    assert place_figure(deck, "小结", figure.png, "新的说明") == ["已替换原有的“图 coverage”"]
    [after] = pictures(deck, 2)
    assert abs(after.top - before.top) < 100 and abs(after.width - before.width) < 100


@pytest.mark.parametrize(
    "deck_name, slide, png, said",
    [("own.pptx", "没有这页", "coverage.png", "没有标题为“没有这页”的幻灯片"), ("none.pptx", "小结", "coverage.png", "没有这个演示文稿"), ("coverage.svg", "小结", "coverage.png", "不是可用的"), ("own.pptx", "小结", "x.png", "没有这个图")],
)
def test_what_cannot_be_done_is_said_in_a_line(deck, tmp_path, deck_name, slide, png, said):
    figures(tmp_path, "甲")
    with pytest.raises(InputError, match=said) as error:
        place_figure(tmp_path / deck_name, slide, tmp_path / png, "说明")
    assert "\n" not in str(error.value)
