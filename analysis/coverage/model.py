"""The fitted judgement: three curves, three cuts, and where they come from."""

import json
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


def fit(samples: list[Sample], *, parts: tuple[str, ...] = PARTS) -> Model:
    """Curves from all documents; cuts from chances that each document got from the others."""
    crossed = [_curves(_without(samples, place), parts).chances(sample.evidence) for place, sample in enumerate(samples)]
    levels = [sample.levels for sample in samples]
    cuts = choose(crossed, levels)
    return replace(_curves(samples, parts), cuts=cuts, trust=_trust(crossed, levels, cuts))


def _trust(crossed: list[Chances], levels: list[np.ndarray], cuts: Cuts) -> Curve:
    margins = np.concatenate([margin(chances, cuts) for chances in crossed])
    right = [levels_of(chances, cuts).max(axis=1, initial=0) == gold.max(axis=1, initial=0) for chances, gold in zip(crossed, levels, strict=True)]
    return ordinal.fit(margins[:, None], np.concatenate(right).astype(float), ridge=1.0)


def _without(values: list, place: int) -> list:
    return values[:place] + values[place + 1 :] if len(values) > 1 else values


def _curves(samples: list[Sample], parts: tuple[str, ...]) -> Model:
    """The remedy is learned from the pairs that are covered at all, so that it tells substance, not topic."""
    level = np.concatenate([sample.levels.ravel() for sample in samples])
    rows = {name: np.concatenate([sample.evidence.table(columns).reshape(-1, len(columns)) for sample in samples]) for name, columns in COLUMNS.items()}
    touched = level >= 1
    curves = [ordinal.fit(rows[name], touched.astype(float)) for name in ("topic", "partial")]
    remedy = ordinal.fit(rows["remedy"][touched], (level[touched] >= 2).astype(float), ridge=ordinal.RIDGE / 2)
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
