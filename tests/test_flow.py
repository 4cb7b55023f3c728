"""One build: the same bytes whatever process, hash seed, locale and folder; and every output says the same numbers."""

import os
import re
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from decks import members, slides, texts
from openpyxl import load_workbook
from page_shown import shown

from analysis import flow, study
from analysis.briefing.ledger import SHEETS
from analysis.briefing.ledger.sheet import HEAD
from analysis.charts import CHARTS, figure, views
from analysis.paths import PROJECT, RAW, Output
from analysis.schema import TABLES
from analysis.schema import VERDICTS as ORDER
from analysis.store import read_table
from analysis.views.overview import overview, shares
from analysis.wording import COLUMNS, VERDICTS, share

DOCS = ["01-county-gov-leadership", "06-street-urban-management"]
PATHS = [RAW / f"{doc}.txt" for doc in DOCS]
RUNS = {
    "一": {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
    "二 次": {"PYTHONHASHSEED": "4242", "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "PYTHONUTF8": "1"},
}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The same two samples built by two processes, each in a folder of its own."""
    folder = tmp_path_factory.mktemp("builds")
    for name, own in RUNS.items():
        (folder / name).mkdir()
        command = [sys.executable, "-m", "analysis", "build", *map(str, PATHS), "--out", str(folder / name / "结果"), "--quiet"]
        done = subprocess.run(command, check=False, cwd=folder / name, env=os.environ | {"PYTHONPATH": str(PROJECT)} | own, capture_output=True, text=True, encoding="utf-8")
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return [Output.of(folder / name / "结果") for name in RUNS]


@pytest.fixture(scope="module")
def out(built):
    return built[0]


@pytest.fixture(scope="module")
def frames(out):
    return {name: read_table(name, out.tables) for name in TABLES if (out.tables / f"{name}.csv").exists()}


@pytest.fixture(scope="module")
def counts(frames):
    return overview(*(frames[name] for name in ("documents", "gaps", "links", "load"))).set_index("doc")


def files(out):
    return {str(path.relative_to(out.documents)): path for path in sorted(out.documents.rglob("*")) if path.is_file()}


def test_two_builds_are_the_same_to_the_byte(built):
    one, two = map(files, built)
    assert [*one] == [*two] and len(one) > 40
    different = [name for name in one if one[name].read_bytes() != two[name].read_bytes()]
    assert different == []
    assert members(built[0].slides) == members(built[1].slides)


def test_a_build_writes_what_the_contract_names_and_no_path_of_this_machine(out):
    written = files(out)
    assert {"briefing.pptx", "ledger.xlsx", "report.html"} <= written.keys()
    assert {path.suffix for path in out.figures.iterdir()} == {".png", ".svg"}
    assert read_table("documents", out.tables)["path"].tolist() == [f"data/raw/{doc}.txt" for doc in DOCS]
    machine = str(PROJECT).encode()
    assert [name for name, path in written.items() if machine in path.read_bytes()] == []


def test_tables_read_back_are_those_of_a_run_in_this_process(frames):
    again = flow.tabulate(PATHS)
    for name in ("gaps", "links", "load", "keywords"):
        assert again[name].astype(str).drop(columns=[*TABLES[name].scores]).equals(frames[name].astype(str).drop(columns=[*TABLES[name].scores])), name


def test_the_page_says_the_numbers_of_the_tables(out, counts):
    page = shown(out.page)
    assert [*page] == DOCS
    for doc, row in counts.iterrows():
        expected = shares(row) | {"uncovered": share(row["uncovered"], row["problems"]), "orphans": share(row["orphans"], row["measures"])}
        assert page[doc]["numbers"] == expected


def test_the_deck_says_the_numbers_of_the_tables(out, counts):
    deck = slides(out.slides)
    said = "\n".join(texts(slide) for slide in deck)
    problems, uncovered, partial = (int(counts[name].sum()) for name in ("problems", "uncovered", "partial"))
    assert f"{len(DOCS)}份材料{problems}个问题中{uncovered}个未见对应措施，{partial}个只部分覆盖" in said
    for row in counts.to_dict("records"):
        for number in (share(row["uncovered"], row["problems"]), share(row["orphans"], row["measures"]), *shares(row).values()):
            assert number in said
    charts = [shape.chart.plots[0] for slide in deck for shape in slide.shapes if shape.has_chart]
    summaries = [{series.name: int(series.values[0]) for series in plot.series} for plot in charts if plot.series[0].name in VERDICTS.values() and len(plot.series[0].values) == 1]
    assert summaries == [{VERDICTS[verdict]: row[verdict] for verdict in ORDER if row[verdict]} for row in counts.to_dict("records")]


def test_the_ledger_counts_the_verdicts_of_the_tables(out, frames):
    rows = list(load_workbook(out.ledger)[SHEETS[0]].iter_rows(min_row=HEAD, values_only=True))
    place = rows[0].index("结论")
    expected = frames["gaps"]["verdict"].map(VERDICTS).value_counts().to_dict()
    found = [row[place] for row in rows[1:]]
    assert {verdict: found.count(verdict) for verdict in set(found)} == expected


@pytest.mark.parametrize("doc", DOCS)
def test_figure_titles_and_study_tables_say_the_numbers_of_the_tables(doc, frames, counts, out):
    row = counts.loc[doc]
    title = {stem: views(frames, doc, CHARTS[stem])[0].title for stem in ("verdicts", "gaps", "coverage")}
    assert f"{row['problems']}个问题" in title["verdicts"] and f"{row['uncovered']}个" in title["verdicts"]
    assert f"直接对应{row['pairs_direct']}处、部分涉及{row['pairs_partial']}处" in title["coverage"]
    for stem, said in title.items():
        drawn = figure(views(frames, doc, CHARTS[stem])[0], CHARTS[stem])
        assert said in "".join(text.get_text() for text in drawn.findobj(match=lambda artist: hasattr(artist, "get_text"))).replace("\n", "")
        assert ElementTree.parse(out.figures / f"{doc}_{stem}.svg").getroot().tag.endswith("svg")
    own = study.open_study(doc).overview().iloc[0]
    assert not [column for column in own.index if column.isascii()]
    for name in ("problems", "measures", "uncovered", "partial", "unknown", "covered", "confirmed_covered", "orphans"):
        assert own[COLUMNS[name]] == row[name], name


def test_the_summary_of_the_command_says_the_numbers_of_the_tables(frames, counts, out):
    from analysis import summary

    lines = summary.of_build(frames, out)
    assert len(lines) <= 25
    for line, (doc, row) in zip(lines, counts.iterrows(), strict=False):
        assert line.startswith(f"{doc}：问题{row['problems']}条") and line.endswith(f"措施{row['measures']}条")
        assert re.findall(r"未覆盖(\d+)", line) == [str(row["uncovered"])]
    assert sum(line.startswith("  缺口") for line in lines) == counts["uncovered"].sum()


def test_a_run_without_a_usable_file_leaves_what_was_there(tmp_path):
    out = Output.of(tmp_path / "结果")
    empty = tmp_path / "空.txt"
    empty.touch()
    flow.build([empty], out)
    assert not (tmp_path / "结果").exists()
    out.tables.mkdir(parents=True)
    (out.tables / "gaps.csv").write_text("原有", encoding="utf-8")
    flow.build([empty], out)
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file() and path != empty] == ["结果/tables/gaps.csv"]
