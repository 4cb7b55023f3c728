"""Where a problem's measure should stand, told from where the measures of its neighbours stand.

A rectification plan mostly takes its problems up in turn. How far a document does so shows in its own words:
each problem's place among the measures is expected from the other problems nearby, never from its own words.
"""

import numpy as np

REACH = 1.5
"""Within about so many problems the neighbours' places count."""
WIDTH = 0.1
"""So far from the expected place, as a share of all measures, a measure still counts more than half."""
DIAGONAL = 1.0
"""How much the plain order of the lists counts, in neighbours that are sure of their place."""


def nearness(total: np.ndarray) -> np.ndarray:
    """(problems x measures) of summed relevance → the same of nearness to the expected place, in [0, 1]."""
    rows, columns = total.shape
    if not total.size:
        return np.zeros(total.shape)
    here, there = (np.arange(count) / max(count - 1, 1) for count in (rows, columns))
    best = total.max(axis=1, keepdims=True)
    pull = (total / np.maximum(best, 1e-9)) ** 3 * best / max(total.max(), 1e-9)
    sure = pull.sum(axis=1)
    ahead = pull @ there / np.maximum(sure, 1e-9) - here
    near = np.exp(-((np.subtract.outer(np.arange(rows), np.arange(rows)) / REACH) ** 2) / 2) * sure
    np.fill_diagonal(near, 0)
    expected = here + near @ ahead / (near.sum(axis=1) + DIAGONAL)
    return np.exp(-((np.subtract.outer(expected, there) / WIDTH) ** 2) / 2)
