"""Chinese text set in lines: broken between phrases, measured with the font, never in front of a closing mark."""

from functools import lru_cache
from itertools import pairwise

from analysis.charts.style import SMALLEST
from analysis.fonts import text_width
from analysis.words import tokenizer

LINE = 1.3
"""The distance of two lines, in sizes."""
CLOSING = "，。、；：！？）》】”’…％%)"
OPENING = "（《【“‘("
STOPS = "，；。、：！？"


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[str, ...]:
    """The parts of `text` between which a line may break; they join to `text` again."""
    found: list[str] = []
    for word in tokenizer().lcut(text):
        if found and (word[0] in CLOSING or found[-1][-1] in OPENING):
            found[-1] += word
        else:
            found.append(word)
    return tuple(found)


@lru_cache(maxsize=8192)
def wrap(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """`text` in as few lines as fit in `width` points, evenly filled, ends of phrases preferred as ends of lines."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _lines(_narrow(pieces(paragraph), width, size, bold), width, size, bold) if paragraph else [""]
    return tuple(lines)


def _narrow(parts: tuple[str, ...], width: float, size: float, bold: bool) -> list[str]:
    """The parts, those wider than a line cut into characters, closing marks staying with the one before."""
    cut: list[str] = []
    for part in parts:
        if text_width(part, size, bold) <= width:
            cut.append(part)
            continue
        for character in part:
            if cut and (character in CLOSING or cut[-1][-1] in OPENING):
                cut[-1] += character
            else:
                cut.append(character)
    return cut


def _lines(parts: list[str], width: float, size: float, bold: bool) -> list[str]:
    """The cheapest breaks: each line costs a unit, and its empty part squared, less where it ends at a stop."""
    widths = [text_width(part, size, bold) for part in parts]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(parts) + 1):
        options, filled = [], 0.0
        for start in range(end - 1, -1, -1):
            filled += widths[start]
            if filled > width and start < end - 1:
                break
            options.append((best[start][0] + 1 + _raggedness(parts[end - 1], 1 - filled / width), start))
        best.append(min(options))
    ends = [len(parts)]
    while ends[-1]:
        ends.append(best[ends[-1]][1])
    return ["".join(parts[start:end]) for end, start in pairwise(ends)][::-1]


def _raggedness(last: str, slack: float) -> float:
    return 0.4 * slack**2 * (0.3 if last[-1] in STOPS else 1.0)


def fit(texts, width: float, height: float, sizes: tuple[float, ...], bold: bool = False) -> tuple[float, list[str]]:
    """(size, texts in lines): the largest of `sizes` at which every text fits in its box of width x height points.

    Where not even the smallest does, a text is cut at the end of its last line, with ….
    """
    texts = [str(text) for text in texts]
    for size in sizes:
        most = max(1, int((height + 0.3 * size) // (size * LINE)))
        lines = [wrap(text, width, size, bold) for text in texts]
        if all(len(part) <= most for part in lines):
            return size, ["\n".join(part) for part in lines]
    return size, ["\n".join(_cut(part, most, width, size, bold)) for part in lines]


def _cut(lines: tuple[str, ...], most: int, width: float, size: float, bold: bool) -> list[str]:
    if len(lines) <= most:
        return list(lines)
    last = lines[most - 1] + lines[most]
    while last and text_width(last + "…", size, bold) > width:
        last = last[:-1]
    phrase = max(last.rfind(stop) for stop in STOPS)
    last = last[:phrase] if phrase > len(last) * 0.6 else last
    return [*lines[: most - 1], last.rstrip(STOPS) + "…"]


def centred(text: str) -> str:
    """Lines to be centred: a comma at the end of a line is left to the break, which would else look off the middle."""
    return "\n".join(line.rstrip("，、；") if place < text.count("\n") else line for place, line in enumerate(text.split("\n")))


def sizes_from(largest: float, smallest: float = SMALLEST) -> tuple[float, ...]:
    """Type sizes to try, from the largest down in steps of half a point."""
    smallest = max(SMALLEST, min(smallest, largest))
    return tuple(max(largest, smallest) - step / 2 for step in range(int(max(0.0, largest - smallest) * 2) + 1))
