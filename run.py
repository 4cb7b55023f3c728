#!/usr/bin/env python3
"""Sets the project up in .venv and runs it there; needs Python 3.11 or newer and nothing else.

    python3 run.py build | test | lab | COMMAND

The versions come from requirements.lock. A finished setup is stamped with what it was made from;
without the right stamp it is made anew, so a setup that was cut short is never used.
"""

import sys

OLDEST = (3, 11)
if sys.version_info[:2] < OLDEST:  # before anything that an older Python does not understand
    sys.exit(f"需要 Python 3.11 或更新版本（Python 3.11 or newer is needed）；当前：{sys.version.split()[0]}，{sys.executable}")

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

HELP = """用法：python3 run.py 命令 [参数…]

  build [文件…] [--out 文件夹]   主流程：阅读、成表、评分、作图、成稿；不给文件时处理自带样例
  test [pytest 参数…]            运行全部测试
  lab                            用 JupyterLab 打开 notebooks/
  cluster                        另装 Dask，供 corpus --scheduler 使用；其他命令都不需要
  其他命令                       与 zhenggai 相同，如 read、evaluate；python3 run.py build --help 看说明

首次运行会在 .venv 中安装 requirements.lock 所列的依赖（约一两分钟），以后直接开始。
离线安装：先设 PIP_NO_INDEX=1 与 PIP_FIND_LINKS=安装包文件夹。"""

PROJECT = Path(__file__).resolve().parent
VENV = PROJECT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = PROJECT / "requirements.lock"
STAMP = VENV / "setup-complete"
LOG = VENV / "setup.log"
CLUSTER = "distributed"  # what corpus --scheduler needs; it brings a dozen packages that nothing else does
BUILD_TOOL = "setuptools"  # jieba has no wheel: its build must find this one in place

LOCKED = ("--require-hashes", "--no-deps", "-r")


class SetupError(Exception):
    """A step of the setup that failed; its text is for the user."""


def main(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    if not arguments or arguments[0] in ("-h", "--help"):
        print(HELP)
        return 0
    try:
        set_up()
        if arguments[0] == "cluster":
            add_cluster()
            return 0
    except SetupError as error:
        print(f"安装未完成：{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\n安装已中断；下次运行会重新安装。", file=sys.stderr)
        return 130
    if arguments[0] == "test":
        os.chdir(PROJECT)  # where pytest finds its settings; every other command keeps the user's folder
    return run(command(arguments))


def command(arguments: list[str]) -> list[str]:
    """What `run.py ARGUMENTS` runs, as arguments of the environment's Python."""
    name, rest = arguments[0], arguments[1:]
    if name == "test":
        return ["-m", "pytest", *rest]
    if name == "lab":
        return ["-m", "jupyterlab", str(PROJECT / "notebooks"), *rest]
    return ["-m", "analysis", *arguments]


def run(arguments: list[str]) -> int:
    """Hand over to the environment's Python; its exit status is ours."""
    program = [str(PYTHON), *arguments]
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(PYTHON, program, environment())
    try:
        return subprocess.call(program, env=environment())
    except KeyboardInterrupt:
        return 130


def environment() -> dict[str, str]:
    """The variables for everything that runs in .venv: UTF-8, and its own programs and kernel first."""
    own = {
        "PYTHONUTF8": "1",
        "PYTHONIOENCODING": "utf-8",
        "VIRTUAL_ENV": str(VENV),
        "PATH": str(PYTHON.parent) + os.pathsep + os.environ.get("PATH", ""),
        "JUPYTER_PREFER_ENV_PATH": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "JUPYTER_PATH")} | own


def set_up() -> None:
    """Make .venv from the lock, unless it stands complete and was made from this very lock."""
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") == fingerprint():
        return
    uv = uv_program()
    STAMP.unlink(missing_ok=True)
    entries, apart = lock_entries(), only_for_cluster()
    wanted = [name for name in entries if name not in apart]
    with tempfile.TemporaryDirectory() as folder:
        first, rest = listed(folder, "first.txt", [BUILD_TOOL]), listed(folder, "rest.txt", wanted)
        steps = [
            ("建立 .venv 环境", create(uv)),
            ("安装构建工具", install(uv, *LOCKED, first)),
            (f"安装锁定的依赖（清单共 {len(wanted)} 个包）", install(uv, "--no-build-isolation", *LOCKED, rest)),
            ("安装本项目", install(uv, "--no-build-isolation", "--no-deps", "-e", str(PROJECT))),
        ]
        for number, (title, program) in enumerate(steps, 1):
            step(f"[{number}/{len(steps)}] {title}", program)
    point_back()
    STAMP.write_text(fingerprint(), encoding="utf-8")


