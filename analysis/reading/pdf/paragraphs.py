"""Lines to paragraphs by geometry: indents, lines that end early though more would fit, gaps, type size."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from analysis.reading.pdf.lines import WIDE, Line

INDENT = 1.2  # characters of indent that begin a paragraph
SLACK = 0.8  # characters that must be left beside what would have fitted for a line to end on purpose
RESIZED = 0.15  # relative change of type size that begins a paragraph
LEADING = 1.45  # pitch, relative to the usual one, that begins a paragraph
COMMON = 0.08  # share of lines that must begin at a left edge for it to be one
NO_END = "“‘（《〈【"  # characters that never end a line
NO_START = "，。、；：！？）”’》】〉…%"  # characters that never begin a line
_OPENING = re.compile(r"第[一二三四五六七八九十百\d]+[章条项]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[.．](?!\d)|、)|[①-⑳⑴-⒇]|[\u4e00-\u9fff]{2,6}：")
_WORD = re.compile(f"[{NO_END}]*(?:[!-~]+|.)[{NO_START}]*(?:(?<=[”’])[!-~]+[{NO_START}]*)?")
_SENTENCE_END = tuple("。；：！？”）")


@dataclass
class Column:
    """The column of text of a document: its edges, the usual height of type and distance between lines, in points."""

    left: float
    right: float
    size: float
    pitch: float


@dataclass
class Paragraph:
    """Lines that belong together."""

    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        text = ""
        for line in self.lines:
            spaced = text and text[-1] < WIDE and line.text[0] < WIDE and text[-1].isalnum() and line.text[0].isalnum()
            text += (" " if spaced and not (text[-1].isdigit() and line.text[0].isdigit()) else "") + line.text
        return text


def column_of(lines: list[Line]) -> Column:
    """The column that most lines of a document keep to."""
    starts = Counter(round(line.x0) for line in lines)
    often = [x for x, count in starts.items() if count + starts[x - 1] + starts[x + 1] >= COMMON * len(lines)]
    ends = sorted(line.x1 - (line.size if line.text[-1] in NO_START else 0.0) for line in lines)  # punctuation may hang over the edge
    sizes = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    pitches = [below.top - above.top for above, below in pairwise(lines) if above.page == below.page and below.top > above.top]
    size = sizes.most_common(1)[0][0]
    return Column(min(often or starts), ends[int(0.98 * (len(ends) - 1))], size, median(pitches) if pitches else 1.5 * size)


def paragraphs_of(lines: list[Line], column: Column) -> list[Paragraph]:
    """Join the lines of a document, in order, into paragraphs; they run on across pages."""
    found: list[Paragraph] = []
    for line in lines:
        if found and not _begins(found[-1].lines, line, column):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line]))
    return found


def _begins(before: list[Line], line: Line, column: Column) -> bool:
    """Whether `line` begins a paragraph after the lines of the one before it."""
    last = before[-1]
    if abs(line.size - last.size) > RESIZED * last.size:
        return True
    if line.page == last.page and line.top - last.top > LEADING * max(column.pitch, line.size):
        return True
    if _centred(last, column) and _centred(line, column):
        return not (line.size > (1 + RESIZED) * column.size)
    if line.x0 > column.left + INDENT * line.size and not _hangs(before, line):
        return True
    return ends_early(last, line, column) or (last.text.endswith(_SENTENCE_END) and bool(_OPENING.match(line.text)))


def ends_early(last: Line, line: Line, column: Column) -> bool:
    """Whether the first word of `line` would still have fitted at the end of `last`: then the break was meant."""
    return column.right - last.x1 > _first_word(line.text) * line.size + SLACK * line.size


def _first_word(text: str) -> float:
    """Width, in characters, of what cannot be parted at the start of a line: brackets, a Latin word or one character, punctuation after it."""
    word = _WORD.match(text)[0]
    return sum(1.0 if character >= WIDE or character in "“”‘’…" else 0.55 for character in word)


def _hangs(before: list[Line], line: Line) -> bool:
    """Whether the line is set in under a first line that stands further left."""
    return before[0].x0 < line.x0 - 0.5 * line.size and (len(before) == 1 or abs(before[-1].x0 - line.x0) < 0.5 * line.size)


def _centred(line: Line, column: Column) -> bool:
    lead, rest = line.x0 - column.left, column.right - line.x1
    return lead > line.size and abs(lead - rest) < 1.5 * line.size
