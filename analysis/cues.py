"""What a sentence of the genre shows of itself: an action, an exhortation, an example, something put off.

The words and patterns are `data/vocabulary/cues.toml`; this leaf only matches them.
"""

import re
import tomllib
from functools import cache, lru_cache

from analysis.paths import VOCABULARY

ACTION = 0.4
"""From this substance on a clause counts as an action."""


@lru_cache(maxsize=1)
def words() -> dict[str, dict]:
    """The cue lists as data: section → key → list of terms or one pattern."""
    return tomllib.loads((VOCABULARY / "cues.toml").read_text(encoding="utf-8"))


@cache
def expression(section: str, key: str, start: bool = False) -> re.Pattern:
    """One compiled pattern of a list, longest term first; with `start`, only at the beginning of a text."""
    value = words()[section][key]
    body = value if isinstance(value, str) else "|".join(map(re.escape, sorted(value, key=len, reverse=True)))
    return re.compile(rf"^(?:{body})" if start else f"(?:{body})")


def found(text: str, section: str, key: str = "term") -> list[str]:
    """Every match of a list or pattern in `text`, from left to right."""
    return [match.group() for match in expression(section, key).finditer(text)]


def is_example(text: str) -> bool:
    """Whether the clause opens an instance of what was said before (比如, 再比如, 特别是 …)."""
    return expression("example", "lead", start=True).match(text) is not None


def has_quantity(text: str) -> bool:
    """Whether a counted thing stands in `text` (新增泊位320个)."""
    return bool(found(text, "pattern", "quantity"))


def instances(text: str) -> list[str]:
    """The cases named: counted things (62万元) and the last characters of places and bodies (石门乡)."""
    return [*found(text, "pattern", "quantity"), *(name[-3:] for name in found(text, "pattern", "place"))]


def is_field(text: str) -> bool:
    """Whether the sentence only names who answers for something or until when (责任部门：…)."""
    return expression("pattern", "field", start=True).match(text) is not None


def has_deadline(text: str) -> bool:
    """Whether a date, period or frequency stands in `text` (年底前, 每周, 48小时内)."""
    return bool(found(text, "pattern", "deadline"))


def has_mechanism(text: str) -> bool:
    """Whether `text` makes something that exists on paper or in the field (修订 … 办法)."""
    return bool(found(text, "action", "make")) and bool(found(text, "action", "mechanism"))


def is_deferred(text: str) -> bool:
    """Whether the clause puts off, or makes depend on something else, what it names."""
    return bool(found(text, "deferral"))


def without_excess(text: str) -> str:
    """`text` with what it calls too much blanked out: 重建设、轻管理 → 重，、轻管理."""
    for pattern in _excess():
        text = pattern.sub(lambda match: match.group().replace(match.group("x"), "，", 1), text)
    return text


@lru_cache(maxsize=1)
def _excess() -> tuple[re.Pattern, ...]:
    return tuple(map(re.compile, words()["excess"]["pattern"]))


def is_relief(text: str) -> bool:
    """Whether the clause takes something away (取消, 压减, 不再 …)."""
    return bool(found(text, "excess", "relief"))


def is_publicity(text: str) -> bool:
    """Whether the clause only tells people about the matter."""
    return bool(found(text, "publicity"))


def exhorts(text: str) -> bool:
    """Whether the clause begins as an exhortation or speaks of an attitude."""
    return expression("slogan", "verb", start=True).match(text) is not None or bool(found(text, "slogan", "attitude"))


def substance(text: str) -> float:
    """How much of a clause could be checked, in [0, 1]; from `ACTION` on it is an action.

    Added up: verbs of doing or the grammar of a rule, a mechanism made, a quantity, a deadline; taken off: an
    exhorting beginning, a noun of attitude. The weights are set by hand, as is `ACTION`.
    """
    verbs = len(set(found(text, "action", "verb"))) + bool(found(text, "action", "rule"))
    gain = 0.45 * min(verbs, 1) + 0.15 * min(max(verbs - 1, 0), 2) + 0.35 * has_mechanism(text)
    gain += 0.45 * has_quantity(text) + 0.25 * has_deadline(text)
    loss = 0.2 * (expression("slogan", "verb", start=True).match(text) is not None)
    loss += 0.3 * bool(found(text, "slogan", "attitude"))
    return round(min(max(gain - loss, 0.0), 1.0), 4)
