"""Whether a deed reads like a remedy: learned from problems written out with what would and would not remedy them.

`data/vocabulary/remedies.csv` holds cases from experience: a problem's headline and claims, and lines that could
stand among the measures of the same document, each with its role. `learn` fits a logistic regression on the Chinese
characters and pairs of characters of a line, remedies against all others; what it has learned is one weight a
gram, kept readable in `data/weights/remedies.csv`. It knows the line alone, not the problem: a rule, a mechanism,
money or people speak for a remedy, one case settled, a festivity or an exhortation against it. No labelled
document is read; numbers, dates and punctuation count for nothing, since rewording must not change a judgement.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import normalize

from analysis.errors import InputError
from analysis.paths import PROJECT, VOCABULARY
from analysis.store import whole_file

CASES = VOCABULARY / "remedies.csv"
WEIGHTS = PROJECT / "data" / "weights" / "remedies.csv"
COLUMNS = ("case", "domain", "role", "claim", "text")
LINES = ("remedy", "particular", "slogan", "mention", "other")
"""Roles of lines: remedies the headline; settles one claim or named case only; exhorts; mentions it; does something else."""
ROLES = ("headline", "claim", *LINES)
SEEN, STRENGTH = 8, 3.0
"""A gram counts from so many lines on; inverse strength of the ridge. Both chosen on cases left out of the fit."""
MOST = 4.0
"""Logits beyond this are cut off: the cases are clearer than documents."""
_DEADLINE = re.compile(r"[今明当]?[0-9]*(?:年|月|季度|学期)(?:[0-9]+[月日])*[底末]?前(?:完成|到位|办结|落实)?|年底|月底")
_OTHER = re.compile(r"[^㐀-鿿]+")


def grams(text: str) -> list[str]:
    """The distinct Chinese characters and neighbouring pairs of a text, in order."""
    runs = _OTHER.split(_DEADLINE.sub("，", text))
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


def read(path: Path = CASES) -> list[dict[str, str]]:
    """The rows of the cases, as written; raises InputError where the file is missing or has other columns."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise InputError(path, f"首行为 {reader.fieldnames}", f"应为 {','.join(COLUMNS)}", "第1行")
            return list(reader)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(path, "对症举措的范例无法读取", "请检查文件是否存在，编码应为 UTF-8") from error


def learn(rows: list[dict[str, str]]) -> Reading:
    """Fit on the lines of the rows: remedies against all other lines."""
    lines = [row for row in rows if row["role"] in LINES]
    counter = CountVectorizer(analyzer=grams, binary=True, min_df=SEEN)
    counter.fit([row["text"] for row in lines])
    counted = _counted([row["text"] for row in lines], counter)
    fitted = LogisticRegression(C=STRENGTH, max_iter=3000, tol=1e-6).fit(counted, [row["role"] == "remedy" for row in lines])
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
    """Learn anew from the cases shipped, and save."""
    path = save(learn(read()))
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
