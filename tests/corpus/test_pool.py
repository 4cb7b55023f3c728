"""Processes side by side: results in order, few held at a time, a process that dies costs only its document."""

import multiprocessing
import os
import time

import pytest

from analysis.corpus.pool import AHEAD, pieces
from analysis.corpus.work import Task
from analysis.schema import frame


class Deadly:
    """Ends the process that receives it."""

    def __reduce__(self):
        return os._exit, (3,)


class Slow:
    """Holds up the process that receives it for longer than any test waits."""

    def __reduce__(self):
        return time.sleep, (120,)


class Once:
    """Ends the process that receives it where it is the first to; the next finds the file."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return _end_once, (self.path,)


class Noted(Once):
    """Leaves a file where it is received."""

    def __reduce__(self):
        return os.mkdir, (self.path,)


def _end_once(path):
    if not os.path.exists(path):
        open(path, "w").close()
        os._exit(3)


def task(name, decisions=None, fault="不能读取"):
    """A document known to be bad, so that no process needs long for it."""
    return Task(f"{name}.txt", f"{name}.txt", name, frame("decisions", []) if decisions is None else decisions, fault)


def test_a_process_that_dies_is_the_error_of_its_document_alone():
    rows = [piece.row for piece in pieces([task("甲"), task("乙", Deadly()), task("丙")], 2)]
    assert [row["doc"] for row in rows] == ["甲", "乙", "丙"]
    assert [row["error"] for row in rows][::2] == ["不能读取"] * 2 and rows[1]["error"].startswith("乙.txt：处理它的进程异常退出")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_document_that_takes_too_long_is_one_line_and_the_others_are_finished(workers):
    begun = time.monotonic()
    rows = [piece.row for piece in pieces([task("甲"), task("乙", Slow()), task("丙"), task("丁")], workers, seconds=4)]
    assert [row["doc"] for row in rows] == list("甲乙丙丁") and time.monotonic() - begun < 90
    assert [row["error"] for row in rows if row["doc"] != "乙"] == ["不能读取"] * 3
    assert rows[1]["error"].startswith("乙.txt：处理超过4秒，已停止；其他文档照常完成") and "\n" not in rows[1]["error"]


def test_a_single_document_has_its_time_too():
    (piece,) = pieces([task("甲", Slow())], 1, seconds=1)
    assert "处理超过1秒" in piece.row["error"] and "甲" in piece.lines["documents"]


def test_a_document_whose_process_died_by_chance_is_tried_again(tmp_path):
    rows = [piece.row for piece in pieces([task("甲", Once(str(tmp_path / "一"))), task("乙"), task("丙")], 2)]
    assert [row["error"] for row in rows] == ["不能读取"] * 3 and (tmp_path / "一").exists()


def test_processes_end_with_the_one_that_asks():
    found = pieces([task("甲"), task("乙", Slow()), task("丙", Slow())], 2)
    next(found)
    begun = time.monotonic()
    found.close()
    assert time.monotonic() - begun < 10 and not multiprocessing.active_children()


def test_results_wait_for_an_earlier_one_and_no_more_are_held_than_a_few_a_process(tmp_path):
    (tmp_path / "做过的").mkdir()
    marks = [Noted(str(tmp_path / "做过的" / str(at))) for at in range(AHEAD * 2 + 3)]
    found = pieces([task("慢", Slow()), *(task(str(at), mark) for at, mark in enumerate(marks))], 2, seconds=4)
    assert "处理超过4秒" in next(found).row["error"]
    assert len(os.listdir(tmp_path / "做过的")) == AHEAD * 2 - 1
    assert [piece.row["doc"] for piece in found] == [str(at) for at in range(len(marks))]
