"""Whether a deed reads like a remedy: learned from the lines of the casebook.

`learn` fits a logistic regression on the Chinese characters and pairs of characters of a line, remedies against all
others; what it has learned is one weight a gram, kept readable in `data/weights/remedies.csv`. It knows the line
alone, not the problem: a rule, a mechanism, money or people speak for a remedy, one case settled, a festivity or an
exhortation against it. Numbers, deadlines and punctuation count for nothing: they stand beside both.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from analysis import cues
from analysis.coverage import casebook
from analysis.coverage.casebook import LINES, Case
from analysis.errors import InputError
from analysis.paths import PROJECT
from analysis.store import whole_file

WEIGHTS = PROJECT / "data" / "weights" / "remedies.csv"
SEEN, STRENGTH = 8, 3.0
"""A gram counts from so many lines on; inverse strength of the ridge: of those tried best on cases left out (log loss 0.23)."""
MOST = 4.0
"""Logits beyond this are cut off: the cases are clearer than documents."""
_OTHER = re.compile(r"[^㐀-鿿]+")


def grams(text: str) -> list[str]:
    """The distinct Chinese characters and neighbouring pairs of a text, in order."""
    runs = _OTHER.split(cues.expression("pattern", "due").sub("，", text))
    return sorted({run[start : start + size] for run in runs for size in (1, 2) for start in range(len(run) - size + 1)})


@dataclass(frozen=True, eq=False)
class Reading:
    """`weights`: one a gram, in logits a text of one gram would get. `intercept`: of a text without any known gram."""

    weights: dict[str, float]
    intercept: float

    def remedial(self, texts: Sequence[str]) -> np.ndarray:
        """(texts,) of logits in [-`MOST`, `MOST`]: more reads more like a remedy."""
        if not texts:
            return np.zeros(0)
        counted = _counted(texts, CountVectorizer(analyzer=grams, binary=True, vocabulary=list(self.weights)))
        return np.clip(counted @ np.array(list(self.weights.values())) + self.intercept, -MOST, MOST)


def learn(cases: Iterable[Case]) -> Reading:
    """Fit on the lines of the cases: remedies against all other lines."""
    lines = [(text, role == "remedy") for case in cases for role in LINES for text in case.lines[role]]
    texts = [text for text, _ in lines]
    counter = CountVectorizer(analyzer=grams, binary=True, min_df=SEEN).fit(texts)
    fitted = LogisticRegression(C=STRENGTH, max_iter=3000, tol=1e-6).fit(_counted(texts, counter), [remedy for _, remedy in lines])
    return Reading(dict(zip(counter.get_feature_names_out().tolist(), fitted.coef_[0].tolist(), strict=True)), float(fitted.intercept_[0]))


def _counted(texts: Sequence[str], counter: CountVectorizer):
    """(texts x grams): rows of length 1, so that a long text does not weigh more than a short one."""
    return normalize(counter.transform(texts).astype(float))


def save(reading: Reading, path: Path = WEIGHTS) -> Path:
    """Write a gram and its weight a line, the intercept first, with an empty gram."""
    with whole_file(path) as part, open(part, "w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["gram", "weight"])
        writer.writerows((gram, f"{weight:.3f}") for gram, weight in [("", reading.intercept), *reading.weights.items()])
    return path


def renew() -> Path:
    """Learn anew from the casebook, and save."""
    path = save(learn(casebook.load()))
    load.cache_clear()
    return path


@lru_cache(maxsize=2)
def load(path: Path = WEIGHTS) -> Reading:
    """Read the weights, once; raises InputError where the file is missing or damaged."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as handle:
            weights = {row["gram"]: float(row["weight"]) for row in csv.DictReader(handle)}
        return Reading({gram: weight for gram, weight in weights.items() if gram}, weights[""])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(path, f"举措权重无法使用（{error}）", "请用 zhenggai fit 重新拟合") from error
