"""Words: the tokenizer, the vocabulary it is given, and how common words are."""

from analysis.words.tokenizer import Tokenizer, tokenizer
from analysis.words.vocabulary import Entry, stop_words, user_dictionary

__all__ = ["Entry", "Tokenizer", "stop_words", "tokenizer", "user_dictionary"]
