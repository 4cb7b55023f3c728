"""The command's own promises: help at once, one line for each unusable input, the exit status, nothing lost."""

import signal
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


@pytest.mark.parametrize("command", [[], ["build"], ["corpus"], ["read"], ["figures"], ["slide"], ["evaluate"], ["fit"], ["notebooks"], ["words"]])
def test_help_has_an_example(command, capsys):
    with pytest.raises(SystemExit) as end:
        main([*command, "--help"])
    assert end.value.code == 0
    assert "示例：zhenggai" in capsys.readouterr().out


def test_help_imports_nothing_heavy():
    code = "import sys; from analysis import command; command._parser(); print([m for m in ('pandas', 'matplotlib', 'jieba', 'sklearn') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=PROJECT, check=False).stdout.strip() == "[]"


@pytest.mark.parametrize("arguments", [[], ["paint"], ["read", "a.txt"], ["corpus", "a.txt"], ["corpus", "a", "--out", "x", "--workers", "0"], ["evaluate"], ["build", "--bad"], ["words"], ["figures", "a.txt", "--out", "x", "--formats", "bmp"]])
def test_wrong_usage_is_status_2(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    streams = capsys.readouterr()
    assert streams.out == "" and streams.err.count("\n") == 1 and streams.err.startswith("用法错误：")


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


def refused(capsys, *arguments) -> str:
    """The one line on standard error with which a command ends with status 1, having said nothing else."""
    assert main([*map(str, arguments), "--quiet"]) == 1
    streams = capsys.readouterr()
    assert streams.out == "" and streams.err.count("\n") == 1 and "Errno" not in streams.err
    return streams.err


@pytest.mark.parametrize("filtered, said", [(["--category", "没有这类"], "没有这个类别"), (["--measure", "M99"], "可选：M01")])
def test_an_unknown_filter_is_one_line_and_leaves_no_folder(filtered, said, good, tmp_path, capsys):
    assert said in refused(capsys, "figures", good, "--out", tmp_path / "out", "--charts", "gaps", *filtered)
    assert not (tmp_path / "out").exists()


def test_figures_alone_make_no_other_folder(good, tmp_path):
    assert main(["figures", str(good), "--out", str(tmp_path / "out"), "--charts", "verdicts", "--formats", "pdf", "--measure", "M01", "--quiet"]) == 0
    assert [str(path.relative_to(tmp_path / "out")) for path in sorted((tmp_path / "out").rglob("*"))] == ["figures", "figures/整改-方案_verdicts_M01.pdf"]


def test_a_damaged_template_is_said_before_any_work(good, tmp_path, capsys):
    template = write(tmp_path / "坏.pptx", b"PK\x03\x04")
    assert "坏.pptx" in refused(capsys, "build", good, "--out", tmp_path / "out", "--template", template)
    assert not (tmp_path / "out").exists()


def test_a_figure_that_is_no_picture_and_a_folder_as_target_are_one_line(good, tmp_path, capsys):
    assert "不是可用的图" in refused(capsys, "slide", good, tmp_path / "汇报.pptx", "--on", "1")
    assert "这是文件夹" in refused(capsys, "words", "discover", good, "--table", tmp_path)


def test_notebooks_on_a_document_that_cannot_be_used_run_nothing(tmp_path, capsys):
    bad = write(tmp_path / "空.txt", b"")
    assert "文件为空" in refused(capsys, "notebooks", bad, "--out", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_study_opens_a_file_by_its_whole_path(good):
    from analysis.study import open_study

    assert open_study(str(good)).doc == "整改 方案"


def test_words_check_finds_no_fault(capsys):
    assert main(["words", "check"]) == 0
    assert capsys.readouterr().out == "词表没有发现问题\n"


CANDIDATES = {
    "binary": (b"\xff\xfe\x00\x01", "UTF-8"),
    "no_column": ("take,term\n1,旧书\n".encode(), "没有 domain 列"),
    "unmatched": ("take,term,domain,kind,count,cohesion,freedom,example\n1,旧 书,,,3,1,1,例\n".encode(), "“旧 书”"),
    "missing": (None, "没有这个文件"),
}


@pytest.mark.parametrize("name", CANDIDATES)
def test_words_that_cannot_be_added_are_one_line(name, tmp_path, capsys):
    content, said = CANDIDATES[name]
    table = tmp_path / "候选词.csv"
    if content is not None:
        table.write_bytes(content)
    assert said in refused(capsys, "words", "add", "--table", table)


def test_an_interrupted_build_leaves_nothing(good, tmp_path):
    """Interrupted as soon as it says that it reads, so that it is in the midst of the run."""
    # A shell starts what runs in its background with the signal ignored, and a child inherits that.
    code = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); from analysis.command import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "build", str(good), "--out", str(tmp_path / "out")]
    running = subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    running.stderr.readline()
    running.send_signal(signal.SIGINT)
    said = running.communicate()[1]
    # Where the signal met an import of compiled code, Python ends by the signal itself: 130 in a shell all the same.
    assert running.returncode in (130, -signal.SIGINT)
    assert said.endswith("已中断；原有文件未改动\n") and "Traceback" not in said
    assert not (tmp_path / "out").exists()


def test_timings_go_to_standard_error(good, tmp_path, capsys):
    assert main(["build", str(good), "--out", str(tmp_path / "b"), "--timings"]) == 0
    streams = capsys.readouterr()
    assert "total" in streams.err and "total" not in streams.out and len(streams.out.splitlines()) <= 25
