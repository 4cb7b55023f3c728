"""Setting up: run.py, and the three files that name the dependencies."""

import ast
import importlib.metadata
import os
import re
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
LOCK = (PROJECT / "requirements.lock").read_text(encoding="utf-8")
LOCKED = dict(re.findall(r"^([A-Za-z0-9][\w.-]*)==(\S+)", LOCK, re.MULTILINE))
EXTRAS = PYPROJECT["project"]["optional-dependencies"]
RUNTIME = [Requirement(text) for text in PYPROJECT["project"]["dependencies"]]
TESTING = [Requirement(text) for text in EXTRAS["test"]]
CLUSTER = [Requirement(text) for text in EXTRAS["cluster"]]
BUILDING = [Requirement(text) for text in [*EXTRAS["setup"], *PYPROJECT["build-system"]["requires"]]]
TRACKED = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, encoding="utf-8", check=False).stdout.split("\0")[:-1]

run = SimpleNamespace(**runpy.run_path(str(PROJECT / "run.py"), run_name="run"))


# pyproject.toml, requirements.lock, environment.yml


@pytest.mark.parametrize("requirement", [*RUNTIME, *TESTING, *CLUSTER, *BUILDING], ids=str)
def test_a_declared_dependency_is_locked_at_a_version_that_satisfies_it(requirement):
    assert requirement.specifier.contains(LOCKED[canonicalize_name(requirement.name)])


def test_nothing_is_declared_twice():
    names = [canonicalize_name(requirement.name) for requirement in [*RUNTIME, *TESTING]]
    assert sorted(names) == sorted(set(names))


def test_the_lock_is_closed():
    """It is installed without looking for more, so it must hold what its packages ask for."""
    missing = []
    for name, version in LOCKED.items():
        try:
            package = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # locked for another system or Python
        for requirement in map(Requirement, package.requires or []) if package.version == version else []:
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                locked = LOCKED.get(canonicalize_name(requirement.name))
                if locked is None or not requirement.specifier.contains(locked, prereleases=True):
                    missing.append(f"{name} {version} needs {requirement}, locked is {locked}")
    assert missing == []


def test_every_locked_version_has_its_hashes():
    entries = [line for line in LOCK.splitlines() if line and not line[0].isspace() and not line.startswith("#")]
    assert len(entries) == len(LOCKED) and all(line.endswith("\\") for line in entries)
    assert LOCK.count("--hash=sha256:") >= len(LOCKED)


def test_environment_yml_agrees():
    environment = yaml.safe_load((PROJECT / "environment.yml").read_text(encoding="utf-8"))
    python, pip, from_pip = environment["dependencies"]
    assert SpecifierSet(PYPROJECT["project"]["requires-python"]).contains(python.removeprefix("python="))
    assert (environment["name"], environment["channels"], pip) == (PYPROJECT["project"]["name"], ["conda-forge"], "pip")
    assert from_pip == {"pip": ["-r requirements.lock"]}


def test_run_py_asks_for_the_python_that_pyproject_asks_for():
    assert PYPROJECT["project"]["requires-python"] == ">={}.{}".format(*run.OLDEST)


ADDRESS = re.compile(r"https?://[^\s\"'<>)]*(?:/simple\b|pythonhosted|pypi\.|/pypi/|mirrors?\.)", re.IGNORECASE)


@pytest.mark.parametrize("text, found", [("-i https://mirrors.example.cn/simple", True), ("https://openfontlicense.org", False)])
def test_what_an_index_address_is(text, found):
    assert bool(ADDRESS.search(text)) is found


@pytest.mark.skipif(not TRACKED, reason="not a git checkout")
def test_no_tracked_file_names_an_index_address():
    here = Path(__file__).resolve()
    files = [PROJECT / name for name in TRACKED if (PROJECT / name).is_file() and (PROJECT / name) != here]
    texts = {path.name: path.read_bytes().decode("utf-8", "ignore") for path in files if path.suffix not in (".ttf", ".png")}
    assert {name: match.group() for name, text in texts.items() if (match := ADDRESS.search(text))} == {}


