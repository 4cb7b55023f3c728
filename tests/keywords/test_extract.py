"""The keyword stage: one call shape and one return shape at every level."""

import pytest

from analysis.keywords import METHODS, extract, of_documents, of_set, of_sides, of_text
from analysis.schema import TABLES, frame

PROBLEMS = [
    {"doc": "甲", "problem": "P01", "headline": "雨污分流改造滞后", "text": "雨污分流改造滞后。老城管网雨污合流，雨污分流改造只完成三成。"},
    {"doc": "甲", "problem": "P02", "headline": "台账管理混乱", "text": "台账管理混乱。应急物资台账与实物对不上。"},
    {"doc": "乙", "problem": "P01", "headline": "招商项目落地慢", "text": "招商项目落地慢。签约项目开工不足一半。"},
]
MEASURES = [{"doc": "甲", "measure": "M01", "headline": "加快管网改造", "text": "加快管网改造。年底前建成雨水管网12公里。"}]


@pytest.fixture
def tables():
    return frame("problems", PROBLEMS), frame("causes", []), frame("measures", MEASURES)


@pytest.mark.parametrize(
    ("function", "groups"),
    [
        (extract, {("甲", "P01"), ("甲", "P02"), ("甲", "M01"), ("乙", "P01")}),
        (of_sides, {("甲", "problems"), ("甲", "measures"), ("乙", "problems")}),
        (of_documents, {("甲", "document"), ("乙", "document")}),
        (of_set, {("*", "problems"), ("*", "measures")}),
    ],
)
def test_every_level_returns_the_keywords_table(tables, function, groups):
    keywords = function(*tables, top=3)["keywords"]
    assert list(keywords.columns) == list(TABLES["keywords"].columns)
    assert set(zip(keywords["doc"], keywords["item"], strict=True)) == groups
    assert set(keywords["method"]) == set(METHODS)
    first = keywords[keywords["rank"] == 1]
    assert (first["weight"] == 1).all() and (keywords["rank"] <= 3).all()


@pytest.mark.parametrize("method", METHODS)
def test_no_stop_word_is_a_keyword(method):
    terms = [term for term, _ in of_text("班子成员进一步加强领导，工作中存在的问题没有解决，管网台账没有建立。", method=method)]
    assert any("台账" in term for term in terms)
    assert not {"班子成员", "进一步", "加强", "工作", "问题", "没有", "存在"} & set(terms)


@pytest.mark.parametrize("method", METHODS)
def test_empty_text_has_no_keyword(method):
    assert of_text("", method=method) == []
    assert of_text("的。123，！", method=method) == []


def test_unknown_method_is_refused():
    with pytest.raises(ValueError, match="yake"):
        of_text("台账", method="yake")
