"""Which segments of a measure could be checked, and which put things off."""

import numpy as np

from analysis import cues
from analysis.coverage.units import Side


def actions(measures: Side) -> np.ndarray:
    """One flag a segment: an action, or a headline that is one (a numbered action of a ledger)."""
    headline = np.array([cues.substance(text) >= cues.ACTION for text in measures.texts], dtype=bool)
    return (measures.kinds == "action") | ((measures.kinds == "headline") & headline)


def deferred(measures: Side) -> np.ndarray:
    """One flag a segment: it puts off what it names, or makes it depend on something else."""
    return np.array([cues.is_deferred(text) for text in measures.texts], dtype=bool)
