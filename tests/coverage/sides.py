"""One side of a made-up document: every text an item of one segment, its headline."""

import numpy as np

from analysis.coverage.units import Side


def side(*texts: str) -> Side:
    count = len(texts)
    return Side(tuple(f"X{n}" for n in range(count)), texts, np.array(["headline"] * count, dtype=object), np.arange(count), np.ones(count, int))
