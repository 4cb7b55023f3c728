"""Documents side by side on this machine's cores; what comes of them in their own order.

Each process has one document at a time, so that one that dies or takes too long is known by its document.
"""

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait

from analysis.corpus.work import HINT as APART
from analysis.corpus.work import Piece, Task, failed, work
from analysis.errors import InputError

AHEAD = 4  # documents a process, under way or waiting for an earlier one: bounds what is held in memory
MOST = 61  # processes, the most that Windows can wait for
SECONDS = 600.0
"""For one document. 800 problems and 800 measures take 80 s on two busy cores, and time grows with their product; what
the reading itself allows for a conversion and a parser (120 s each) must fit in, so that these end their own programs."""
START = 120.0
"""Seconds more for a process to begin: it imports the program, and on a busy laptop a scanner looks at every file of it."""
BEGUN = "begun"
DIED = "处理它的进程异常退出（可能内存不足）"
HINT = "请关闭其他程序后重试，或把文件拆成几份"


def pieces(tasks: Iterable[Task], workers: int, seconds: float = SECONDS) -> Iterator[Piece]:
    """What came of each document, in order. One that takes longer than `seconds` has that as its error.

    Where a process dies, its document is tried once more in a process that has no other beside it: if that dies too,
    it is the document's error.
    """
    crew = _Crew(list(tasks), workers, seconds)
    try:
        yield from crew.pieces()
    finally:
        crew.stop()


class _Worker:
    """A process started anew (spawn), the same on every system, and the document it is at."""

    def __init__(self):
        context = multiprocessing.get_context("spawn")
        self.line, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other,), daemon=True)
        self._process.start()
        other.close()
        self.at: int | None = None
        self.until = self._seconds = 0.0
        self._begun = False

    def give(self, at: int, task: Task, seconds: float) -> None:
        self.at, self._seconds, self.until = at, seconds, time.monotonic() + seconds + START * (not self._begun)
        try:
            self.line.send(task)
        except OSError:
            pass  # it has died: waiting for its answer shows that

    def answer(self) -> Piece | str | None:
        """What came of the document; BEGUN where its time begins only now, None where the process died of it."""
        try:
            found = self.line.recv()
        except (EOFError, OSError):
            return None
        if found == BEGUN:
            self._begun, self.until = True, time.monotonic() + self._seconds
        return found

    def stop(self) -> None:
        self.line.close()
        if self.at is not None:
            self._process.kill()
        self._process.join()


class _Crew:
    """The processes and the documents: waiting, under way, to be tried again alone, done and not yet told."""

    def __init__(self, tasks: list[Task], workers: int, seconds: float):
        self._tasks, self._most, self._seconds = tasks, workers, seconds
        self._waiting = deque(range(len(tasks)))
        self._again: deque[int] = deque()
        self._tried: set[int] = set()
        self._done: dict[int, Piece] = {}
        self._workers: list[_Worker] = []

    def pieces(self) -> Iterator[Piece]:
        for at in range(len(self._tasks)):
            while at not in self._done:
                self._give(at + AHEAD * self._most)
                self._take()
            yield self._done.pop(at)

    def stop(self) -> None:
        while self._workers:
            self._workers.pop().stop()

    def _busy(self) -> list[_Worker]:
        return [worker for worker in self._workers if worker.at is not None]

    def _give(self, end: int) -> None:
        """Documents before number `end` to processes that have none; one that is tried again waits until all have ended."""
        if self._again:
            if not self._busy():
                self.stop()
                self._to_free(self._again.popleft())
            return
        if self._tried & {worker.at for worker in self._busy()}:
            return
        while self._waiting and self._waiting[0] < end and len(self._busy()) < self._most:
            self._to_free(self._waiting.popleft())

    def _to_free(self, at: int) -> None:
        free = next((worker for worker in self._workers if worker.at is None), None)
        if free is None:
            free = _Worker()
            self._workers.append(free)
        free.give(at, self._tasks[at], self._seconds)

    def _take(self) -> None:
        """Wait until a process answers, dies or is out of time."""
        busy = self._busy()
        ready = wait([worker.line for worker in busy], max(0.0, min(worker.until for worker in busy) - time.monotonic()))
        for worker in busy:
            if worker.line in ready:
                self._answered(worker)
            elif worker.until <= time.monotonic():
                self._end(worker, f"处理超过{self._seconds:.0f}秒，已停止", f"其他文档照常完成；{APART}，或把文件拆成几份")

    def _answered(self, worker: _Worker) -> None:
        at, piece = worker.at, worker.answer()
        if piece == BEGUN:
            return
        if piece is not None:
            self._done[at], worker.at = piece, None
        elif at in self._tried:
            self._end(worker, DIED, HINT)
        else:
            self._tried.add(at)
            self._again.append(at)
            self._drop(worker)

    def _end(self, worker: _Worker, problem: str, hint: str) -> None:
        task = self._tasks[worker.at]
        self._done[worker.at] = failed(task, str(InputError(task.path, problem, hint)))
        self._drop(worker)

    def _drop(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.stop()


def _serve(line: Connection) -> None:
    """Work on what is sent until nobody sends any more. An interrupt is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        line.send(BEGUN)
        while True:
            line.send(work(line.recv()))
    except (EOFError, OSError):
        pass


def cores() -> int:
    """How many processes can work side by side here."""
    own = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(own, MOST)
