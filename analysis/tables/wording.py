"""What the words of a title or entry say: a field's name (教学管理), a grade of time (立行立改), or something to do."""

import re
from functools import cache

from analysis import cues
from analysis.tables.titles import SECTION_SENTENCE, deficient, headings, normal

LONGEST = 14  # characters of a field's name


@cache
def _pattern(key: str) -> re.Pattern:
    return re.compile(headings()["wording"][key])


def graded(title: str) -> bool:
    """True for a title that only says when, or how far, what stands under it is done (立行立改类; 已完成整改的问题)."""
    return bool(_pattern("grade").fullmatch(normal(title)))


def acts(text: str) -> bool:
    """True where a title or entry says what is to be done or was done.

    >>> acts("重排采血车路线")
    True
    """
    return bool(_pattern("verb").match(text)) or cues.exhorts(text) or cues.substance(text) >= cues.ACTION


def names_field(title: str) -> bool:
    """True for a short name of a field, place or unit, which says neither what is wrong nor what to do.

    >>> names_field("教学管理"), names_field("学习不深"), names_field("加强管理")
    (True, False, False)
    """
    plain = normal(title)
    return 2 <= len(plain) <= LONGEST and not SECTION_SENTENCE.search(plain) and not deficient(plain) and not _pattern("verb").match(plain)


def same_name(title: str) -> str:
    """A group's title as it can be compared with others: without 方面, 类, 问题 and the like at its end.

    >>> same_name("党建方面存在的问题")
    '党建'
    """
    return _pattern("tail").sub("", normal(title))
