"""The stage: items, segments and pairs → links, cause_links, the evidence behind them and what each part added."""

import numpy as np
import pandas as pd

from analysis import schema
from analysis.coverage import causes as bridge
from analysis.coverage import explain
from analysis.coverage import model as models
from analysis.coverage.contributions import contributions
from analysis.coverage.cuts import levels_of
from analysis.coverage.features import PARTS, evidence
from analysis.coverage.meetings import Meetings
from analysis.coverage.model import Model, Sample
from analysis.coverage.units import Document, documents
from analysis.views.naming import measure_names

ITEMS = ("problems", "causes", "measures", "segments", "pairs")


def judge(
    problems: pd.DataFrame,
    causes: pd.DataFrame,
    measures: pd.DataFrame,
    segments: pd.DataFrame,
    pairs: pd.DataFrame,
    *,
    model: Model | None = None,
    parts: tuple[str, ...] | None = None,
) -> dict[str, pd.DataFrame]:
    """Judge every (problem, measure) pair of every document, by the model shipped unless one is given.

    `parts` switches parts of the judgement off (see `PARTS`); the model should be fitted with the same.
    Returns the frames links, cause_links, evidence and contributions.
    """
    model = model or models.load()
    names = measure_names(measures)
    found: dict[str, list[dict]] = {"links": [], "cause_links": [], "evidence": []}
    added = [pd.DataFrame()]
    for document in documents(problems, causes, measures, segments, pairs):
        links, proof, parted = _document(document, model, parts or model.parts, names)
        found["links"] += links
        found["evidence"] += proof
        found["cause_links"] += bridge.links(document)
        added.append(parted)
    return {name: schema.frame(name, rows) for name, rows in found.items()} | {"contributions": schema.conform("contributions", pd.concat(added))}


def sample(frames: dict[str, pd.DataFrame], levels: pd.DataFrame, *, parts: tuple[str, ...] = PARTS) -> Sample:
    """A labelled document to fit on, from its item frames and its `levels` (doc, problem, measure, level)."""
    document = documents(**{name: frames[name] for name in ITEMS})[0]
    return Sample(evidence(document, parts), _matrix(document, levels))


def _matrix(document: Document, levels: pd.DataFrame) -> np.ndarray:
    """(problems x measures) of the labelled levels; a pair without a label is 0."""
    known = {(problem, measure): int(level) for problem, measure, level in levels[["problem", "measure", "level"]].itertuples(index=False)}
    shape = (len(document.problems.ids), len(document.measures.ids))
    return np.array([[known.get((left, right), 0) for right in document.measures.ids] for left in document.problems.ids], dtype=int).reshape(shape)


def _document(document: Document, model: Model, parts: tuple[str, ...], names) -> tuple[list[dict], list[dict], pd.DataFrame]:
    found = evidence(document, parts)
    chances = model.chances(found)
    levels = levels_of(chances, model.cuts)
    called = [names[document.name, item] for item in document.measures.ids]
    meetings = Meetings(found)
    links = explain.links(meetings, model.scores(chances), levels, called)
    return links, explain.proof(meetings, levels, model.confidence(chances)), contributions(found, model, chances)
