"""Labelled documents: `NAME.gold.json` beside `NAME.ext`, or in a `labels` folder beside `raw`."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from analysis.errors import InputError
from analysis.paths import LABELS, TRAINING

ENDING = ".gold.json"


@dataclass(frozen=True)
class Labelled:
    """One document with what a careful reader found in it.

    `levels` is a (problems x measures) matrix of 0, 1, 2 (not, partly, directly covered), `verdicts`
    one word a problem. `problems`, `causes` and `measures` are lists of dicts (number, headline, text, …).
    """

    name: str
    path: Path
    problems: list[dict]
    causes: list[dict]
    measures: list[dict]
    levels: np.ndarray
    verdicts: tuple[str, ...]


def load(folder: Path) -> list[Labelled]:
    """Every labelled document in `folder`, by name.

    Raises InputError where there is none, a label file is broken, or its document is missing.
    """
    folder = Path(folder)
    files = sorted(folder.glob(f"*{ENDING}"))
    if not files:
        raise InputError(folder, "没有找到标注文件", f"每份文档旁应有同名的 *{ENDING}")
    return [_labelled(file) for file in files]


def bundled() -> list[Labelled]:
    """The labelled documents that come with the project: the samples and those written to fit on."""
    return [truth for folder in (LABELS, TRAINING) if folder.is_dir() for truth in load(folder)]


def weights(labelled: Sequence[Labelled]) -> list[float]:
    """One a document, how much it counts in a fit: the samples, whose labels set the standard, count together as
    much as all others, whose labels other readers gave; every document counts 1 where there are only the ones or
    the others, or no more others than samples."""
    samples = {file.name.removesuffix(ENDING) for file in LABELS.glob(f"*{ENDING}")}
    standard = [truth.name in samples for truth in labelled]
    share = (len(labelled) - sum(standard)) / max(sum(standard), 1)
    return [max(share, 1.0) if own else 1.0 for own in standard]


def _labelled(file: Path) -> Labelled:
    try:
        gold = json.loads(file.read_text(encoding="utf-8"))
        problems, measures = gold["problems"], gold["measures"]
        return Labelled(
            name=file.name.removesuffix(ENDING),
            path=_document(file, gold["doc"]),
            problems=problems,
            causes=gold["causes"],
            measures=measures,
            levels=np.array(gold["problem_measure"], dtype=int).reshape(len(problems), len(measures)),
            verdicts=tuple(gold["verdict"]),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise InputError(file, f"标注文件不完整或格式有误（{error}）", "字段见 data/README.md") from error


def _document(file: Path, name: str) -> Path:
    for folder in (file.parent, file.parent.parent / "raw"):
        if (folder / name).is_file():
            return folder / name
    raise InputError(file, f"找不到所标注的文档“{name}”", "请把文档放在标注文件旁边")
