"""The tokenizer: jieba's interface, both engines, nothing on the screen."""

import pickle
import subprocess
import sys

import pytest

from analysis.paths import PROJECT
from analysis.words import Entry, Tokenizer

SENTENCE = "镇区雨污分流改造进展缓慢，PPT2份。"


@pytest.mark.parametrize("engine", ["rjieba", "jieba"])
def test_words_cover_the_text_with_offsets(engine):
    words = Tokenizer(engine, ()).tokenize(SENTENCE)
    assert "".join(word for word, _, _ in words) == SENTENCE
    assert all(SENTENCE[start:end] == word for word, start, end in words)


@pytest.mark.parametrize("engine", ["rjieba", "jieba"])
def test_added_words_are_kept_whole_and_tagged(engine):
    plain, taught = Tokenizer(engine, ()), Tokenizer(engine, [Entry("雨污分流", kind="套语")])
    assert "雨污分流" not in plain.lcut(SENTENCE)
    assert ("雨污分流", "l") in taught.tag(SENTENCE)


@pytest.mark.parametrize("engine", ["rjieba", "jieba"])
def test_cut_is_jiebas(engine):
    tokenizer = Tokenizer(engine, ())
    assert list(tokenizer.cut("他来到网易杭研大厦")) == ["他", "来到", "网易", "杭研", "大厦"]
    assert tokenizer.lcut("他来到网易杭研大厦", HMM=False) == ["他", "来到", "网易", "杭", "研", "大厦"]
    assert tokenizer.lcut("") == []


def test_two_tokenizers_do_not_share_words():
    Tokenizer("rjieba", [Entry("雨污分流")]).lcut(SENTENCE)
    assert "雨污分流" not in Tokenizer("rjieba", ()).lcut(SENTENCE)


def test_a_tokenizer_survives_pickling():
    copied = pickle.loads(pickle.dumps(Tokenizer("rjieba", [Entry("雨污分流")])))
    assert "雨污分流" in copied.lcut(SENTENCE)


def test_unknown_engine_is_refused():
    with pytest.raises(ValueError, match="thulac"):
        Tokenizer("thulac")


def test_nothing_is_printed_and_no_warning_raised(tmp_path):
    code = "from analysis.words import Tokenizer; [Tokenizer(e).tag('存在问题') for e in ('rjieba', 'jieba')]"
    command = [sys.executable, "-W", "error", "-c", code]
    environment = {"XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path), "PYTHONPATH": str(PROJECT), "PATH": ""}
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment, cwd=PROJECT)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "zhenggai" / "jieba.cache").exists()
