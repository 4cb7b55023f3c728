"""What each measure carries, and whether it closes its own loop."""

import pandas as pd

from analysis import cues, schema


def load(measures: pd.DataFrame, segments: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """One row a measure: problems it covers directly and partly, `orphan` 1 where it covers none.

    `quantified` is 1 where an action of it counts something; `slogan_share` is the share of its characters
    (headline aside) that are exhortation, in [0, 1].
    """
    counts = links.groupby(["doc", "measure", "level"]).size().to_dict() if len(links) else {}
    parts = {key: rows for key, rows in segments.groupby(["doc", "item"], sort=False)}
    rows = []
    for row in measures.itertuples(index=False):
        direct, partial = (counts.get((row.doc, row.measure, level), 0) for level in (2, 1))
        own = parts.get((row.doc, row.measure), segments.iloc[:0])
        rows.append(
            {"doc": row.doc, "measure": row.measure, "headline": row.headline, "problems_direct": direct, "problems_partial": partial}
            | {"orphan": int(direct + partial == 0), "owner": row.owner, "deadline": row.deadline}
            | {"quantified": int(any(map(cues.has_quantity, own["text"]))), "slogan_share": _slogans(own)}
        )
    return schema.frame("load", rows)


def _slogans(segments: pd.DataFrame) -> float:
    body = segments[segments["kind"] != "headline"]
    length = body["text"].str.len()
    if body.empty:
        return 0.0 if all(cues.substance(text) >= cues.ACTION for text in segments["text"]) else 1.0
    return float(length[body["kind"] == "slogan"].sum() / length.sum())
