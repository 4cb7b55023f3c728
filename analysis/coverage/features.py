"""What is known of each (problem, measure) pair, as columns that all point the same way: more is better covered.

Segment is judged against segment by the `SIGNALS`; their sum is the relevance. A pair's columns say how much of
the problem's headline, claims and examples meets the measure's actions, and how much only its exhortations; others
(of the parts precedents, likeness and semantics) compare the two as whole items. Those that end in `_of_measure` are
relative to the problems that the measure suits best, since it is rarely for more than its share of them.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from analysis import cues
from analysis.coverage import direction, instances, order, precedents, remedies, substance
from analysis.coverage.affinity import affinity
from analysis.coverage.concepts import concepts
from analysis.coverage.lexical import bigrams, words
from analysis.coverage.ranking import likeness
from analysis.coverage.semantics import deed_meaning, meaning
from analysis.coverage.units import Document, Side

SIGNALS = {"words": words, "bigrams": bigrams, "concepts": concepts, "affinity": affinity}
"""Sides of the problems and of the measures in, (problem segments x measure segments) out."""
PARTS = (*SIGNALS, "precedents", "likeness", "semantics", "substance", "remedies", "direction", "instances", "context", "order", "pairing")
"""Everything that can be switched off; what is off adds nothing (without substance, words are taken for deeds)."""
TAKEN_UP, MOST_DEEDS = 0.4, 4
"""Actions above this relevance are counted, up to so many."""
FULL = 1.5
"""From this relevance on a segment counts as wholly met."""
TOPIC = (
    "head_slogan", "kinship", "theme", "theme_of_measure", "likeness", "likeness_of_measure", "meaning", "deed_meaning",
    "share_of_problem", "share_of_measure", "order",
)  # fmt: skip
PARTIAL = (*TOPIC, "paired")
REMEDY = (
    "core_action_sum", "breadth", "kinship_of_measure", "contrast", "contrast_of_measure", "deed_meaning",
    "remedial", "remedial_of_document", "undeferred", "general", "order",
)  # fmt: skip
"""Columns that tell whether a measure speaks of the problem, whether it covers it at least partly (the layout's
pairs tell that too, but pair every problem with something), and whether what covers it is a remedy."""
NAMES = tuple(dict.fromkeys((*TOPIC, *PARTIAL, *REMEDY)))
SILENT = {
    "precedents": ("kinship", "kinship_of_measure", "contrast", "contrast_of_measure", "theme", "theme_of_measure"),
    "likeness": ("likeness", "likeness_of_measure"), "semantics": ("meaning", "deed_meaning"), "remedies": ("remedial", "remedial_of_document"),
    "direction": ("undeferred",), "instances": ("general",), "context": ("share_of_problem", "share_of_measure"), "order": ("order",),
    "pairing": ("paired",),
}  # fmt: skip
"""Part → columns that say nothing without it."""


@dataclass(frozen=True)
class Evidence:
    """One document under the signals.

    `signals` and their sum `relevance` are (problem segments x measure segments); `action` is of the same
    shape, 1 where the measure segment is an action that counts for that problem; `columns` maps each of `NAMES`
    to (problems x measures).
    """

    document: Document
    signals: dict[str, np.ndarray]
    relevance: np.ndarray
    action: np.ndarray
    columns: dict[str, np.ndarray]

    def table(self, names: tuple[str, ...]) -> np.ndarray:
        """(problems x measures x names)."""
        return np.stack([self.columns[name] for name in names], axis=-1)


def evidence(document: Document, parts: tuple[str, ...] = PARTS) -> Evidence:
    """Apply what `parts` names and bring it together by pair."""
    problems, measures = document.problems, document.measures
    signals = {name: signal(problems, measures) for name, signal in SIGNALS.items() if name in parts}
    if "direction" in parts:
        lacking = direction.lacking(problems)
        eased = direction.eases(measures)
        signals = {name: np.where(eased, signal, SIGNALS[name](lacking, measures)) for name, signal in signals.items()}
    relevance = sum(signals.values(), np.zeros((len(problems.texts), len(measures.texts))))
    action = _actions(document, parts)
    columns = _columns(document, relevance, action, _remedial(document.measures, parts))
    silent = {name for part, names in SILENT.items() if part not in parts for name in names}
    return Evidence(document, signals, relevance, action, {name: columns[name] * (name not in silent) for name in NAMES})


def _actions(document: Document, parts: tuple[str, ...]) -> np.ndarray:
    problems, measures = document.problems, document.measures
    acting = substance.actions(measures) if "substance" in parts else np.ones(len(measures.texts), dtype=bool)
    found = np.tile(acting, (len(problems.texts), 1))
    return (found & direction.forward(problems, measures) if "direction" in parts else found).astype(float)


def _remedial(measures: Side, parts: tuple[str, ...]) -> np.ndarray:
    """One logit a segment: how much it reads like a remedy; without that part all do."""
    return remedies.load().remedial(measures.texts) if "remedies" in parts else np.full(len(measures.texts), remedies.MOST)


def _columns(document: Document, relevance: np.ndarray, action: np.ndarray, remedial: np.ndarray) -> dict[str, np.ndarray]:
    problems, measures = document.problems, document.measures
    deeds, talk = relevance * action, relevance * (1 - action)
    headline = problems.kinds == "headline"
    claim = (problems.kinds == "claim") | _alone(problems)
    total = _total(document, relevance)
    reads = (remedial + remedies.MOST) / (2 * remedies.MOST)
    kin, remedied, alike = precedents.kinship(problems, measures), precedents.contrast(problems, measures), likeness(problems, measures)
    return {
        "head_slogan": _met(document, talk, headline),
        "core_action_sum": np.log1p(_total(document, deeds * expit(remedial), headline | _first(problems, claim))),
        "breadth": np.minimum(measures.by_item(problems.by_item(deeds, 0, np.maximum) > TAKEN_UP, 1), MOST_DEEDS),
        "kinship": kin,
        "kinship_of_measure": _of_measure(kin),
        "contrast": remedied,
        "contrast_of_measure": _of_measure(remedied),
        "theme": precedents.theme(problems.item_texts, measures),
        "theme_of_measure": _of_measure(precedents.theme(problems.heading_texts, measures)),
        "likeness": alike,
        "likeness_of_measure": _of_measure(alike),
        "meaning": meaning(problems, measures),
        "deed_meaning": deed_meaning(problems, measures, action.max(axis=0, initial=0) * expit(remedial)),
        "remedial": _weighted(document, reads, deeds),
        "remedial_of_document": np.tile(_of_problem(_best_two(measures, reads)[None, :]), (len(problems.ids), 1)),
        "share_of_problem": _of_problem(np.log1p(total)),
        "share_of_measure": _of_measure(np.log1p(total)),
        "order": order.nearness(total),
        "undeferred": np.tile(~_deferred(measures), (len(problems.ids), 1)),
        "general": instances.general(problems, measures),
        "paired": document.paired,
    }


def _weighted(document: Document, reads: np.ndarray, deeds: np.ndarray) -> np.ndarray:
    """(problems x measures) in [0, 1]: how much the deeds of the measure read like a remedy, each by the square of its
    relevance for the problem; 0 where none is relevant."""
    weight = document.problems.by_item(deeds, 0) ** 2
    return document.measures.by_item(weight * reads, 1) / np.maximum(document.measures.by_item(weight, 1), 1e-9)


def _best_two(measures: Side, reads: np.ndarray) -> np.ndarray:
    """One number a measure, in [0, 1]: the mean of its two segments that read most like a remedy; 0 where it has none."""
    own = [np.sort(reads[measures.owner == place])[-2:] for place in range(len(measures.ids))]
    return np.array([values.mean() if len(values) else 0.0 for values in own])


def _deferred(measures: Side) -> np.ndarray:
    """One flag a measure: some of it is put off."""
    return measures.by_item(np.array([cues.is_deferred(text) for text in measures.texts], dtype=float), 0, np.maximum) > 0


def _alone(problems: Side) -> np.ndarray:
    """Segments that are all their problem has: such a headline is also its claim."""
    return np.bincount(problems.owner, minlength=len(problems.ids))[problems.owner] == 1


def _first(problems: Side, claim: np.ndarray) -> np.ndarray:
    """Each problem's first claim: it spells out the headline, the later ones add to it."""
    first = np.zeros(len(claim), dtype=bool)
    places = np.flatnonzero(claim)
    first[places[np.unique(problems.owner[places], return_index=True)[1]]] = True
    return first


