"""Each baseline ranks the measure that shares the problem's words first; cuts come from other documents."""

import numpy as np
import pytest

from analysis.evaluation import cuts
from analysis.evaluation.baselines import BASELINES

PROBLEMS = ["河道采砂监管不严，夜间盗采时有发生", "食堂食品留样不规范，索证索票不全"]
MEASURES = ["规范食堂食品留样和索证索票，每日核对", "对河道采砂开展夜间巡查，严查盗采"]


@pytest.mark.parametrize("name", BASELINES)
def test_the_measure_with_the_same_words_comes_first(name):
    scores = BASELINES[name](PROBLEMS, MEASURES)
    assert scores.shape == (2, 2)
    assert scores.argmax(axis=1).tolist() == [1, 0]


@pytest.mark.parametrize("name", BASELINES)
def test_an_unread_item_scores_nothing_and_breaks_nothing(name):
    scores = BASELINES[name]([*PROBLEMS, ""], MEASURES)
    assert np.all(scores[2] == 0)


@pytest.mark.parametrize("name", BASELINES)
@pytest.mark.parametrize(("problems", "measures"), [(PROBLEMS, []), ([], MEASURES), ([], []), (PROBLEMS, ["", ""]), (["", ""], ["", ""])])
def test_a_side_of_which_nothing_was_read_scores_nothing(name, problems, measures):
    scores = BASELINES[name](problems, measures)
    assert scores.shape == (len(problems), len(measures))
    assert not scores.any()


def test_cuts_separate_what_can_be_separated():
    scores, levels = np.array([[0.9, 0.1, 0.5, 0.0, 0.05, 0.02]]), np.array([[2, 0, 1, 0, 0, 0]])
    chosen = cuts.choose([scores], [levels])
    assert cuts.cut(scores, chosen).tolist() == levels.tolist()


def test_an_answer_draws_its_verdicts_from_its_levels():
    answer = cuts.answer(np.array([[0.9, 0.1], [0.4, 0.0], [0.1, 0.1]]), (0.3, 0.8))
    assert answer.verdicts == ("covered", "partial", "uncovered")
    assert answer.problem_scores.tolist() == [0.9, 0.4, 0.1]
