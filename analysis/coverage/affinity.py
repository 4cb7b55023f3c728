"""Nearness through the lexicon: a segment is likened to the concepts whose terms it resembles.

Explicit semantic analysis (Gabrilovich and Markovitch 2007) with the concepts of the lexicon as the
dimensions: a concept is the character bigrams of its deficiency terms on one side and of its remedy terms on
the other, so two segments can meet in a concept of which neither holds a term word for word.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import sparse

from analysis.coverage import lexicon
from analysis.coverage.lexical import bigram_set
from analysis.coverage.units import Side

NEAREST = 5
"""So many concepts describe a segment."""
UNIT, MOST = 0.1, 1.5


def affinity(problems: Side, measures: Side) -> np.ndarray:
    """(problem segments x measure segments): meeting in concepts, in units of `UNIT`, at most `MOST`."""
    profiles = _profiles()
    left, right = profiles.describe(problems.texts, "deficiency"), profiles.describe(measures.texts, "remedy")
    return np.minimum((left @ right.T).toarray() / UNIT, MOST)


@dataclass(frozen=True)
class Profiles:
    """`place`: bigram → column. `rarity`: one weight a bigram. `sides`: (concepts x bigrams), rows of length 1."""

    place: dict[str, int]
    rarity: np.ndarray
    sides: dict[str, sparse.csr_array]

    def describe(self, texts, side: str) -> sparse.csr_array:
        """(texts x concepts): cosines with the `NEAREST` concepts of `side`, 0 for the others."""
        pairs = [(row, self.place[pair]) for row, text in enumerate(texts) for pair in sorted(bigram_set(text)) if pair in self.place]
        rows, columns = (list(part) for part in zip(*pairs, strict=True)) if pairs else ([], [])
        matrix = sparse.csr_array((self.rarity[columns], (rows, columns)), shape=(len(texts), len(self.place)))
        return _largest((unit(matrix) @ self.sides[side].T).tocsr())


@lru_cache(maxsize=1)
def _profiles() -> Profiles:
    words = lexicon.load()
    place: dict[str, int] = {}
    pairs = [(row, place.setdefault(pair, len(place))) for row, term in enumerate(words.terms) for pair in sorted(bigram_set(term))]
    rows, columns = (list(part) for part in zip(*pairs, strict=True))
    spelling = sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(words.terms), len(place)))
    counts = {side: ((words.entries[side] + words.entries["both"]) > 0).T.astype(float) @ spelling for side in ("deficiency", "remedy")}
    used = np.asarray(((counts["deficiency"] + counts["remedy"]) > 0).sum(axis=0)).ravel()
    rarity = np.log(len(words.concepts) / np.maximum(used, 1))
    return Profiles(place, rarity, {side: unit(count.sqrt() @ sparse.diags_array(rarity)) for side, count in counts.items()})


def unit(matrix) -> sparse.csr_array:
    """Rows scaled to length 1; an empty row stays empty."""
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    return sparse.csr_array(sparse.diags_array(1 / np.where(length > 0, length, 1)) @ matrix)


def _largest(matrix: sparse.csr_array) -> sparse.csr_array:
    """Each row's `NEAREST` largest entries."""
    for start, end in zip(matrix.indptr[:-1], matrix.indptr[1:], strict=True):
        row = matrix.data[start:end]
        if len(row) > NEAREST:
            row[np.argpartition(row, len(row) - NEAREST)[: len(row) - NEAREST]] = 0
    matrix.eliminate_zeros()
    return matrix
