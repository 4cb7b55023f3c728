"""Causes between problems and measures: which cause explains a problem, which measure answers a cause."""

import numpy as np

from analysis.coverage.features import FULL, SIGNALS
from analysis.coverage.units import Document, Side

NEAR = 0.7
"""A target counts where its score reaches this share of the best one of its source. Problem to cause on the twelve
labelled documents that state causes: F1 .65 (anything from .6 to .9 gives .63 to .65); a fixed cut of .35 gave .31."""
CLEARLY = 0.7
"""Score from which such a link is level 2; set by hand, no document labels causes so finely."""


def links(document: Document) -> list[dict]:
    """Rows of cause_links: every (problem, cause), then every (cause, measure)."""
    if not document.causes.ids:
        return []
    return _rows(document, document.problems, document.causes, paired=True) + _rows(document, document.causes, document.measures)


def _rows(document: Document, sources: Side, targets: Side, paired: bool = False) -> list[dict]:
    score = _score(sources, targets)
    if paired:
        together = np.array([[(left, right) in document.pairs for right in targets.ids] for left in sources.ids], dtype=bool)
        score = np.where(together, np.maximum(score, CLEARLY), score) if together.size else score
    near = (score > 0) & (score >= NEAR * score.max(axis=1, keepdims=True, initial=0))
    level = near.astype(int) + (near & (score >= CLEARLY))
    return [
        {"doc": document.name, "source": left, "target": right, "score": float(score[row, column]), "level": int(level[row, column])}
        for row, left in enumerate(sources.ids)
        for column, right in enumerate(targets.ids)
    ]


def _score(sources: Side, targets: Side) -> np.ndarray:
    """(sources x targets): summed relevance of their segments, brought to [0, 1)."""
    relevance = sum(signal(sources, targets) for signal in SIGNALS.values())
    total = sources.by_item(targets.by_item(relevance, 1), 0)
    return 1 - np.exp(-total / (4 * FULL))
