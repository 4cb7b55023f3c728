"""From chances to levels: is the problem answered at all, by which measures, and directly?"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.ndimage import gaussian_filter
from scipy.special import logit

GRID = np.arange(-4.0, 3.01, 0.125)
"""Cuts tried for a problem, in logits."""
SMOOTH = 6.0
"""So many steps of `GRID` the merit is smoothed by: the best point of few documents is chance."""
PAIR_GRID = np.arange(0.1, 0.8, 0.05)


class Chances(NamedTuple):
    """(problems x measures) each: the measure speaks of the problem; covers it at least partly; directly."""

    topic: np.ndarray
    partial: np.ndarray
    direct: np.ndarray


class Cuts(NamedTuple):
    """Chances from which a problem is answered, a pair partly covered, a pair directly covered."""

    answered: float
    partial: float
    direct: float


def choose(chances: list[Chances], levels: list[np.ndarray], weights: Sequence[float] = ()) -> Cuts:
    """The cuts that do best on the given documents: macro-F1 of the verdicts, then kappa of the pairs.

    `weights`: one a document, how much each of its problems and pairs counts; 1 where there are none.
    """
    weights = weights or [1.0] * len(levels)
    verdicts = np.concatenate([matrix.max(axis=1, initial=0) for matrix in levels])
    counts = np.repeat(weights, [len(matrix) for matrix in levels])
    topic, direct = (np.concatenate([_best(getattr(part, name)) for part in chances]) for name in ("topic", "direct"))
    merit = np.array([[_macro_f1(_table(verdicts, _verdicts(topic - low, direct - high), counts)) for high in GRID] for low in GRID])
    low, high = np.unravel_index(gaussian_filter(merit, SMOOTH, mode="nearest").argmax(), merit.shape)
    answered, certain = (float(1 / (1 + np.exp(-GRID[place]))) for place in (low, high))
    pairs = np.concatenate([matrix.ravel() for matrix in levels])
    counts = np.repeat(weights, [matrix.size for matrix in levels])
    tried = [Cuts(answered, float(partial), certain) for partial in PAIR_GRID]
    return max(tried, key=lambda cuts: _kappa(_table(pairs, np.concatenate([levels_of(part, cuts).ravel() for part in chances]), counts)))


def levels_of(chances: Chances, cuts: Cuts) -> np.ndarray:
    """Levels 0, 1, 2 of the pairs; an answered problem has at least its best pair, another one has none."""
    direct = chances.direct >= cuts.direct
    answered = (chances.topic >= cuts.answered).any(axis=1) | direct.any(axis=1)
    likely = chances.partial + chances.direct
    partial = (chances.partial >= cuts.partial) | (likely == likely.max(axis=1, keepdims=True, initial=0))
    return np.where(direct, 2, (partial & answered[:, None]).astype(int))


def margin(chances: Chances, cuts: Cuts) -> np.ndarray:
    """How far each problem's best chances lie from the cut that would change its verdict, in logits, at least 0."""
    low, high = _best(chances.topic) - logit(cuts.answered), _best(chances.direct) - logit(cuts.direct)
    return np.where(high >= 0, high, np.where(low >= 0, np.minimum(low, -high), -low))


def _best(chance: np.ndarray) -> np.ndarray:
    return logit(np.clip(chance.max(axis=1, initial=0), 1e-6, 1 - 1e-6))


def _verdicts(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    return np.where(high >= 0, 2, (low >= 0).astype(int))


def _table(gold: np.ndarray, said: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """(3 x 3): what those of a gold level, down, that were said to have a level, across, count together."""
    return np.bincount(gold * 3 + said, weights=counts, minlength=9).reshape(3, 3)


def _macro_f1(table: np.ndarray) -> float:
    return float(np.mean(2 * np.diag(table) / np.maximum(table.sum(0) + table.sum(1), 1)))


def _kappa(table: np.ndarray) -> float:
    """Quadratic weighted kappa over the three levels (Cohen 1968)."""
    distance = np.square(np.subtract.outer(np.arange(3), np.arange(3)))
    expected = np.outer(table.sum(1), table.sum(0)) / max(table.sum(), 1)
    return float(1 - (distance * table).sum() / max((distance * expected).sum(), 1e-9))
