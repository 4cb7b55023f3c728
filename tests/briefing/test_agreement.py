"""Slides and ledger say the numbers of the views: read back out of the files and compared."""

import re
import zipfile
from collections import Counter

import pytest
from decks import MIDDLE, slides, texts
from documents import NAME
from lxml import etree
from openpyxl import load_workbook

from analysis.briefing.ledger import SHEETS, write_ledger
from analysis.briefing.ledger.sheet import HEAD
from analysis.briefing.slides import write_slides
from analysis.schema import VERDICTS as ORDER
from analysis.views import load as load_view
from analysis.views.ledger import ledger
from analysis.views.overview import overview, shares
from analysis.wording import LEVELS, VERDICTS, share

COUNTS = overview(*(MIDDLE[name] for name in ("documents", "gaps", "links", "load"))).iloc[0]
LEDGER = ledger(MIDDLE)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("both")
    write_slides(MIDDLE, [], folder / "briefing.pptx")
    write_ledger(MIDDLE, folder / "ledger.xlsx")
    return folder / "briefing.pptx", folder / "ledger.xlsx"


@pytest.fixture(scope="module")
def sheets(files):
    book = load_workbook(files[1])
    found = {}
    for name in SHEETS[:2]:
        rows = list(book[name].iter_rows(min_row=HEAD, values_only=True))
        found[name] = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    return found


def test_summary_shows_the_three_numbers(files):
    said = texts(slides(files[0])[1])
    strict, relaxed = shares(COUNTS).values()
    for number in (share(COUNTS["uncovered"], 15), strict, relaxed, share(COUNTS["orphans"], 5)):
        assert number in said


def test_summary_chart_holds_the_verdicts(files):
    chart = next(shape.chart for shape in slides(files[0])[1].shapes if shape.has_chart)
    assert {series.name: int(series.values[0]) for series in chart.plots[0].series} == {VERDICTS[verdict]: COUNTS[verdict] for verdict in ORDER if COUNTS[verdict]}


def test_workbook_behind_a_chart_agrees_with_the_chart(files):
    for slide in slides(files[0]):
        for shape in slide.shapes:
            if shape.has_chart:
                sheet = load_workbook(__import__("io").BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)).active
                behind = [[cell.value for cell in column][1:] for column in list(sheet.columns)[1:]]
                assert behind == [[int(value) for value in series.values] for series in shape.chart.plots[0].series]


def test_load_chart_holds_the_load(files):
    view = load_view.view(MIDDLE, NAME, rows=14)[0].rows
    charts = [shape.chart for slide in slides(files[0]) for shape in slide.shapes if shape.has_chart]
    chart = next(chart for chart in charts if chart.plots[0].series[0].name == LEVELS[2])
    assert [list(map(int, series.values)) for series in chart.plots[0].series] == [view["direct"].tolist(), view["partial"].tolist()]


def test_appendix_has_every_problem_with_its_verdict(files):
    rows = []
    with zipfile.ZipFile(files[0]) as package:
        names = sorted((name for name in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)), key=lambda name: int(re.sub(r"\D", "", name)))
        for name in names:
            slide = etree.fromstring(package.read(name))
            if "附表" in "".join(slide.xpath("//*[local-name()='sp'][1]//*[local-name()='t']/text()")):
                rows += [["".join(cell.xpath(".//*[local-name()='t']/text()")) for cell in row.xpath("./*[local-name()='tc']")] for row in slide.xpath("//*[local-name()='tr']")[1:]]
    assert [(int(row[0].split()[0]), row[1].split()[1]) for row in rows] == [(int(row["problem"][1:]), row["verdict_name"]) for row in LEDGER.to_dict("records")]


def test_ledger_rows_are_the_view(sheets):
    rows = sheets[SHEETS[0]]
    assert [(row["编号"], row["结论"], row["理由"], row["整改措施"]) for row in rows] == [
        (int(row["problem"][1:]), row["verdict_name"], row["reason"], row["measures"]) for row in LEDGER.to_dict("records")
    ]
    assert [row["覆盖比例"] for row in rows] == pytest.approx(LEDGER["coverage"].tolist())
    assert Counter(row["结论"] for row in rows) == {VERDICTS[verdict]: COUNTS[verdict] for verdict in ORDER if COUNTS[verdict]}


def test_pairs_are_the_links(sheets):
    levels = Counter(row["对应程度"] for row in sheets[SHEETS[1]])
    assert levels == {LEVELS[int(level)]: count for level, count in MIDDLE["links"]["level"].value_counts().items()}
    assert (levels[LEVELS[2]], levels[LEVELS[1]], levels.total()) == (COUNTS["pairs_direct"], COUNTS["pairs_partial"], COUNTS["pairs"])


def test_slides_and_ledger_name_the_same_gaps(files, sheets):
    titles = [slide.shapes.title.text_frame.text for slide in slides(files[0])]
    named = {int(match[1]) for title in titles if (match := re.match(r"问题(\d+)未见对应措施", title))}
    assert named == {row["编号"] for row in sheets[SHEETS[0]] if row["结论"] == VERDICTS["uncovered"]}
