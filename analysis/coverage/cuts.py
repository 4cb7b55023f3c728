"""The chances from which a pair counts as partly and as directly covered."""

import numpy as np
from scipy.special import logit

GRID = np.arange(0.12, 0.80, 0.04)
NEAR = 0.04
"""Cuts as good as the best but for this much are averaged: the best point of few documents is chance."""


def choose(chances: list[tuple[np.ndarray, np.ndarray]], levels: list[np.ndarray]) -> tuple[float, float]:
    """The cuts that do best on the given documents, by macro-F1 of the verdicts and kappa of the pairs."""
    merit = {(low, high): _merit([levels_of(*pair, (low, high)) for pair in chances], levels) for low in GRID for high in GRID}
    best = max(merit.values())
    return tuple(float(value) for value in np.mean([cut for cut, value in merit.items() if value >= best - NEAR], axis=0))


def levels_of(partial: np.ndarray, direct: np.ndarray, cuts: tuple[float, float]) -> np.ndarray:
    """Levels 0, 1, 2 of the pairs."""
    return np.where(direct >= cuts[1], 2, np.where(partial >= cuts[0], 1, 0))


def margin(partial: np.ndarray, direct: np.ndarray, cuts: tuple[float, float]) -> np.ndarray:
    """How far each problem's best chances lie from the cut that would change its verdict, in logits, at least 0."""
    low, high = (logit(np.clip(part.max(axis=1, initial=0), 1e-6, 1 - 1e-6)) - logit(cut) for part, cut in zip((partial, direct), cuts, strict=True))
    return np.where(high >= 0, high, np.where(low >= 0, np.minimum(low, -high), -low))


def _merit(said: list[np.ndarray], gold: list[np.ndarray]) -> float:
    verdicts = [np.concatenate([matrix.max(axis=1, initial=0) for matrix in part]) for part in (gold, said)]
    pairs = [np.concatenate([matrix.ravel() for matrix in part]) for part in (gold, said)]
    return _macro_f1(*verdicts) + _kappa(*pairs)


def _table(gold: np.ndarray, said: np.ndarray) -> np.ndarray:
    return np.bincount(gold * 3 + said, minlength=9).reshape(3, 3)


def _macro_f1(gold: np.ndarray, said: np.ndarray) -> float:
    table = _table(gold, said)
    return float(np.mean(2 * np.diag(table) / np.maximum(table.sum(0) + table.sum(1), 1)))


def _kappa(gold: np.ndarray, said: np.ndarray) -> float:
    """Quadratic weighted kappa over the three levels (Cohen 1968)."""
    table = _table(gold, said)
    distance = np.square(np.subtract.outer(np.arange(3), np.arange(3)))
    expected = np.outer(table.sum(1), table.sum(0)) / max(table.sum(), 1)
    return float(1 - (distance * table).sum() / max((distance * expected).sum(), 1e-9))
