"""How rare a word is: jieba's inverse document frequencies, corrected for the genre."""

import math
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from analysis.words.engines import jieba_folder
from analysis.words.vocabulary import genre_frequency


class Rarity:
    """Inverse document frequency (natural logarithm, about 1 to 14; larger is rarer) of a word.

    `plain` is jieba's own table, with its median for a word the table lacks, as
    `jieba.analyse.extract_tags` uses it. `of` takes a word that the genre overuses (整改, 台账) at the
    lower of that and the genre's own FLOOR - SCALE × ln(share).
    """

    FLOOR = 2.5  # a word of every document weighs about what jieba's table gives the commonest content words
    SCALE = 2.0  # a word of one document in ten then weighs 7.1, an ordinary content word of that table

    def __init__(self, table: Path | None = None, genre: Mapping[str, float] | None = None):
        self._table, self._genre = table, genre

    @cached_property
    def table(self) -> dict[str, float]:
        """word → jieba's value."""
        path = self._table or jieba_folder() / "analyse" / "idf.txt"
        cells = path.read_text(encoding="utf-8").split()
        return dict(zip(cells[::2], map(float, cells[1::2]), strict=True))

    @cached_property
    def median(self) -> float:
        """jieba's value for a word the table lacks: the upper median of the table."""
        return sorted(self.table.values())[len(self.table) // 2]

    @cached_property
    def genre(self) -> dict[str, float]:
        """word → value within the genre, for the words graded by hand."""
        shares = genre_frequency() if self._genre is None else self._genre
        return {word: self.FLOOR - self.SCALE * math.log(share) for word, share in shares.items()}

    def plain(self, word: str) -> float:
        return self.table.get(word, self.median)

    def of(self, word: str) -> float:
        return min(self.plain(word), self.genre.get(word, math.inf))


@lru_cache(maxsize=1)
def rarity() -> Rarity:
    """The project's table, loaded once per process."""
    return Rarity()
