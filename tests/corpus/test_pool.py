"""Processes side by side: results in order, few held at a time, a process that dies costs only its document."""

import os
from collections import deque
from concurrent.futures import Future

import pytest

from analysis.corpus.pool import ordered, pieces
from analysis.corpus.work import Task
from analysis.schema import frame


class Deadly:
    """Ends the process that receives it."""

    def __reduce__(self):
        return os._exit, (3,)


def task(name, decisions=None, fault="不能读取"):
    """A document known to be bad, so that no process needs long for it."""
    return Task(f"{name}.txt", f"{name}.txt", name, frame("decisions", []) if decisions is None else decisions, fault)


def test_a_process_that_dies_is_the_error_of_its_document_alone():
    rows = [piece.row for piece in pieces([task("甲"), task("乙", Deadly()), task("丙")], 2)]
    assert [row["doc"] for row in rows] == ["甲", "乙", "丙"]
    assert [row["error"] for row in rows][::2] == ["不能读取"] * 2 and rows[1]["error"].startswith("乙.txt：处理它的进程异常退出")


@pytest.mark.parametrize("ahead", [1, 3])
def test_results_come_in_order_and_never_more_than_a_few_are_under_way(ahead):
    under_way, most = [], []

    def submit(_, one):
        under_way.append(one)
        most.append(len(under_way))
        return Future()

    left = deque("甲乙丙丁戊")
    found = list(ordered(submit, left, ahead, lambda *_: under_way.pop(0)))
    assert found == list("甲乙丙丁戊") and max(most) == ahead and not left
