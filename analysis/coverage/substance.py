"""Which segments of a measure are deeds: something that could be checked."""

import numpy as np

from analysis import cues
from analysis.coverage.units import Side


def actions(measures: Side) -> np.ndarray:
    """One flag a segment: an action, or a headline that is one (a numbered action of a ledger)."""
    checkable = np.array([cues.substance(text) >= cues.ACTION for text in measures.texts], dtype=bool)
    return (measures.kinds == "action") | ((measures.kinds == "headline") & checkable)
