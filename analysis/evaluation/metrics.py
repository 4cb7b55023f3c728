"""Figures of merit, each from its textbook definition through scikit-learn.

A prediction and a truth are matrices problems x measures: levels 0, 1, 2 and scores in any unit where
larger means better covered. All figures lie in [0, 1] except kappa (-1 to 1); larger is better.
"""

from dataclasses import dataclass

import numpy as np
from sklearn.metrics import average_precision_score, cohen_kappa_score, f1_score, roc_auc_score

VERDICTS = ("covered", "partial", "uncovered")
NAMES = {
    "kappa": "加权κ",
    "ap1": "AP≥1",
    "ap2": "AP=2",
    "link_f1": "链接F1",
    "verdict_f1": "结论F1",
    "gap_f1": "缺口F1",
    "gap_auc": "缺口AUC",
    "top1": "首位",
}


@dataclass(frozen=True)
class Answer:
    """What was said of one document: levels and scores of its pairs, verdict and score of its problems."""

    levels: np.ndarray
    scores: np.ndarray
    verdicts: tuple[str, ...]
    problem_scores: np.ndarray


def verdict_of(row: np.ndarray) -> str:
    """The verdict that a problem's levels imply: any 2 = covered, else any 1 = partial, else uncovered."""
    return {2: "covered", 1: "partial", 0: "uncovered"}[int(row.max(initial=0))]


def measure(truths: list, answers: list[Answer]) -> dict[str, float]:
    """All figures over the pairs and problems of the given documents taken together.

    `truths` have `.levels` and `.verdicts`. A figure that the labels leave undefined (no gap at all,
    say) is NaN.
    """
    gold, level, score = _flat(truth.levels for truth in truths), _flat(a.levels for a in answers), _flat(a.scores for a in answers)
    verdict_gold = [verdict for truth in truths for verdict in truth.verdicts]
    verdict = [verdict for answer in answers for verdict in answer.verdicts]
    is_gap = np.array([word == "uncovered" for word in verdict_gold])
    problem_score = np.concatenate([answer.problem_scores for answer in answers])
    return {
        "kappa": cohen_kappa_score(gold, level, weights="quadratic", labels=[0, 1, 2]) if len({*gold, *level}) > 1 else float("nan"),
        "ap1": _average_precision(gold >= 1, score),
        "ap2": _average_precision(gold >= 2, score),
        "link_f1": f1_score(gold >= 1, level >= 1, zero_division=0.0),
        "verdict_f1": _macro_f1(verdict_gold, verdict),
        "gap_f1": f1_score(is_gap, [word == "uncovered" for word in verdict], zero_division=0.0),
        "gap_auc": roc_auc_score(is_gap, -problem_score) if 0 < is_gap.sum() < len(is_gap) else float("nan"),
        "top1": top1(truths, answers),
    }


def top1(truths: list, answers: list[Answer]) -> float:
    """Share of the problems with any measure whose best-scored measure is one of its best by the labels."""
    hits = [
        gold[int(score.argmax())] == gold.max()
        for truth, answer in zip(truths, answers, strict=True)
        for gold, score in zip(truth.levels, answer.scores, strict=True)
        if gold.max(initial=0) > 0
    ]
    return float(np.mean(hits)) if hits else float("nan")


def _flat(matrices) -> np.ndarray:
    return np.concatenate([matrix.ravel() for matrix in matrices])


def _macro_f1(gold: list[str], said: list[str]) -> float:
    """Over the verdicts that occur; `unknown` is in no label and so counts as an error."""
    labels = [label for label in VERDICTS if label in gold or label in said]
    return f1_score(gold, said, labels=labels, average="macro", zero_division=0.0)


def _average_precision(truth: np.ndarray, score: np.ndarray) -> float:
    return average_precision_score(truth, score) if truth.any() else float("nan")