def _total(document: Document, values: np.ndarray, of: np.ndarray | None = None) -> np.ndarray:
    """(problems x measures): summed over the segments of both, on the problem side only over those of `of`."""
    part = values if of is None else values * of[:, None]
    return document.problems.by_item(document.measures.by_item(part, 1), 0)


def _met(document: Document, values: np.ndarray, of: np.ndarray) -> np.ndarray:
    """(problems x measures): the share of the problem's segments of kind `of` that the measure meets, in [0, 1]."""
    best = document.measures.by_item(np.minimum(values / FULL, 1), 1, np.maximum)
    return _share(document, best, of)


def _share(document: Document, values: np.ndarray, of: np.ndarray) -> np.ndarray:
    """The mean over the segments of kind `of`; 0 for a problem that has none."""
    count = document.problems.by_item(of.astype(float), 0)
    return document.problems.by_item(values * of[:, None], 0) / np.maximum(count, 1)[:, None]


def _of_problem(values: np.ndarray) -> np.ndarray:
    """Each value against the largest of its problem, in [0, 1]."""
    return values / np.maximum(values.max(axis=1, keepdims=True, initial=0.0), 1e-9)


def _of_measure(values: np.ndarray) -> np.ndarray:
    """Each value against the largest of its measure, in [0, 1]: against the mean of as many as a measure has to answer."""
    problems, measures = values.shape
    due = -(-problems // max(measures, 1))
    largest = -np.sort(-values, axis=0)[:due]
    return np.minimum(values / np.maximum(largest.mean(axis=0) if due else 0.0, 1e-9), 1)
