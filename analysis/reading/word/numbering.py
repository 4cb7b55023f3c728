"""Automatic numbers: the labels that Word draws and the text does not contain, from numbering.xml."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from analysis.reading.word.names import ALTERNATE, is_on, number, value, w
from analysis.reading.word.numerals import numeral

_SLOT = re.compile(r"%([1-9])")
LEVELS = 9


@dataclass(frozen=True)
class Level:
    """A level of a list: how its counter starts, looks and restarts (after which level, 0 = never), and whose style it is."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""
    width: int = 0


@dataclass(frozen=True)
class Numbering:
    """A list instance (w:num): the abstract list whose counters it shares, its levels, and where it starts anew."""

    abstract: str
    levels: tuple[Level, ...]
    starts: tuple[int | None, ...]


class Counters:
    """The running counters of a document; paragraphs must be told in document order."""

    def __init__(self, lists: dict[int, Numbering]):
        self._lists = lists
        self._values: dict[str, list[int | None]] = {}
        self._started: set[tuple[int, int]] = set()

    def level_of_style(self, list_id: int, style: str) -> int:
        """The level that a list links to a paragraph style, 0 where it links none."""
        levels = self._lists[list_id].levels if list_id in self._lists else ()
        return next((at for at, level in enumerate(levels) if level.style == style), 0)

    def label(self, list_id: int, at: int) -> str | None:
        """Count a paragraph at level `at` (from 0) of a list and return its label; None for bullets and unknown lists."""
        found = self._lists.get(list_id)
        if found is None or not 0 <= at < LEVELS:
            return None
        values = self._values.setdefault(found.abstract, [None] * LEVELS)
        self._advance(found, values, list_id, at)
        level = found.levels[at]
        return None if level.form == "bullet" else _SLOT.sub(lambda slot: self._shown(found, values, int(slot[1]) - 1, level.legal), level.text)

    def _advance(self, found: Numbering, values: list[int | None], list_id: int, at: int) -> None:
        anew = found.starts[at] if (list_id, at) not in self._started else None
        self._started.add((list_id, at))
        if anew is not None:
            values[at] = anew
        else:
            values[at] = _start(found, at) if values[at] is None else values[at] + 1
        for above in range(at):
            values[above] = _start(found, above) if values[above] is None else values[above]
        for below in range(at + 1, LEVELS):
            restart = found.levels[below].restart
            if restart is None or at < restart:
                values[below] = None

    @staticmethod
    def _shown(found: Numbering, values: list[int | None], at: int, legal: bool) -> str:
        level = found.levels[at]
        count = _start(found, at) if values[at] is None else values[at]
        return str(count) if legal and level.form != "none" else numeral(level.form, count).rjust(level.width, "0")


def _start(found: Numbering, at: int) -> int:
    return found.levels[at].start if found.starts[at] is None else found.starts[at]


def read_lists(root: etree._Element | None, style_lists: dict[str, int]) -> dict[int, Numbering]:
    """The list instances of numbering.xml by id. `style_lists`: numbering style → the list instance it names."""
    if root is None:
        return {}
    abstracts = {each.get(w("abstractNumId"), ""): each for each in root.iter(w("abstractNum"))}
    instances = {number_of(each): each for each in root.iter(w("num"))}
    lists = {}
    for list_id, instance in instances.items():
        name = _followed(value(instance, "abstractNumId"), abstracts, instances, style_lists)
        if list_id is not None and name in abstracts:
            lists[list_id] = _instance(instance, name, abstracts[name])
    return lists


def number_of(instance: etree._Element) -> int | None:
    text = instance.get(w("numId"), "")
    return int(text) if text.isdigit() else None


def _followed(name: str, abstracts: dict, instances: dict, style_lists: dict[str, int]) -> str:
    """An abstract list that only points to a numbering style (w:numStyleLink) stands for that style's list."""
    for _ in range(LEVELS):
        link = value(abstracts.get(name), "numStyleLink")
        target = instances.get(style_lists.get(link, -1))
        if not link or target is None:
            return name
        name = value(target, "abstractNumId")
    return name


def _instance(instance: etree._Element, name: str, abstract: etree._Element) -> Numbering:
    levels = {at: Level() for at in range(LEVELS)}
    levels |= {at: level for at, level in map(_level, abstract.iterfind(w("lvl"))) if at in levels}
    starts: dict[int, int | None] = dict.fromkeys(range(LEVELS))
    for override in instance.iterfind(w("lvlOverride")):
        at = int(override.get(w("ilvl"), "0"))
        if (own := override.find(w("lvl"))) is not None and at in levels:
            levels[at] = replace(_level(own)[1])
        if (anew := number(override, "startOverride")) is not None and at in starts:
            starts[at] = anew
    return Numbering(name, tuple(levels.values()), tuple(starts.values()))


def _level(element: etree._Element) -> tuple[int, Level]:
    form, width = _form(element)
    start = number(element, "start")
    level = Level(
        start=0 if start is None else start,
        form=form,
        text=value(element, "lvlText"),
        restart=number(element, "lvlRestart"),
        legal=is_on(element, "isLgl"),
        style=value(element, "pStyle"),
        width=width,
    )
    return int(element.get(w("ilvl"), "0")), level


def _form(element: etree._Element) -> tuple[str, int]:
    """The number format, and the width of zero-padded custom ones (001, 002 …)."""
    direct = element.find(w("numFmt"))
    if direct is None and (alternate := element.find(ALTERNATE)) is not None:
        direct = next(alternate.iter(w("numFmt")), None)
    if direct is None:
        return "decimal", 0
    form, pattern = direct.get(w("val"), "decimal"), direct.get(w("format"), "")
    if form == "custom":
        return "decimal", len(pattern.split(",")[0].strip()) if pattern.startswith("0") else 0
    return form, 0
