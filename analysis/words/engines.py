"""The two segmentation engines, made to look alike: `cut`, `tag`, `add`, `suggest`, `knows`.

`rjieba` (Rust) is the one to work with; `jieba` is the reference it is compared with. Neither writes
to the screen, and jieba's cache lies in a folder only this user can write, because jieba loads it
with marshal.
"""

import logging
import os
import sys
import tempfile
import warnings
from importlib.util import find_spec
from pathlib import Path

ENGINES = ("rjieba", "jieba")


def engine(name: str):
    """A fresh engine with the base dictionary only. Raises ValueError for a name not in ENGINES."""
    if name not in ENGINES:
        raise ValueError(f"engine {name!r}: not one of {ENGINES}")
    return _Rjieba() if name == "rjieba" else _Jieba()


def jieba_folder() -> Path:
    """Where jieba's own files lie (dict.txt, analyse/idf.txt), found without importing it."""
    return Path(find_spec("jieba").origin).parent


class _Rjieba:
    def __init__(self):
        import rjieba

        self._jieba = rjieba.Jieba()

    def cut(self, text: str, hmm: bool) -> list[str]:
        return self._jieba.cut(text, hmm)

    def tag(self, text: str, hmm: bool) -> list[tuple[str, str]]:
        return self._jieba.tag(text, hmm)

    def add(self, word: str, frequency: int | None, tag: str) -> None:
        self._jieba.add_word(word, frequency, tag)

    def suggest(self, word: str) -> int:
        return self._jieba.suggest_freq(word)

    def knows(self, word: str) -> bool:
        return self._jieba.has_word(word)


class _Jieba:
    def __init__(self):
        jieba = _quiet_jieba()
        self._jieba = jieba.Tokenizer()
        self._jieba.tmp_dir = str(_private_cache())
        self._tagger = None

    def cut(self, text: str, hmm: bool) -> list[str]:
        return self._jieba.lcut(text, HMM=hmm)

    def tag(self, text: str, hmm: bool) -> list[tuple[str, str]]:
        if self._tagger is None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                from jieba.posseg import POSTokenizer
            self._tagger = POSTokenizer(self._jieba)
        return [(pair.word, pair.flag) for pair in self._tagger.lcut(text, HMM=hmm)]

    def add(self, word: str, frequency: int | None, tag: str) -> None:
        self._jieba.check_initialized()
        total = self._jieba.total
        self._jieba.add_word(word, frequency, tag)
        # jieba counts the new word into the total and so shifts near ties between other words; rjieba does not.
        self._jieba.total = total

    def suggest(self, word: str) -> int:
        return self._jieba.suggest_freq(word)

    def knows(self, word: str) -> bool:
        self._jieba.check_initialized()
        return self._jieba.FREQ.get(word, 0) > 0


def _quiet_jieba():
    """jieba, imported without its SyntaxWarnings and with its start-up messages off."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    jieba.setLogLevel(logging.WARNING)
    return jieba


def _private_cache() -> Path:
    """A folder of this user's own; a new temporary one where the home folder cannot be written."""
    home = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME") or str(Path.home() / ".cache")
    folder = Path(home) / "zhenggai"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        return Path(tempfile.mkdtemp(prefix="zhenggai-"))
