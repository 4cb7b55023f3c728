"""Entries of a list whose number is missing or mistyped: where 12 follows 10, the paragraph between that reads like its siblings."""

import re
from dataclasses import replace
from itertools import pairwise

from analysis.tables.labels import Label
from analysis.tables.pieces import COUNTED, Piece
from analysis.tables.titles import deficient, names_problem
from analysis.tables.units import style_key
from analysis.tables.wording import acts

_GOES_ON = re.compile(r"(?:[再又]?(?:比|例)?如|例如|其中|特别|尤其|同时|此外|另外|截至|目前|经?(?:抽查|检查|核查|暗访|调查)|主要|具体|突出)")
_ALONE = 0.2  # share of the siblings that may go on with a paragraph more
_CN = "零一二三四五六七八九"


def number_missed(pieces: list[Piece]) -> list[Piece]:
    """The pieces with the one paragraph that fills a gap of one in a count made a numbered part: one that begins with the
    very number (7货车…), else an unnumbered one that reads like its siblings, which are single paragraphs or name problems."""
    found = list(pieces)
    places: dict[str, list[int]] = {}
    for at, piece in enumerate(pieces):
        if piece.label and piece.label.value and piece.sep:
            places.setdefault(style_key(piece), []).append(at)
    for same in places.values():
        for run in _runs(pieces, same):
            for one, two in pairwise(run):
                if pieces[two].label.value == pieces[one].label.value + 2:
                    _fill(pieces, found, run, one, two)
    return found


def _runs(pieces: list[Piece], same: list[int]) -> list[list[int]]:
    """The places of one style in runs whose numbers grow."""
    runs: list[list[int]] = []
    for at in same:
        if not runs or pieces[at].label.value <= pieces[runs[-1][-1]].label.value:
            runs.append([])
        runs[-1].append(at)
    return runs


def _fill(pieces: list[Piece], found: list[Piece], same: list[int], one: int, two: int) -> None:
    """Number the paragraph between the pieces `one` and `two`, neighbours in the list `same`, where exactly one may be meant."""
    between = [at for at in range(one + 1, two) if _plain(pieces[at])]
    value = pieces[one].label.value + 1
    typed = [(at, mark) for at in between if (mark := _typed(pieces[at].rest, value))]
    alike = [at for at in between if _alike(pieces, same, one, at)]
    if len(typed) == 1:
        at, mark = typed[0]
        found[at] = _numbered(pieces[at], pieces[one].label, value, mark)
    elif len(alike) == 1 and (len(between) == 1 or names_problem(_title(pieces[alike[0]].rest))):
        found[alike[0]] = _numbered(pieces[alike[0]], pieces[one].label, value, "")


def _numbered(piece: Piece, label: Label, value: int, mark: str) -> Piece:
    """The piece as number `value` of the list of `label`; `mark` is what it begins with instead of a label."""
    number = mark.strip(" 　（()）。，,")
    return replace(piece, label=Label(label.style, label.system, value, number, mark, label.role, automatic=not mark), rest=piece.rest[len(mark) :], category=False)


def _plain(piece: Piece) -> bool:
    return piece.sep == "\n" and not (piece.label or piece.titled or piece.field or piece.line.level)


def _typed(text: str, value: int) -> str:
    """The number `value` without its mark, or with a wrong one, at the start of a text (7货车…, 7，货车…), or ""."""
    mark = re.match(rf"[（(]?(?:{value}|{_chinese(value)})[）)。，,]?[\s　]*(?=[\u4e00-\u9fff“])", text)
    counts = re.match(rf"{COUNTED}|\d+(?:[年月日号时点天次元万亿米公吨倍里%％度级楼]|个)", text)
    return mark[0] if mark and not counts and not re.match(r"[一二三四五六七八九十]+[\u4e00-\u9fff]", text) else ""


def _chinese(value: int) -> str:
    tens, rest = divmod(value, 10)
    return f"{_CN[tens] if tens > 1 else ''}{'十' if tens else ''}{_CN[rest] if rest else ''}"


def _alike(pieces: list[Piece], same: list[int], one: int, at: int) -> bool:
    """True where an unnumbered paragraph reads like the numbered ones around it, which have none of the kind."""
    texts = [pieces[place].rest for place in same]
    title, titles = _title(pieces[at].rest), [_title(text) for text in texts]
    if 2 * sum(map(names_problem, titles)) > len(titles):
        return names_problem(title)
    more = sum(place + 1 < len(pieces) and _plain(pieces[place + 1]) for place in same if place != one)
    if at != one + 1 or more > _ALONE * len(same) or _GOES_ON.match(title) or len(title) > max(map(len, titles)) + 6:
        return False
    return any(says(title) and 2 * sum(map(says, titles)) > len(titles) for says in (deficient, acts)) and 2 * len(pieces[at].rest) > min(map(len, texts))


def _title(text: str) -> str:
    return re.split(r"[。！？]", text)[0]
