import numpy as np
import pytest
from sides import side

from analysis.coverage import casebook, precedents, profiles


def test_what_remedies_the_precedents_is_found_in_other_words():
    problems = side("大班额问题突出", "停车难、乱停车", "病历书写不规范")
    measures = side("新建扩建三所小学，划片逐年微调", "新增泊位，推行错峰共享", "质控医师逐日审阅运行文书")
    found = precedents.kinship(problems, measures)
    assert found.argmax(axis=1).tolist() == [0, 1, 2] and (found >= 0).all() and (found <= 1).all()


def test_the_neighbours_remedy_is_told_from_the_remedy():
    found = precedents.contrast(side("大班额问题突出"), side("新建扩建三所小学，划片逐年微调", "更换小学课桌椅，改造校门", "开展防汛演练"))
    assert found[0].argmax() == 0 and found[0, 0] > precedents.EVEN


def test_a_slogan_is_of_the_theme_but_no_remedy():
    problem = ("停车难、乱停车",)
    slogan, deed, other = precedents.theme(problem, side("切实把停车难作为民生大事抓紧抓好", "新增泊位，推行错峰共享", "开展防汛演练"))[0]
    assert min(slogan, deed) > other and precedents.EVEN < slogan
    kin = precedents.kinship(side(*problem), side("切实把停车难作为民生大事抓紧抓好", "新增泊位，推行错峰共享"))[0]
    assert kin[1] > kin[0]


@pytest.mark.parametrize("judge", (precedents.kinship, precedents.contrast, lambda left, right: precedents.theme(left.item_texts, right)))
def test_sides_without_items_or_known_characters_give_numbers_of_the_right_shape(judge):
    assert judge(side(), side("新增泊位")).shape == (0, 1) and judge(side("停车难"), side()).shape == (1, 0)
    assert np.isfinite(judge(side("120"), side("新增泊位", "停车"))).all()


def test_every_case_has_a_profile_of_each_kind_of_answer():
    known = profiles.load()
    assert {kind: rows.shape[0] for kind, rows in known.answers.items()} == dict.fromkeys(profiles.ANSWERS, len(casebook.load()))
    assert known.troubles.shape == (len(known.place), len(casebook.load()))


def test_characters_of_everything_tell_nothing():
    known = profiles.load()
    assert not known.spell(("不",)).nnz and known.spell(("泊位",)).nnz
