"""What the curves made of each pair: its chances, and what each part of the judgement added to them.

In logits, so that they add up. With `partial` the chance that a measure covers a problem at least partly, and
remedy the chance that what covers it is a remedy (`direct` is the product of the two):

    logit(partial) = partial_base + the sum of all other partial_…, and the same for remedy with remedy_…

A part adds weight times value of its columns. The columns that are built from the summed relevance belong to no
part alone (how much of the headline, claims and examples meets actions or mere words); what they add is shared out
among the signals in proportion to what each signal gives to the pair's total relevance. Its shares among
all pairs of its problem or measure are the part `context`. No part ever adds less than 0.
"""

import numpy as np
import pandas as pd

from analysis.coverage.cuts import Chances
from analysis.coverage.features import PARTS, SIGNALS, SILENT, Evidence
from analysis.coverage.model import COLUMNS, Model

CURVES = ("partial", "remedy")
"""The curves that are taken apart; `topic` has the columns of `partial` but for the layout's pairs."""
OWNER = {column: part for part, columns in SILENT.items() for column in columns}
"""Column → the part it belongs to; other columns are shared out among the signals."""


def parts_of(curve: str) -> tuple[str, ...]:
    """The parts that a curve has columns of, in the order of `PARTS`."""
    own = {OWNER.get(column) for column in COLUMNS[curve]}
    return tuple(part for part in PARTS if part in own or (None in own and part in SIGNALS))


def contributions(evidence: Evidence, model: Model, chances: Chances) -> pd.DataFrame:
    """Rows of table contributions: every pair, in the order problems, then measures.

    `topic`, `partial` and `direct` are chances in [0, 1]; partial_… and remedy_… are logits, at least 0 but for the
    two `…_base`, which are the curves' intercepts and the same for all pairs.
    """
    document = evidence.document
    problems, measures = document.problems.ids, document.measures.ids
    table = {"doc": document.name, "problem": np.repeat(np.array(problems, dtype=object), len(measures)), "measure": list(measures) * len(problems)}
    table |= {name: chance.ravel() for name, chance in chances._asdict().items()}
    shares = _shares(evidence)
    for name in CURVES:
        curve = getattr(model, name)
        added = _added(evidence, dict(zip(COLUMNS[name], curve.weights, strict=True)), shares)
        table[f"{name}_base"] = curve.intercept
        table |= {f"{name}_{part}": added[part].ravel() for part in parts_of(name)}
    return pd.DataFrame(table, index=pd.RangeIndex(len(problems) * len(measures)))


def _added(evidence: Evidence, weights: dict[str, float], shares: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Part → (problems x measures) of what its columns add."""
    nothing = np.zeros(evidence.columns["paired"].shape)
    added = dict.fromkeys(PARTS, nothing)
    common = nothing
    for column, weight in weights.items():
        value = weight * evidence.columns[column]
        if column in OWNER:
            added[OWNER[column]] = added[OWNER[column]] + value
        else:
            common = common + value
    return added | {part: added[part] + share * common for part, share in shares.items()}


def _shares(evidence: Evidence) -> dict[str, np.ndarray]:
    """Signal → (problems x measures): its part of the pair's total relevance, together 1; 0 where nothing meets."""
    document = evidence.document
    totals = {name: document.problems.by_item(document.measures.by_item(signal, 1), 0) for name, signal in evidence.signals.items()}
    whole = np.maximum(sum(totals.values(), np.zeros(evidence.columns["paired"].shape)), 1e-12)
    return {name: total / whole for name, total in totals.items()}
