"""The process in which container formats are parsed: requests on standard input, answers on standard output.

A request is a line of JSON (format, suffix, size) and that many bytes; answers are lines of JSON: shares
done, then a draft, or what was wrong. The process ends with its input.
"""

import json
import os
import sys

from analysis.reading.draft import Source, Unreadable
from analysis.reading.formats import parse
from analysis.reading.guard import LIMITS

DEEPEST = 20_000  # calls within calls: pages nest up to 2048 elements


def main() -> None:
    """Answer requests until standard input ends."""
    _limit_memory(LIMITS.memory)
    sys.setrecursionlimit(DEEPEST)
    requests = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a parser that prints must not spoil the answers
    for line in requests:
        request = json.loads(line)
        data = requests.read(request["size"])
        answer = _answer(request, data, lambda share: _say(answers, {"share": share}))
        del data
        _say(answers, answer)


def _answer(request: dict, data: bytes, tick) -> dict:
    try:
        draft = parse(request["format"], Source(data, request["suffix"], tick))
        return {"draft": {**vars(draft), "blocks": [(block.place, block.kind, block.text, block.number) for block in draft.blocks]}}
    except Unreadable as error:
        return {"unreadable": [error.problem, error.accepted, error.place]}
    except MemoryError:
        return {"unreadable": ["解析所需内存超过上限", "请把文件拆成几份", ""]}
    except Exception as error:  # noqa: BLE001 - whatever a broken file does to a parser is that file's error
        return {"unreadable": [f"文件已损坏或结构异常（{type(error).__name__}）", "请用原软件打开后另存一份", ""]}


def _say(answers, message: dict) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


def _limit_memory(size: int) -> None:
    """Bound the address space where the system can (not on Windows; macOS ignores it)."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    except (ImportError, ValueError, OSError):
        pass