def third_party(folder):
    """The top-level modules that the Python files under `folder` import, less our own and the standard ones."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (PROJECT / folder).rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    own = {"analysis", "tests", *(path.stem for path in (PROJECT / "tests").rglob("*.py"))}
    return {name.partition(".")[0] for name in names} - set(sys.stdlib_module_names) - own


@pytest.mark.parametrize(
    "folder, declared",
    [("analysis", [*RUNTIME, *CLUSTER, *map(Requirement, EXTRAS["fonts"])]), ("tests", [*RUNTIME, *TESTING])],
    ids=["analysis", "tests"],
)
def test_every_package_imported_is_declared(folder, declared):
    distributions = importlib.metadata.packages_distributions()
    names = {canonicalize_name(requirement.name) for requirement in declared}
    missing = {module for module in third_party(folder) if not names & {canonicalize_name(name) for name in distributions.get(module, [module])}}
    assert missing == set()


# run.py


def test_run_py_needs_the_standard_library_only_and_an_old_python_can_read_it():
    source = (PROJECT / "run.py").read_text(encoding="utf-8")
    tree = ast.parse(source, feature_version=(3, 7))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names <= set(sys.stdlib_module_names)


def test_an_old_python_gets_one_clear_line():
    code = "import sys, runpy; sys.version_info = (3, 10, 4, 'final', 0); runpy.run_path('run.py', run_name='__main__')"
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", code], cwd=PROJECT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.startswith("需要 Python 3.11 或更新版本") and done.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_sets_nothing_up(arguments):
    done = subprocess.run(
        [sys.executable, "run.py", *arguments],
        cwd=PROJECT,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "") and "build" in done.stdout and "用法" in done.stdout


COMMANDS = [
    (["build", "整改.txt", "--out", "结果"], ["-m", "analysis", "build", "整改.txt", "--out", "结果"]),
    (["evaluate", "data/labels"], ["-m", "analysis", "evaluate", "data/labels"]),
    (["lab"], ["-m", "jupyterlab", str(PROJECT / "notebooks")]),
    (["test"], ["-m", "pytest"]),
    (["test", "-k", "fonts"], ["-m", "pytest", "-k", "fonts"]),
]


@pytest.mark.parametrize("arguments, expected", COMMANDS)
def test_what_a_command_runs(arguments, expected):
    assert run.command(arguments) == expected


@pytest.fixture
def project(tmp_path, monkeypatch):
    """run.py in an empty project, its steps only recorded; `fail` names a step that breaks off."""
    names = run.set_up.__globals__
    folder = tmp_path / "整改 分析"
    venv = folder / ".venv"
    python = venv / "bin" / "python"
    link = venv / "lib" / "site-packages" / "_zhenggai.pth"
    link.parent.mkdir(parents=True)
    state = SimpleNamespace(steps=[], fail=None, folder=folder, lock=folder / "requirements.lock", stamp=venv / "setup-complete", link=link)
    state.lock.write_text("numpy==2.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\nsetuptools==80 \\\n    --hash=sha256:cc\n    # via x\n")
    (folder / "pyproject.toml").write_text("")

    def step(title, program):
        if title == state.fail:
            raise KeyboardInterrupt
        state.steps.append(title)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()
        link.write_text(str(folder), encoding="utf-8")  # as the installation of the project does

    values = {"PROJECT": folder, "VENV": venv, "PYTHON": python, "LOCK": state.lock, "STAMP": state.stamp, "LOG": venv / "setup.log", "step": step}
    for name, value in {**values, "uv_program": lambda: None}.items():
        monkeypatch.setitem(names, name, value)
    return state


STEPS = ["[1/4] 建立 .venv 环境", "[2/4] 安装构建工具", "[3/4] 安装锁定的依赖（清单共 2 个包）", "[4/4] 安装本项目"]


def test_setup_runs_once_and_again_when_the_lock_changes(project):
    run.set_up()
    assert project.steps == STEPS
    run.set_up()
    assert project.steps == STEPS
    project.lock.write_text(project.lock.read_text().replace("2.0", "2.1"))
    run.set_up()
    assert project.steps == STEPS * 2


@pytest.mark.parametrize("broken", STEPS)
def test_a_setup_cut_short_is_made_anew(project, broken):
    run.set_up()
    project.lock.write_text(project.lock.read_text().replace("2.0", "2.1"))
    project.fail = broken
    with pytest.raises(KeyboardInterrupt):
        run.set_up()
    assert not project.stamp.exists()
    project.steps.clear()
    project.fail = None
    run.set_up()
    assert project.steps == STEPS


def test_packages_are_taken_from_the_lock_with_their_hashes(project, tmp_path):
    assert Path(run.listed(tmp_path, "list.txt", ["setuptools", "numpy"])).read_text(encoding="utf-8") == "setuptools==80 \\\n    --hash=sha256:cc\n    # via x\nnumpy==2.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"


def test_what_only_the_cluster_needs_is_left_out_until_asked_for(project, monkeypatch, capsys):
    project.lock.write_text(
        project.lock.read_text() + "toolz==1 \\\n    --hash=sha256:dd\n    # via\n    #   dask\n    #   distributed\ndask==2 \\\n    --hash=sha256:ee\n    # via distributed\n"
        "distributed==3 \\\n    --hash=sha256:ff\n    # via zhenggai (pyproject.toml)\npyyaml==4 \\\n    --hash=sha256:ab\n    # via\n    #   dask\n    #   zhenggai (pyproject.toml)\n"
    )
    installed, step = [], run.set_up.__globals__["step"]

    def noted(title, program):
        lists = [Path(argument).read_text(encoding="utf-8") for argument in program if argument.endswith(".txt")]
        installed.extend(re.findall(r"^(\w+)==", text, re.MULTILINE) for text in lists)
        step(title, program)

    monkeypatch.setitem(run.set_up.__globals__, "step", noted)
    run.set_up()
    assert installed == [["setuptools"], ["numpy", "setuptools", "pyyaml"]] and project.steps[2] == "[3/4] 安装锁定的依赖（清单共 3 个包）"
    assert run.main(["cluster"]) == 0
    assert installed[2:] == [["dask", "distributed", "toolz"]] and project.steps[4:] == ["安装 Dask（3 个包）"]


def test_nothing_of_the_program_or_the_tests_needs_what_is_left_out():
    apart = run.only_for_cluster()
    assert {canonicalize_name(requirement.name) for requirement in CLUSTER} <= apart <= set(LOCKED)
    assert not apart & {canonicalize_name(requirement.name) for requirement in [*RUNTIME, *TESTING, *BUILDING]}
    needing = {}
    for name in set(LOCKED) - apart:
        try:
            asked = importlib.metadata.distribution(name).requires or []
        except importlib.metadata.PackageNotFoundError:
            continue  # locked for another system or Python
        needed = {canonicalize_name(one.name) for one in map(Requirement, asked) if one.marker is None or one.marker.evaluate({"extra": ""})}
        if needed & apart:
            needing[name] = needed & apart
    assert needing == {}


def test_a_failed_step_ends_in_one_line_and_leaves_no_stamp(project, monkeypatch, capsys):
    step = run.step
    monkeypatch.setitem(run.set_up.__globals__, "step", lambda title, program: step(title, [sys.executable, "-c", "exit('no network')"]))
    assert run.main(["build"]) == 1
    error = capsys.readouterr().err
    assert error.splitlines()[-1].startswith("安装未完成：") and "no network" in error
    assert not project.stamp.exists()


def test_children_speak_utf8_and_their_own_kernel_comes_first(tmp_path, monkeypatch):
    foreign = tmp_path / "kernels" / "python3"
    foreign.mkdir(parents=True)
    (foreign / "kernel.json").write_text('{"argv": ["/foreign/python"], "display_name": "foreign", "language": "python"}')
    code = """if True:
        import sys
        from jupyter_client.manager import KernelManager
        print("整改", sys.stdout.encoding, sys.flags.utf8_mode, KernelManager(kernel_name="python3").format_kernel_cmd()[0] == sys.executable)
    """
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("PYTHONIOENCODING", "gbk")
    done = subprocess.run([sys.executable, "-c", code], env=run.environment(), capture_output=True, check=False)
    assert done.stdout.decode("utf-8").split() == ["整改", "utf-8", "1", "True"], done.stderr


def test_a_chinese_folder_name_does_not_stop_the_environment(project):
    """Python before 3.13 reads a .pth in the system's encoding: with UTF-8 in it, it may not start at all."""
    run.set_up()
    line = project.link.read_bytes().decode("ascii").strip()
    assert (project.link.parent / line).resolve() == project.folder.resolve()
