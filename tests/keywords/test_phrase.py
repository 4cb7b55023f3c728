"""The phrase method: joined words, position, redundancy, and jieba's own figures for the other two."""

import pytest

from analysis.keywords import of_text, phrase, tfidf
from analysis.keywords.letters import Letters
from analysis.keywords.phrase import _same
from analysis.keywords.tools import Tools, Unit
from analysis.words import Tokenizer


def _terms(text, **options):
    return [term for term, _ in of_text(text, **options)]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("老城区雨污分流改造进展缓慢，雨污分流改造资金缺口大，雨污分流改造工期一拖再拖。", "雨污分流改造"),
        ("抽排设备的图纸丢失，抽排设备的台账没有建立。", "抽排设备"),
        ("商标注册后连续三年没有使用，商标注册人应当承担什么责任？", "商标注册"),
        ("提出一种基于卷积神经网络的图像分割方法，卷积神经网络的参数更少。", "卷积神经网络"),
    ],
)
def test_adjacent_words_are_joined(text, term):
    assert term in _terms(text, top=3, genre=False)


@pytest.mark.parametrize("text", ["切实加强领导，进一步推进整改工作落实到位。", "班子成员思想认识不够到位，有的同志工作不深入。", "加大力度，狠抓落实，形成长效机制。"])
def test_the_genres_phrases_are_no_keyword(text):
    assert _terms(text) == []


def test_the_headline_comes_first():
    text = "排水管网已经疏通。井盖还没有更换，管网图纸已经补齐。"
    assert _terms(text, headline="排水管网")[0] == "排水管网"


def test_redundant_terms_are_left_out():
    terms = _terms("雨污分流改造滞后，雨污分流改造工程停工。雨污分流管网破损，管网破损无人修。")
    assert not any(one != other and one in other for one in terms for other in terms)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("雨污分流", "分流改造", True), ("分流改造", "雨污分流", True), ("分流", "雨污分流", True), ("解除合同", "合同解除", True), ("侵权责任", "责任能力", False), ("台账", "管网", False)],
)
def test_overlap_is_judged_in_the_text(one, other, same):
    assert _same(one, other, "雨污分流改造滞后，侵权责任与责任能力，台账，管网。") is same


@pytest.mark.parametrize(
    ("word", "letter"),
    [("危化品", "T"), ("形式主义", "P"), ("财政局", "Z"), ("民法典", "Z"), ("管网", "N"), ("审计", "G"), ("抵押", "G"), ("的", "x"), ("12", "x"), ("加强", "v"), ("工作", "g"), ("切实加强", "l")],
)
def test_letters(word, letter):
    assert Letters(Tokenizer())[word] == letter


def test_words_made_up_around_a_function_word_end_a_phrase():
    letters = Letters(Tokenizer("rjieba", ()))
    assert letters["对雨污"] == "x" and letters["微信群"] == "N"


def test_tfidf_is_jiebas_where_no_stop_word_is_left_out():
    import jieba.analyse

    text = "排水管网破损，抽排设备老化，管网图纸缺失，设备台账缺失。"
    tools = Tools(tokenizer=Tokenizer("rjieba", ()), genre=False)
    expected = [(term, weight) for term, weight in jieba.analyse.extract_tags(text, topK=20, withWeight=True) if not tools.is_stop(term)]
    found = tfidf.rank([Unit(text)], tools, 20)
    assert {term: weight for term, weight in found} == pytest.approx({term: weight / expected[0][1] for term, weight in expected})


def test_a_rank_over_several_units_sums_their_places():
    units = [Unit("泵站的图纸丢失。"), Unit("泵站无人值守。"), Unit("井盖松动。")]
    terms = dict(phrase.rank(units, Tools(), 5))
    assert terms["泵站"] == 1 > max(weight for term, weight in terms.items() if term != "泵站")
