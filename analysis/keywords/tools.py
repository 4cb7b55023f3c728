"""What every keyword method works with: a unit of text, the tokenizer, the word lists."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from analysis.keywords.letters import Letters
from analysis.words.background import Background, background
from analysis.words.rarity import Rarity, rarity
from analysis.words.tokenizer import Tokenizer, tokenizer
from analysis.words.vocabulary import GENERAL_STOP_WORDS, HOLLOW_WORDS, stop_words


@dataclass(frozen=True)
class Unit:
    """A text to find keywords in; `headline` is the part that counts more, "" where there is none."""

    text: str
    headline: str = ""


@dataclass(frozen=True)
class Tools:
    """Tokenizer, rarity and stop words; `genre=False` leaves the genre's own stop words out."""

    tokenizer: Tokenizer = field(default_factory=tokenizer)
    rarity: Rarity = field(default_factory=rarity)
    background: Background = field(default_factory=background)
    genre: bool = True

    @cached_property
    def letters(self) -> Letters:
        """Each word's class as a letter."""
        return Letters(self.tokenizer, self.genre)

    @cached_property
    def stops(self) -> frozenset[str]:
        """Words that are never a keyword alone."""
        return stop_words() if self.genre else stop_words(GENERAL_STOP_WORDS, HOLLOW_WORDS)

    def is_stop(self, word: str) -> bool:
        return word in self.stops or not any(character.isalpha() for character in word)

    def words(self, text: str) -> list[str]:
        return self.tokenizer.lcut(text)

    def tagged(self, text: str) -> list[tuple[str, str]]:
        return self.tokenizer.tag(text)


def leading(weights: Mapping[str, float], top: int) -> list[tuple[str, float]]:
    """The `top` heaviest (term, weight), weight divided by the heaviest; ties in order of the term."""
    ordered = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))[:top]
    return [(term, weight / ordered[0][1]) for term, weight in ordered if weight > 0]


@lru_cache(maxsize=2)
def standard(genre: bool = True) -> Tools:
    """The project's tools, kept for the whole process; `genre=False` for texts that are no rectification documents."""
    return Tools(genre=genre)
