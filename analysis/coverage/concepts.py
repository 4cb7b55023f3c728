"""Concepts of the lexicon named on both sides: a deficiency here, its remedy there."""

import numpy as np

from analysis.coverage import lexicon
from analysis.coverage.units import Side

SIDES = (("deficiency", "remedy", 1.5), ("both", "remedy", 1.0), ("deficiency", "both", 0.7), ("both", "both", 0.5))
"""(side of the term in the problem, side in the measure, what the meeting counts)."""
MOST = 1.5


def concepts(problems: Side, measures: Side) -> np.ndarray:
    """(problem segments x measure segments): concepts that meet, at most `MOST`."""
    words = lexicon.load()
    found = sum(
        count * (words.activation(problems.texts, left) @ words.activation(measures.texts, right).T) for left, right, count in SIDES
    )
    return np.minimum(found.toarray(), MOST)
