"""The two READMEs say the same and what they say is so: commands parse, files exist, the tree is the disk's."""

import re
import shlex

import pytest

from analysis.command import _parser
from analysis.paths import PROJECT

TEXTS = {name: (PROJECT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md")}
TOP = {"analysis", "data", "figures", "notebooks", "tests"}


def blocks(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def commands(text):
    return [shlex.split(line, comments=True) for block in blocks(text, "sh") for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize("name", TEXTS)
def test_every_command_is_one_that_the_program_takes(name):
    run = [command[2:] for command in commands(TEXTS[name]) if command[:2] == ["python3", "run.py"]]
    assert [["build"], ["test"]] == run[:2]
    for arguments in run:
        if arguments[0] not in {"test", "lab", "cluster"}:
            _parser().parse_args(arguments)


def test_the_twins_have_the_same_commands_sections_and_figures():
    english, chinese = TEXTS.values()
    assert commands(english) == commands(chinese)
    for pattern in (r"^##? ", r"^\|", r"!\[.*?\]\((.*?)\)", r"\d\.\d\d"):
        found = [re.findall(pattern, text, re.MULTILINE) for text in (english, chinese)]
        assert found[0] == found[1], pattern


@pytest.mark.parametrize("name", TEXTS)
def test_every_file_named_exists(name):
    for target in re.findall(r"\]\(([^)#]+)\)", TEXTS[name]):
        assert (PROJECT / target).exists(), target


@pytest.mark.parametrize("name", TEXTS)
def test_the_tree_is_the_disks(name):
    tree = next(block for block in blocks(TEXTS[name], "text") if block.startswith("analysis/"))
    listed = {word.rstrip("/") for line in tree.splitlines() for word in line.split()[:4] if re.fullmatch(r"[\w.]+(/|\.\w+)", word)}
    assert TOP <= listed
    assert [word for word in listed if not (PROJECT / word).exists()] == []
    folders = {path.name for path in PROJECT.iterdir() if path.is_dir() and not path.name.startswith((".", "__", "outputs")) and not path.name.endswith(".egg-info")}
    assert folders == TOP


def test_the_flow_in_the_readme_is_the_flow():
    from analysis import flow

    chart = next(block for block in blocks(TEXTS["README.md"], "text") if "──reading──▶" in block)
    said = re.findall(r"──(\w+)──▶", chart)
    own = [stage.name for stage in (*flow.TABULATE, flow.CHARTS, flow.BRIEFING) if stage.name not in ("contrast", "network")]
    assert said == own
    tables = {table for stage in flow.TABULATE for table in stage.writes}
    assert {table for table in tables if re.search(rf"\b{table}\b", chart) is None} == {"network_terms", "network_edges"}


def test_ci_runs_the_readmes_test_command():
    script = (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
    assert script.index("python3 run.py cluster") < script.index("python3 run.py test")
