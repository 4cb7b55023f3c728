"""The command's own promises: help at once, one line for each unusable input, the exit status, nothing lost."""

import subprocess
import sys
from pathlib import Path

import pytest

from analysis.command import main
from analysis.paths import PROJECT
from analysis.store import read_table

GOOD = "一、存在问题\n1.停车难。老城区车位不足。\n2.路灯损坏。多处路灯不亮。\n二、整改措施\n（一）新增泊位。年底前新建泊位300个。\n"


@pytest.fixture
def good(tmp_path) -> Path:
    path = tmp_path / "整改 方案.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def run(*arguments) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "analysis", *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", cwd=PROJECT, check=False)


@pytest.mark.parametrize("command", [[], ["build"], ["read"], ["evaluate"]])
def test_help_has_an_example(command, capsys):
    with pytest.raises(SystemExit) as end:
        main([*command, "--help"])
    assert end.value.code == 0
    assert "示例：zhenggai" in capsys.readouterr().out


def test_help_imports_nothing_heavy():
    code = "import sys; from analysis import command; command._parser(); print([m for m in ('pandas', 'matplotlib', 'jieba', 'sklearn') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=PROJECT, check=False).stdout.strip() == "[]"


@pytest.mark.parametrize("arguments", [[], ["paint"], ["read", "a.txt"], ["evaluate"]])
def test_wrong_usage_is_status_2(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2


BAD = {
    "empty": (b"", "空"),
    "binary": (bytes(range(256)) * 8, ""),
    "no_problem": ("这是一份会议通知，请各单位按时参加。".encode(), "存在问题"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_unusable_input_is_one_line_and_the_others_are_finished(name, good, tmp_path, capsys):
    content, said = BAD[name]
    bad = write(tmp_path / f"{name}.txt", content)
    assert main(["read", str(bad), str(good), "--out", str(tmp_path / "out")]) == 1
    lines = capsys.readouterr().err.splitlines()
    errors = [line for line in lines if line.startswith("错误：")]
    assert len(errors) == 1 and bad.name in errors[0] and said in errors[0]
    documents = read_table("documents", tmp_path / "out" / "tables").set_index("doc")
    assert documents.loc[name, "error"] and documents.loc["整改 方案", "problems"] == 2
    assert set(read_table("problems", tmp_path / "out" / "tables")["doc"]) == {"整改 方案"}


def test_a_missing_path_is_one_line(tmp_path, capsys):
    assert main(["read", str(tmp_path / "没有.txt"), "--out", str(tmp_path / "out"), "--quiet"]) == 1
    streams = capsys.readouterr()
    assert streams.out == "" and streams.err.count("\n") == 1 and "没有.txt" in streams.err


def test_a_text_without_measures_is_finished_with_a_warning(tmp_path):
    path = tmp_path / "只有问题.txt"
    path.write_text(GOOD.split("二、")[0], encoding="utf-8")
    assert main(["read", str(path), "--out", str(tmp_path / "out"), "--quiet"]) == 0
    row = read_table("documents", tmp_path / "out" / "tables").iloc[0]
    assert (row["problems"], row["measures"]) == (2, 0) and "措施" in row["warnings"]


def test_an_output_folder_that_cannot_be_written_is_one_line_and_nothing_is_written(good, tmp_path, capsys):
    blocked = write(tmp_path / "out", b"a file, not a folder")
    assert main(["read", str(good), "--out", str(blocked), "--quiet"]) == 1
    assert "无法写入" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([good.name, "out"])


def test_quiet_is_quiet_and_progress_goes_to_standard_error(good, tmp_path):
    loud, quiet = (run("read", good, "--out", tmp_path / name, *extra) for name, extra in (("a", []), ("b", ["--quiet"])))
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    assert "读取文件" in loud.stderr and "问题2条" in loud.stdout and len(loud.stdout.splitlines()) <= 25
