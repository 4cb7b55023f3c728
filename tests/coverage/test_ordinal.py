import numpy as np
import pytest

from analysis.coverage import cuts, ordinal


def test_weights_are_never_negative_and_more_evidence_never_lowers_a_chance():
    rng = np.random.default_rng(3)
    columns = rng.random((200, 3))
    truth = (columns[:, 0] - columns[:, 1] + rng.normal(0, 0.2, 200) > 0.2).astype(float)
    curve = ordinal.fit(columns, truth)
    assert (curve.weights >= 0).all() and curve.weights[0] > 0 and curve.weights[1] == pytest.approx(0)
    assert (curve.chance(columns + 0.1) >= curve.chance(columns)).all()


def test_a_column_that_never_varies_gets_no_weight():
    assert ordinal.fit(np.ones((10, 1)), np.tile([0.0, 1.0], 5)).weights.tolist() == [0.0]


GOLD = np.array([[0, 0, 2], [0, 1, 0], [0, 0, 0]])
CHANCES = cuts.Chances(np.where(GOLD >= 1, 0.8, 0.1), np.where(GOLD >= 1, 0.9, 0.05), np.where(GOLD == 2, 0.8, 0.02))


def test_cuts_find_levels_that_lie_apart():
    chosen = cuts.choose([CHANCES], [GOLD])
    assert (cuts.levels_of(CHANCES, chosen) == GOLD).all()
    assert (cuts.margin(CHANCES, chosen) > 0).all()


def test_an_answered_problem_has_its_best_pair_and_another_has_none():
    low = CHANCES._replace(partial=np.full((3, 3), 0.3) + np.eye(3) / 10)
    levels = cuts.levels_of(low, cuts.Cuts(0.5, 0.7, 0.9))
    assert levels.tolist() == [[0, 0, 1], [0, 1, 0], [0, 0, 0]]
