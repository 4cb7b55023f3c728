"""What is known of each (problem, measure) pair, as columns that all point the same way: more is better covered.

Segment is judged against segment by the `SIGNALS`; their sum is the relevance. A pair's columns say how much of
the problem's headline, claims and examples meets the measure's actions, and how much only its exhortations; a few
(kinship, contrast, likeness, meaning) compare the two as whole items.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from analysis import cues
from analysis.coverage import direction, instances, order, remedies, substance
from analysis.coverage.affinity import affinity, contrast, kinship
from analysis.coverage.concepts import concepts
from analysis.coverage.lexical import bigrams, words
from analysis.coverage.ranking import likeness
from analysis.coverage.semantics import meaning
from analysis.coverage.units import Document, Side

SIGNALS = {"words": words, "bigrams": bigrams, "concepts": concepts, "affinity": affinity}
"""Sides of the problems and of the measures in, (problem segments x measure segments) out."""
PARTS = (*SIGNALS, "likeness", "semantics", "substance", "remedies", "direction", "instances", "context", "order", "pairing")
"""Everything that can be switched off; what is off adds nothing (without substance, words are taken for deeds)."""
TAKEN_UP, MOST_DEEDS = 0.4, 4
"""Actions above this relevance are counted, up to so many."""
FULL = 1.5
"""From this relevance on a segment counts as wholly met."""
TOPIC = ("head_slogan", "bigram_sum", "kinship", "contrast", "meaning", "share_of_problem", "share_of_measure", "order")
PARTIAL = (*(column for column in TOPIC if column != "bigram_sum"), "likeness", "paired")
REMEDY = ("core_action_sum", "breadth", "action_share_of_measure", "contrast", "remedial", "deeds", "undeferred", "general", "order")
"""Columns that tell whether a measure speaks of the problem, whether it covers it at least partly (the layout's
pairs tell that too, but pair every problem with something; shared bigrams tell more of gaps, likeness more of
degrees), and whether what covers it is a remedy."""
NAMES = tuple(dict.fromkeys((*TOPIC, *PARTIAL, *REMEDY)))
SILENT = {
    "context": ("share_of_problem", "share_of_measure", "action_share_of_measure"), "pairing": ("paired",), "affinity": ("kinship", "contrast"),
    "bigrams": ("bigram_sum",), "substance": ("deeds",), "direction": ("undeferred",), "instances": ("general",), "order": ("order",),
    "likeness": ("likeness",), "semantics": ("meaning",), "remedies": ("remedial",),
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
    columns["bigram_sum"] = np.log1p(_total(document, signals["bigrams"])) if "bigrams" in signals else np.zeros(columns["paired"].shape)
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
    total, acted = _total(document, relevance), _total(document, deeds)
    return {
        "head_slogan": _met(document, talk, headline),
        "core_action_sum": np.log1p(_total(document, deeds * expit(remedial), headline | _first(problems, claim))),
        "kinship": kinship(problems, measures),
        "contrast": contrast(problems, measures),
        "likeness": likeness(problems, measures),
        "meaning": meaning(problems, measures),
        "share_of_problem": _relative(np.log1p(total), 1),
        "share_of_measure": _relative(np.log1p(total), 0),
        "action_share_of_measure": _relative(np.log1p(acted), 0),
        "order": order.nearness(total),
        "breadth": np.minimum(measures.by_item(problems.by_item(deeds, 0, np.maximum) > TAKEN_UP, 1), MOST_DEEDS),
        "remedial": np.tile(_best_two(measures, remedial), (len(problems.ids), 1)),
        "deeds": np.tile(_deeds(measures, action), (len(problems.ids), 1)),
        "undeferred": np.tile(~_deferred(measures), (len(problems.ids), 1)),
        "general": instances.general(problems, measures),
        "paired": document.paired,
    }


def _best_two(measures: Side, remedial: np.ndarray) -> np.ndarray:
    """One number a measure, in [0, 1]: the mean of its two segments that read most like a remedy; 0 where it has none."""
    scaled = (remedial + remedies.MOST) / (2 * remedies.MOST)
    own = [np.sort(scaled[measures.owner == place])[-2:] for place in range(len(measures.ids))]
    return np.array([values.mean() if len(values) else 0.0 for values in own])


def _deeds(measures: Side, action: np.ndarray) -> np.ndarray:
    """One number a measure: the share of its characters that are actions for any problem."""
    length = np.array([len(text) for text in measures.texts], dtype=float)
    return measures.by_item(length * action.max(axis=0, initial=0), 0) / np.maximum(measures.by_item(length, 0), 1)


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


def _relative(values: np.ndarray, axis: int) -> np.ndarray:
    """Each value against the largest along the axis, in [0, 1]."""
    return values / np.maximum(values.max(axis=axis, keepdims=True, initial=0.0), 1e-9)
