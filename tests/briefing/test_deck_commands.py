"""The command puts a figure into a deck, and builds with a template, saying what it had no place for."""

from decks import figures, slides
from pptx import Presentation

from analysis.command import main


def own_deck(path):
    made = Presentation()
    made.slides.add_slide(made.slide_layouts[5]).shapes.title.text = "整改情况"
    made.save(str(path))
    return path


def test_slide_puts_a_figure_on_a_named_slide(tmp_path, capsys):
    deck, figure = own_deck(tmp_path / "汇报.pptx"), figures(tmp_path, "甲")[0].png
    assert main(["slide", str(figure), str(deck), "--on", "整改情况", "--alt", "矩阵图", "--out", str(tmp_path / "新.pptx")]) == 0
    assert [shape.name for shape in slides(tmp_path / "新.pptx")[0].shapes][-1] == "图 coverage"
    assert len(slides(deck)[0].shapes) == 1  # the deck itself is left as it was
    assert "已放入" in capsys.readouterr().out


def test_slide_names_the_slides_there_are(tmp_path, capsys):
    deck, figure = own_deck(tmp_path / "汇报.pptx"), figures(tmp_path, "甲")[0].png
    assert main(["slide", str(figure), str(deck), "--on", "没有"]) == 1
    assert "现有：1 整改情况" in capsys.readouterr().err


def test_build_with_a_template_says_what_it_lacks(tmp_path, capsys):
    document = tmp_path / "方案.txt"
    document.write_text("一、存在问题\n1.停车难。老城区车位不足。\n2.路灯损坏。多处路灯不亮。\n二、整改措施\n（一）新增泊位。年底前新建泊位300个。\n", encoding="utf-8")
    assert main(["build", str(document), "--out", str(tmp_path / "out"), "--template", str(own_deck(tmp_path / "模板.pptx"))]) == 0
    assert "模板：版式“Title Slide”没有占位符“说明”" in capsys.readouterr().err
    assert slides(tmp_path / "out" / "briefing.pptx")[0].slide_layout.name == "Title Slide"
