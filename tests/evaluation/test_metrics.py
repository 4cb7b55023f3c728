"""The figures of merit on answers small enough to check by hand."""

from dataclasses import dataclass

import numpy as np
import pytest

from analysis.evaluation.metrics import Answer, measure, top1, verdict_of


@dataclass
class Truth:
    levels: np.ndarray
    verdicts: tuple[str, ...]


GOLD = Truth(np.array([[2, 0], [0, 1], [0, 0]]), ("covered", "partial", "uncovered"))


def said(levels, verdicts, scores=None):
    levels = np.array(levels)
    scores = levels / 2 if scores is None else np.array(scores)
    return Answer(levels, scores, verdicts, scores.max(axis=1))


def test_a_perfect_answer_reaches_one_everywhere():
    assert set(measure([GOLD], [said(GOLD.levels, GOLD.verdicts)]).values()) == {1.0}


def test_saying_that_nothing_is_covered_shows():
    figures = measure([GOLD], [said(np.zeros((3, 2), int), ("uncovered",) * 3)])
    assert figures["kappa"] == 0 and figures["link_f1"] == 0 and figures["gap_auc"] == 0.5
    assert figures["gap_f1"] == pytest.approx(0.5)
    assert figures["verdict_f1"] == pytest.approx((0 + 0 + 0.5) / 3)


def test_unknown_counts_as_an_error():
    figures = measure([GOLD], [said(GOLD.levels, ("covered", "partial", "unknown"))])
    assert figures["verdict_f1"] == pytest.approx(2 / 3) and figures["gap_f1"] == 0


def test_a_figure_without_a_case_is_not_a_number():
    covered = Truth(np.array([[2]]), ("covered",))
    assert np.isnan(measure([covered], [said([[2]], ("covered",))])["gap_auc"])


def test_top1_asks_for_one_of_the_best_measures():
    assert top1([GOLD], [said(GOLD.levels, GOLD.verdicts, [[0.1, 0.9], [0.1, 0.9], [0.9, 0.1]])]) == 0.5


@pytest.mark.parametrize("row, verdict", [([0, 2, 1], "covered"), ([1, 0], "partial"), ([0, 0], "uncovered"), ([], "uncovered")])
def test_verdict_of_levels(row, verdict):
    assert verdict_of(np.array(row)) == verdict
