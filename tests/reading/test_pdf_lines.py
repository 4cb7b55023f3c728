"""Characters to lines."""

import pytest

from analysis.reading.pdf.lines import Char, lines_of


def row(text, x=0.0, top=0.0, size=10.0, width=None):
    """Characters side by side; Latin ones half as wide."""
    chars = []
    for character in text:
        wide = (width or size) * (1 if character >= "\u2e80" else 0.5)
        chars.append(Char(character, x, x + wide, top, top + size))
        x += wide
    return chars


@pytest.mark.parametrize(
    ("chars", "lines"),
    [
        (row("存在问题"), ["存在问题"]),
        (row("问题", x=20) + row("存在"), ["存在问题"]),
        (row("第二行", top=15) + row("第一行"), ["第一行", "第二行"]),
        (row("共") + row("15", x=14) + row("条", x=28), ["共15条"]),
        (row("use") + row("it", x=22), ["use it"]),
        (row("甲", width=30) + row("乙", x=60), ["甲乙"]),
        (row("大", size=12, top=-1) + row("小", x=12, size=9, top=1), ["大小"]),
        ([], []),
        (row("  "), []),
    ],
)
def test_lines(chars, lines):
    assert [line.text for line in lines_of(chars)] == lines
