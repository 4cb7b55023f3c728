"""What a problem's precedents say of a measure: the cases of the casebook that read like it, and what was done there.

Case-based reasoning (Aamodt and Plaza 1994) with profiles in place of single cases: what remedies the cases nearest
to a problem, each weighted by the square of its cosine, is added up to what would be expected of a measure; so is
whatever speaks of them at all, and what is done beside them without answering them (same field, same words,
another object), which is what tells a decoy.
"""

from functools import lru_cache

import numpy as np
from scipy import sparse

from analysis.coverage import profiles
from analysis.coverage.units import Side

NEAREST = 160
"""So many cases describe a problem."""
EVEN = 0.15
"""What a contrast is raised by, so that it is not negative: on the labelled documents it lay between -0.22 and 0.30,
below -0.15, which is cut off, in 13 of 20,720 values."""


def kinship(problems: Side, measures: Side) -> np.ndarray:
    """(problems x measures): cosine of a whole measure and what remedies the precedents of the whole problem, in [0, 1]."""
    return _nearness(problems.item_texts, measures.item_texts, "remedy")


def contrast(problems: Side, measures: Side) -> np.ndarray:
    """(problems x measures) in [0, 1]: how much nearer a measure is to what remedies the precedents than to what is done
    beside them; `EVEN` where it is as near to both."""
    return _beyond_other(problems.item_texts, measures.item_texts, "remedy")


def theme(problems: tuple[str, ...], measures: Side) -> np.ndarray:
    """(texts of problems x measures) in [0, 1]: the same with whatever speaks of the precedents, slogans and mentions too."""
    return _beyond_other(problems, measures.item_texts, "any")


def _beyond_other(problems: tuple[str, ...], measures: tuple[str, ...], kind: str) -> np.ndarray:
    return np.clip(_nearness(problems, measures, kind) - _nearness(problems, measures, "other") + EVEN, 0, 1)


@lru_cache(maxsize=8)
def _nearness(problems: tuple[str, ...], measures: tuple[str, ...], kind: str) -> np.ndarray:
    """(problems x measures): cosine of a measure and the answers of `kind` to a problem's precedents, added up."""
    cases = _cases(problems)
    expected = cases @ profiles.load().answers[kind]
    rows = np.repeat(np.arange(len(problems)), np.diff(expected.indptr))
    length = np.sqrt(np.bincount(rows, expected.data**2, minlength=len(problems)))
    return (cases @ _reading(measures, kind)) / np.maximum(length, 1e-9)[:, None]


@lru_cache(maxsize=4)
def _cases(problems: tuple[str, ...]) -> sparse.csr_array:
    """(problems x cases): squared cosines with the nearest cases, 0 for the others."""
    known = profiles.load()
    nearest = profiles.largest((known.spell(problems) @ known.troubles).tocsr(), NEAREST)
    nearest.data **= 2
    return nearest


@lru_cache(maxsize=4)
def _reading(measures: tuple[str, ...], kind: str) -> np.ndarray:
    """(cases x measures): cosine of each measure and each case's answers of `kind`."""
    known = profiles.load()
    return (known.answers[kind] @ known.spell(measures).T).toarray()
