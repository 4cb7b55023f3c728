"""Many documents in one run: the same bytes for any number of processes, the bad ones listed, decisions honoured."""

import shutil

import pandas as pd
import pytest

from analysis import corpus, flow, summary
from analysis.command import main
from analysis.paths import Output
from analysis.review.texts import fingerprint
from analysis.schema import frame
from analysis.store import csv_text, read_table, write_table

TEXT = "{name}整改方案\n一、存在问题\n1.停车难。{name}老城区车位不足。\n2.路灯损坏。多处路灯不亮。\n二、整改措施\n（一）新增泊位。年底前新建泊位300个。\n"


@pytest.fixture(scope="module")
def province(tmp_path_factory):
    """A folder of folders: 甲县 and 乙县 each with 方案.txt, a notice that is no rectification document, and what is to be passed over."""
    folder = tmp_path_factory.mktemp("全省 材料")
    for name in ("甲县", "乙县", "丙县"):
        (folder / name).mkdir()
        (folder / name / "方案.txt").write_text(TEXT.format(name=name), encoding="utf-8")
    (folder / "丙县" / "方案.txt").rename(folder / "丙县" / "丙.md")
    (folder / "甲县" / "通知.txt").write_text("请各单位按时参加会议。", encoding="utf-8")
    (folder / "甲县" / "~$方案.docx").write_bytes(b"lock")
    return folder


@pytest.fixture(scope="module")
def done(province, tmp_path_factory):
    """The same folder worked on by one process and by two: output folders and their tables `corpus`."""
    outs = [tmp_path_factory.mktemp(f"结果{workers}") for workers in (1, 2)]
    return outs, [corpus.run([province], Output.of(out), workers=workers) for workers, out in enumerate(outs, 1)]


def contents(out):
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def test_one_and_two_processes_write_the_same_bytes(done):
    one, two = map(contents, done[0])
    assert one == two and {"tables/corpus.csv", "tables/links.csv", "tables/documents.csv", "figures/corpus_gaps.png"} <= one.keys()


def test_a_row_a_document_in_order_with_both_shares_and_the_error_of_the_bad_one(done):
    table = done[1][1]
    assert table["doc"].tolist() == ["丙", "方案", "方案(2)", "通知"]
    assert table["problems"].tolist()[:3] == [2, 2, 2] and table["problems"].isna()[3]
    assert table["strict"].tolist() == ["0/2（0%）"] * 3 + [""] and "存在问题" in table["error"][3]
    for verdicts in table.loc[:2, ["covered", "partial", "uncovered", "unknown", "justified"]].to_numpy():
        assert verdicts.sum() == 2
    assert read_table("corpus", done[0][1] / "tables").equals(table)


def test_the_tables_are_those_of_the_main_job(done, province):
    """Byte for byte, but that all rows of a document stand together, also where the main job puts all problems first."""
    files = [province / name for name in ("丙县/丙.md", "乙县/方案.txt", "甲县/方案.txt", "甲县/通知.txt")]
    frames = flow.with_portable_paths(flow.tabulate(files))
    frames["segments"] = frames["segments"].sort_values("doc", key=lambda docs: docs.map({doc: at for at, doc in enumerate(done[1][0]["doc"])}), kind="stable")
    for name, rows in frames.items():
        assert (done[0][0] / "tables" / f"{name}.csv").read_text(encoding="utf-8-sig") == csv_text(name, rows), name


def test_decisions_are_honoured_and_kept(province, tmp_path):
    path = province / "乙县" / "方案.txt"
    frames, out = flow.tabulate([path]), Output.of(tmp_path)
    problem, measure = frames["problems"].iloc[1], frames["measures"].iloc[0]
    decision = {"doc": "方案", "problem": "P02", "measure": "M01", "decision": "confirmed", "level": 2, "reviewer": "审核人"}
    marks = {"fingerprint_problem": fingerprint(problem["text"]), "fingerprint_measure": fingerprint(measure["text"])}
    write_table("decisions", frame("decisions", [decision | marks]), tmp_path)
    before = out.decisions.read_bytes()
    assert corpus.run([path], out)[["confirmed_covered", "strict"]].to_numpy().tolist() == [[1, "1/2（50%）"]]
    assert out.decisions.read_bytes() == before


def test_decisions_follow_a_renamed_file(province, tmp_path):
    folder = tmp_path / "材料"
    shutil.copytree(province / "甲县", folder)
    shutil.copy(province / "乙县" / "方案.txt", folder / "乙.txt")
    out, said = Output.of(tmp_path / "结果"), []
    frames = flow.tabulate([folder / "方案.txt"])
    decision = {"doc": "方案", "problem": "P02", "measure": "M01", "decision": "confirmed", "level": 2}
    marks = {f"fingerprint_{side}": fingerprint(frames[f"{side}s"]["text"].iloc[-1]) for side in ("problem", "measure")}
    out.decisions.parent.mkdir()
    write_table("decisions", frame("decisions", [decision | marks]), out.decisions.parent)
    before = out.decisions.read_bytes()
    (folder / "方案.txt").rename(folder / "方案（定稿）.txt")
    both = corpus.run([folder], out, workers=1, say=said.append)
    assert len(said) == 1 and said[0].startswith("“乙”、“方案（定稿）”都与已核定的“方案”相符") and both["confirmed_covered"].sum() == 0
    assert out.decisions.read_bytes() == before
    (folder / "乙.txt").unlink()
    again = corpus.run([folder], out, workers=1, say=said.append)
    assert said[1:] == ["“方案（定稿）”沿用“方案”的1条决定（所核定的2个条目文字都未变）；原有决定仍保留"]
    assert again["confirmed_covered"].tolist()[0] == 1 and out.decisions.read_bytes().startswith(before)
    assert read_table("decisions", tmp_path / "结果")["doc"].tolist() == ["方案", "方案（定稿）"]


@pytest.mark.parametrize("names", [["没有.txt"], ["空"]])
def test_where_nothing_can_be_used_nothing_is_written(names, tmp_path, capsys):
    (tmp_path / "空").mkdir()
    assert main(["corpus", *(str(tmp_path / name) for name in names), "--out", str(tmp_path / "out"), "--quiet"]) == 1
    streams = capsys.readouterr()
    assert streams.out == "" and streams.err.count("\n") == 1 and names[0] in streams.err
    assert not (tmp_path / "out").exists()


def test_the_summary_says_what_all_documents_come_to(done, tmp_path):
    good = done[1][0].iloc[:3].assign(uncovered=[0, 2, 1], covered=[2, 0, 1], partial=0, orphans=[0, 1, 0])
    lines = summary.of_corpus(pd.concat([good, done[1][0].iloc[3:]]), Output.of(tmp_path))
    assert lines[0] == "文档4份，1份不能使用（原因见 documents.csv）；问题6条，措施3条，其中孤立措施1条"
    assert "未覆盖3/6（50%）" in lines[1] and lines[2] == "已覆盖：严格口径0/6（0%），宽松口径3/6（50%）"
    assert [line for line in lines if line.startswith("  ")] == ["  方案：未覆盖2/2（100%），部分覆盖0", "  方案(2)：未覆盖1/2（50%），部分覆盖0"]


def test_the_command_tells_progress_and_result(province, tmp_path, capsys):
    assert main(["corpus", str(province / "甲县" / "方案.txt"), "--out", str(tmp_path / "out")]) == 0
    streams = capsys.readouterr()
    assert "问题2条，措施1条" in streams.out and "逐份处理" in streams.err
