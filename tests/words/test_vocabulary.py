"""The word lists of the project and how they are read."""

import pytest

from analysis.errors import InputError
from analysis.words.validation import report
from analysis.words.vocabulary import (
    GENERAL_STOP_WORDS,
    GENRE_STOP_WORDS,
    HOLLOW_WORDS,
    KIND_TAGS,
    Entry,
    genre_frequency,
    stop_words,
    user_dictionary,
)


def test_the_user_dictionary_is_large_broad_and_without_fault():
    entries = user_dictionary()
    assert len(entries) >= 3000
    assert len({entry.domain for entry in entries}) >= 20
    assert {entry.kind for entry in entries} <= set(KIND_TAGS)
    assert report() == []


@pytest.mark.parametrize("term", ["两个维护", "一岗双责", "三重一大", "台账", "销号", "雨污分流", "危化品"])
def test_the_genres_terms_are_in_it(term):
    assert term in {entry.term for entry in user_dictionary()}


@pytest.mark.parametrize(
    ("word", "general", "genre"), [("的", True, False), ("进一步", False, True), ("班子成员", False, True), ("不力", False, True), ("台账", False, False)]
)
def test_stop_words_of_language_and_of_genre_are_apart(word, general, genre):
    assert (word in stop_words(GENERAL_STOP_WORDS, HOLLOW_WORDS)) is general
    assert (word in stop_words(GENRE_STOP_WORDS)) is genre
    assert (word in stop_words()) is (general or genre)


def test_genre_frequencies_are_shares():
    assert all(0 < share <= 1 for share in genre_frequency().values())


def test_a_dictionary_is_read_with_bom_and_cr(tmp_path):
    path = tmp_path / "own.csv"
    path.write_bytes("\ufeffterm,domain,kind,frequency\r\n雨污分流,城建,事物,\r\n一窗通办,数字政府,行为,120\r\n".encode())
    assert user_dictionary(path) == (Entry("雨污分流", "城建", "事物"), Entry("一窗通办", "数字政府", "行为", 120))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("word,domain\n", "第1行"),
        ("term,domain,kind,frequency\n雨污分流,城建\n", "第2行"),
        ("term,domain,kind,frequency\n雨污分流,城建,事物,很多\n", "词频“很多”不是正整数"),
    ],
)
def test_a_line_that_cannot_be_used_is_named(tmp_path, text, message):
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        user_dictionary(path)


def test_a_missing_or_foreign_file_is_one_line(tmp_path):
    with pytest.raises(InputError, match="找不到词表文件"):
        user_dictionary(tmp_path / "none.csv")
    (tmp_path / "gbk.csv").write_bytes("词".encode("gbk"))
    with pytest.raises(InputError, match="不是 UTF-8"):
        user_dictionary(tmp_path / "gbk.csv")
