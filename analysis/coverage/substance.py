"""Which words of a measure count as deeds for which problem."""

import numpy as np

from analysis import cues
from analysis.coverage.units import Side


def actions(problems: Side, measures: Side, *, plans: bool = True, direction: bool = True) -> np.ndarray:
    """(problem segments x measure segments), 1 where the measure segment is an action for that problem.

    With `plans`, an action is a segment that could be checked; without, every segment. With `direction`, what
    is put off is none, nor is publicity for a problem that does not lack publicity.
    """
    acting = _checkable(measures) if plans else np.ones(len(measures.texts), dtype=bool)
    found = np.tile(acting, (len(problems.texts), 1))
    if direction:
        found &= ~_flags(measures.texts, cues.is_deferred)
        lacking = _flags(problems.item_texts, cues.is_publicity)[problems.owner]
        found &= ~_flags(measures.texts, cues.is_publicity) | lacking[:, None]
    return found.astype(float)


def _checkable(measures: Side) -> np.ndarray:
    """Actions, and headlines that are one (a numbered action of a ledger)."""
    headline = (measures.kinds == "headline") & _flags(measures.texts, lambda text: cues.substance(text) >= cues.ACTION)
    return (measures.kinds == "action") | headline


def _flags(texts, test) -> np.ndarray:
    return np.array([test(text) for text in texts], dtype=bool)
