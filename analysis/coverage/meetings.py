"""For every (problem, measure) pair the two segments that say most for it, and the terms they share."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from analysis.coverage import affinity, lexicon
from analysis.coverage.features import Evidence
from analysis.coverage.lexical import word_set, word_weight
from analysis.coverage.units import Side

MOST_TERMS, MOST_CONCEPTS = 6, 3
TELLING = 0.25
"""From this weight on a shared word is worth naming."""
ALIKE = 1.0
"""From this affinity on, the concept or case that both segments resemble most is worth naming."""


@dataclass(frozen=True)
class Meetings:
    """The meetings of one document; places are of segments, -1 where nothing meets."""

    evidence: Evidence

    @cached_property
    def anywhere(self) -> tuple[np.ndarray, np.ndarray]:
        """(problems x measures) twice: place of the problem segment, place of the measure segment."""
        return self._best(self.evidence.relevance)

    @cached_property
    def in_actions(self) -> tuple[np.ndarray, np.ndarray]:
        """The same among the measures' actions only."""
        return self._best(self.evidence.relevance * self.evidence.action)

    def of(self, row: int, column: int, level: int) -> tuple[int, int]:
        """The meeting of one pair; a direct pair is shown by an action where one meets at all."""
        if level == 2 and self.in_actions[0][row, column] >= 0:
            return int(self.in_actions[0][row, column]), int(self.in_actions[1][row, column])
        return int(self.anywhere[0][row, column]), int(self.anywhere[1][row, column])

    def _best(self, relevance: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        problems, measures = self.evidence.document.problems, self.evidence.document.measures
        best, right = _largest(relevance.T, measures)
        top, left = _largest(best.T, problems)
        right = np.take_along_axis(right.T, np.maximum(left, 0), axis=0) if relevance.size else left
        return np.where(top > 0, left, -1), np.where(top > 0, right, -1)

    def terms(self, left: int, right: int) -> list[str]:
        """What both segments name: words, most telling first, then concepts in 〔〕, then what both resemble in 〔似：〕."""
        if left < 0:
            return []
        text = self.evidence.document.problems.texts[left]
        words = list(self._words[0][left] & self._words[1][right])
        words.sort(key=lambda word: (-word_weight(word), text.find(word)))
        return [*words[:MOST_TERMS], *(f"〔{name}〕" for name in self._meet(left, right)), *(f"〔似：{name}〕" for name in self._resemble(left, right))]

    def _meet(self, left: int, right: int) -> list[str]:
        mine, theirs = self._concepts[0][left], self._concepts[1][right]
        common = sorted(mine.keys() & theirs.keys(), key=lambda place: (-mine[place] * theirs[place], place))
        return [lexicon.load().concepts[place] for place in common[:MOST_CONCEPTS]]

    def _resemble(self, left: int, right: int) -> list[str]:
        """The one subject both are likened to most, where their affinity owes enough to it; not a concept they name."""
        signal = self.evidence.signals.get("affinity")
        if signal is None or signal[left, right] < ALIKE:
            return []
        mine, theirs = self._subjects[0][left], self._subjects[1][right]
        common = sorted(mine.keys() & theirs.keys(), key=lambda name: (-mine[name] * theirs[name], name))
        named = self._meet(left, right)
        return [name.replace("、", "，") for name in common[:1] if name not in named]

    @cached_property
    def _subjects(self) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
        document = self.evidence.document
        return affinity.subjects(document.problems.texts, "deficiency"), affinity.subjects(document.measures.texts, "remedy")

    @cached_property
    def _words(self) -> tuple[list[set[str]], list[set[str]]]:
        sides = (self.evidence.document.problems, self.evidence.document.measures)
        return tuple([{word for word in word_set(text) if word_weight(word) >= TELLING} for text in side.texts] for side in sides)

    @cached_property
    def _concepts(self) -> tuple[list[dict[int, float]], list[dict[int, float]]]:
        sides = ((self.evidence.document.problems, "deficiency"), (self.evidence.document.measures, "remedy"))
        return tuple(_named(side.texts, name) for side, name in sides)


def _named(texts: tuple[str, ...], side: str) -> list[dict[int, float]]:
    """One dict a text: concept → weight of its terms of `side` or of both sides found there."""
    words = lexicon.load()
    found = (words.activation(texts, side) + words.activation(texts, "both")).tocsr()
    return [dict(zip(found.indices[start:end].tolist(), found.data[start:end].tolist(), strict=True)) for start, end in pairwise(found.indptr)]


def _largest(values: np.ndarray, side: Side) -> tuple[np.ndarray, np.ndarray]:
    """(segments x n) → (items x n) twice: the largest value of an item's segments, and the place of that segment."""
    best = np.zeros((len(side.ids), values.shape[1]))
    place = np.zeros((len(side.ids), values.shape[1]), dtype=int)
    bounds = np.searchsorted(side.owner, np.arange(len(side.ids) + 1))
    for item, (start, end) in enumerate(pairwise(bounds)):
        if end > start:
            place[item] = start + values[start:end].argmax(axis=0)
            best[item] = values[start:end].max(axis=0)
    return best, place
