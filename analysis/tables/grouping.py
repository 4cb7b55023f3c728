"""Lines that group the numbered items of a section (二组：系统治水, then 6. …) and are text of none of them."""

import re
from collections import Counter
from dataclasses import replace

from analysis.tables.pieces import Piece
from analysis.tables.titles import ITEM_ROLES, deficient
from analysis.tables.wording import acts, graded, names_field

LONGEST = 24  # characters of a group's line
_COUNTED = re.compile(r"(?:第?[一二三四五六七八九十\d]{1,2}(?:大|个)?[组类块线篇条层批](?:面)?|(?:类别|板块|专题|方向|任务|小组|模块|清单|组)[一二三四五六七八九十\d]{1,2}|[A-Z][组类])(?=[：:、—\s　]|$)")
_BOXED = re.compile(r"(?P<open>[【〔\[（(《<〈])[^】〕\]）)》>〉：:]+[】〕\]）)》>〉][：:]?")
_KIND = re.compile(r".*(组|类|篇|行动|工程|方面|板块)[：:]?")
_SENTENCE = re.compile(r"[。；！？，,;]|(?<!组)(?<!类)(?<!篇)[：:]$")


def group(pieces: list[Piece]) -> list[Piece]:
    """The pieces with the lines that group numbered paragraphs made categories.

    Two lines or more of one section, unnumbered or with a bullet, make groups where each stands right before a
    numbered paragraph, the section's first of that style among them, and either they are of one shape, or the numbers
    run on across them, or begin again below each. So do lines of one shape before the names of sections.
    """
    grouped = list(pieces)
    for start, stop in _sections(pieces):
        for at in _lines(pieces, start, stop):
            grouped[at] = replace(pieces[at], label=None, category=True)
    for at in _headings(pieces):
        grouped[at] = replace(pieces[at], category=True)
    return grouped


def _headings(pieces: list[Piece]) -> list[int]:
    """Lines of one shape (【财务部】) each right before a section's name (存在问题：), two or more."""
    found = [at for at in range(len(pieces) - 1) if _is_line(pieces[at]) and not pieces[at].label and _names(pieces[at + 1]) and shape(pieces[at].rest)]
    return found if len(found) > 1 and len({shape(pieces[at].rest) for at in found}) == 1 else []


def _names(piece: Piece) -> bool:
    return piece.titled and piece.sep == "\n" and piece.label is None and piece.role in ITEM_ROLES


def hold(pieces: list[Piece]) -> list[Piece]:
    """The pieces with unnumbered paragraphs that each hold an inline list from 1 (针对…的问题，一是…；二是…) made its
    holders, where a section has two or more of them and no numbered paragraph."""
    held = list(pieces)
    for start, stop in _sections(pieces):
        found = [at for at in range(start, stop - 1) if _holds(pieces[at], pieces[at + 1])]
        if len(found) > 1 and not any(piece.label and piece.sep for piece in pieces[start:stop]):
            for at in found:
                held[at] = replace(pieces[at], category=False, holder=True)
    return held


def _holds(piece: Piece, after: Piece) -> bool:
    plain = piece.label is None and piece.sep == "\n" and not (piece.titled or piece.field or piece.line.level)
    return plain and not after.sep and after.label is not None and after.label.value == 1 and not after.label.role


def _sections(pieces: list[Piece]) -> list[tuple[int, int]]:
    """First and last + 1 of the pieces between two titled lines."""
    titled = [at for at, piece in enumerate(pieces) if piece.titled and piece.sep]
    return [(one + 1, two) for one, two in zip([-1, *titled], [*titled, len(pieces)], strict=True)]


def _lines(pieces: list[Piece], start: int, stop: int) -> list[int]:
    """The lines of one section that group its numbered paragraphs; empty where they do not."""
    found = [at for at in range(start, stop - 1) if _is_line(pieces[at]) and _begins(pieces[at + 1])]
    if len(found) < 2:
        return []
    style = Counter(pieces[at + 1].label.style for at in found).most_common(1)[0][0]
    found = [at for at in found if pieces[at + 1].label.style == style != _style(pieces[at])]
    counted = [at for at in range(start, stop) if _begins(pieces[at]) and pieces[at].label.style == style and at not in found]
    if len(found) < 2 or counted[0] != found[0] + 1 or len({_style(pieces[at]) for at in found}) > 1:
        return []
    values = [pieces[at].label.value for at in counted]
    shapes = {shape(pieces[at].rest) for at in found}
    runs_on = len(counted) > len(found) and values == list(range(1, len(counted) + 1))
    return found if runs_on or len(shapes) == 1 and "" not in shapes or _begins_again(pieces, found, values) else []


def _begins_again(pieces: list[Piece], found: list[int], values: list[int]) -> bool:
    """True where the numbers below begin again at 1 behind each line only; of bullets, which have none, where the lines are
    all of one kind: names of fields, or words of blame, or deeds."""
    lines = [pieces[at].rest for at in found]
    if any(values):
        return values.count(1) == len(found) and all(pieces[at + 1].label.value == 1 for at in found)
    return any(all(map(kind, lines)) for kind in (names_field, deficient, acts))


def _style(piece: Piece) -> str:
    return piece.label.style if piece.label else ""


def _is_line(piece: Piece) -> bool:
    plain = (piece.label is None or piece.label.style == "bullet") and piece.sep == "\n" and not (piece.titled or piece.field or piece.line.level)
    return plain and 2 <= len(piece.rest) <= LONGEST and not _SENTENCE.search(piece.rest)


def _begins(piece: Piece) -> bool:
    label = piece.label
    return bool(label and piece.sep == "\n" and (label.value or label.style == "bullet") and not label.role)


def shape(line: str) -> str:
    """What a line has in common with its siblings, or ""."""
    if _COUNTED.match(line):
        return "counted"
    boxed = _BOXED.fullmatch(line)
    if boxed:
        return boxed["open"]
    if graded(line):
        return "graded"
    kind = _KIND.fullmatch(line)
    return kind[1] if kind else ""
