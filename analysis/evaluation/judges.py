"""Every way of judging under test, with one call shape: cases in, one answer a case out.

Each answer is given by something fitted or tuned on the other cases only (leave one document out).
"""

from collections.abc import Callable
from functools import lru_cache

from analysis import coverage, gaps
from analysis.evaluation import cuts
from analysis.evaluation.baselines import BASELINES
from analysis.evaluation.cases import Case
from analysis.evaluation.labels import weights
from analysis.evaluation.metrics import Answer

Judge = Callable[[list[Case], list[Case]], list[Answer]]


def baseline(name: str) -> Judge:
    """A retrieval baseline; its two cuts are chosen on the reference cases other than the judged one."""
    score = BASELINES[name]

    def judge(cases: list[Case], reference: list[Case]) -> list[Answer]:
        scores = {case: score(case.texts("problems"), case.texts("measures")) for case in {*cases, *reference}}
        return [
            cuts.answer(scores[case], cuts.choose([scores[other] for other in others], [other.truth.levels for other in others]))
            for case in cases
            for others in [others_of(case, reference)]
        ]

    return judge


def program(without: str | None = None) -> Judge:
    """The program's own judgement, fitted on the reference cases other than the judged one.

    `without` switches one of its parts off, in fitting and in judging.
    """

    def judge(cases: list[Case], reference: list[Case]) -> list[Answer]:
        parts = tuple(part for part in coverage.PARTS if part != without)
        return [judged(case, fitted_for(case, reference, parts), parts) for case in cases]

    return judge


def shipped(cases: list[Case], reference: list[Case]) -> list[Answer]:
    """The program as it is shipped; honest only on documents that its model was not fitted on."""
    return [judged(case, coverage.load_model(), coverage.PARTS) for case in cases]


def fitted_for(case: Case, reference: list[Case], parts: tuple[str, ...] = coverage.PARTS) -> coverage.Model:
    """The model that learned from every reference case but this one."""
    return fitted_on(others_of(case, reference), parts)


def fitted_on(cases: list[Case], parts: tuple[str, ...] = coverage.PARTS) -> coverage.Model:
    """The model that learned from these cases; one of which nothing was read teaches nothing."""
    known = [case for case in cases if len(case.levels())]
    return coverage.fit([sample(case, parts) for case in known], parts=parts, weights=weights([case.truth for case in known]))


def judged(case: Case, model, parts: tuple[str, ...]) -> Answer:
    """What the given model says of one case."""
    return case.answer(*tables(case, model, parts))


def tables(case: Case, model, parts: tuple[str, ...]):
    """Links and gaps of one case under the given model."""
    items = {name: case.frames[name] for name in ("problems", "causes", "measures", "segments", "pairs")}
    judged = coverage.judge(**items, model=model, parts=parts)
    found = gaps.find(items["problems"], items["measures"], items["segments"], judged["links"], judged["evidence"])
    return judged["links"], found["gaps"]


@lru_cache(maxsize=256)
def sample(case: Case, parts: tuple[str, ...]) -> coverage.Sample:
    """A case as the fit takes it; kept, since each is fitted on once for every other case."""
    return coverage.sample(case.frames, case.levels(), parts=parts)


def others_of(case: Case, reference: list[Case]) -> list[Case]:
    """The reference cases that are not the same document (by name)."""
    return [other for other in reference if other.truth.name != case.truth.name]
