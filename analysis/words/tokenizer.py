"""One tokenizer behind jieba's interface: the engine can be switched, the user dictionary comes along."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from analysis.words.engines import ENGINES, engine
from analysis.words.vocabulary import Entry, user_dictionary


class Tokenizer:
    """Chinese words of a text, always covering it: `"".join(lcut(text)) == text`.

    `engine` is "rjieba" (fast) or "jieba" (reference); both give the same words except around runs
    of ASCII characters. `entries` are the words to add to the base dictionary, None for the
    project's user dictionary. Nothing is loaded before the first text.
    """

    def __init__(self, engine: str = "rjieba", entries: Iterable[Entry] | None = None):
        if engine not in ENGINES:
            raise ValueError(f"engine {engine!r}: not one of {ENGINES}")
        self.engine = engine
        self._given = None if entries is None else tuple(entries)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The words added to the base dictionary."""
        return user_dictionary() if self._given is None else self._given

    @cached_property
    def terms(self) -> frozenset[str]:
        """The added words as a set."""
        return frozenset(entry.term for entry in self.entries)

    @property
    def ordinary(self) -> frozenset[str]:
        """The added words that the base dictionary has too."""
        return self._engine and self._ordinary

    @cached_property
    def _engine(self):
        loaded = engine(self.engine)
        self._ordinary = frozenset(entry.term for entry in self.entries if loaded.knows(entry.term))
        for entry in self.entries:
            loaded.add(entry.term, entry.frequency, entry.tag)
        return loaded

    def cut(self, text: str, HMM: bool = True) -> Iterator[str]:
        """The words of `text` in order."""
        return iter(self.lcut(text, HMM))

    def lcut(self, text: str, HMM: bool = True) -> list[str]:
        """The words of `text` in order, as a list."""
        return self._engine.cut(text, HMM) if text else []

    def tokenize(self, text: str, HMM: bool = True) -> list[tuple[str, int, int]]:
        """(word, start, end) with `text[start:end] == word`."""
        found, start = [], 0
        for word in self.lcut(text, HMM):
            found.append((word, start, start + len(word)))
            start += len(word)
        return found

    def tag(self, text: str, HMM: bool = True) -> list[tuple[str, str]]:
        """(word, part of speech in jieba's letters)."""
        return self._engine.tag(text, HMM) if text else []

    def knows(self, word: str) -> bool:
        """Whether the word is in the dictionary, and not made up by the hidden Markov model."""
        return self._engine.knows(word)

    def suggest(self, word: str) -> int:
        """The frequency that keeps `word` whole, on the scale of jieba's dictionary."""
        return self._engine.suggest(word)

    def __reduce__(self):
        # The Rust engine cannot be pickled: a worker process builds its own.
        return (Tokenizer, (self.engine, self._given))


@lru_cache(maxsize=len(ENGINES))
def tokenizer(engine: str = "rjieba") -> Tokenizer:
    """The tokenizer with the project's user dictionary, built once per process."""
    return Tokenizer(engine)
