"""What of a problem no measure takes up."""

import pandas as pd


def unmet(frames: dict[str, pd.DataFrame]) -> dict[tuple[str, str], list[str]]:
    """(doc, problem) to its claims and examples that nothing addresses, in document order.

    Empty where the judgement left no evidence table.
    """
    evidence = frames.get("evidence")
    if evidence is None or not len(evidence):
        return {}
    rows = evidence[(evidence["addressed"] == 0) & evidence["kind"].isin(["claim", "example"])]
    return {key: part["text"].tolist() for key, part in rows.sort_values("segment", kind="stable").groupby(["doc", "problem"], sort=False)}
