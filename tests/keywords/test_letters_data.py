"""The lists behind the phrase method agree with each other."""

from collections import Counter

import pytest

from analysis.keywords.candidates import LONGEST
from analysis.keywords.letters import Letters, priors
from analysis.words import tokenizer
from analysis.words.vocabulary import (
    GENERAL_STOP_WORDS,
    GENRE_STOP_WORDS,
    HOLLOW_WORDS,
    PHRASE_PATTERNS,
    SLOGAN_WORDS,
    WORD_CLASSES,
    stop_words,
    table,
)

LETTERS = set("TPNGVABLJZE")


@pytest.mark.parametrize("genre", [True, False])
def test_patterns_are_letters_with_positive_priors(genre):
    assert all(set(pattern) <= LETTERS and len(pattern) <= LONGEST and 0 < prior <= 2 for pattern, prior in priors(genre).items())


def test_every_example_is_written_out():
    rows = [row for _, row in table(PHRASE_PATTERNS, ("pattern", "prior", "genre_prior", "example"))]
    assert all(row[3] for row in rows) and max(Counter(row[0] for row in rows).values()) == 1


def test_corrected_classes_are_letters_and_unique():
    rows = [row for _, row in table(WORD_CLASSES, ("word", "letter"))]
    assert {letter for _, letter in rows} <= LETTERS and max(Counter(word for word, _ in rows).values()) == 1


@pytest.mark.parametrize("path", [GENERAL_STOP_WORDS, HOLLOW_WORDS, GENRE_STOP_WORDS, SLOGAN_WORDS], ids=lambda path: path.stem)
def test_a_list_names_each_word_once(path):
    words = [word for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#") for word in line.split()]
    assert [word for word, count in Counter(words).items() if count > 1] == []


def test_slogan_words_break_in_the_genre_only():
    assert Letters(tokenizer())["底座"] == "x" and Letters(tokenizer(), genre=False)["底座"] == "N"
    assert "底座" in stop_words(SLOGAN_WORDS)
