"""Parsing in a process of its own: a file that hangs, eats memory or crashes a parser costs only itself."""

import json
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import Self

from analysis.reading.draft import Block, Draft, Source, Unreadable
from analysis.reading.guard import LIMITS

_ROOT = Path(__file__).resolve().parents[2]
_START = "import sys; sys.path[:] = {path!r}; from analysis.reading.child import main; main()"


class Isolation:
    """A child process that parses one file after another, started when first needed; use it in a `with`."""

    def __init__(self, seconds: float = LIMITS.seconds):
        self._seconds = seconds
        self._child: subprocess.Popen | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_) -> None:
        self._stop()

    def parse(self, form: str, source: Source) -> Draft:
        """Read `source` as format `form` in the child. Raises Unreadable also where the child dies or runs out of time."""
        child = self._running()
        late = threading.Event()
        watchdog = threading.Timer(self._seconds, lambda: (late.set(), child.kill()))
        watchdog.daemon = True
        watchdog.start()
        try:
            answer = _ask(child, form, source)
        finally:
            watchdog.cancel()
        if answer is None:
            self._stop()
            problem = f"解析超过{self._seconds:.0f}秒，已停止" if late.is_set() else "解析程序异常退出，文件可能已损坏"
            raise Unreadable(problem, "请用原软件打开后另存一份，或把文件拆成几份")
        if "unreadable" in answer:
            raise Unreadable(*answer["unreadable"])
        draft = answer["draft"]
        return Draft(**{**draft, "blocks": [Block(*block) for block in draft["blocks"]]})

    def _running(self) -> subprocess.Popen:
        if self._child is None or self._child.poll() is not None:
            path = [str(_ROOT), *(entry for entry in sys.path if entry)]
            command = [sys.executable, "-X", "utf8", "-c", _START.format(path=path)]
            self._child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return self._child

    def _stop(self) -> None:
        if self._child is not None:
            with suppress(OSError):
                self._child.stdin.close()
            self._child.kill()
            self._child.wait()
            self._child.stdout.close()
            self._child = None


def _ask(child: subprocess.Popen, form: str, source: Source) -> dict | None:
    """Send a request and take its answers; None where the child ended instead."""
    head = json.dumps({"format": form, "suffix": source.suffix, "size": len(source.data)}) + "\n"
    try:
        child.stdin.write(head.encode())
        child.stdin.write(source.data)
        child.stdin.flush()
    except OSError:
        return None
    for line in child.stdout:
        answer = json.loads(line)
        if "share" not in answer:
            return answer
        source.tick(answer["share"])
    return None
