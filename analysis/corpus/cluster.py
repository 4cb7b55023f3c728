"""Documents side by side on a Dask cluster; what comes of them in their own order."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from analysis.corpus.pool import AHEAD, DIED, HINT
from analysis.corpus.work import Piece, Task, failed, work
from analysis.errors import InputError
from analysis.paths import PROJECT, VOCABULARY

if TYPE_CHECKING:
    from distributed import Client, Future

SECONDS = 10.0  # for the scheduler to answer and for a worker to be there
LEAST = 32  # documents under way, also where the cluster begins with few workers and grows


def pieces(tasks: Iterable[Task], scheduler: str) -> Iterator[Piece]:
    """What came of each document, in order; the files must be found on the workers under the same whole paths.

    No time is set for a document: a worker's thread cannot be ended from here. Raises InputError where the cluster cannot be used, or is lost on the way.
    """
    left = deque(tasks)
    with _silence(), _client(scheduler) as client:
        _same_everywhere(client, scheduler)
        ahead = max(LEAST, AHEAD * sum(client.nthreads().values()))
        yield from ordered(partial(client.submit, pure=False), left, ahead, partial(_result, scheduler))


def ordered(submit: "Callable[..., Future]", left: deque[Task], ahead: int, result: "Callable[[Future, Task], Piece]") -> Iterator[Piece]:
    """Take tasks off `left` as they are done, first come first, never more than `ahead` of them under way."""
    under_way: deque = deque()
    while left:
        while len(under_way) < min(ahead, len(left)):
            under_way.append(submit(work, left[len(under_way)]))
        piece = result(under_way.popleft(), left[0])
        left.popleft()
        yield piece


@contextmanager
def _client(scheduler: str) -> "Iterator[Client]":
    try:
        from distributed import Client
    except ImportError as error:
        raise InputError(scheduler, "本机没有安装 Dask（distributed）", "请先运行 python3 run.py cluster 安装，自建的环境用 pip install -r requirements.lock；或不用 --scheduler") from error
    try:
        client = Client(scheduler, timeout=SECONDS, set_as_default=False)
    except Exception as error:  # it raises OSError, ValueError, even AssertionError, by what is wrong with the address
        raise InputError(scheduler, "连接不上调度器", "请检查地址（如 tcp://10.0.0.5:8786）和网络，或不用 --scheduler") from error
    try:
        yield client
    finally:
        client.close(timeout=SECONDS)


@contextmanager
def _silence() -> Iterator[None]:
    """The library logs pages of tracebacks for what becomes one line of ours."""
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def _same_everywhere(client: "Client", scheduler: str) -> None:
    """Raises InputError where there is no worker, or one without this very program and vocabulary: its verdicts would differ."""
    try:
        client.wait_for_workers(1, timeout=SECONDS)
        found = set(client.run(fingerprint).values())
    except TimeoutError as error:
        raise InputError(scheduler, "集群没有可用的工作进程", "请先启动 dask worker") from error
    except Exception as error:
        raise InputError(scheduler, f"工作进程无法运行本工具（{type(error).__name__}）", "请在各台机器上安装同一版本") from error
    if found != {fingerprint()}:
        raise InputError(scheduler, "工作进程上的程序或词表与本机不同", "请在各台机器上安装同一版本")


def fingerprint() -> str:
    """Of what verdicts depend on here: the program, its weights and its vocabulary."""
    files = [*PROJECT.joinpath("analysis").rglob("*.py"), *PROJECT.joinpath("data", "weights").rglob("*"), *VOCABULARY.rglob("*")]
    digest = sha256()
    for path in sorted(path for path in files if path.is_file()):
        digest.update(path.relative_to(PROJECT).as_posix().encode() + b"\0" + sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _result(scheduler: str, future, task: Task) -> Piece:
    from distributed import KilledWorker

    try:
        return future.result()
    except KilledWorker:
        return failed(task, str(InputError(task.path, DIED, HINT)))
    except Exception as error:
        raise InputError(scheduler, f"与集群的连接中断（{type(error).__name__}）", "请检查集群后重新运行；原有文件未改动") from error
