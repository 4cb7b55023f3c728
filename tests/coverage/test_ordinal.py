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


def test_cuts_find_levels_that_lie_apart():
    gold = np.array([[0, 0, 2], [0, 1, 0], [0, 0, 0]])
    partial, direct = np.where(gold >= 1, 0.9, 0.05), np.where(gold == 2, 0.8, 0.02)
    low, high = cuts.choose([(partial, direct)], [gold])
    assert (cuts.levels_of(partial, direct, (low, high)) == gold).all()
    assert (cuts.margin(partial, direct, (low, high)) > 0).all()
