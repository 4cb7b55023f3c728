"""Nearness through what is known of the fields: a segment is likened to the concepts and cases it resembles.

Explicit semantic analysis (Gabrilovich and Markovitch 2007) with the concepts of the lexicon and the cases of the
casebook as the dimensions: each is the characters and bigrams of what is deficient on one side and of what remedies
it on the other, so two segments can meet in a concept of which neither holds a term word for word.
"""

from functools import lru_cache
from itertools import pairwise

import numpy as np
from scipy import sparse

from analysis.coverage import profiles
from analysis.coverage.units import Side

NEAREST = 16
"""So many concepts and cases describe a segment."""
UNIT, MOST = 0.05, 3.0


def affinity(problems: Side, measures: Side) -> np.ndarray:
    """(problem segments x measure segments): meeting in concepts and cases, in units of `UNIT`, at most `MOST`."""
    left, right = describe(problems.texts, "deficiency"), describe(measures.texts, "remedy")
    return np.minimum((left @ right.T).toarray() / UNIT, MOST)


@lru_cache(maxsize=8)
def describe(texts: tuple[str, ...], side: str) -> sparse.csr_array:
    """(texts x subjects): cosines with the `NEAREST` subjects on `side`, 0 for the others."""
    known = profiles.load()
    return profiles.largest((known.spell(texts) @ known.across[side]).tocsr(), NEAREST)


def subjects(texts: tuple[str, ...], side: str) -> list[dict[str, float]]:
    """One dict a text: the names of the subjects it is likened to → the cosine."""
    names, found = profiles.load().names, describe(texts, side)
    rows = [slice(*bounds) for bounds in pairwise(found.indptr)]
    return [{names[place]: float(value) for place, value in zip(found.indices[row], found.data[row], strict=True)} for row in rows]
