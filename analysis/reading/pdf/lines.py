"""Characters on a page to lines: grouped by height, ordered from left to right, whatever order the file draws them in."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

WIDE = "\u2e80"  # from here on characters are as wide as high and stand without spaces
SPACED = 0.25  # gap between Latin characters that is a space, in heights of a line
SAME = 0.5  # difference of height within one line, in heights of a line


@dataclass(slots=True)
class Char:
    """A character and its box in points from the page's upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Line:
    """A line of text on a page (counted from 1) with its box and the size of its type in points.

    The size is the width of its Chinese characters, which are square; the boxes of some fonts are half as high again.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    page: int = 0
    size: float = 0.0

    def __post_init__(self):
        self.size = self.size or self.bottom - self.top


def lines_of(chars: Iterable[Char], page: int = 0) -> list[Line]:
    """The lines that some characters form, from top to bottom."""
    ordered = sorted(chars, key=lambda char: (char.middle, char.x0))
    groups: list[list[Char]] = []
    for char in ordered:
        if groups and _same_line(groups[-1], char):
            groups[-1].append(char)
        else:
            groups.append([char])
    lines = (_line(group, page) for group in groups)
    return [line for line in lines if line.text]


def _same_line(group: list[Char], char: Char) -> bool:
    last = group[-1]
    height = max(char.bottom - char.top, last.bottom - last.top)
    return abs(char.middle - group[0].middle) < SAME * height


def _line(group: list[Char], page: int) -> Line:
    group.sort(key=lambda char: char.x0)
    text = "".join(_gap(before, char) + char.text for before, char in zip([None, *group], group, strict=False))
    inked = [char for char in group if not char.text.isspace()] or group
    wide = [char.x1 - char.x0 for char in inked if char.text >= WIDE]
    tops, bottoms = [char.top for char in inked], [char.bottom for char in inked]
    return Line(" ".join(text.split(" ")).strip(), inked[0].x0, max(char.x1 for char in inked), median(tops), median(bottoms), page, median(wide) if wide else 0.0)


def _gap(before: Char | None, char: Char) -> str:
    """A space where two Latin characters stand apart; Chinese text has none however far it is spread."""
    if before is None or before.text.isspace() or char.text.isspace():
        return ""
    wide = before.text >= WIDE or char.text >= WIDE
    return " " if not wide and char.x0 - before.x1 > SPACED * (char.bottom - char.top) else ""
