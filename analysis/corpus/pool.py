"""Documents side by side on this machine's cores; what comes of them in their own order."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from analysis.corpus.work import Piece, Task, failed, work
from analysis.errors import InputError

AHEAD = 4  # documents a process, under way or waiting for an earlier one: bounds what is held in memory
MOST = 61  # processes, the most that Windows can wait for
DIED = "处理它的进程异常退出（可能内存不足）"
HINT = "请关闭其他程序后重试，或把文件拆成几份"


def pieces(tasks: Iterable[Task], workers: int) -> Iterator[Piece]:
    """What came of each document, in order. Where a process dies, the documents it may have died of are tried one by
    one, each in a process that has no other; one that it dies of again has that as its error."""
    left = deque(tasks)
    if len(left) == 1:
        yield work(left.popleft())
    while left:
        try:
            with _pool(workers) as pool:
                yield from ordered(pool.submit, left, AHEAD * workers)
        except BrokenProcessPool:
            yield from _one_by_one(deque(left.popleft() for _ in range(min(len(left), AHEAD * workers))))


def ordered(
    submit: Callable[..., Future], left: deque[Task], ahead: int, result: Callable[[Future, Task], Piece] = lambda future, _: future.result()
) -> Iterator[Piece]:
    """Take tasks off `left` as they are done, first come first, never more than `ahead` of them under way."""
    under_way: deque = deque()
    while left:
        while len(under_way) < min(ahead, len(left)):
            under_way.append(submit(work, left[len(under_way)]))
        piece = result(under_way.popleft(), left[0])
        left.popleft()
        yield piece


def _one_by_one(left: deque[Task]) -> Iterator[Piece]:
    while left:
        try:
            with _pool(1) as pool:
                yield from ordered(pool.submit, left, 1)
        except BrokenProcessPool:
            task = left.popleft()
            yield failed(task, str(InputError(task.path, DIED, HINT)))


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Processes started anew (spawn), the same on every system; what still waits at the end is not begun."""
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _begin)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _begin() -> None:
    """An interrupt is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def cores() -> int:
    """How many processes can work side by side here."""
    own = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(own, MOST)
