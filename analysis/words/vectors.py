"""What words mean, as numbers: two words of like use lie close together (`data/vocabulary/word_vectors.npz`).

Static vectors distilled from the text embedding model multilingual-e5-small (Wang et al. 2024, MIT licence) by
`analysis.words.distil`: nothing of the model runs here, so the same words give the same numbers on every machine.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from analysis.errors import InputError
from analysis.paths import VOCABULARY

PATH = VOCABULARY / "word_vectors.npz"
DIMENSIONS = 128


@dataclass(frozen=True, eq=False)
class Vectors:
    """`place` of each word or character among the rows of `table`: whole numbers in [-127, 127], one row a word."""

    place: dict[str, int]
    table: np.ndarray

    def of(self, words: Sequence[str]) -> np.ndarray:
        """(words x `DIMENSIONS`) of length 1. A word that is not known is the sum of its known pieces, by their
        lengths; a row of zeros where it has none."""
        pieces = [(row, self.place[piece], len(piece)) for row, word in enumerate(words) for piece in self._pieces(word)]
        found = np.zeros((len(words), self.table.shape[1]))
        if pieces:
            rows, places, lengths = (np.array(part) for part in zip(*pieces, strict=True))
            np.add.at(found, rows, unit(self.table[places].astype(float)) * lengths[:, None])
        return unit(found)

    def _pieces(self, word: str) -> list[str]:
        """The word itself where it is known, else its longest known parts from the left."""
        found, start = [], 0
        while start < len(word):
            ends = range(len(word), start, -1)
            end = next((end for end in ends if word[start:end] in self.place), start)
            found += [word[start:end]] if end > start else []
            start = max(end, start + 1)
        return found


def unit(rows: np.ndarray) -> np.ndarray:
    """Rows brought to length 1; a row of zeros stays one."""
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


@lru_cache(maxsize=2)
def load(path: Path = PATH) -> Vectors:
    """Read the vectors, once; raises InputError where the file is missing or damaged."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            words, table = stored["words"].tobytes().decode("utf-8").split("\n"), stored["vectors"]
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise InputError(path, f"词向量无法读取（{error}）", "请从发布的版本中恢复这个文件") from error
    if table.ndim != 2 or len(words) != len(table):
        raise InputError(path, f"{len(words)}个词，{len(table)}行向量", "词与向量应一一对应；请从发布的版本中恢复这个文件")
    return Vectors({word: place for place, word in enumerate(words)}, table)


def save(words: list[str], vectors: np.ndarray, path: Path = PATH) -> None:
    """Store unit-length `vectors` (words x dimensions), each scaled to whole numbers of one byte."""
    largest = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), 1e-9)
    whole = np.round(vectors / largest * 127).astype(np.int8)
    np.savez_compressed(path, words=np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8), vectors=whole)
