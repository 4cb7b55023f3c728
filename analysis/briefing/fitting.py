"""Whether text fits its box: line breaking measured with the bundled font, before anything is drawn.

Lengths are in points. The reader's machine sets the text in its own font: ideographs are one em wide in all of
them, Latin letters and digits differ, and some programs leave a space between them and ideographs. Both are
allowed for (`LATIN`, `SPACE`), and a line is filled to `FILL` of its width only.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.fonts import text_width

FILL = 0.98
LATIN = 1.17  # the widest of the fonts that stand in for ours, against ours
SPACE = 0.25  # em between an ideograph and a Latin letter or digit
LEADING = 1.32  # line pitch in em, set as exact spacing so that it holds in every font
LEAST = 2  # lines of a paragraph that stand together where it is split
GAP = 0.45  # space before a paragraph that is not the first, in em
_NOT_FIRST = "，。、；：！？）》〉」』】〕”’…—,.;:!?)]}%％℃"
_NOT_LAST = "（《〈「『【〔“‘([{"
_BORDER = re.compile(r"(?<=[\u2e80-\uffef])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u2e80-\uffef])")
_NARROW = re.compile(r"[\x21-\x7e]+")
_UNIT = re.compile(rf"[{re.escape(_NOT_LAST)}]*(?:[A-Za-z0-9][A-Za-z0-9.,:/+_#-]*[A-Za-z0-9]|[\s\S])[{re.escape(_NOT_FIRST)}]*")


@dataclass(frozen=True)
class Para:
    """One paragraph: `scale` times the size of its box, before it `gap` em; `colour` as RRGGBB or a theme name.

    `tail` follows on the same line at half the size; only a paragraph of one line has it. `mark` is the colour of
    the first character, where it differs.
    """

    text: str
    scale: float = 1.0
    bold: bool = False
    colour: str = "tx1"
    gap: float = GAP
    align: str = "l"
    tail: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Fitted:
    """Paragraphs that fit their box at `size` points, and the rest that did not."""

    size: float
    paras: tuple[Para, ...]
    rest: tuple[Para, ...] = ()


@lru_cache(maxsize=16384)
def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width to allow for a line of text, in points."""
    narrow = sum(text_width(part, size, bold) for part in _NARROW.findall(text))
    return text_width(text, size, bold) + (LATIN - 1) * narrow + SPACE * size * len(_BORDER.findall(text))


@lru_cache(maxsize=4096)
def wrap(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The lines of `text` in a box `width` points wide; a line begins with no closing and ends with no opening mark."""
    return tuple(line for part in text.split("\n") for line in _lines(part, width * FILL, size, bold))


def _lines(text: str, width: float, size: float, bold: bool) -> list[str]:
    lines, line, used = [], "", 0.0
    for unit in _units(text, width, size, bold):
        wide = width_of(unit, size, bold)
        gap = SPACE * size if line and _BORDER.search(line[-1] + unit[0]) else 0.0
        if line and used + gap + wide > width:
            lines.append(line)
            line, used, gap = "", 0.0, 0.0
        line, used = line + unit, used + gap + wide
    return [*lines, line]


def _units(text: str, width: float, size: float, bold: bool) -> list[str]:
    """Unbreakable pieces; one wider than the line falls into its characters."""
    units = _UNIT.findall(text)
    return [part for unit in units for part in ([unit] if width_of(unit, size, bold) <= width else list(unit))]


def height(paras: tuple[Para, ...], width: float, size: float) -> float:
    """The height of the paragraphs in a box `width` points wide, in points."""
    return sum(_height(para, width, size, first=not number) for number, para in enumerate(paras))


def _height(para: Para, width: float, size: float, first: bool) -> float:
    own = size * para.scale
    return len(wrap(para.text, width, own, para.bold)) * own * LEADING + (0 if first else para.gap * size)


def fit(paras, width: float, room: float, *, largest: float, smallest: float, step: float = 1.0) -> Fitted:
    """The paragraphs at the largest size that fits `room`; at the smallest the rest is handed back."""
    paras, size = tuple(paras), largest
    while size > smallest and height(paras, width, size) > room:
        size = max(smallest, size - step)
    if height(paras, width, size) <= room:
        return Fitted(size, paras)
    return _cut(paras, width, room, size)


def _cut(paras: tuple[Para, ...], width: float, room: float, size: float) -> Fitted:
    taken, used = [], 0.0
    for number, para in enumerate(paras):
        need = _height(para, width, size, first=not taken)
        if used + need > room:
            head, tail = _split(para, width, room - used - (para.gap * size if taken else 0), size, force=not taken)
            kept = (*taken, head) if head else tuple(taken)
            return Fitted(size, kept, (tail, *paras[number + 1 :]))
        taken, used = [*taken, para], used + need
    return Fitted(size, tuple(taken))


def _split(para: Para, width: float, room: float, size: float, *, force: bool) -> tuple[Para | None, Para]:
    """The lines of `para` that fit and the others, as two paragraphs; neither is left with a single line.

    With `force` at least a line is taken: an empty box would hand the text on for ever.
    """
    own = size * para.scale
    lines = wrap(para.text, width, own, para.bold)
    fits = min(int(room / (own * LEADING)), len(lines) - LEAST)
    if force:
        fits = max(fits, min(LEAST, int(room / (own * LEADING))), 1)
    elif fits < LEAST:
        return None, para
    cut = _end(para.text, lines[:fits])
    return replace(para, text=para.text[:cut]), replace(para, text=para.text[cut:].lstrip("\n"))


def _end(text: str, lines: tuple[str, ...]) -> int:
    """Where in `text` its first lines end."""
    place = 0
    for line in lines:
        place = text.index(line, place) + len(line)
    return place


def clip(text: str, width: float, size: float, lines: int = 1, bold: bool = False) -> str:
    """`text` cut with … to at most so many lines."""
    if len(wrap(text, width, size, bold)) <= lines:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if len(wrap(text[:middle] + "…", width, size, bold)) <= lines else (low, middle - 1)
    return text[:low] + "…"


def fit_line(text: str, width: float, *, largest: float, smallest: float, lines: int = 1, bold: bool = False) -> tuple[str, float]:
    """A heading in at most so many lines: (text, size), smaller where needed, cut with … where even that is too long."""
    size = largest
    while size > smallest and len(wrap(text, width, size, bold)) > lines:
        size -= 1
    return clip(text, width, size, lines, bold), size
