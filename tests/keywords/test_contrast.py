"""Contrast, network and discovery: finished frames for charts."""

import math

import pytest

from analysis.keywords import contrast, network
from analysis.keywords.contrast import COLUMNS, log_odds
from analysis.keywords.discovery import discover
from analysis.keywords.sentences import containing, split
from analysis.schema import frame


def _tables(problems, measures, causes=()):
    sides = {}
    for kind, letter, texts in (("problem", "P", problems), ("cause", "C", causes), ("measure", "M", measures)):
        rows = [{"doc": "甲", kind: f"{letter}{n:02}", "headline": text.split("。")[0], "text": text} for n, text in enumerate(texts, start=1)]
        sides[f"{kind}s"] = frame(f"{kind}s", rows)
    return sides


PROBLEMS = ["井盖松动无人管。井盖缺失三处。", "电梯停运。雨水管网淤堵，排水不畅。", "井盖更换慢。"]
MEASURES = ["疏通雨水管网。年底前完成管网清淤。", "建立巡河制度。巡河每周一次，巡河有记录。"]


def test_what_no_measure_takes_up():
    table = contrast(**_tables(PROBLEMS, MEASURES))["contrast"]
    assert list(table.columns) == list(COLUMNS)
    row = table[table["term"] == "井盖"].iloc[0]
    assert (row["side"], row["problem_count"], row["measure_count"], row["taken_up"], row["items"]) == ("problem", 3, 0, 0, "P01 P03")
    assert row["log_odds"] > 0 and row["z"] > 0
    assert row["sentences"] == "P01：井盖松动无人管。\nP01：井盖缺失三处。\nP03：井盖更换慢。"
    reverse = table[table["term"] == "巡河"].iloc[0]
    assert (reverse["side"], reverse["taken_up"], reverse["items"]) == ("measure", 0, "M02") and reverse["z"] < 0


def test_what_both_sides_say_is_taken_up_and_its_parts_are_an_echo():
    table = contrast(**_tables(["雨水管网的淤泥多。雨水管网无图纸。泵站无人。"], ["管网清理。泵站有人。"]))["contrast"].set_index("term")
    assert table.loc["泵站", "taken_up"] == 1 and table.loc["泵站", "echo"] == ""
    assert table.loc["雨水管网", "taken_up"] == 0 and table.loc["雨水管网", "echo"] == "管网"


@pytest.mark.parametrize(("problems", "measures"), [(PROBLEMS, []), ([], MEASURES), ([], [])])
def test_one_side_alone_has_no_contrast(problems, measures):
    table = contrast(**_tables(problems, measures))["contrast"]
    assert table.empty and list(table.columns) == list(COLUMNS)


def test_log_odds_by_hand():
    difference, z = log_odds(3, 1, 100, 200, 2.0, 50.0)
    expected = math.log(5 / 145) - math.log(3 / 247)
    assert difference == pytest.approx(expected)
    assert z == pytest.approx(expected / math.sqrt(1 / 5 + 1 / 3))


def test_log_odds_turn_with_the_sides():
    assert log_odds(3, 1, 100, 200, 2.0, 50.0)[1] == pytest.approx(-log_odds(1, 3, 200, 100, 2.0, 50.0)[1])


def test_network_joins_terms_of_one_item():
    frames = network(**_tables(["井盖和路灯都坏。", "井盖与路灯没有更换。泵站无人。"], ["泵站有人。井盖更换。"]))
    terms = frames["network_terms"].set_index("term")
    assert terms.loc["井盖", ["problem_count", "cause_count", "measure_count"]].tolist() == [2, 0, 1]
    edges = {frozenset((row.source, row.target)): row for row in frames["network_edges"].itertuples()}
    assert edges[frozenset(("井盖", "路灯"))].items == 2
    assert frames["network_edges"]["association"].between(0, 1).all()


def test_empty_tables_have_an_empty_network():
    frames = network(**_tables([], []))
    assert all(table.empty and len(table.columns) for table in frames.values())


def test_new_words_are_found_with_an_example_and_known_ones_are_not():
    texts = ["净巷班组人手少。", "街道净巷班组没有台账。", "考核净巷班组流于形式。雨污分流滞后。", "增配净巷班组。"]
    table = discover(**_tables(texts, ["雨污分流改造。雨污分流管网。"]))["candidates"]
    row = table.set_index("term").loc["净巷班组"]
    assert (row["count"], row["take"], row["example"]) == (4, "", "净巷班组人手少。")
    assert row["cohesion"] > 0.5 and row["freedom"] > 0.6
    assert not {"台账", "雨污分流", "流于形式"} & set(table["term"])


def test_a_fragment_of_the_tokenizer_is_no_new_word():
    texts = ["小事拖成大事。", "旧账拖成死账。", "成了样子，成不了事，完成一半，拖了三年，拖着不办，成天拖。"]
    assert "拖成" not in set(discover(**_tables(texts * 2, []))["candidates"]["term"])


@pytest.mark.parametrize(
    ("text", "sentences"),
    [("", []), ("一。二；三", ["一。", "二；", "三"]), ("甲！\n\n 乙？丙", ["甲！", "乙？", "丙"])],
)
def test_sentences(text, sentences):
    assert split(text) == sentences


def test_sentences_with_a_term():
    assert containing("井盖松动。路灯不亮；井盖缺失", "井盖") == ["井盖松动。", "井盖缺失"]
