"""One output folder, one run after another: what would contradict the latest tables goes, the analyst's own files stay."""

import pytest
from openpyxl import load_workbook

from analysis import corpus, flow
from analysis.paths import Output
from analysis.store import read_table

TEXT = "{name}整改方案\n一、存在问题\n1.停车难。{name}老城区车位不足。\n2.路灯损坏。多处路灯不亮。\n二、整改措施\n（一）新增泊位。年底前新建泊位300个。\n"
BRIEFING = {"briefing.pptx", "ledger.xlsx", "report.html"}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("材料")
    for name in ("甲县", "乙县"):
        (folder / f"{name}.txt").write_text(TEXT.format(name=name), encoding="utf-8")
    return [folder / "甲县.txt", folder / "乙县.txt"]


@pytest.fixture(scope="module")
def built(files, tmp_path_factory):
    """An output folder with what `build` made of the first file, and files of the analyst's own; what was said."""
    out = Output.of(tmp_path_factory.mktemp("结果"))
    out.figures.mkdir()
    for own in (out.figures / "照片.png", out.documents / "摘记.txt", out.tables.parent / "review.xlsx"):
        own.touch()
    said = []
    flow.build(files[:1], out, say=said.append)
    return out, said


def names(out):
    return {path.relative_to(out.documents).as_posix() for path in out.documents.rglob("*") if path.is_file()}


def figures(out, beginning):
    return [path for path in out.figures.iterdir() if path.name.startswith(beginning)]


def test_runs_in_one_folder_leave_nothing_that_contradicts_the_latest(files, built):
    out, said = built
    own = {"figures/照片.png", "摘记.txt", "review.xlsx"}
    first = names(out)
    assert said == [] and first >= BRIEFING | own and figures(out, "甲县_")

    flow.read(files[:1], out, say=said.append)
    assert names(out) == first and said == []

    ledger = load_workbook(out.ledger)
    ledger.worksheets[0].cell(5, [cell.value for cell in ledger.worksheets[0][4]].index("备注") + 1, "待问")
    ledger.save(out.ledger)
    corpus.run(files, out, workers=1, say=said.append)
    assert "已另存为" in said[0] and said[1:] == ["已移除与这次结果不符的旧成果：briefing.pptx、ledger.xlsx、report.html"]
    assert not BRIEFING & names(out) and names(out) >= own | {"ledger-2.xlsx", "tables/corpus.csv", "figures/corpus_gaps.png"} and not figures(out, "甲县_")

    flow.build(files[1:], out, say=said.append)
    assert said[2:] == ["已移除与这次结果不符的旧成果：corpus.csv"]
    assert names(out) >= BRIEFING | own and "tables/corpus.csv" not in names(out) and not figures(out, "corpus_")
    assert {doc for table in out.tables.iterdir() for doc in read_table(table.stem, out.tables)["doc"]} == {"乙县"}

    flow.read(files[:1], out, say=said.append)
    read = {f"tables/{table}.csv" for stage in flow.READ for table in stage.writes}
    assert names(out) == own | read | {"ledger-2.xlsx"} and said[3].startswith("已移除与这次结果不符的旧成果：briefing.pptx、ledger.xlsx、report.html、keywords.csv等")


def test_where_nothing_can_be_used_nothing_goes(files, tmp_path):
    out, empty, said = Output.of(tmp_path / "结果"), tmp_path / "空.txt", []
    out.tables.mkdir(parents=True)
    empty.touch()
    for path in (out.tables / "corpus.csv", out.page, out.slides, out.ledger):
        path.write_text("原有")
    before = names(out)
    for run in (corpus.run, flow.build, flow.read):
        run([empty], out, say=said.append)
    assert names(out) == before and said == []
