"""Whether a measure speaks of the problem's own cases (the same figure, the same place) and so settles those alone."""

import numpy as np

from analysis import cues
from analysis.coverage.units import Side


def general(problems: Side, measures: Side) -> np.ndarray:
    """(problems x measures), 1 where the two name no case in common, 0 where the measure takes up a named one."""
    left, right = ([frozenset(cues.instances(text)) for text in side.item_texts] for side in (problems, measures))
    return np.array([[float(not one & other) for other in right] for one in left]).reshape(len(left), len(right))
