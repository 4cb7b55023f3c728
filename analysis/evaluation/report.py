"""`zhenggai evaluate`: the program beside the baselines, all treated alike, as one table of text."""

import math
import unicodedata
from collections.abc import Callable
from pathlib import Path

import numpy as np

from analysis import coverage
from analysis.evaluation import calibration as calibrated
from analysis.evaluation import judges
from analysis.evaluation.baselines import BASELINES
from analysis.evaluation.cases import Case, item_f1, read_cases
from analysis.evaluation.labels import bundled, load
from analysis.evaluation.metrics import NAMES, Answer, measure

OWN = "本工具（留一）"
SHIPPED = "本工具（随附权重）"


def lines(folder: Path, *, errors: bool = False, ablations: bool = False, calibration: bool = False, progress: Callable | None = None) -> list[str]:
    """The figures of every judge over all documents, then of the program for each document.

    With `ablations` also the program without each of its parts; with `errors` every wrong verdict and its
    explanation, with `calibration` how often verdicts of each confidence were right. Cuts and weights come from all other labelled documents: those of `folder` and the bundled ones.
    """
    cases = read_cases(load(folder))
    names = {case.truth.name for case in cases}
    reference = [*cases, *read_cases([truth for truth in bundled() if truth.name not in names])]
    answers = {}
    methods = _methods(cases, reference, ablations)
    for number, (name, judge) in enumerate(methods.items()):
        if progress:
            progress(number, len(methods), name)
        answers[name] = judge(cases, reference)
    if progress:
        progress(len(methods), len(methods), "done")
    main = SHIPPED if SHIPPED in answers else OWN
    parts = [_totals(cases, len(reference), answers), _by_document(cases, answers[main], main)]
    if errors:
        parts.append(_errors(cases, reference, main))
    if calibration:
        parts.append(_calibration(cases, reference))
    return [line for part in parts for line in part]


def _methods(cases: list[Case], reference: list[Case], ablations: bool) -> dict[str, judges.Judge]:
    methods = {name: judges.baseline(name) for name in BASELINES} | {OWN: judges.program()}
    fitted_on = set(coverage.load_model().documents)
    if not fitted_on & {case.truth.name for case in cases}:
        methods[SHIPPED] = judges.shipped
    if ablations:
        methods |= {f"  去掉{part}": judges.program(without=part) for part in coverage.PARTS}
    return methods


def _totals(cases: list[Case], known: int, answers: dict[str, list[Answer]]) -> list[str]:
    truths = [case.truth for case in cases]
    pairs, problems = sum(truth.levels.size for truth in truths), sum(len(truth.verdicts) for truth in truths)
    head = f"{len(cases)}份文档，{problems}个问题，{pairs}对；判断每份文档时，阈值和权重取自其余{known - 1}份"
    return [head, _row("方法", NAMES.values()), *(_row(name, _figures(truths, said)) for name, said in answers.items())]


def _by_document(cases: list[Case], answers: list[Answer], name: str) -> list[str]:
    rows = [
        _row(case.truth.name, [*_figures([case.truth], [said]), f"{item_f1(case):.2f}"]) for case, said in zip(cases, answers, strict=True)
    ]
    return [_row(f"按文档：{name}", [*NAMES.values(), "条目F1"]), *rows]


def _errors(cases: list[Case], reference: list[Case], main: str) -> list[str]:
    found = ["判断有误的问题（应为 → 判为）："]
    for case in cases:
        model = coverage.load_model() if main == SHIPPED else judges.fitted_for(case, reference)
        _, gaps = judges.tables(case, model, coverage.PARTS)
        said = gaps.set_index("problem")
        for item, problem, verdict in zip(case.problem_ids, case.truth.problems, case.truth.verdicts, strict=True):
            if item is None:
                found.append(f"  {case.truth.name} 未读出：{problem['headline']}")
            elif said.loc[item, "verdict"] != verdict:
                found.append(f"  {case.truth.name} {item} {problem['headline']}：{verdict} → {said.loc[item, 'verdict']}；{said.loc[item, 'reason']}")
    return found


def _calibration(cases: list[Case], reference: list[Case]) -> list[str]:
    confidence, right = [], []
    for case in cases:
        gaps = judges.tables(case, judges.fitted_for(case, reference), coverage.PARTS)[1].set_index("problem")
        for item, verdict in zip(case.problem_ids, case.truth.verdicts, strict=True):
            if item is not None:
                confidence.append(gaps.loc[item, "confidence"])
                right.append(gaps.loc[item, "verdict"] == verdict)
    return calibrated.lines(np.array(confidence), np.array(right))


def _figures(truths: list, answers: list[Answer]) -> list[str]:
    return ["无" if math.isnan(value) else f"{value:.2f}" for value in measure(truths, answers).values()]


def _row(name: str, cells) -> str:
    return _pad(name, 28) + "".join(_pad(cell, 10, right=True) for cell in cells)


def _pad(text: str, width: int, right: bool = False) -> str:
    """Padded to a width on screen, where a Chinese character takes two columns."""
    space = " " * max(width - sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text), 0)
    return space + text if right else text + space
