"""Measures that name their problem in words (针对“…”问题) or by number (针对问题3): the layout's own pairs."""

import re

from analysis.tables.items import Item
from analysis.tables.labels import CN, numeral
from analysis.tables.titles import MEASURE, PROBLEM

_QUOTED = re.compile(r"[“\"「]([^”\"」]{4,60})[”\"」](?:的)?(?:突出|主要)?(?:问题|现象|不足|情况|隐患)")
_NAMED = re.compile(r"(?:针对|关于|对于|解决|整改)([^“”。，；：]{4,40}?)(?:的)?(?:突出|主要)?(?:问题|现象|隐患)")
_NUMBERED = re.compile(rf"(?:针对|对应|解决|整改)(?:第)?(?:问题)?((?:[（(]?(?:\d{{1,3}}|{CN})[）)]?)(?:[、，和及—-][（(]?(?:\d{{1,3}}|{CN})[）)]?)*)(?:项|条|个)?(?:问题|隐患)?(?=[，。：；]|$)")
HEAD = 80  # characters at a measure's beginning in which it may name its problem


def pair_quotes(items: list[Item]) -> None:
    """Pair each measure that names a listed problem with it; one that several problems answer to is left alone."""
    problems = [item for item in items if item.role == PROBLEM]
    paired = {id(made) for problem in problems for made in problem.pairs}
    names = [_plain(problem.headline) for problem in problems]
    for item in items:
        if item.role == MEASURE and id(item) not in paired:
            for problem in _named(item.text[:HEAD], problems, names):
                problem.pairs.append(item)


def _named(text: str, problems: list[Item], names: list[str]) -> list[Item]:
    found: list[Item] = []
    for phrase in [*_QUOTED.findall(text), *_NAMED.findall(text)]:
        plain = _plain(phrase)
        matches = [problem for problem, name in zip(problems, names, strict=True) if plain == name or len(plain) >= 5 and (plain in name or len(name) >= 5 and name in plain)]
        found += [matches[0]] if len(matches) == 1 and matches[0] not in found else []
    if not found:
        numbered = _NUMBERED.search(text)
        values = [numeral(part) for part in re.findall(rf"\d+|{CN}", numbered[1])] if numbered else []
        by_value = [[problem for problem in problems if problem.label is not None and problem.label.value == value] for value in values]
        found = [matches[0] for matches in by_value if len(matches) == 1]
    return found


def _plain(text: str) -> str:
    return re.sub(r"[\s“”\"「」，,、。；：的]|(?:等)?(?:突出|主要)?问题$|^关于|^存在", "", text)
