"""Measures that name their problem in words (针对“…”问题) or by number (针对问题3): the layout's own pairs."""

import re

from analysis.tables.items import Item
from analysis.tables.labels import CN, numeral
from analysis.tables.titles import MEASURE, PROBLEM

_QUOTED = re.compile(r"[“\"「]([^”\"」]{4,60})[”\"」](?:的)?(?:突出|主要)?(?:问题|现象|不足|情况|隐患)")
_NAMED = re.compile(r"(?:针对|关于|对于|解决|整改)([^“”。，；：]{4,40}?)(?:的)?(?:突出|主要)?(?:问题|现象|隐患)")
_NUMBERED = re.compile(rf"(?:针对|对应|解决|整改)(?:第)?(?:问题)?((?:[（(]?(?:\d{{1,3}}|{CN})[）)]?)(?:[、，和及—-][（(]?(?:\d{{1,3}}|{CN})[）)]?)*)(?:项|条|个)?(?:问题|隐患)?(?=[，。：；]|$)")
SEARCHED = 1000  # headlines among which a phrase is sought by its words; above, only as a whole
HEAD = 80  # characters at a measure's beginning in which it may name its problem


def pair_quotes(items: list[Item]) -> None:
    """Pair each measure that names a listed problem with it; one that several problems answer to is left alone."""
    problems = [item for item in items if item.role == PROBLEM]
    paired = {id(made) for problem in problems for made in problem.pairs}
    by_name, by_value = _indexed(problems)
    for item in items:
        if item.role == MEASURE and id(item) not in paired:
            for problem in _named(item.text[:HEAD], by_name) or _numbered(item.text[:HEAD], by_value):
                problem.pairs.append(item)


def _indexed(problems: list[Item]) -> tuple[dict[str, list[Item]], dict[int, list[Item]]]:
    """The problems by their plain headline and by the value of their number."""
    by_name: dict[str, list[Item]] = {}
    by_value: dict[int, list[Item]] = {}
    for problem in problems:
        by_name.setdefault(_plain(problem.headline), []).append(problem)
        if problem.label is not None:
            by_value.setdefault(problem.label.value, []).append(problem)
    return by_name, by_value


def _named(text: str, by_name: dict[str, list[Item]]) -> list[Item]:
    found: list[Item] = []
    for phrase in [*_QUOTED.findall(text), *_NAMED.findall(text)]:
        plain = _plain(phrase)
        matches = by_name.get(plain) or (_alike(plain, by_name) or _abridged(plain, by_name) if len(by_name) <= SEARCHED else [])
        found += [matches[0]] if len(matches) == 1 and matches[0] not in found else []
    return found


def _alike(plain: str, by_name: dict[str, list[Item]]) -> list[Item]:
    """The problems whose headline holds the phrase, or is held by it."""
    if len(plain) < 5:
        return []
    return [problem for name, problems in by_name.items() if plain in name or len(name) >= 5 and name in plain for problem in problems]


def _abridged(plain: str, by_name: dict[str, list[Item]]) -> list[Item]:
    """The problems whose headline is the phrase with words put in between (停车场无人疏导: 停车场高峰期无人疏导)."""
    shape = re.compile(".*?".join(map(re.escape, plain)))
    return [problem for name, problems in by_name.items() if len(plain) >= 4 and shape.search(name) for problem in problems]


def _numbered(text: str, by_value: dict[int, list[Item]]) -> list[Item]:
    numbered = _NUMBERED.search(text)
    values = [numeral(part) for part in re.findall(rf"\d+|{CN}", numbered[1])] if numbered else []
    return [matches[0] for value in values if len(matches := by_value.get(value, [])) == 1]


def _plain(text: str) -> str:
    return re.sub(r"[\s“”\"「」，,、。；：的]|(?:等)?(?:突出|主要)?问题$|^关于|^存在", "", text)
