import numpy as np
from sides import side

from analysis.coverage.semantics import meaning


def test_what_is_meant_is_found_without_a_common_word():
    problems = side("消防设施损坏，火灾隐患突出", "食堂饭菜质量差", "理论学习不深入")
    measures = side("组织灭火救援演练", "更换餐饮承包商，改进供餐", "开展党课和集体研讨")
    found = meaning(problems, measures)
    assert found.argmax(axis=1).tolist() == [0, 1, 2]
    assert ((found >= 0) & (found <= 1)).all()


def test_sides_without_items_or_words_give_zeros_of_the_right_shape():
    assert meaning(side(), side("组织演练")).shape == (0, 1)
    found = meaning(side("120"), side("组织演练", "更换设备"))
    assert found.shape == (1, 2) and np.isfinite(found).all()
