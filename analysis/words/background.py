"""How common words are in general text: the counts of jieba's dictionary."""

from functools import cached_property, lru_cache
from pathlib import Path

from analysis.words.engines import jieba_folder


class Background:
    """Share of a word in general Chinese text, in [0, 1]; 0 for a word the dictionary lacks."""

    def __init__(self, dictionary: Path | None = None):
        self._dictionary = dictionary

    @cached_property
    def counts(self) -> dict[str, int]:
        """word → count, read once."""
        path = self._dictionary or jieba_folder() / "dict.txt"
        cells = path.read_text(encoding="utf-8").split()
        return dict(zip(cells[::3], map(int, cells[1::3]), strict=True))

    @cached_property
    def total(self) -> int:
        return sum(self.counts.values())

    def share(self, word: str) -> float:
        return self.counts.get(word, 0) / self.total


@lru_cache(maxsize=1)
def background() -> Background:
    """The project's counts, loaded once per process."""
    return Background()
