"""The judgement beside plain TF-IDF cosine in one run: speed, memory, and ranking on a public set.

    python -m analysis.coverage.benchmark
    python -m analysis.coverage.benchmark --lecoqa lecoqa_queries.json

The first judges made-up documents: items of the size and the words of the samples. The second ranks, for each
question, all statute articles of the set (LeCoQA, which stays outside the project) and prints the mean
reciprocal rank of the best right one; only the first items were seen while the ranking was made.
"""

import argparse
import json
import random
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer

from analysis import schema
from analysis.coverage.features import SIGNALS
from analysis.coverage.judge import judge
from analysis.coverage.ranking import similarity
from analysis.coverage.units import Side
from analysis.paths import Output
from analysis.store import read_table
from analysis.words import tokenizer

SIZES = (50, 100, 200)
"""Problems, and as many measures, of the documents made up."""
FURTHER = (2, 4)
"""Segments of an item besides its headline, at least and at most."""
TUNED = 800
"""Questions of the set that weights may be chosen on; the rest is only scored."""

Frames = dict[str, pd.DataFrame]


def document(size: int, samples: pd.DataFrame, seed: int) -> Frames:
    """The frames `judge` takes, of `size` problems and `size` measures and nothing else.

    A segment is the first half of the words of one segment of `samples` (table segments) and the second half
    of another of the same side and kind, so that it reads like neither but has their words and marks.
    """
    chance, parts = random.Random(seed), _parts(samples)
    items, segments = {"problem": [], "measure": []}, []
    for key, rows in items.items():
        for number in range(1, size + 1):
            item = f"{key[0].upper()}{number:03d}"
            cut = list(_segments(parts[key[0].upper()], chance))
            rows.append({"doc": "benchmark", key: item, "headline": cut[0][1], "text": "。".join(text for _, text in cut)})
            segments += _rows(item, cut)
    found = {f"{key}s": schema.frame(f"{key}s", rows) for key, rows in items.items()}
    return found | {name: schema.frame(name, []) for name in ("causes", "pairs")} | {"segments": schema.frame("segments", segments)}


def tfidf(left: Sequence[str], right: Sequence[str], analyzer: Callable | str = "word") -> np.ndarray:
    """(left x right) of plain TF-IDF cosine: scikit-learn over the tokenizer's words, or over character bigrams."""
    shape = {"tokenizer": tokenizer().lcut, "token_pattern": None} if analyzer == "word" else {"analyzer": "char", "ngram_range": (2, 2)}
    vectors = TfidfVectorizer(lowercase=False, sublinear_tf=True, **shape).fit_transform([*left, *right])
    return (vectors[: len(left)] @ vectors[len(left) :].T).toarray()


def mrr(scores: np.ndarray, right: Sequence[Sequence[int]]) -> float:
    """Mean reciprocal rank of each row's best right column; a tie counts as the worse rank."""
    return float(np.mean([1 / min(int((row >= row[place]).sum()) for place in places) for row, places in zip(scores, right, strict=True)]))


def lecoqa(path: Path) -> tuple[list[str], list[str], list[list[int]]]:
    """Questions, distinct articles, and for each question the places of the articles that answer it."""
    records = json.loads(Path(path).read_text(encoding="utf-8-sig"))
    articles = {name: text.strip() for record in records for name, text in record["相关法规"].items()}
    place = {name: number for number, name in enumerate(articles)}
    return [record["问题"] for record in records], [*articles.values()], [[place[name] for name in record["相关法规"]] for record in records]


def relevance(left: Sequence[str], right: Sequence[str]) -> np.ndarray:
    """(left x right): the sum of the signals that judges segments, each text taken as one segment."""
    sides = [_side(texts) for texts in (left, right)]
    return sum(signal(*sides) for signal in SIGNALS.values())


RANKINGS = {
    "TF-IDF, words": tfidf,
    "TF-IDF, character bigrams": lambda left, right: tfidf(left, right, "char"),
    "zhenggai, summed relevance": relevance,
    "zhenggai, item similarity": similarity,
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m analysis.coverage.benchmark", description=__doc__.splitlines()[0])
    parser.add_argument("--lecoqa", type=Path, help="the set's list of questions, as JSON")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="problems, and measures, of the documents made up")
    options = parser.parse_args(arguments)
    return print_ranking(options.lecoqa) if options.lecoqa else print_speed(options.sizes)


