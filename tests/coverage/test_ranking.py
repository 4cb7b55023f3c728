"""The similarity of whole items."""

import numpy as np
import pytest

from analysis.coverage.ranking import KINDS, likeness, similarity
from analysis.coverage.units import Side

PROBLEMS = ["老城片区停车位不足，乱停乱放严重", "档案散放在走廊，至今未归档"]
MEASURES = ["新增停车泊位二百个，拖移违停车辆", "清点散放的档案，逐卷归档上架", "举办广场舞比赛"]


def test_each_problem_is_nearest_to_the_measure_about_it():
    found = similarity(PROBLEMS, MEASURES)
    assert found.shape == (2, 3)
    assert found.argmax(axis=1).tolist() == [0, 1]
    assert found[1, 2] == 0, "no character in common"


def test_the_same_text_is_one_and_the_order_of_the_sides_does_not_matter():
    assert similarity(PROBLEMS, PROBLEMS).diagonal() == pytest.approx(1)
    assert similarity(PROBLEMS, MEASURES) == pytest.approx(similarity(MEASURES, PROBLEMS).T)


def test_a_long_measure_about_other_things_is_further_off():
    short, long = MEASURES[1], "。".join([MEASURES[1], MEASURES[2], "放映露天电影，修缮灌溉水渠，更换路灯，补种行道树"])
    found = similarity(PROBLEMS, [short, long])
    assert found[1, 0] > found[1, 1] > 0


@pytest.mark.parametrize("left, right", [([], []), (["停车"], []), (["abc"], ["停车", ""])])
def test_texts_without_chinese_and_empty_sides(left, right):
    found = similarity(left, right)
    assert found.shape == (len(left), len(right)) and not found.any()


def test_one_kind_alone_keeps_the_interval():
    for kind in KINDS:
        assert similarity(["归档"], ["归档", "停车"], [kind]) == pytest.approx(np.array([[1.0, 0.0]]))
    assert sum(share for _, share in KINDS.values()) == pytest.approx(1)


def test_likeness_takes_items_not_segments():
    sides = [
        Side(tuple(map(str, range(len(items)))), tuple(text for item in items for text in item), np.array([""] * 4, dtype=object), owner, owner)
        for items, owner in (((("档案散放", "未归档"), ("停车难", "车位少")), np.array([0, 0, 1, 1])), ((("归档", "上架", "清点"), ("车位",)), np.array([0, 0, 0, 1])))
    ]
    assert likeness(*sides) == pytest.approx(similarity(["档案散放。未归档", "停车难。车位少"], ["归档。上架。清点", "车位"]))
