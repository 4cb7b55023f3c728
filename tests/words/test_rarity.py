"""How rare a word is: jieba's table, the genre's correction, general text."""

import math

import pytest

from analysis.words.background import background
from analysis.words.rarity import Rarity, rarity


def test_the_plain_values_are_jiebas():
    import jieba.analyse

    table, median = jieba.analyse.default_tfidf.idf_loader.get_idf()
    assert rarity().plain("台账") == table["台账"]
    assert rarity().plain("雨污分流") == rarity().median == median


def test_the_genre_lowers_and_never_raises():
    own = Rarity(genre={"台账": 0.5, "工作": 0.001})
    assert own.of("台账") == pytest.approx(Rarity.FLOOR - Rarity.SCALE * math.log(0.5))
    assert own.of("工作") == own.plain("工作")
    assert own.of("雨水管网") == own.plain("雨水管网")


def test_shares_of_general_text():
    assert background().share("雨污分流") == 0
    assert 0 < background().share("台账") < background().share("工作") < 0.01
