"""LibreOffice, where it is installed: one document converted per call, in a profile of its own."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from analysis.reading.draft import Unreadable

SECONDS = 120
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)


def find_office() -> str:
    """The path of LibreOffice's program; empty where it is not installed."""
    found = (shutil.which(name) for name in _NAMES)
    return next((path for path in (*found, *_PLACES) if path and Path(path).is_file()), "")


def convert(data: bytes, suffix: str, to: str, *, program: str, seconds: float = SECONDS) -> bytes:
    """`data` (a file whose name ends in `suffix`) converted to `to` ("docx", "pdf", "txt:Text (encoded):UTF8").

    LibreOffice exits with 0 also where it fails, and two calls that share a profile write nothing: hence the
    private profile and the look at the output. Raises Unreadable where there is none.
    """
    with tempfile.TemporaryDirectory(prefix="zhenggai-", ignore_cleanup_errors=True) as folder:
        source, out = Path(folder, f"source{suffix}"), Path(folder, "out")
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        flags = ["--headless", "--norestore", "--nolockcheck", "--nodefault", f"-env:UserInstallation={profile}"]
        _run([program, *flags, "--convert-to", to, "--outdir", str(out), str(source)], seconds)
        made = sorted(out.glob("source.*")) if out.is_dir() else []
        if not made or not made[0].stat().st_size:
            raise Unreadable("LibreOffice无法转换，文件可能已损坏或加密", "请用原软件打开后另存为.docx")
        return made[0].read_bytes()


def _run(command: list[str], seconds: float) -> None:
    """Run LibreOffice; it starts a process of its own, so the whole group is ended when time is up."""
    grouped = {"start_new_session": True} if os.name == "posix" else {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **grouped)
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"LibreOffice转换超过{seconds:.0f}秒，已停止", "请用原软件打开后另存为.docx") from error
    finally:
        _end(child)


def _end(child: subprocess.Popen) -> None:
    if child.poll() is not None:
        return
    with suppress(OSError):
        if sys.platform == "win32":
            subprocess.run(["taskkill", "/F", "/T", "/PID", str(child.pid)], capture_output=True, check=False)
        else:
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()
