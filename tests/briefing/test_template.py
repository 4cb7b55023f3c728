"""An organisation's template is used by the names of its layouts and placeholders, and told what it lacks."""

import pytest
from decks import MIDDLE, figures, members, overfull, slides
from documents import NAME, document
from pptx import Presentation

from analysis.briefing.slides import write_slides
from analysis.briefing.slides.template import canonical
from analysis.briefing.slides.theme import built_in
from analysis.errors import InputError


@pytest.mark.parametrize(
    "name, ours",
    [("标题 1", "标题"), ("Title 1", "标题"), ("内容占位符 2", "内容"), ("Content Placeholder 2", "内容"), ("页脚占位符 4", "来源"), ("灯片编号占位符 5", "页码"), ("Slide Number Placeholder 5", "页码"), ("logo", "")],
)
def test_names_of_placeholders(name, ours):
    assert canonical(name) == ours


@pytest.fixture
def foreign(tmp_path):
    made = Presentation()  # python-pptx's own, with English names and 4:3
    made.slides.add_slide(made.slide_layouts[1]).shapes.title.text = "样张"
    made.save(str(tmp_path / "own.pptx"))
    return tmp_path / "own.pptx"


def test_a_foreign_template_is_filled_by_name_and_reported_on(foreign, tmp_path):
    report = write_slides(MIDDLE, figures(tmp_path, NAME), tmp_path / "out.pptx", own=foreign)
    said = slides(tmp_path / "out.pptx")
    assert said[0].slide_layout.name == "Title Slide" and said[1].slide_layout.name == "Title and Content"
    assert all(slide.shapes.title.text != "样张" for slide in said)
    assert any("说明" in line and "Title Slide" in line for line in report)
    deck = Presentation(str(tmp_path / "out.pptx"))
    assert [fault for slide in said for fault in overfull(slide, deck.slide_width, deck.slide_height)] == []


def test_no_empty_placeholder_is_left(foreign, tmp_path):
    write_slides(document(3, 2), [], tmp_path / "out.pptx", own=foreign)
    assert [shape.name for slide in slides(tmp_path / "out.pptx") for shape in slide.placeholders if shape.has_text_frame and not shape.text_frame.text.strip() and not shape._element.xpath(".//a:fld")] == []


def test_our_own_look_as_a_template_lacks_nothing(tmp_path):
    built_in("16:9").save(str(tmp_path / "ours.pptx"))
    assert write_slides(document(3, 2), [], tmp_path / "out.pptx", own=tmp_path / "ours.pptx") == []


def test_a_potx_is_taken_too(foreign, tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "own.potx", "w") as package:
        for name, data in members(foreign).items():
            package.writestr(name, data.replace(b"presentationml.presentation.main+xml", b"presentationml.template.main+xml"))
    write_slides(document(2, 1), [], tmp_path / "out.pptx", own=tmp_path / "own.potx")
    assert len(slides(tmp_path / "out.pptx")) > 3


def test_a_file_that_is_no_template_is_refused_in_a_line(tmp_path):
    (tmp_path / "x.pptx").write_bytes(b"no zip")
    with pytest.raises(InputError, match="不是可用的 PowerPoint 模板"):
        write_slides(document(2, 1), [], tmp_path / "out.pptx", own=tmp_path / "x.pptx")
    assert not (tmp_path / "out.pptx").exists()
