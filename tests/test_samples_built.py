"""What is committed of the samples is what `build` makes of them today."""

from analysis import flow
from analysis.paths import PROJECT, RAW, portable
from analysis.store import write_tables

SUMMARY = {"briefing.pptx", "ledger.xlsx", "report.html"}


def test_the_committed_tables_are_those_of_a_build(tmp_path):
    frames = flow.tabulate(sorted(RAW.iterdir()))
    frames["documents"]["path"] = frames["documents"]["path"].map(portable)
    written = {path.name: path.read_bytes() for path in write_tables(frames, tmp_path)}
    committed = {path.name: path.read_bytes() for path in (PROJECT / "data" / "tables").glob("*.csv")}
    assert sorted(written) == sorted(committed)
    assert [name for name in written if written[name] != committed[name]] == []


def test_the_committed_figures_are_complete():
    names = {path.name for path in (PROJECT / "figures").iterdir()}
    assert names >= SUMMARY
    pictures = {name for name in names - SUMMARY if name.endswith(".png")}
    assert {name.replace(".png", ".svg") for name in pictures} == {name for name in names - SUMMARY if name.endswith(".svg")}
    assert {path.stem for path in RAW.iterdir()} == {name.split("_")[0] for name in pictures}
