"""The ledger's rows, from the views."""

import pandas as pd

from analysis.views.ledger import ledger
from analysis.views.naming import ordinal
from analysis.views.places import places
from analysis.wording import LEVELS, NONE, STATES


def problems(frames: dict[str, pd.DataFrame]) -> list[dict]:
    """One row a problem: the ledger view, its number, and the nearest measure in words."""
    return [
        row | {"ordinal": _number(row["problem"]), "nearest": _nearest(row), "coverage": number(row["coverage"])}
        for row in ledger(frames).to_dict("records")
    ]


def _nearest(row: dict) -> str:
    return f"{ordinal(row['best_measure'])} {row['best_headline']}（{row['best_level']}）" if row["best_measure"] else NONE


def pairs(frames: dict[str, pd.DataFrame]) -> list[dict]:
    """One row a (problem, measure) pair with its evidence, in the order of the links."""
    heads = {(row.doc, getattr(row, column)): row.headline for table, column in (("problems", "problem"), ("measures", "measure")) for row in frames[table].itertuples()}
    where = places(frames)
    return [_pair(row, heads, where) for row in frames["links"].to_dict("records")]


def _pair(row: dict, heads: dict, where: dict) -> dict:
    sides = {}
    for side in ("problem", "measure"):
        key = row["doc"], row[side]
        sides |= {f"{side}_ordinal": _number(row[side]), f"{side}_headline": heads.get(key, ""), f"{side}_place": where.get(key, "")}
    return row | sides | {
        "level_name": LEVELS[int(row["level"])],
        "paired_name": "是" if row["paired"] == 1 else "",
        "state_name": STATES.get(row["state"], row["state"]),
        "score": number(row["score"]),
    }


def _number(item: str) -> str:
    return str(int(item[1:]))


def number(value) -> float | None:
    """A number that a cell can hold; None where it is missing."""
    return None if pd.isna(value) else float(value)
