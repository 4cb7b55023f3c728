"""Whether words point towards a remedy: not more of what there is too much of, not put off, not mere publicity."""

from dataclasses import replace

import numpy as np

from analysis import cues
from analysis.coverage.units import Side


def lacking(problems: Side) -> Side:
    """The problems without the words for what there is too much of (重购置、轻使用 → 轻使用)."""
    return replace(problems, texts=tuple(map(cues.without_excess, problems.texts)))


def eases(measures: Side) -> np.ndarray:
    """One flag a segment: it takes something away, so that naming the excess is to the point."""
    return _flags(measures.texts, cues.is_relief)


def forward(problems: Side, measures: Side) -> np.ndarray:
    """(problem segments x measure segments): not put off, and no publicity unless publicity is lacking."""
    lacks = _flags(problems.item_texts, cues.is_publicity)[problems.owner]
    return ~_flags(measures.texts, cues.is_deferred) & (~_flags(measures.texts, cues.is_publicity) | lacks[:, None])


def _flags(texts, test) -> np.ndarray:
    return np.array([test(text) for text in texts], dtype=bool)
