"""Tables survive a round trip, and outputs are written whole or not at all."""

import shutil

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.paths import Output
from analysis.schema import conform, frame
from analysis.store import read_table, staged, write_table

LINK = {"doc": "样例", "problem": "P01", "measure": "M01", "score": 0.12344, "level": 2, "paired": 0, "why": '含逗号,引号"和\n换行'}


def test_table_survives_a_round_trip(tmp_path):
    before = frame("links", [LINK])
    write_table("links", before, tmp_path)
    pd.testing.assert_frame_equal(read_table("links", tmp_path), before)


def test_csv_is_as_the_contract_has_it(tmp_path):
    raw = write_table("gaps", frame("gaps", [{"doc": "a", "problem": "P01", "score": 0.5}]), tmp_path).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfdoc,problem,headline,") and b"\r" not in raw
    assert raw.decode("utf-8-sig").splitlines()[1] == "a,P01,,,,,,,0.5000"


def test_empty_table_keeps_its_header(tmp_path):
    write_table("causes", frame("causes", []), tmp_path)
    assert list(read_table("causes", tmp_path).columns)[:2] == ["doc", "cause"]


@pytest.mark.parametrize("bad, said", [({"score": 1.2}, "leaves"), ({"colour": "red"}, "unknown columns")])
def test_what_the_contract_does_not_allow_is_refused(bad, said):
    with pytest.raises(ValueError, match=said):
        conform("links", pd.DataFrame([LINK | bad]))


def test_missing_table_is_one_line(tmp_path):
    with pytest.raises(InputError, match="zhenggai build"):
        read_table("links", tmp_path)


def layout(folder):
    return Output.of(folder)


def test_staged_files_arrive_together_and_stale_figures_go(tmp_path):
    out = layout(tmp_path)
    out.figures.mkdir(parents=True)
    (out.figures / "old_gaps.png").write_text("old")
    (out.figures / "mine.png").write_text("the analyst's own")
    with staged(out, stale=("*_*.png",)) as new:
        (new.tables / "gaps.csv").write_text("t")
        (new.figures / "new_gaps.png").write_text("f")
        new.slides.write_text("s")
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()) == [
        "briefing.pptx",
        "figures/mine.png",
        "figures/new_gaps.png",
        "tables/gaps.csv",
    ]


def test_a_failure_leaves_everything_as_it_was(tmp_path):
    out = layout(tmp_path)
    with staged(out) as new:
        (new.tables / "gaps.csv").write_text("first")
    with pytest.raises(RuntimeError), staged(out) as new:
        (new.tables / "gaps.csv").write_text("second")
        raise RuntimeError
    assert (out.tables / "gaps.csv").read_text() == "first"
    assert [path.name for path in tmp_path.rglob(".zhenggai*")] == []


def test_one_file_that_cannot_be_replaced_brings_the_others_back(tmp_path, monkeypatch):
    out = layout(tmp_path)
    with staged(out) as new:
        (new.tables / "gaps.csv").write_text("first")
    move = shutil.move

    def held_open(source, target):
        if target.name == "links.csv":
            raise PermissionError(13, "Permission denied")
        return move(source, target)

    monkeypatch.setattr(shutil, "move", held_open)
    with pytest.raises(InputError, match="links.csv.*原有文件未改动"), staged(out) as new:
        (new.tables / "gaps.csv").write_text("second")
        (new.tables / "links.csv").write_text("second")
    assert {path.name: path.read_text() for path in out.tables.iterdir()} == {"gaps.csv": "first"}


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(InputError, match="无法写入"), staged(layout(tmp_path / "out")):
        pass
