"""Which terms stand together, and on which side they stand."""

import pandas as pd

from analysis.views.scope import Scope, View, scope

TERMS = ["term", "weight", "side", "count", "place"]
TIES = ["source", "target", "items", "association"]
MOST_TERMS, MOST_TIES, FEW = 26, 40, 8
NO_TERMS = "没有反复出现、可以连成网络的词语"
NAMES = {"problem": "只在问题或原因中", "measure": "只在措施中", "both": "问题与措施都有"}


def view(frames: dict[str, pd.DataFrame], doc: str, *, category: str = "", measure: str = "", rows: int = 15, **_) -> list[View]:
    """One figure. `rows`, the terms: `side` (both, problem, measure), `weight` in (0, 1], `count` of sentences, `place` by weight.

    `more["ties"]`: `source`, `target`, `items` (number that contain both), `association` in [0, 1]; of the ties the
    strongest 40, of the terms those with a tie first, and only those where there are eight. A filter keeps the terms
    that stand in the problems shown (and in the measure); counts and ties stay those of the document.
    """
    shown = scope(frames, doc, category, measure)
    terms = _terms(shown)
    if terms.empty:
        return [shown.view(f"《{shown.title or doc}》{NO_TERMS}", empty=NO_TERMS)]
    ties = shown.frames["network_edges"].sort_values(["items", "association"], ascending=False, kind="stable").head(MOST_TIES)
    tied = terms["term"].isin([*ties["source"], *ties["target"]])
    most = min(MOST_TERMS, rows * 2)
    kept = pd.concat([terms[tied], terms[~tied]]).head(most)
    ties = ties[ties["source"].isin(kept["term"]) & ties["target"].isin(kept["term"])]
    tied = kept["term"].isin([*ties["source"], *ties["target"]])
    kept = (kept[tied] if tied.sum() >= FEW else kept).sort_values("weight", ascending=False, kind="stable")
    note = "词语同在一条问题、原因或措施中即相连，线越粗同在的条数越多；字号按权重"
    where = f"{shown.what}中，" if category or measure else ""
    return [shown.view(where + _title(kept), note, rows=_rows(kept), more={"ties": ties[TIES].reset_index(drop=True)})]


def _terms(shown: Scope) -> pd.DataFrame:
    """The document's terms; with a filter, those that stand in the texts that are shown."""
    terms = shown.frames["network_terms"]
    if not (shown.category or shown.measure):
        return terms
    texts = [*shown.frames["problems"]["text"], *(shown.frames["measures"]["text"] if shown.measure else ())]
    return terms[[any(term in text for text in texts) for term in terms["term"]]]


def _rows(terms: pd.DataFrame) -> pd.DataFrame:
    asked, answered = terms["problem_count"] + terms["cause_count"] > 0, terms["measure_count"] > 0
    side = ["both" if one and other else "problem" if one else "measure" for one, other in zip(asked, answered, strict=True)]
    count = terms["problem_count"] + terms["cause_count"] + terms["measure_count"]
    return pd.DataFrame(
        {"term": terms["term"].tolist(), "weight": terms["weight"].astype(float).tolist(), "side": side, "count": count.astype(int).tolist(), "place": range(len(terms))},
        columns=TERMS,
    )


def _title(terms: pd.DataFrame) -> str:
    sides = _rows(terms)["side"]
    counts = {side: int((sides == side).sum()) for side in NAMES}
    parts = [f"{counts[side]}个{name}" for side, name in (("both", "两边都有"), ("problem", "只在问题或原因中"), ("measure", "只在措施中")) if counts[side]]
    return f"反复出现的{len(terms)}个词语：{'，'.join(parts)}"
