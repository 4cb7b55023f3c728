"""The word lists of `data/vocabulary/`: user dictionary, stop words, how common words are in the genre."""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis.errors import InputError
from analysis.paths import VOCABULARY

DICTIONARY = VOCABULARY / "user_dictionary.csv"
GENERAL_STOP_WORDS = VOCABULARY / "stop_words_general.txt"
HOLLOW_WORDS = VOCABULARY / "stop_words_hollow.txt"
SLOGAN_WORDS = VOCABULARY / "stop_words_slogan.txt"
GLUE_CHARACTERS = VOCABULARY / "glue_characters.txt"
GENRE_STOP_WORDS = VOCABULARY / "stop_words_genre.txt"
GENRE_FREQUENCY = VOCABULARY / "genre_frequency.csv"
WORD_CLASSES = VOCABULARY / "word_classes.csv"
PHRASE_PATTERNS = VOCABULARY / "phrase_patterns.csv"

COLUMNS = ("term", "domain", "kind", "frequency")


@dataclass(frozen=True)
class Entry:
    """A line of the user dictionary.

    `kind` says what the term is (机构, 制度, 套语, 事物 …) and decides its part of speech;
    `frequency` is a count on the scale of jieba's dictionary, None to let jieba choose one that
    keeps the term whole.
    """

    term: str
    domain: str = ""
    kind: str = ""
    frequency: int | None = None

    @property
    def tag(self) -> str:
        """The part of speech given to the engines, in jieba's letters."""
        return KIND_TAGS.get(self.kind, "n")


# Kinds of the user dictionary (机构 body, 职务 post, 主体 party, 制度 institution, 法规 statute, 文书 paper, 事物 thing,
# 套语 set phrase, 行为 act, 毛病 vice) and the part of speech each has in a sentence.
KIND_TAGS = {"机构": "nt", "职务": "n", "主体": "n", "法规": "nz", "制度": "n", "文书": "n", "事物": "n", "套语": "l", "行为": "vn", "毛病": "l"}


@lru_cache
def user_dictionary(path: Path = DICTIONARY) -> tuple[Entry, ...]:
    """The entries of a user dictionary in file order.

    Raises InputError, naming the line, where the file is missing or a line cannot be used; the whole
    list of faults comes from `analysis.words.validation.report`.
    """
    entries = [Entry(row[0], row[1], row[2], _frequency(path, line, row[3])) for line, row in table(path, COLUMNS)]
    return tuple(entries)


@lru_cache
def stop_words(*paths: Path) -> frozenset[str]:
    """Words that are never a keyword; the general, hollow, genre and slogan lists unless paths are given."""
    words = set()
    for path in paths or (GENERAL_STOP_WORDS, HOLLOW_WORDS, GENRE_STOP_WORDS, SLOGAN_WORDS):
        lines = _text(path).splitlines()
        words.update(word for line in lines if not line.startswith("#") for word in line.split())
    return frozenset(words)


@lru_cache
def genre_frequency(path: Path = GENRE_FREQUENCY) -> dict[str, float]:
    """term → share of the genre's documents that contain it, in (0, 1], graded by hand."""
    return {row[0]: float(row[1]) for _, row in table(path, ("term", "share"))}


def table(path: Path, columns: tuple[str, ...]):
    """(line number, cells) of a CSV file whose header must be `columns`."""
    lines = csv.reader(_text(path).splitlines())
    header = tuple(next(lines, ()))
    if header != columns:
        raise InputError(path, f"表头是 {','.join(header)}", f"应为 {','.join(columns)}", "第1行")
    for number, row in enumerate(lines, start=2):
        if not any(row):
            continue
        if len(row) != len(columns):
            raise InputError(path, f"有 {len(row)} 列", f"应有 {len(columns)} 列", f"第{number}行")
        yield number, row


def _frequency(path: Path, line: int, text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or int(text) == 0:
        raise InputError(path, f"词频“{text}”不是正整数", "可留空，由分词器自定", f"第{line}行")
    return int(text)


def _text(path: Path) -> str:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(path, "找不到词表文件", "请检查 data/vocabulary/") from error
    except UnicodeDecodeError as error:
        raise InputError(path, "不是 UTF-8 编码", "请另存为 UTF-8") from error
