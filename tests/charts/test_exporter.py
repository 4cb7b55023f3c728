"""One function writes every figure: names, formats, the same bytes twice."""

import pytest
from documents import document, together

from analysis.charts import A4, CHARTS, HALF, export
from analysis.charts.exporter import FORMATS


@pytest.fixture(scope="module")
def frames():
    return document(5, 3, doc="甲")


def test_every_chart_in_every_format(frames, tmp_path):
    done = export(frames, tmp_path, charts=["gaps", "coverage"], formats=FORMATS)
    assert [(figure.doc, figure.chart, figure.page) for figure in done] == [("甲", "gaps", 1), ("甲", "coverage", 1)]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"甲_{stem}.{kind}" for stem in ("gaps", "coverage") for kind in FORMATS)
    assert done[0].png.read_bytes().startswith(b"\x89PNG") and done[0].pdf.read_bytes().startswith(b"%PDF")
    assert (done[0].width, done[0].height) == (40 / 3, 7.5)


def test_the_same_tables_give_the_same_bytes(frames, tmp_path):
    for name in ("一", "二"):
        export(frames, tmp_path / name, charts=["flow", "verdicts"])
    for path in (tmp_path / "一").iterdir():
        assert path.read_bytes() == (tmp_path / "二" / path.name).read_bytes(), path.name


def test_no_file_holds_a_date_or_a_version(frames, tmp_path):
    export(frames, tmp_path, charts=["load"])
    for path in tmp_path.iterdir():
        data = path.read_bytes()
        assert b"CreationDate" not in data and b"dc:date" not in data and b"Matplotlib v" not in data and b"Software" not in data


def test_pages_sizes_and_filters_are_in_the_name(tmp_path):
    frames = document(60, 40, doc="乙")
    names = [figure.png.name for figure in export(frames, tmp_path, charts=["load"], formats=["png"])]
    assert names == ["乙_load.png", "乙_load_2.png", "乙_load_3.png"]
    assert export(frames, tmp_path, charts=["verdicts"], formats=["svg"], size=HALF)[0].svg.name == "乙_verdicts_half.svg"
    filtered = export(frames, tmp_path, charts=["verdicts"], formats=["svg"], size=A4, category="环境卫生")[0]
    assert filtered.svg.name == "乙_verdicts_a4_环境卫生.svg" and "“环境卫生”类8个问题" in filtered.title


def test_documents_in_order_and_the_unreadable_left_out(tmp_path):
    frames = together(document(5, 3, doc="甲"), document(3, 2, doc="乙"))
    frames["documents"].loc[0, "error"] = "空文件"
    assert [figure.doc for figure in export(frames, tmp_path, charts=["verdicts"], formats=["png"])] == ["乙"]
    assert [figure.doc for figure in export(frames, tmp_path, docs=["甲"], charts=["verdicts"], formats=["png"])] == ["甲"]


def test_the_alternative_text_says_what_is_shown_and_of_what(frames, tmp_path):
    figure = export(frames, tmp_path, charts=["coverage"], formats=["png"])[0]
    assert figure.alt.startswith(f"覆盖矩阵图：{figure.title}") and "全文5个问题、3项措施" in figure.alt and figure.svg is None


def test_an_unknown_chart_is_refused(frames, tmp_path):
    with pytest.raises(KeyError):
        export(frames, tmp_path, charts=["pie"])


def test_every_chart_is_named_and_asks_a_question():
    for stem, chart in CHARTS.items():
        assert chart.stem == stem and chart.question.endswith("？") and chart.name and chart.reads
