"""Whether a measure, or one of its deeds, means what a whole problem is about, whatever the words (停车难 and 新增泊位).

Each side is the weighted sum of its words' vectors. What all problems of the document have in common, and what all
its measures have, is taken off first, so that the cosine tells items of one document from one another (as in Arora
et al. 2017) and does not see that problems complain and measures promise.
"""

import numpy as np

from analysis.coverage.lexical import word_set, word_weight
from analysis.coverage.units import Side
from analysis.words import vectors


def meaning(problems: Side, measures: Side) -> np.ndarray:
    """(problems x measures): cosine of the two beyond what each side shares, in [0, 1]."""
    return _cosines(problems.item_texts, measures.item_texts)


def deed_meaning(problems: Side, measures: Side, weight: np.ndarray) -> np.ndarray:
    """(problems x measures): the cosine of a problem and the measure's nearest segment, each lowered by its weight in [0, 1]."""
    return measures.by_item(_cosines(problems.item_texts, measures.texts) * weight, 1, np.maximum)


def _cosines(problems: tuple[str, ...], measures: tuple[str, ...]) -> np.ndarray:
    left, right = (vectors.unit(_apart(vectors.unit(_sums(texts)))) for texts in (problems, measures))
    return np.clip(left @ right.T, 0, 1)


def _apart(rows: np.ndarray) -> np.ndarray:
    """Each row less the mean of all."""
    return rows - rows.mean(axis=0) if len(rows) else rows


def _sums(texts: tuple[str, ...]) -> np.ndarray:
    """(texts x dimensions): the vectors of a text's distinct words, by their weight."""
    words = [sorted(word_set(text)) for text in texts]
    place = {word: row for row, word in enumerate(dict.fromkeys(word for text in words for word in text))}
    known = vectors.load().of(list(place)) * np.array([word_weight(word) for word in place]).reshape(-1, 1)
    return np.array([known[[place[word] for word in text]].sum(axis=0) for text in words]).reshape(len(texts), vectors.DIMENSIONS)
