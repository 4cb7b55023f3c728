"""The fitted judgement: two curves, two cuts, and where they come from."""

import json
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np

from analysis.coverage import cuts, ordinal
from analysis.coverage.features import DIRECT, PARTIAL, PARTS, Evidence
from analysis.coverage.ordinal import Curve
from analysis.errors import InputError
from analysis.paths import PROJECT
from analysis.store import whole_file

PATH = PROJECT / "data" / "weights" / "coverage.json"
COLUMNS = {"partial": PARTIAL, "direct": DIRECT}


@dataclass(frozen=True, eq=False)
class Sample:
    """A labelled document: its evidence, and (problems x measures) of levels 0, 1, 2."""

    evidence: Evidence
    levels: np.ndarray


@dataclass(frozen=True)
class Model:
    """`partial`, `direct`: curves over the columns `PARTIAL` and `DIRECT`. `cuts`: chances from which a pair is partly, directly covered.

    `trust`: from how far the chances of a problem lie from the cuts to how often its verdict is right.
    `parts`: the parts of the judgement it was fitted with. `documents`, `fitted`: the labelled documents and
    the day (ISO) it comes from.
    """

    partial: Curve
    direct: Curve
    cuts: tuple[float, float]
    trust: Curve
    parts: tuple[str, ...]
    documents: tuple[str, ...]
    fitted: str

    def chances(self, evidence: Evidence) -> tuple[np.ndarray, np.ndarray]:
        """(problems x measures) twice: at least partly covered; directly covered, never more than that."""
        partial = self.partial.chance(evidence.table(PARTIAL))
        return partial, np.minimum(self.direct.chance(evidence.table(DIRECT)), partial)

    def confidence(self, partial: np.ndarray, direct: np.ndarray) -> np.ndarray:
        """For each problem how often such a verdict is right, in (0, 1)."""
        return self.trust.chance(cuts.margin(partial, direct, self.cuts)[:, None])


def fit(samples: list[Sample], *, parts: tuple[str, ...] = PARTS) -> Model:
    """Curves from all documents; cuts from chances that each document got from the others."""
    crossed = [_curves(_without(samples, place), parts).chances(sample.evidence) for place, sample in enumerate(samples)]
    levels = [sample.levels for sample in samples]
    chosen = cuts.choose(crossed, levels)
    return replace(_curves(samples, parts), cuts=chosen, trust=_trust(crossed, levels, chosen))


def _trust(crossed: list[tuple[np.ndarray, np.ndarray]], levels: list[np.ndarray], chosen: tuple[float, float]) -> Curve:
    margins = np.concatenate([cuts.margin(*pair, chosen) for pair in crossed])
    right = [cuts.levels_of(*pair, chosen).max(axis=1, initial=0) == gold.max(axis=1, initial=0) for pair, gold in zip(crossed, levels, strict=True)]
    return ordinal.fit(margins[:, None], np.concatenate(right).astype(float), ridge=1.0)


def _without(values: list, place: int) -> list:
    return values[:place] + values[place + 1 :] if len(values) > 1 else values


def _curves(samples: list[Sample], parts: tuple[str, ...]) -> Model:
    level = np.concatenate([sample.levels.ravel() for sample in samples])
    curves = []
    for least, columns in ((1, PARTIAL), (2, DIRECT)):
        rows = np.concatenate([sample.evidence.table(columns).reshape(-1, len(columns)) for sample in samples])
        curves.append(ordinal.fit(rows, (level >= least).astype(float)))
    names = tuple(sample.evidence.document.name for sample in samples)
    return Model(*curves, (0.5, 0.5), Curve(np.ones(1), 0.0), tuple(parts), names, date.today().isoformat())


def save(model: Model, path: Path = PATH) -> Path:
    """Write the model as readable JSON: one named weight a line."""
    data = {"fitted": model.fitted, "documents": model.documents, "parts": model.parts}
    data |= {"cuts": {"partial": round(model.cuts[0], 4), "direct": round(model.cuts[1], 4)}}
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
        return Model(*curves, (data["cuts"]["partial"], data["cuts"]["direct"]), trust, tuple(data["parts"]), tuple(data["documents"]), data["fitted"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(path, f"判断权重无法使用（{error}）", "请用 zhenggai fit 重新拟合") from error
