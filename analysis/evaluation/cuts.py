"""From a bare score to levels: two cuts, chosen on other documents than those they are used on."""

from itertools import combinations_with_replacement

import numpy as np

from analysis.evaluation.metrics import Answer, verdict_of

STEPS = 40


def choose(scores: list[np.ndarray], levels: list[np.ndarray]) -> tuple[float, float]:
    """The cuts (partial, direct) with the highest quadratic weighted kappa on the given documents.

    Candidates are `STEPS` quantiles of the upper half of the scores; of equals the lowest pair is taken.
    """
    score = np.concatenate([matrix.ravel() for matrix in scores])
    gold = np.concatenate([matrix.ravel() for matrix in levels])
    candidates = np.unique(np.quantile(score, np.linspace(0.5, 1.0, STEPS)))
    pairs = list(combinations_with_replacement(candidates, 2))
    return max(pairs, key=lambda pair: _kappa(gold, cut(score, pair)))


def cut(scores: np.ndarray, cuts: tuple[float, float]) -> np.ndarray:
    """Levels 0, 1, 2: below both cuts, from the first, from the second."""
    return (scores >= cuts[0]).astype(int) + (scores >= cuts[1]).astype(int)


def answer(scores: np.ndarray, cuts: tuple[float, float]) -> Answer:
    """The answer that a score and two cuts give for one document."""
    levels = cut(scores, cuts)
    return Answer(levels, scores, tuple(verdict_of(row) for row in levels), scores.max(axis=1, initial=0.0))


_WEIGHTS = np.square(np.subtract.outer(np.arange(3), np.arange(3)))


def _kappa(gold: np.ndarray, said: np.ndarray) -> float:
    """Quadratic weighted kappa over three levels (Cohen 1968), without scikit-learn's checks: it runs 800 times."""
    seen = np.bincount(gold * 3 + said, minlength=9).reshape(3, 3)
    expected = np.outer(seen.sum(1), seen.sum(0)) / seen.sum()
    return 1 - (_WEIGHTS * seen).sum() / max((_WEIGHTS * expected).sum(), 1e-12)
