"""Progress counts the steps of a run, and a long file within its step."""

import sys

from analysis.progress import Steps, reporter


def test_steps_are_counted_and_a_file_moves_within_its_step():
    told = []
    steps = Steps(lambda *said: told.append(said), 3)
    steps.begin("reading")
    steps.within(1.5, 3, "台账.xlsx")
    steps.begin("tables")
    steps.end()
    assert told == [(0, 3, "reading"), (0.5, 3, "台账.xlsx"), (1, 3, "tables"), (3, 3, "done")]


def test_away_from_a_terminal_each_name_is_one_line(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False, raising=False)
    show = reporter(quiet=False)
    for share in (0, 0.2, 0.7):
        show(share, 2, "甲.pdf")
    show(1, 2, "tables")
    show(2, 2, "done")
    assert capsys.readouterr().err.splitlines() == ["[0/2] 甲.pdf", "[1/2] 识别条目", "[2/2] 完成"]


def test_quiet_says_nothing(capsys):
    reporter(quiet=True)(1, 2, "tables")
    assert capsys.readouterr().err == ""
