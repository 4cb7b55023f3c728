"""Judgements as rows: the links with their quotations, and for every problem segment what meets it."""

import numpy as np

from analysis import cues
from analysis.coverage.features import FULL, Evidence
from analysis.coverage.meetings import Meetings

MEETS = 0.5
"""From this relevance on a segment of a problem counts as taken up; chosen on the training documents, where as many
segments are then called taken up as are labelled so (on the six samples too: 0.64 for 0.65, F1 0.86)."""


def links(meetings: Meetings, scores: np.ndarray, levels: np.ndarray, names: list[str]) -> list[dict]:
    """Rows of table links: every pair, in the order problems, then measures. `names`: what each measure is called."""
    document = meetings.evidence.document
    rows = []
    for row, problem in enumerate(document.problems.ids):
        for column, measure in enumerate(document.measures.ids):
            level = int(levels[row, column])
            left, right = meetings.of(row, column, level)
            terms = meetings.terms(left, right)
            rows.append(
                {
                    "doc": document.name,
                    "problem": problem,
                    "measure": measure,
                    "score": float(scores[row, column]),
                    "level": level,
                    "paired": int((problem, measure) in document.pairs),
                    "state": "candidate",
                    "evidence_problem": document.problems.texts[left] if left >= 0 else "",
                    "evidence_measure": document.measures.texts[right] if right >= 0 else "",
                    "shared_terms": "、".join(terms),
                    "why": why(meetings.evidence, level, left, right, terms, names[column]),
                }
            )
    return rows


def why(evidence: Evidence, level: int, left: int, right: int, terms: list[str], name: str) -> str:
    """One Chinese sentence for a pair."""
    if left < 0:
        return f"{name}与该问题没有相同的词语或概念。"
    measure = evidence.document.measures.texts[right]
    named = "、".join(f"“{term}”" for term in terms if term[0] != "〔") or "相近的提法"
    if level == 2:
        return f"{name}有可核查的举措“{measure}”，对应问题中的“{evidence.document.problems.texts[left]}”。"
    if level == 1 and evidence.action[left, right]:
        return f"{name}的“{measure}”只触及问题的一个方面（{named}）。"
    if level == 1:
        deferred = "，且属待条件具备再办的安排" if cues.is_deferred(measure) else ""
        return f"{name}仅提到{named}（“{measure}”），没有可核查的举措{deferred}。"
    return f"{name}与该问题仅有零星相近（{named}），所办是另一件事。"


def proof(meetings: Meetings, levels: np.ndarray, confidence: np.ndarray) -> list[dict]:
    """Rows of table evidence: for every problem segment the measure segment that meets it best.

    Sought among the measures that cover the problem where there are any; `addressed` is then 2 for an action
    that meets it, 1 for other words that do, 0 for nothing. `confidence` is that of the problem's verdict.
    """
    evidence = meetings.evidence
    problems, measures = evidence.document.problems, evidence.document.measures
    rows = []
    for place, text in enumerate(problems.texts):
        row = int(problems.owner[place])
        best, addressed = _best(evidence, place, levels[row][measures.owner])
        rows.append(
            {
                "doc": evidence.document.name,
                "problem": problems.ids[row],
                "segment": int(problems.number[place]),
                "kind": problems.kinds[place],
                "text": text,
                "measure": measures.ids[measures.owner[best]] if best >= 0 else "",
                "measure_segment": int(measures.number[best]) if best >= 0 else None,
                "measure_text": measures.texts[best] if best >= 0 else "",
                "addressed": addressed,
                "relevance": _part(evidence.relevance, place, best),
                "terms": "、".join(meetings.terms(place, best)) if best >= 0 else "",
                **{name: _part(signal, place, best) for name, signal in evidence.signals.items()},
                "confidence": float(confidence[row]),
            }
        )
    return rows


def _best(evidence: Evidence, place: int, levels: np.ndarray) -> tuple[int, int]:
    """(place of the best measure segment or -1, addressed 0 to 2); `levels`: the pair's level for each segment."""
    covered = (levels >= 1).any()
    values = evidence.relevance[place] * (levels >= 1) if covered else evidence.relevance[place]
    if not values.size or values.max() <= 0:
        return -1, 0
    acting = values * evidence.action[place] * (levels == 2)
    headline = evidence.document.problems.kinds[place] == "headline"
    if acting.max() >= MEETS or (headline and acting.max() > 0):
        return int(acting.argmax()), 2
    return int(values.argmax()), int(covered and (values.max() >= MEETS or headline))


def _part(matrix: np.ndarray, place: int, best: int) -> float:
    """What a signal gave to a meeting, in [0, 1] of what meets a segment wholly."""
    return min(float(matrix[place, best]) / FULL, 1.0) if best >= 0 else 0.0
