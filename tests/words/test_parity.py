"""rjieba cuts all bundled text as jieba does, with and without the user dictionary."""

import re
import zipfile

import pytest

from analysis.paths import RAW
from analysis.words import Tokenizer

ENGINES = {(engine, taught): Tokenizer(engine, None if taught else ()) for engine in ("rjieba", "jieba") for taught in (True, False)}


def _lines(path):
    """The text of a bundled file by line, paragraph or cell."""
    if path.suffix in {".docx", ".xlsx"}:
        with zipfile.ZipFile(path) as package:
            parts = [package.read(name).decode("utf-8") for name in package.namelist() if re.search(r"document\.xml|sharedStrings\.xml|sheet\d+\.xml", name)]
        return [re.sub(r"<[^>]+>", "", block) for part in parts for block in re.split(r"</w:p>|</si>|</is>", part)]
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        return data.decode("gb18030").splitlines()


# The one difference known: rjieba keeps a run of ASCII letters and digits whole that jieba cuts at the number.
EXCEPTION = re.compile(r"[A-Za-z]+[-_.][0-9]+|[0-9.]+[-_]?[A-Za-z]+")


@pytest.mark.parametrize("taught", [True, False], ids=["user dictionary", "base dictionary"])
@pytest.mark.parametrize("path", sorted(RAW.glob("*.*")), ids=lambda path: path.name)
def test_bundled_text_is_cut_alike(path, taught):
    pieces = [piece for line in _lines(path) for piece in EXCEPTION.split(line) if piece.strip()]
    assert sum(map(len, pieces)) > 2000
    assert [piece for piece in pieces if ENGINES["rjieba", taught].lcut(piece) != ENGINES["jieba", taught].lcut(piece)] == []


@pytest.mark.parametrize(
    ("text", "rust", "python"),
    [
        ("使用PPT-2格式", ["使用", "PPT-2", "格式"], ["使用", "PPT", "-", "2", "格式"]),
        ("购置3.0T磁共振", ["购置", "3.0T", "磁共振"], ["购置", "3.0", "T", "磁共振"]),
    ],
)
def test_the_known_difference_is_still_there(text, rust, python):
    assert (ENGINES["rjieba", False].lcut(text), ENGINES["jieba", False].lcut(text)) == (rust, python)
