"""Cells: text that Excel must not take for a formula, and the height that wrapped text needs."""

from analysis.briefing.fitting import clip, wrap
from analysis.briefing.plain import plain

ACTIVE = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
LONGEST = 32_000  # Excel holds 32,767 characters in a cell
HIGHEST = 405.0  # points; Excel allows 409.5
LEADING = 1.5  # row pitch of Chinese text in Excel, in em
SIZES = (10, 9, 8, 7)
CUT = "……（下略，全文见数据表）"


def active(text: str) -> bool:
    """Whether a spreadsheet could run the text as a formula when it is edited or pasted."""
    return text.startswith(ACTIVE)


def points(width: float) -> float:
    """The room for text, in points, in a column so many characters wide (7 pixels each at 96 a inch, less the margins)."""
    return (width * 7 + 5) * 0.75 - 7


def settle(texts: list[tuple[str, float]]) -> tuple[float, float, list[str]]:
    """(type size, row height, texts) of a row: smaller type where it would be too high, and at the smallest cut, saying so.

    `texts` are (text, column width in characters).
    """
    cleaned = [(plain(text)[:LONGEST], points(width)) for text, width in texts]
    for size in SIZES:
        high = _height(cleaned, size)
        if high <= HIGHEST:
            return size, high, [text for text, _ in cleaned]
    most = int((HIGHEST - 4) / (size * LEADING))
    cut = [text if len(wrap(text, room, size)) <= most else clip(text, room, size, most - 1)[:-1] + CUT for text, room in cleaned]
    return size, HIGHEST, cut


def _height(texts: list[tuple[str, float]], size: float) -> float:
    return max(len(wrap(text, room, size)) for text, room in texts) * size * LEADING + 5
