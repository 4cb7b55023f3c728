"""A part of a line with its label, as an item's text shows it."""

import pytest

from analysis.tables.labels import parse
from analysis.tables.lines import Line
from analysis.tables.pieces import Piece


@pytest.mark.parametrize(
    ("written", "rest", "shown"),
    [
        ("1.", "33家矿山装称重设备", "1. 33家矿山装称重设备"),
        ("1.", "推行预约班车", "1.推行预约班车"),
        ("1、", "33家矿山装称重设备", "1、33家矿山装称重设备"),
    ],
)
def test_a_number_of_the_list_does_not_run_into_a_number_of_the_text(written, rest, shown):
    assert Piece(Line(1, 1, "第1行", "paragraph", "", written + rest), "", parse(written + "甲"), rest).shown == shown
