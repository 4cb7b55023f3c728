"""The child process: what hangs, dies or floods costs only its own file."""

import pytest
from docx_parts import p, package

from analysis.reading import isolation
from analysis.reading.draft import Source, Unreadable
from analysis.reading.isolation import Isolation

GOOD = Source(package(p("甲")))


def test_one_child_reads_one_file_after_another():
    with Isolation() as child:
        first = child.parse("docx", GOOD)
        process = child._child
        assert child.parse("docx", GOOD) == first
        assert child._child is process
    assert process.poll() is not None


def test_what_takes_too_long_is_ended_and_the_next_file_read():
    with Isolation(seconds=0.001) as child:
        with pytest.raises(Unreadable, match="解析超过"):
            child.parse("docx", GOOD)
        child._seconds = 60
        assert [block.text for block in child.parse("docx", GOOD).blocks] == ["甲"]


def test_a_child_that_dies_is_one_line(monkeypatch):
    monkeypatch.setattr(isolation, "_START", "import os; os._exit(3)  # {path}")
    with Isolation() as child, pytest.raises(Unreadable, match="异常退出"):
        child.parse("docx", GOOD)


@pytest.mark.parametrize(("data", "said"), [(b"no zip", "结构异常（BadZipFile）"), (package("<w:p>"), "XML无法解析")])
def test_what_a_parser_says_comes_through(data, said):
    with Isolation() as child, pytest.raises(Unreadable) as caught:
        child.parse("docx", Source(data))
    assert said in caught.value.problem


def test_pages_done_are_told():
    from pdf_parts import pdf

    told = []
    with Isolation() as child:
        child.parse("pdf", Source(pdf([(70, 80, 12, "甲")], [(70, 80, 12, "乙")]), tick=told.append))
    assert told == [0.5, 1.0]
