"""A study is one document as a notebook uses it: found by name or path, its tables headed in Chinese."""

import pytest

from analysis.errors import InputError
from analysis.study import Study, open_study

OWN = "一、存在问题\n1.停车难。老城区车位不足。\n2.路灯损坏。多处不亮。\n二、整改措施\n（一）新增泊位。年底前新建泊位300个。\n"


@pytest.fixture(scope="module")
def study(tmp_path_factory) -> Study:
    path = tmp_path_factory.mktemp("own") / "我的方案.txt"
    path.write_text(OWN, encoding="utf-8")
    return open_study(str(path))


def test_an_own_file_is_opened_by_its_whole_path(study):
    assert study.doc == "我的方案"
    assert study.table("problems", "problem", "headline").values.tolist() == [["P01", "停车难"], ["P02", "路灯损坏"]]


def test_tables_are_headed_in_chinese_and_chosen_by_column(study):
    assert study.table("measures", "measure", "headline", "owner").columns.tolist() == ["措施", "标题句", "责任单位"]
    assert set(study.gaps()["结论"]) <= {"未覆盖", "部分覆盖", "难以判断", "已覆盖"}
    assert study.counts("segments", "kind")["个数"].sum() == len(study.frames["segments"])


def test_every_view_of_the_notebooks_has_a_row_or_a_text(study):
    assert "停车难" in study.outline()
    assert len(study.overview()) == 1 and len(study.ledger()) == 2
    assert study.keywords("P")["条目"].tolist() == ["P01", "P02"]
    assert {"词语", "对数几率比"} <= set(study.contrast("problem").columns)


def test_the_figure_is_the_one_that_is_exported(study):
    picture = study.figure("gaps")
    data, metadata = picture._repr_png_()
    assert data.startswith(b"\x89PNG") and metadata["width"] > 500
    assert picture.figure.get_size_inches()[0] > 10


def test_a_table_is_shown_whole_and_escaped(study):
    html = study.table("problems", "problem", "text").assign(原文="<b>" + "长" * 200)._repr_html_()
    assert "长" * 200 in html and "&lt;b&gt;" in html and "text-align: left" in html


def test_an_unknown_name_lists_the_samples(tmp_path):
    with pytest.raises(InputError, match="样例有：01-county-gov-leadership"):
        open_study("没有这一份")


def test_an_unusable_file_is_one_line(tmp_path):
    path = tmp_path / "通知.txt"
    path.write_text("这是一份会议通知。", encoding="utf-8")
    with pytest.raises(InputError) as error:
        open_study(str(path))
    assert str(error.value).count(str(path)) == 1
