"""What is known of each (problem, measure) pair, as columns that all point the same way: more is better covered.

Segment is judged against segment by the `SIGNALS`; their sum is the relevance. A pair's columns say how much
of the problem's headline and body meets any words of the measure, and how much meets its actions.
"""

from dataclasses import dataclass

import numpy as np

from analysis.coverage import substance
from analysis.coverage.affinity import affinity
from analysis.coverage.concepts import concepts
from analysis.coverage.lexical import bigrams, words
from analysis.coverage.units import Document, Side

SIGNALS = {"words": words, "bigrams": bigrams, "concepts": concepts, "affinity": affinity}
"""Sides of the problems and of the measures in, (problem segments x measure segments) out."""
PARTS = (*SIGNALS, "substance", "direction", "context", "pairing")
"""Everything that can be switched off; what is off adds nothing (or, for substance, takes words for deeds)."""
FULL = 2.0
"""From this relevance on a segment counts as wholly met."""
NAMES = ("any", "action", "body_any", "body_action", "head_any", "head_action", "row_any", "column_any", "column_action", "paired")

SWITCHED = {"context": ("row_any", "column_any", "column_action"), "pairing": ("paired",)}


@dataclass(frozen=True)
class Evidence:
    """One document under the signals: `signals` and their sum `relevance` are (problem segments x measure
    segments); `action` flags measure segments; `pairs` is (problems x measures x NAMES)."""

    document: Document
    signals: dict[str, np.ndarray]
    relevance: np.ndarray
    action: np.ndarray
    pairs: np.ndarray


def evidence(document: Document, parts: tuple[str, ...] = PARTS) -> Evidence:
    """Apply the signals named in `parts` and bring their sum together by pair."""
    problems, measures = document.problems, document.measures
    signals = {name: signal(problems, measures) for name, signal in SIGNALS.items() if name in parts}
    relevance = sum(signals.values(), np.zeros((len(problems.texts), len(measures.texts))))
    action = substance.actions(measures) if "substance" in parts else np.ones(len(measures.texts), dtype=bool)
    if "direction" in parts:
        action = action & ~substance.deferred(measures)
    return Evidence(document, signals, relevance, action, _pairs(document, relevance, action, parts))


def _pairs(document: Document, relevance: np.ndarray, action: np.ndarray, parts: tuple[str, ...]) -> np.ndarray:
    problems, measures = document.problems, document.measures
    columns = {}
    for name, part in (("any", relevance), ("action", relevance * action)):
        columns[name] = np.log1p(problems.by_item(measures.by_item(part, 1), 0))
        met = measures.by_item(np.minimum(part / FULL, 1), 1, np.maximum)
        columns[f"body_{name}"] = problems.by_item(met * _share(problems)[:, None], 0)
        columns[f"head_{name}"] = problems.by_item(met * (problems.kinds == "headline")[:, None], 0, np.maximum)
    columns["row_any"], columns["column_any"], columns["column_action"] = (
        _relative(columns["any"], 1), _relative(columns["any"], 0), _relative(columns["action"], 0)
    )
    columns["paired"] = document.paired
    off = {name for part, names in SWITCHED.items() if part not in parts for name in names}
    return np.stack([columns[name] * (name not in off) for name in NAMES], axis=-1)


def _share(problems: Side) -> np.ndarray:
    """What each segment is of its problem's body; the headline is the body of a problem of one segment."""
    count = np.bincount(problems.owner, minlength=len(problems.ids))[problems.owner]
    return np.where(count == 1, 1.0, np.where(problems.kinds == "headline", 0.0, 1 / np.maximum(count - 1, 1)))


def _relative(values: np.ndarray, axis: int) -> np.ndarray:
    """Each value against the largest along the axis, in [0, 1]."""
    return values / np.maximum(values.max(axis=axis, keepdims=True, initial=0.0), 1e-9)
