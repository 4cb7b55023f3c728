"""A word's class as one letter, so that phrases can be looked for as strings of letters.

Upper case can be a keyword, lower case only a part of one (hollow words and the genre's stop words),
`x` ends a phrase. T term and P set phrase of the user dictionary (its bodies, parties and statutes are Z,
its posts N: they are who, not what), N noun, G verbal noun, V verb,
A adjective, B attributive, L idiom, J abbreviation, Z name of a place or body, E foreign letters.
"""

from functools import lru_cache

from analysis.words.tokenizer import Tokenizer
from analysis.words.vocabulary import (
    GENERAL_STOP_WORDS,
    GENRE_STOP_WORDS,
    GLUE_CHARACTERS,
    HOLLOW_WORDS,
    PHRASE_PATTERNS,
    SLOGAN_WORDS,
    WORD_CLASSES,
    stop_words,
    table,
)

BREAK = "x"
_BY_KIND = {"套语": "P", "毛病": "P", "机构": "Z", "主体": "Z", "法规": "Z", "职务": "N"}
_BY_TAG = {"ns": "Z", "nt": "Z", "nz": "Z", "vn": "G", "eng": "E"}
_BY_FIRST = {"n": "N", "v": "V", "a": "A", "b": "B", "l": "L", "i": "L", "j": "J"}


class Letters(dict):
    """word → letter, filled as words are met."""

    def __init__(self, tokenizer: Tokenizer, genre: bool = True):
        super().__init__()
        self._tokenizer = tokenizer
        self._breaking = stop_words(GENERAL_STOP_WORDS, SLOGAN_WORDS) if genre else stop_words(GENERAL_STOP_WORDS)
        self._glue = stop_words(GLUE_CHARACTERS)
        self._hollow = stop_words(HOLLOW_WORDS, GENRE_STOP_WORDS) if genre else stop_words(HOLLOW_WORDS)
        self._corrected = dict(row for _, row in table(WORD_CLASSES, ("word", "letter")))
        self._terms = {entry.term: _BY_KIND.get(entry.kind, "T") for entry in tokenizer.entries if not self._everyday(entry.term)}

    def _everyday(self, term: str) -> bool:
        """Whether a term of the dictionary is a two-character word of everyday language as well (合伙, 盘点)."""
        return len(term) == 2 and term in self._tokenizer.ordinary

    def __missing__(self, word: str) -> str:
        letter = self[word] = self._letter(word)
        return letter

    def _letter(self, word: str) -> str:
        if word in self._breaking or not any(character.isalpha() for character in word):
            return BREAK
        if self._glued(word):
            return BREAK
        letter = self._corrected.get(word) or self._terms.get(word) or self._by_speech(word)
        return letter.lower() if len(word) < 2 or self._says_nothing(word, letter) else letter

    def _says_nothing(self, word: str, letter: str) -> bool:
        """Whether a word is hollow, or is put together from two hollow halves (切实加强)."""
        halves = {word[:2], word[2:]} if len(word) == 4 and letter != "T" else {word}
        return word in self._hollow or halves <= self._hollow | self._breaking

    def _glued(self, word: str) -> bool:
        """Whether the word was made up around a function word (对原, 树得, 灯不亮)."""
        return len(word) > 1 and not self._glue.isdisjoint(word) and not self._tokenizer.knows(word)

    def _by_speech(self, word: str) -> str:
        tags = self._tokenizer.tag(word)
        if len(tags) > 1 and any(part in self._breaking for part, _ in tags):
            return BREAK
        tag = tags[-1][1]
        return _BY_TAG.get(tag) or _BY_FIRST.get(tag[0], BREAK)


@lru_cache
def priors(genre: bool = True) -> dict[str, float]:
    """Pattern of upper-case letters → how much more often than others such a phrase is a keyword.

    In the genre a verb with its object is mostly a slogan (擦亮名片), hence a column of its own.
    """
    rows = table(PHRASE_PATTERNS, ("pattern", "prior", "genre_prior", "example"))
    return {row[0]: float(row[2 if genre else 1]) for _, row in rows}
