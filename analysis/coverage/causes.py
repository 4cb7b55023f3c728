"""Causes between problems and measures: which cause explains a problem, which measure answers a cause."""

import numpy as np

from analysis.coverage.features import FULL, SIGNALS
from analysis.coverage.units import Document, Side

PARTLY, CLEARLY = 0.35, 0.7
"""Scores from which a cause link is level 1 and 2; set by hand, no document labels them so finely."""


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
    level = (score >= PARTLY).astype(int) + (score >= CLEARLY)
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
