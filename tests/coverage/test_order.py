import numpy as np
import pytest

from analysis.coverage import instances, order
from analysis.coverage.units import Side


def test_a_silent_problem_is_expected_between_its_neighbours():
    total = np.diag([4.0, 4.0, 0.0, 4.0, 4.0])
    near = order.nearness(total)
    assert near[2].argmax() == 2 and near[2, 0] < 0.1


def test_measures_that_run_the_other_way_pull_against_the_diagonal():
    total = np.fliplr(np.diag([5.0] * 6))
    total[1] = 0
    assert order.nearness(total)[1].argmax() >= 2


@pytest.mark.parametrize("shape", [(0, 3), (3, 0), (1, 1)])
def test_any_shape_goes(shape):
    assert order.nearness(np.ones(shape)).shape == shape


def side(*texts: str) -> Side:
    count = len(texts)
    return Side(tuple(map(str, range(count))), texts, np.array(["claim"] * count, dtype=object), np.arange(count), np.ones(count, int))


def test_the_same_figure_or_place_makes_a_measure_one_for_that_case():
    found = instances.general(side("柳溪镇3座闸门失修"), side("为柳溪镇更换闸门", "更换3座闸门", "建立闸门巡检台账"))
    assert found.tolist() == [[0, 0, 1]]
