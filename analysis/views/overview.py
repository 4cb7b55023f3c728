"""The numbers that matter, one row a document, each with its denominator."""

import pandas as pd

from analysis.schema import VERDICTS
from analysis.wording import share

COLUMNS = ["doc", "title", "problems", "measures", "uncovered", "partial", "unknown", "covered", "justified", "confirmed_covered", "orphans", "pairs", "pairs_direct", "pairs_partial"]


def overview(documents: pd.DataFrame, gaps: pd.DataFrame, links: pd.DataFrame, load: pd.DataFrame) -> pd.DataFrame:
    """One row a readable document, whole numbers.

    `problems` is the denominator: all problems of the document. One column a verdict counts its problems;
    `confirmed_covered` the covered ones with a direct link that a person confirmed (the strict share's numerator);
    `orphans` the measures that carry no problem.
    """
    rows = [
        _row(document, *(table[table["doc"] == document.doc] for table in (gaps, links, load)))
        for document in documents[documents["error"] == ""].itertuples()
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _row(document, gaps: pd.DataFrame, links: pd.DataFrame, load: pd.DataFrame) -> dict:
    counts = {verdict: int((gaps["verdict"] == verdict).sum()) for verdict in VERDICTS}
    return counts | {
        "doc": document.doc,
        "title": document.title,
        "problems": len(gaps),
        "measures": len(load),
        "confirmed_covered": confirmed_covered(gaps, links),
        "orphans": int(load["orphan"].sum()),
        "pairs": len(links),
        "pairs_direct": int((links["level"] == 2).sum()),
        "pairs_partial": int((links["level"] == 1).sum()),
    }


def confirmed_covered(gaps: pd.DataFrame, links: pd.DataFrame) -> int:
    """How many covered problems of one document have a direct link that a person confirmed; never more than are covered."""
    covered = set(gaps.loc[gaps["verdict"] == "covered", "problem"])
    return len(covered & set(links.loc[(links["state"] == "confirmed") & (links["level"] == 2), "problem"]))


def shares(row) -> dict[str, str]:
    """Strict and relaxed share of covered problems of one overview row, as text with numerator and denominator."""
    return {"strict": share(int(row["confirmed_covered"]), int(row["problems"])), "relaxed": share(int(row["covered"]), int(row["problems"]))}
