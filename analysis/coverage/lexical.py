"""Shared wording: words and character bigrams, weighted by how little they say.

A term weighs by its rarity among the items of the document, in [0, 1], and less where the genre uses it
everywhere (班子成员, 进一步). The relevance of two segments is the sum over what they share, in units of so
many rare terms.
"""

import re
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from scipy import sparse

from analysis import cues
from analysis.coverage.units import Side
from analysis.words import tokenizer
from analysis.words.rarity import rarity

_CHINESE = re.compile(r"[㐀-鿿]+")
GENERIC_WORD, GENERIC_BIGRAM = 0.2, 0.3
"""Weight of a word of the generic list, and of a bigram inside one; others count 1."""
RARITY = (4.0, 10.0)
"""Inverse document frequencies (natural logarithm) of a word that says next to nothing and of one that says all."""
WORD_UNIT, BIGRAM_UNIT = 2.0, 3.0
"""So many shared rare words, or bigrams, make a relevance of 1."""


def words(problems: Side, measures: Side) -> np.ndarray:
    """(problem segments x measure segments): shared words."""
    return _shared(problems, measures, word_set, word_weight) / WORD_UNIT


def bigrams(problems: Side, measures: Side) -> np.ndarray:
    """(problem segments x measure segments): shared pairs of neighbouring characters."""
    return _shared(problems, measures, bigram_set, bigram_weight) / BIGRAM_UNIT


@lru_cache(maxsize=16384)
def word_set(text: str) -> frozenset[str]:
    """The distinct words of two characters or more."""
    return frozenset(word for word in tokenizer().lcut(text) if len(word) > 1 and _CHINESE.fullmatch(word))


@lru_cache(maxsize=16384)
def bigram_set(text: str) -> frozenset[str]:
    """The distinct pairs of neighbouring Chinese characters."""
    return frozenset(run[place : place + 2] for run in _CHINESE.findall(text) for place in range(len(run) - 1))


def character_set(text: str) -> set[str]:
    """The distinct Chinese characters."""
    return {character for run in _CHINESE.findall(text) for character in run}


@lru_cache(maxsize=65536)
def word_weight(word: str) -> float:
    """In (0, 1]: rarity in general Chinese, brought from `RARITY` to [0.1, 1], and less for a generic word."""
    low, high = RARITY
    rare = min(max((rarity().plain(word) - low) / (high - low), 0.1), 1.0)
    return rare * (GENERIC_WORD if word in _generic()[0] else 1.0)


def bigram_weight(bigram: str) -> float:
    return GENERIC_BIGRAM if bigram in _generic()[1] else 1.0


@lru_cache(maxsize=1)
def _generic() -> tuple[frozenset[str], frozenset[str]]:
    terms = cues.words()["generic"]["term"]
    return frozenset(terms), frozenset(pair for term in terms for pair in bigram_set(term))


def _shared(problems: Side, measures: Side, terms: Callable, weight: Callable) -> np.ndarray:
    place: dict[str, int] = {}
    left, right = (_incidence(side, terms, place) for side in (problems, measures))
    left, right = (_wide(matrix, len(place)) for matrix in (left, right))
    weights = np.sqrt(_rarity(problems, left, measures, right) * np.array([weight(term) for term in place]))
    scale = sparse.diags_array(weights, shape=(len(place), len(place)))
    return ((left @ scale) @ (right @ scale).T).toarray()


def _incidence(side: Side, terms: Callable, place: dict[str, int]) -> sparse.csr_array:
    rows, columns = [], []
    for row, text in enumerate(side.texts):
        for term in sorted(terms(text)):
            rows.append(row)
            columns.append(place.setdefault(term, len(place)))
    return sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(side.texts), len(place)))


def _wide(matrix: sparse.csr_array, columns: int) -> sparse.csr_array:
    return sparse.csr_array((matrix.data, matrix.indices, matrix.indptr), shape=(matrix.shape[0], columns))


def _rarity(problems: Side, left: sparse.csr_array, measures: Side, right: sparse.csr_array) -> np.ndarray:
    """Inverse item frequency of each term, 1 for a term of half an item and 0 for one of every item."""
    items = len(problems.ids) + len(measures.ids)
    frequency = sum(_item_frequency(side, matrix) for side, matrix in ((problems, left), (measures, right)))
    return np.clip(np.log((items + 1) / (frequency + 0.5)) / np.log(items + 1), 0, 1)


def _item_frequency(side: Side, matrix: sparse.csr_array) -> np.ndarray:
    owners = sparse.csr_array((np.ones(len(side.owner)), (side.owner, np.arange(len(side.owner)))), shape=(len(side.ids), len(side.owner)))
    return np.asarray(((owners @ matrix) > 0).sum(axis=0)).ravel()
