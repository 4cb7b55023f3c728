"""Candidate phrases: every run of up to four words whose letters form a pattern of `phrase_patterns.csv`.

Counted with arrays, one position a word, because a text has about as many candidates as words.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from analysis.keywords.letters import BREAK, Letters, priors
from analysis.keywords.tools import Unit

LONGEST = 4
LEAD = 40  # a first sentence of at most so many characters is a title where no headline is given
TITLE, BEHIND_TITLE = 6.0, 1.8  # bonus of the place inside a title, and right behind it
HEADLINE = 3.0  # bonus inside an item's headline, and right behind it: in measures it is often a slogan
DECAY = 30.0  # characters after which half of a bonus is left
_SENTENCE = re.compile(r"[^。！？；\n]*")
_ALPHABET = 32  # letters are the low five bits of ASCII; 0 ends a phrase


@dataclass(frozen=True)
class Stream:
    """Several units as one row of words, with a break after each unit.

    Arrays, one entry a word: `kinds` (letter, 0 for a break), `part` (cannot stand alone), `ids`
    (number of the word in `names`), `lengths` (characters), `places` (weight of the place, 1 and more).
    """

    names: list[str]
    kinds: np.ndarray
    part: np.ndarray
    ids: np.ndarray
    lengths: np.ndarray
    places: np.ndarray


@dataclass(frozen=True)
class Candidates:
    """Arrays, one entry a different phrase: first position, number of words, times seen, summed places."""

    first: np.ndarray
    size: np.ndarray
    count: np.ndarray
    placed: np.ndarray
    prior: np.ndarray


def stream(units: Sequence[Unit], words_of: Callable, letters: Letters) -> Stream:
    """The units as one stream.

    A word in a headline or title has the place 1 + its bonus; one at an offset (characters) behind it
    has 1 + bonus / (1 + offset / DECAY).
    """
    words, places = [], []
    for unit in units:
        own = words_of(unit.text)
        words += own
        words.append("\n")
        places.append(_places(own, unit))
    line = np.frombuffer("".join([letters[word] for word in words]).encode("ascii"), np.uint8)
    names = list(dict.fromkeys(words))
    numbers = dict(zip(names, range(len(names)), strict=True))
    ids = np.fromiter(map(numbers.__getitem__, words), np.uint64, len(words))
    lengths = np.fromiter(map(len, words), np.int64, len(words))
    kinds = np.where(line == ord(BREAK), 0, line & (_ALPHABET - 1)).astype(np.int64)
    return Stream(names, kinds, line >= ord("a"), ids, lengths, np.concatenate(places) if places else np.zeros(0))


def find(words: Stream, genre: bool = True) -> Candidates:
    """The different phrases of a stream that are free.

    A phrase is bound, and left out, when it was seen twice or more and always inside one longer
    candidate.
    """
    grams = [_grams(words, size, genre) for size in range(1, LONGEST + 1)]
    counts = [_spread(gram) for gram in grams] + [np.zeros(len(words.ids), np.int64)]
    parts = [_different(words, gram, counts[gram.size]) for gram in grams]
    return Candidates(*(np.concatenate(arrays) for arrays in zip(*parts, strict=True)))


@dataclass(frozen=True)
class _Gram:
    """Candidate positions of one size, with the prior of each and its phrase (number, count, first)."""

    size: int
    length: int
    at: np.ndarray
    prior: np.ndarray
    number: np.ndarray
    count: np.ndarray
    first: np.ndarray


def _grams(words: Stream, size: int, genre: bool) -> _Gram:
    length = len(words.ids) - size + 1
    if length <= 0:
        none = np.zeros(0, np.int64)
        return _Gram(size, len(words.ids), none, none.astype(float), none, none, none)
    windows = [slice(shift, shift + length) for shift in range(size)]
    code, key, part = np.zeros(length, np.int64), np.zeros(length, np.uint64), np.ones(length, bool)
    base = np.uint64(len(words.names) + 1)
    for window in windows:
        code = code * _ALPHABET + words.kinds[window]
        key = key * base + words.ids[window]  # exact below 65,535 different words, a 64-bit hash above
        part = part & words.part[window]
    prior = _table(size, genre)[code]
    prior[part] = 0
    prior[_weak(words, windows)] = 0
    at = np.flatnonzero(prior)
    _, first, number, count = np.unique(key[at], return_index=True, return_inverse=True, return_counts=True)
    return _Gram(size, len(words.ids), at, prior[at], number, count, at[first])


def _weak(words: Stream, windows: list[slice]) -> np.ndarray:
    """Where a phrase begins or ends with a verb or an adjective that says nothing alone (加强, 重要), is a
    statement about a noun that says nothing alone (干部片面), or begins with one character (台变压器)."""
    verbal = np.isin(words.kinds, [ord(letter) & (_ALPHABET - 1) for letter in "VAB"])
    hollow = verbal & words.part
    statement = words.part[windows[0]] & np.any([verbal[window] for window in windows], axis=0)
    return hollow[windows[0]] | hollow[windows[-1]] | statement | (words.lengths[windows[0]] == 1)


def _spread(gram: _Gram) -> np.ndarray:
    """Times seen of the phrase at each position, 0 where there is no candidate."""
    counts = np.zeros(gram.length, np.int64)
    counts[gram.at] = gram.count[gram.number]
    return counts


def _different(words: Stream, gram: _Gram, longer: np.ndarray) -> tuple[np.ndarray, ...]:
    """first, size, count, placed, prior of each free phrase of one size; `longer` are the counts one size up."""
    before = np.concatenate([[0], longer[:-1]])
    bound = (gram.count > 1) & ((longer[gram.first] == gram.count) | (before[gram.first] == gram.count))
    placed = np.bincount(gram.number, weights=words.places[gram.at], minlength=len(gram.first))
    prior = np.zeros(len(gram.first))
    prior[gram.number] = gram.prior
    keep = ~bound
    size = np.full(keep.sum(), gram.size)
    return gram.first[keep], size, gram.count[keep], placed[keep], prior[keep]


def _places(words: list[str], unit: Unit) -> np.ndarray:
    lead, inside, after = _lead(unit)
    ends = np.cumsum(np.fromiter(map(len, words), np.int64, len(words)))
    behind = np.maximum(ends - lead, 0)
    return np.append(1 + np.where(behind == 0, inside, after / (1 + behind / DECAY)), 1.0)


def _lead(unit: Unit) -> tuple[int, float, float]:
    """Length (characters) of the headline or title, bonus inside it, bonus behind it."""
    if unit.headline:
        return len(unit.headline), HEADLINE, HEADLINE
    first = len(_SENTENCE.match(unit.text).group())
    return (first, TITLE, BEHIND_TITLE) if first <= LEAD else (0, TITLE, TITLE)


@lru_cache
def _table(size: int, genre: bool) -> np.ndarray:
    """Code of `size` letters → prior, 0 for no pattern."""
    found = np.zeros(_ALPHABET**size)
    for pattern, prior in priors(genre).items():
        if len(pattern) == size:
            code = 0
            for letter in pattern:
                code = code * _ALPHABET + (ord(letter) & (_ALPHABET - 1))
            found[code] = prior
    return found
