"""Keywords as phrases: adjacent words joined where their parts of speech allow it."""

import re
from collections import Counter
from collections.abc import Sequence

from analysis.keywords.tools import Tools, Unit, leading

PATTERN = re.compile("[AVN]{0,3}N")


def rank(units: Sequence[Unit], tools: Tools, top: int) -> list[tuple[str, float]]:
    """(term, weight), best first, weight in (0, 1] relative to the best term."""
    counts: Counter = Counter()
    for unit in units:
        counts.update(_candidates(unit.text, tools))
    weights = {"".join(words): count * sum(tools.rarity.of(word) for word in words) for words, count in counts.items()}
    return leading(weights, top)


def _candidates(text: str, tools: Tools):
    pairs = tools.tagged(text)
    classes = "".join(_letter(word, tag, tools) for word, tag in pairs)
    for match in PATTERN.finditer(classes):
        words = tuple(word for word, _ in pairs[match.start() : match.end()])
        if len("".join(words)) > 1 and not all(tools.is_stop(word) for word in words):
            yield words


def _letter(word: str, tag: str, tools: Tools) -> str:
    if word in tools.breaking or tag[0] not in "navlbj":
        return "x"
    return {"v": "N" if tag == "vn" else "V", "a": "A", "b": "A"}.get(tag[0], "N")
