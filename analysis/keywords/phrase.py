"""Keywords as phrases: adjacent words joined where their parts of speech allow it, the redundant removed.

Weight = prior of the pattern × prior of the length × mean rarity of the words × sum of the places of
its occurrences × cohesion. Rarity is jieba's IDF, lower for what the genre says everywhere. Cohesion is
1 + the normalised pointwise mutual information (Bouma 2009) of the words, where the phrase was seen
often enough for that to mean something.
"""

from collections.abc import Sequence

import numpy as np

from analysis.keywords.candidates import Candidates, Stream, find, stream
from analysis.keywords.tools import Tools, Unit, leading

OFTEN = 3  # times a phrase must be seen before its cohesion is measured
HOLLOW = 4.0  # rarity of a word that cannot stand alone
LENGTHS = np.array([0, 0, 0.8, 1.2, 1.45, 1.1, 1.0, 0.8, 0.7, 0.5, 0.4])  # prior by characters; the last for all longer
TERM_LENGTHS = np.array([0, 0, 0.8, 1.0, 1.2, 1.2, 1.3])  # the same for a term of the user dictionary
LEAST = 0.1  # a term with less than this share of the best term's weight is no keyword


def rank(units: Sequence[Unit], tools: Tools, top: int) -> list[tuple[str, float]]:
    """(term, weight), best first, weight in (0, 1] relative to the best term."""
    words = stream(units, tools.words, tools.letters)
    found = find(words, tools.genre)
    weights = _weights(words, found, tools)
    return leading(_distinct(words, found, weights, top), top)


def _weights(words: Stream, found: Candidates, tools: Tools) -> np.ndarray:
    rarities = np.array([tools.rarity.of(name) for name in words.names])[words.ids.astype(np.int64)]
    rarities[words.part] = np.minimum(rarities[words.part], HOLLOW)
    total = np.concatenate([[0.0], np.cumsum(rarities)])
    characters = np.concatenate([[0], np.cumsum(words.lengths)])
    last = found.first + found.size
    length = characters[last] - characters[found.first]
    term = (found.size == 1) & np.isin(words.kinds[found.first], [ord("T") & 31, ord("P") & 31])
    by_length = np.where(term, TERM_LENGTHS[np.minimum(length, len(TERM_LENGTHS) - 1)], LENGTHS[np.minimum(length, len(LENGTHS) - 1)])
    rarity = (total[last] - total[found.first]) / found.size
    return found.prior * by_length * rarity * found.placed * _cohesion(words, found)


def _cohesion(words: Stream, found: Candidates) -> np.ndarray:
    """1 + normalised pointwise mutual information, in [0, 2]; 1 for single words and for phrases seen less than OFTEN."""
    cohesion = np.ones(len(found.first))
    seen = np.flatnonzero((found.size > 1) & (found.count >= OFTEN))
    if not len(seen):
        return cohesion
    ids = words.ids.astype(np.int64)
    logs = np.concatenate([[0.0], np.cumsum(np.log(np.bincount(ids)[ids]))])
    first, size, count = found.first[seen], found.size[seen], found.count[seen]
    total = max((words.kinds > 0).sum(), 2)
    apart = logs[first + size] - logs[first] - size * np.log(total)
    together = np.log(count) - np.log(total)
    cohesion[seen] += np.clip((together - apart) / ((size - 1) * np.maximum(-together, 0.1)), -1, 1)
    return cohesion


def _distinct(words: Stream, found: Candidates, weights: np.ndarray, top: int) -> dict[str, float]:
    """The heaviest terms of which none contains or overlaps a heavier one."""
    chosen: dict[str, float] = {}
    text = "".join([words.names[word] for word in words.ids.astype(np.int64).tolist()])
    order = np.lexsort((found.size, found.first, -weights))
    for number in order:
        if len(chosen) == top or weights[number] <= LEAST * max(chosen.values(), default=0.0):
            break
        span = words.ids[found.first[number] : found.first[number] + found.size[number]]
        term = "".join(words.names[int(word)] for word in span)
        if len(term) > 1 and not any(_same(term, other, text) for other in chosen):
            chosen[term] = float(weights[number])
    return chosen


def _same(one: str, other: str, text: str) -> bool:
    """Whether one contains the other, they are of the same characters but for a fifth (解除合同, 合同解除), or they
    overlap in the text (雨污分流 and 分流改造 in 雨污分流改造)."""
    fewer, more = sorted((set(one), set(other)), key=len)
    if one in other or other in one or len(fewer & more) > 0.8 * len(fewer):
        return True
    sizes = range(1, min(len(one), len(other)))
    return any(one + other[size:] in text for size in sizes if one.endswith(other[:size])) or any(
        other + one[size:] in text for size in sizes if other.endswith(one[:size])
    )