def add_cluster() -> None:
    """Install what only the cluster needs into a finished .venv."""
    apart = only_for_cluster()
    with tempfile.TemporaryDirectory() as folder:
        step(f"安装 Dask（{len(apart)} 个包）", install(uv_program(), *LOCKED, listed(folder, "cluster.txt", sorted(apart))))


def point_back() -> None:
    """Let .venv name the project by a relative path: before 3.13 Python reads the file that holds it in
    the system's own encoding, so a Chinese folder name in it, written as UTF-8, would stop every start."""
    for path in VENV.rglob("_zhenggai.pth"):
        path.write_text(os.path.relpath(PROJECT, path.parent) + "\n", encoding="ascii")


def fingerprint() -> str:
    """What a setup depends on: the two files, where the project lies, and the version of Python."""
    files = [LOCK.read_bytes(), (PROJECT / "pyproject.toml").read_bytes()]
    place = f"{PROJECT}\n{sys.version_info[0]}.{sys.version_info[1]}".encode()
    return hashlib.sha256(b"\0".join([*files, place])).hexdigest()


def uv_program() -> str | None:
    """uv where it is installed, unless pip was told where packages come from: uv would not hear it."""
    uv = shutil.which("uv")
    if uv is None:
        return None
    told = subprocess.run([base_python(), "-m", "pip", "config", "list"], capture_output=True, encoding="utf-8", errors="replace", check=False)
    return None if any(word in told.stdout for word in ("index", "find-links")) else uv


def base_python() -> str:
    """The Python that made the running one: .venv cannot be made anew from within itself."""
    return getattr(sys, "_base_executable", None) or sys.executable


def create(uv: str | None) -> list[str]:
    if uv:
        return [uv, "venv", "--clear", "--python", base_python(), str(VENV)]
    return [base_python(), "-m", "venv", "--clear", str(VENV)]


def install(uv: str | None, *arguments: str) -> list[str]:
    if uv:
        return [uv, "pip", "install", "--python", str(PYTHON), "--compile-bytecode", *arguments]
    return [str(PYTHON), "-m", "pip", "install", "--use-pep517", *arguments]


def lock_entries() -> dict[str, str]:
    """Package → its lines in the lock: its version, its hashes, and who asks for it."""
    starts = re.split(r"^(?=[A-Za-z0-9])", LOCK.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {entry.partition("==")[0]: entry for entry in starts if "==" in entry}


def only_for_cluster() -> set[str]:
    """The packages of the lock that are there for the cluster alone: asked for by nothing that is not among them."""
    asking = re.compile(r"^ +#(?: +via)? +([A-Za-z0-9].*)$", re.MULTILINE)  # one on the line of "via" itself, several below it
    asked = {name: set(asking.findall(entry)) - {"via"} for name, entry in lock_entries().items()}
    apart, before = {CLUSTER} & asked.keys(), set()
    while apart != before:
        before = apart
        apart = before | {name for name, by in asked.items() if by and by <= before}
    return apart


def listed(folder: str, name: str, packages: list[str]) -> str:
    """A file with the lock's lines of these packages."""
    entries, path = lock_entries(), Path(folder, name)
    path.write_text("".join(entries[package] for package in packages), encoding="utf-8")
    return str(path)


def step(title: str, program: list[str]) -> None:
    """Run one step of the setup with a line of progress; what it printed goes to the log."""
    print(f"{title} …", end="", file=sys.stderr, flush=True)
    start = time.monotonic()
    try:
        done = subprocess.run(program, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    except OSError as error:
        raise SetupError(f"无法运行 {program[0]}（{error.strerror}）") from error
    print(f" {time.monotonic() - start:.0f} 秒", file=sys.stderr)
    text = done.stdout.decode("utf-8", "replace")
    if VENV.is_dir():
        with LOG.open("a", encoding="utf-8") as log:
            log.write(f"{title}\n{text}\n")
    if done.returncode:
        print("\n".join(text.splitlines()[-12:]), file=sys.stderr)
        raise SetupError(reason(text))


def reason(text: str) -> str:
    """The one line that helps, from what the failed step printed."""
    if "ensurepip" in text:
        return "这个 Python 缺少 venv 组件；请安装（Debian/Ubuntu：apt install python3-venv）或安装 uv，再运行一次。"
    if "PermissionError" in text or "Access is denied" in text or "拒绝访问" in text:
        return "无法改写 .venv；请关闭正在使用它的程序（如 JupyterLab）再运行一次。"
    return f"上面是原因，完整记录在 {LOG}；检查网络或离线安装包后再运行一次。"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