def print_ranking(path: Path, tuned: int = TUNED) -> int:
    """One line a ranking: MRR on the first `tuned` questions and on the rest."""
    questions, articles, right = lecoqa(path)
    parts = [slice(0, tuned), slice(tuned, None)]
    print(f"{'MRR over ' + str(len(articles)) + ' articles':<32}{f'1-{tuned}':>10}{f'{tuned + 1}-{len(questions)}':>10}")
    for name, rank in RANKINGS.items():
        scores = [mrr(rank(questions[part], articles), right[part]) for part in parts]
        print(f"{name:<32}" + "".join(f"{score:>10.3f}" for score in scores))
    return 0


def print_speed(sizes: Sequence[int]) -> int:
    """One line a size: seconds and microseconds a pair of both, and the most memory added by the judgement."""
    samples = read_table("segments", Output.of(None).tables)
    cold = _seconds(lambda: judge(**document(2, samples, seed=0)))
    tfidf(["先算一次"], ["先算一次"])
    print(f"first judgement of 2 x 2, with loading of vocabularies: {cold:.2f} s\n")
    print(f"{'pairs':>11}{'segments':>10}{'judged':>9}{'a pair':>10}{'TF-IDF':>10}{'a pair':>10}{'ratio':>8}{'memory':>10}{'a pair':>10}")
    for size in sizes:
        print(_line(size, document(size, samples, seed=size), document(size, samples, seed=-size)))
    return 0


def _line(size: int, timed: Frames, weighed: Frames) -> str:
    """Timed and weighed on two documents: tracing memory is slow, and the words of a text once cut are kept."""
    own = _seconds(lambda: judge(**timed))
    plain = _seconds(lambda: tfidf(timed["problems"]["text"], timed["measures"]["text"]))
    memory, pairs = _memory(lambda: judge(**weighed)), size * size
    head = f"{size:>5} x {size:<3}{len(timed['segments']):>10}"
    return head + (
        f"{own:>7.2f} s{own / pairs * 1e6:>7.1f} us{plain:>8.3f} s{plain / pairs * 1e6:>7.2f} us{own / plain:>8.1f}"
        f"{memory / 1e6:>7.1f} MB{memory / pairs / 1e3:>7.2f} kB"
    )


def _seconds(work: Callable) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _memory(work: Callable) -> int:
    """The most bytes held at one time beyond those held before, the result included."""
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        result = work()
        return tracemalloc.get_traced_memory()[1] - before if result is not None else 0
    finally:
        tracemalloc.stop()


def _parts(samples: pd.DataFrame) -> dict[str, dict[str, list[tuple[str, list[str]]]]]:
    """Letter of the side → "headline" and "further" → (kind, words) of every sample segment."""
    parts = {letter: {"headline": [], "further": []} for letter in "PM"}
    for item, kind, text in samples[["item", "kind", "text"]].itertuples(index=False):
        if item[0] in parts:
            parts[item[0]]["headline" if kind == "headline" else "further"].append((kind, tokenizer().lcut(text)))
    return parts


def _segments(parts: dict[str, list], chance: random.Random) -> Iterator[tuple[str, str]]:
    """(kind, text) of the segments of one item."""
    for group in ["headline"] + ["further"] * chance.randint(*FURTHER):
        kind, words = chance.choice(parts[group])
        other = chance.choice([more for name, more in parts[group] if name == kind])
        yield kind, "".join(words[: (len(words) + 1) // 2] + other[len(other) // 2 :])


def _rows(item: str, cut: list[tuple[str, str]]) -> Iterator[dict]:
    start = 0
    for number, (kind, text) in enumerate(cut, 1):
        yield {"doc": "benchmark", "item": item, "segment": number, "kind": kind, "text": text, "start": start, "end": start + len(text)}
        start += len(text) + 1


def _side(texts: Sequence[str]) -> Side:
    count = len(texts)
    return Side(tuple(map(str, range(count))), tuple(texts), np.full(count, "headline", dtype=object), np.arange(count), np.ones(count, dtype=int))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
