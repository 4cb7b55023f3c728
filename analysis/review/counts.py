"""How far the review is: pairs by state and both shares, one row a document."""

import pandas as pd

from analysis.schema import LINK_STATES
from analysis.views.overview import overview, shares
from analysis.wording import STATES, share


def counts(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a readable document: doc, one count of pairs a state, `strict` and `relaxed` as text with their denominator."""
    table = overview(frames["documents"], frames["gaps"], frames["links"], frames["load"])
    states = frames["links"].groupby(["doc", "state"]).size().to_dict()
    rows = [
        {"doc": row["doc"], "pairs": row["pairs"], "justified": row["justified"], "problems": row["problems"]}
        | {state: states.get((row["doc"], state), 0) for state in LINK_STATES}
        | shares(row)
        for row in table.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=["doc", "pairs", "problems", "justified", *LINK_STATES, "strict", "relaxed"])


def lines(table: pd.DataFrame) -> list[str]:
    """The counts as a person reads them."""
    return [
        f"{row['doc']}：{row['pairs']}对中{'，'.join(f'{STATES[state]}{row[state]}' for state in LINK_STATES)}；"
        f"已说明的问题{share(row['justified'], row['problems'])}；已覆盖：严格口径{row['strict']}，宽松口径{row['relaxed']}"
        for row in table.to_dict("records")
    ]
