"""The fitted judgement: three curves, three cuts, and where they come from."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np

from analysis.coverage import ordinal
from analysis.coverage.cuts import Chances, Cuts, choose, levels_of, margin
from analysis.coverage.features import PARTIAL, PARTS, REMEDY, TOPIC, Evidence
from analysis.coverage.ordinal import Curve
from analysis.errors import InputError
from analysis.paths import PROJECT
from analysis.store import whole_file

PATH = PROJECT / "data" / "weights" / "coverage.json"
FOLDS = 12
"""The documents are dealt into so many folds to choose the cuts; up to so many documents each is left out by itself."""
COLUMNS = {"topic": TOPIC, "partial": PARTIAL, "remedy": REMEDY}


@dataclass(frozen=True, eq=False)
class Sample:
    """A labelled document: its evidence, and (problems x measures) of levels 0, 1, 2."""

    evidence: Evidence
    levels: np.ndarray


@dataclass(frozen=True)
class Model:
    """`topic`, `partial`, `remedy`: curves over the columns of the same names; `cuts` on their chances.

    `trust`: from how far the chances of a problem lie from the cuts to how often its verdict is right.
    `parts`: the parts of the judgement it was fitted with. `documents`, `fitted`: the labelled documents and
    the day (ISO) it comes from.
    """

    topic: Curve
    partial: Curve
    remedy: Curve
    cuts: Cuts
    trust: Curve
    parts: tuple[str, ...]
    documents: tuple[str, ...]
    fitted: str

    def chances(self, evidence: Evidence) -> Chances:
        """What each pair's columns say; a direct cover is a partial one that is a remedy."""
        topic, partial, remedy = (getattr(self, name).chance(evidence.table(columns)) for name, columns in COLUMNS.items())
        return Chances(topic, partial, partial * remedy)

    def scores(self, chances: Chances) -> np.ndarray:
        """(problems x measures): one figure a pair, in [0, 1]: its chances, lowered where nothing speaks of the problem."""
        answered = chances.topic.max(axis=1, keepdims=True, initial=0)
        return answered * (chances.topic + chances.partial + 2 * chances.direct) / 4

    def confidence(self, chances: Chances) -> np.ndarray:
        """For each problem how often such a verdict is right, in (0, 1)."""
        return self.trust.chance(margin(chances, self.cuts)[:, None])


def fit(samples: list[Sample], *, parts: tuple[str, ...] = PARTS, weights: Sequence[float] = ()) -> Model:
    """Curves from all documents; cuts from chances that each document got from curves of others.

    `weights`: one a document, how much each of its pairs and problems counts; 1 where there are none.
    """
    weights = list(weights) or [1.0] * len(samples)
    crossed, levels = _crossed(samples, parts, weights), [sample.levels for sample in samples]
    cuts = choose(crossed, levels, weights)
    return replace(_curves(samples, parts, weights), cuts=cuts, trust=_trust(crossed, levels, cuts, weights))


def _crossed(samples: list[Sample], parts: tuple[str, ...], weights: list[float]) -> list[Chances]:
    """One entry a document: its chances under curves of the documents of the other folds; a single one has only itself."""
    folds = min(FOLDS, len(samples))
    others = [[place for place in range(len(samples)) if place % folds != fold] or [0] for fold in range(folds)]
    curves = [_curves([samples[place] for place in kept], parts, [weights[place] for place in kept]) for kept in others]
    return [curves[place % folds].chances(sample.evidence) for place, sample in enumerate(samples)]


def _trust(crossed: list[Chances], levels: list[np.ndarray], cuts: Cuts, weights: list[float]) -> Curve:
    margins = np.concatenate([margin(chances, cuts) for chances in crossed])
    right = [levels_of(chances, cuts).max(axis=1, initial=0) == gold.max(axis=1, initial=0) for chances, gold in zip(crossed, levels, strict=True)]
    counts = np.repeat(weights, [len(gold) for gold in levels])
    return ordinal.fit(margins[:, None], np.concatenate(right).astype(float), ridge=1.0, weights=counts)


def _curves(samples: list[Sample], parts: tuple[str, ...], weights: list[float]) -> Model:
    """The remedy is learned from the pairs that are covered at all, so that it tells substance, not topic."""
    level = np.concatenate([sample.levels.ravel() for sample in samples])
    counts = np.repeat(weights, [sample.levels.size for sample in samples])
    rows = {name: np.concatenate([sample.evidence.table(columns).reshape(-1, len(columns)) for sample in samples]) for name, columns in COLUMNS.items()}
    touched = level >= 1
    curves = [ordinal.fit(rows[name], touched.astype(float), weights=counts) for name in ("topic", "partial")]
    remedy = ordinal.fit(rows["remedy"][touched], (level[touched] >= 2).astype(float), ordinal.RIDGE / 2, counts[touched])
    names = tuple(sample.evidence.document.name for sample in samples)
    return Model(*curves, remedy, Cuts(0.5, 0.5, 0.5), Curve(np.ones(1), 0.0), tuple(parts), names, date.today().isoformat())


def save(model: Model, path: Path = PATH) -> Path:
    """Write the model as readable JSON: one named weight a line."""
    data = {"fitted": model.fitted, "documents": model.documents, "parts": model.parts}
    data["cuts"] = {name: round(cut, 4) for name, cut in model.cuts._asdict().items()}
    data["trust"] = {"intercept": round(model.trust.intercept, 4), "margin": round(float(model.trust.weights[0]), 4)}
    for name, columns in COLUMNS.items():
        curve = getattr(model, name)
        weights = {column: round(float(weight), 4) for column, weight in zip(columns, curve.weights, strict=True)}
        data[name] = {"intercept": round(curve.intercept, 4), "weights": weights}
    with whole_file(path) as part:
        part.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return path


@lru_cache(maxsize=2)
def load(path: Path = PATH) -> Model:
    """Read a model; raises InputError where the file is missing or does not fit this program."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        curves = [Curve(np.array([data[name]["weights"][key] for key in keys]), data[name]["intercept"]) for name, keys in COLUMNS.items()]
        trust = Curve(np.array([data["trust"]["margin"]]), data["trust"]["intercept"])
        return Model(*curves, Cuts(**data["cuts"]), trust, tuple(data["parts"]), tuple(data["documents"]), data["fitted"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(path, f"判断权重无法使用（{error}）", "请用 zhenggai fit 重新拟合") from error
