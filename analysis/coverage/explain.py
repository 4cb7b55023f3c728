"""The words behind a judgement: which segments met, which terms, what each signal gave."""

import numpy as np

from analysis import cues
from analysis.coverage import lexicon
from analysis.coverage.features import FULL, Evidence
from analysis.coverage.lexical import word_set, word_weight

MEETS = 0.8
"""From this relevance on a segment of a problem counts as taken up."""
MOST_TERMS = 6
TELLING = 0.25
"""From this weight on a shared word is worth naming."""


def links(evidence: Evidence, partial: np.ndarray, direct: np.ndarray, levels: np.ndarray, numbers: list[str]) -> list[dict]:
    """Rows of table links: every pair, in the order problems, then measures."""
    document = evidence.document
    rows = []
    for row, problem in enumerate(document.problems.ids):
        for column, measure in enumerate(document.measures.ids):
            level, left, right = int(levels[row, column]), *meeting(evidence, row, column, int(levels[row, column]))
            terms = shared(evidence, left, right)
            rows.append(
                {
                    "doc": document.name,
                    "problem": problem,
                    "measure": measure,
                    "score": float(partial[row, column] + direct[row, column]) / 2,
                    "level": level,
                    "paired": int((problem, measure) in document.pairs),
                    "state": "candidate",
                    "evidence_problem": document.problems.texts[left] if left >= 0 else "",
                    "evidence_measure": document.measures.texts[right] if right >= 0 else "",
                    "shared_terms": "、".join(terms),
                    "why": why(evidence, level, left, right, terms, numbers[column]),
                }
            )
    return rows


def meeting(evidence: Evidence, row: int, column: int, level: int) -> tuple[int, int]:
    """The places of the two segments that say most for the pair; (-1, -1) where nothing meets.

    For a direct pair they are sought among the actions first, and a body segment of the problem is preferred
    to its headline only where it meets better.
    """
    document = evidence.document
    lefts, rights = np.flatnonzero(document.problems.owner == row), np.flatnonzero(document.measures.owner == column)
    acting = evidence.action[lefts[0], rights] > 0 if len(lefts) else np.zeros(0, dtype=bool)
    if level == 2 and acting.any():
        rights = rights[acting]
    part = evidence.relevance[np.ix_(lefts, rights)]
    if not part.size or part.max() <= 0:
        return -1, -1
    left, right = np.unravel_index(int(part.argmax()), part.shape)
    return int(lefts[left]), int(rights[right])


def shared(evidence: Evidence, left: int, right: int) -> list[str]:
    """Words that both segments have, rarest in the genre first, then concepts that meet."""
    if left < 0:
        return []
    texts = evidence.document.problems.texts[left], evidence.document.measures.texts[right]
    words = sorted(word_set(texts[0]) & word_set(texts[1]), key=lambda word: (-word_weight(word), texts[0].find(word)))
    words = [word for word in words if word_weight(word) >= TELLING]
    return [*words[:MOST_TERMS], *(f"〔{name}〕" for name in lexicon.load().meet(*texts)[:MOST_TERMS])]


def why(evidence: Evidence, level: int, left: int, right: int, terms: list[str], number: str) -> str:
    """One Chinese sentence for a pair."""
    if left < 0:
        return f"措施{number}与该问题没有相同的词语或概念。"
    measure = evidence.document.measures.texts[right]
    named = "、".join(f"“{term}”" for term in terms if term[0] != "〔") or "相近的提法"
    if level == 2:
        return f"措施{number}有可核查的举措“{measure}”，对应问题中的“{evidence.document.problems.texts[left]}”。"
    if level == 1 and evidence.action[left, right]:
        return f"措施{number}的“{measure}”只触及问题的一个方面（{named}）。"
    if level == 1:
        deferred = "，且属待条件具备再办的安排" if cues.is_deferred(measure) else ""
        return f"措施{number}仅提到{named}（“{measure}”），没有可核查的举措{deferred}。"
    return f"措施{number}与该问题仅有零星相近（{named}），所办是另一件事。"


def proof(evidence: Evidence, levels: np.ndarray, confidence: np.ndarray) -> list[dict]:
    """Rows of table evidence: for every problem segment the measure segment that meets it best.

    Sought among the measures that cover the problem where there are any; `addressed` is then 2 for an action
    that meets it, 1 for other words that do, 0 for nothing. `confidence` is that of the problem's verdict.
    """
    document = evidence.document
    rows = []
    for place, text in enumerate(document.problems.texts):
        row = int(document.problems.owner[place])
        covers = levels[row] >= 1
        allowed = covers[document.measures.owner] if covers.any() else np.ones(len(document.measures.texts), dtype=bool)
        best, addressed = _best(evidence, place, allowed, bool(covers.any()), levels[row])
        rows.append(
            {
                "doc": document.name,
                "problem": document.problems.ids[row],
                "segment": int(document.problems.number[place]),
                "kind": document.problems.kinds[place],
                "text": text,
                "measure": document.measures.ids[document.measures.owner[best]] if best >= 0 else "",
                "measure_segment": int(document.measures.number[best]) if best >= 0 else None,
                "measure_text": document.measures.texts[best] if best >= 0 else "",
                "addressed": addressed,
                "relevance": _part(evidence.relevance, place, best),
                "terms": "、".join(shared(evidence, place, best)) if best >= 0 else "",
                **{name: _part(signal, place, best) for name, signal in evidence.signals.items()},
                "confidence": float(confidence[row]),
            }
        )
    return rows


def _best(evidence: Evidence, place: int, allowed: np.ndarray, covered: bool, levels: np.ndarray) -> tuple[int, int]:
    """(place of the best measure segment or -1, addressed 0 to 2)."""
    values = np.where(allowed, evidence.relevance[place], 0)
    if not values.size or values.max() <= 0:
        return -1, 0
    acting = values * evidence.action[place] * (levels[evidence.document.measures.owner] == 2)
    headline = evidence.document.problems.kinds[place] == "headline"
    if covered and (acting.max() >= MEETS or (headline and acting.max() > 0)):
        return int(acting.argmax()), 2
    met = values.max() >= MEETS or headline
    return int(values.argmax()), int(covered and met)


def _part(matrix: np.ndarray, place: int, best: int) -> float:
    """What a signal gave to a meeting, in [0, 1] of what meets a segment wholly."""
    return min(float(matrix[place, best]) / FULL, 1.0) if best >= 0 else 0.0
