"""From the columns of a pair to its level: two logistic curves with weights that are never negative.

One curve gives the chance that the pair is at least partly covered, the other that it is directly covered
(cumulative logits with separate slopes; McCullagh 1980). Weights are at least 0, so more evidence never lowers
a level, and shrunk towards 0 (ridge), since a handful of labelled documents carries few parameters.
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

RIDGE = 10.0
"""Strength of the shrinking, on columns scaled to standard deviation 1."""


@dataclass(frozen=True)
class Curve:
    """One logistic curve: `weights` (one a column, at least 0) and `intercept`."""

    weights: np.ndarray
    intercept: float

    def chance(self, columns: np.ndarray) -> np.ndarray:
        """(… x columns) → (…), in (0, 1)."""
        return expit(columns @ self.weights + self.intercept)


def fit(columns: np.ndarray, truth: np.ndarray, ridge: float = RIDGE, weights: np.ndarray | None = None) -> Curve:
    """The curve for a (rows x columns) table and 0/1 truths, in the columns' own units; `weights`: one a row, else 1."""
    weights = np.ones(len(truth)) if weights is None else weights
    scale = np.where(columns.std(axis=0) > 1e-9, columns.std(axis=0), np.inf)
    scaled = columns / scale
    count = columns.shape[1]

    def loss(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        slopes, intercept = parameters[:count], parameters[count]
        score = scaled @ slopes + intercept
        miss = weights * (expit(score) - truth)
        value = weights @ (np.logaddexp(0, score) - truth * score) + ridge * slopes @ slopes
        return value, np.append(scaled.T @ miss + 2 * ridge * slopes, miss.sum())

    bounds = [(0, None)] * count + [(None, None)]
    found = minimize(loss, np.append(np.zeros(count), -2.0), jac=True, bounds=bounds, method="L-BFGS-B").x
    return Curve(found[:count] / scale, float(found[count]))
