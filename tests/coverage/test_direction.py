import numpy as np
import pytest

from analysis import cues
from analysis.coverage import direction
from analysis.coverage.substance import actions
from analysis.coverage.units import Side


def side(*texts: str, kind: str = "action") -> Side:
    return Side(tuple(f"X{n}" for n in range(len(texts))), texts, np.array([kind] * len(texts)), np.arange(len(texts)), np.ones(len(texts), dtype=int))


@pytest.mark.parametrize(
    ("problem", "lacking"),
    [
        ("灯光球场重修建、轻维护", "灯光球场重，、轻维护"),
        ("过度依赖人工抄表，误差大", "过度依赖，，误差大"),
        ("以罚款代替疏导", "以，代替疏导"),
        ("路灯损坏多日无人修", "路灯损坏多日无人修"),
    ],
)
def test_what_is_called_too_much_is_blanked(problem, lacking):
    assert cues.without_excess(problem) == lacking


def test_what_is_put_off_or_only_publicised_is_no_step_forward():
    measures = side("待条件成熟后再行安排改造", "张贴宣传海报200张", "更换灯具60盏")
    assert direction.forward(side("路灯不亮"), measures).tolist() == [[False, False, True]]
    assert direction.forward(side("政策宣传不到位"), measures).tolist() == [[False, True, True]]


def test_a_headline_that_is_an_action_counts_as_one():
    assert actions(side("更换灯具60盏", "进一步提高思想认识", kind="headline")).tolist() == [True, False]
