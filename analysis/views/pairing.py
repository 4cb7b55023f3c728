"""A problem beside a measure: where the words of the evidence stand in the two texts, and what each signal gave."""

import pandas as pd

from analysis.wording import LEVELS, STATES

SIGNALS = ("words", "bigrams", "concepts", "affinity")
PAIR_COLUMNS = ["doc", "problem", "measure", "level", "level_name", "score", "state", "state_name", "paired", "nearest", "evidence_problem", "evidence_measure", "span_problem", "span_measure", "words", "concepts", "why"]
PART_COLUMNS = ["doc", "problem", "segment", "kind", "start", "end", "addressed", "measure", "measure_text", "terms", "relevance", *SIGNALS]


def pairs(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a (problem, measure) pair, in the order of `links`.

    `span_*` are (start, end) of the evidence in the item's text, () where there is none; `words` and
    `concepts` tuples of what both sides share; `nearest` is True for the problem's best measure.
    """
    texts = {(row.doc, item): row.text for name, key in (("problems", "problem"), ("measures", "measure")) for row, item in _items(frames[name], key)}
    best = set(frames["gaps"][["doc", "problem", "best_measure"]].itertuples(index=False, name=None))
    rows = [_pair(link, texts, best) for link in frames["links"].to_dict("records")]
    return pd.DataFrame(rows, columns=PAIR_COLUMNS)


def _items(items: pd.DataFrame, key: str):
    return zip(items.itertuples(), items[key], strict=True)


def _pair(link: dict, texts: dict, best: set) -> dict:
    doc, problem, measure = link["doc"], link["problem"], link["measure"]
    words, concepts = _terms(link["shared_terms"])
    return link | {
        "level_name": LEVELS[int(link["level"])],
        "state_name": STATES.get(link["state"], ""),
        "paired": link["paired"] == 1,
        "nearest": (doc, problem, measure) in best,
        "span_problem": _span(texts.get((doc, problem), ""), link["evidence_problem"]),
        "span_measure": _span(texts.get((doc, measure), ""), link["evidence_measure"]),
        "words": words,
        "concepts": concepts,
    }


def _span(text: str, evidence: str) -> tuple[int, ...]:
    start = text.find(evidence) if evidence else -1
    return (start, start + len(evidence)) if start >= 0 else ()


def _terms(terms: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words, and the names of concepts, which stand in 〔〕."""
    parts = [term for term in terms.split("、") if term]
    return tuple(term for term in parts if term[0] != "〔"), tuple(term.strip("〔〕") for term in parts if term[0] == "〔")


def parts(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a segment of a problem, in its order: where it stands, the measure segment that meets it best and
    what each signal gave, in [0, 1]. `addressed` is 2, 1 or 0, <NA> where no evidence is recorded."""
    problems = set(frames["problems"][["doc", "problem"]].itertuples(index=False, name=None))
    found = frames["segments"].rename(columns={"item": "problem"})
    found = found[[key in problems for key in zip(found["doc"], found["problem"], strict=True)]]
    proof = frames.get("evidence")
    if proof is None or proof.empty:
        return found.reindex(columns=PART_COLUMNS).reset_index(drop=True)
    merged = found.merge(proof.drop(columns=["kind", "text"]), on=["doc", "problem", "segment"], how="left")
    return merged.reindex(columns=PART_COLUMNS)
