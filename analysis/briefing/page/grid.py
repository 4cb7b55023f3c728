"""The matrix as the template draws it: a row a problem, a cell a measure, in document order."""

import pandas as pd

from analysis.views.ranking import matrix
from analysis.wording import LEVELS, STATES

WIDE, VERY_WIDE = 12, 24
"""From so many measures on the columns are drawn narrower."""
MARKED_STATES = {"confirmed": "确", "rejected": "否", "suspect": "核"}
"""How a person's decision is marked in a cell; a candidate has no mark."""


def grid(links: pd.DataFrame, pairs: pd.DataFrame, problems: dict[str, dict]) -> dict:
    """`rows` of {problem, cells}; a cell has measure, level, name, `marks` (class names) and the state a person gave it.

    `size` is s, m or l by the number of columns; `states` the marks that occur, for the legend.
    """
    if links.empty:
        return {"rows": [], "size": "s", "states": []}
    levels = matrix(links)
    marks = {(pair.problem, pair.measure): _marks(pair) for pair in pairs.itertuples()}
    rows = [
        {"problem": problems[problem], "cells": [_cell(problem, measure, level, marks) for measure, level in zip(levels.columns, row, strict=True)]}
        for problem, row in zip(levels.index, levels.to_numpy(), strict=True)
    ]
    size = "l" if len(levels.columns) > VERY_WIDE else "m" if len(levels.columns) > WIDE else "s"
    states = [{"mark": mark, "name": STATES[state]} for state, mark in MARKED_STATES.items() if (pairs["state"] == state).any()]
    return {"rows": rows, "size": size, "states": states}


def _cell(problem: str, measure: str, level, marks: dict) -> dict:
    level = 0 if pd.isna(level) else int(level)
    return {"measure": measure, "level": level, "name": LEVELS[level]} | marks[problem, measure]


def _marks(pair) -> dict:
    state = pair.state if pair.state in MARKED_STATES else ""
    return {"marks": " ".join(["near"] * bool(pair.nearest) + ["paired"] * bool(pair.paired)), "state": state, "said": STATES[state] if state else ""}
