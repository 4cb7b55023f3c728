"""Holes first: the order in which problems are shown everywhere."""

import pandas as pd

from analysis.schema import VERDICTS


def ranked(gaps: pd.DataFrame) -> pd.DataFrame:
    """Rows of `gaps`, uncovered first, then partial, unknown, covered, justified; within a verdict the
    least covered first (coverage, then score), then document order."""
    order = gaps.assign(_verdict=gaps["verdict"].map({verdict: rank for rank, verdict in enumerate(VERDICTS)}))
    return order.sort_values(["doc", "_verdict", "coverage", "score", "problem"], kind="stable").drop(columns="_verdict").reset_index(drop=True)


def matrix(links: pd.DataFrame, value: str = "level") -> pd.DataFrame:
    """One document's links as a grid: a row a problem, a column a measure, in document order."""
    return links.pivot(index="problem", columns="measure", values=value).sort_index(key=_by_number).sort_index(axis=1, key=_by_number)


def _by_number(ids: pd.Index) -> pd.Index:
    return ids.str[1:].astype(int)
