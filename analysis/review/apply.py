"""The stage before the gaps: what persons decided, put upon the candidates of the judgement."""

import pandas as pd

from analysis import schema
from analysis.review.matching import Standing, standing
from analysis.review.words import JUDGED, SAID
from analysis.wording import LEVELS

STATES = {"confirmed": "confirmed", "rejected": "rejected", "withdrawn": "candidate"}


def apply(problems: pd.DataFrame, measures: pd.DataFrame, links: pd.DataFrame, evidence: pd.DataFrame, decisions: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Frames links (with `state`, and the level a person gave) and evidence of the contract.

    A confirmed pair has the level it was confirmed at, a rejected one level 0 (its segments are then addressed by
    nothing), a pair whose text changed after the decision is `suspect` at the level judged now. `why` says so and
    keeps the program's own sentence.
    """
    if decisions.empty:
        return {"links": links, "evidence": evidence}
    held, _ = standing(problems, measures, decisions)
    rows = [_decided(row, held.get((row["doc"], row["problem"], row["measure"]))) for row in links.to_dict("records")]
    result = schema.frame("links", rows)
    return {"links": result, "evidence": _evidence(evidence, result)}


def _decided(row: dict, state: Standing | None) -> dict:
    if state is None or state.decision not in STATES or state.decision == "withdrawn":
        return row
    if state.changed:
        return row | {"state": "suspect", "why": f"{SAID[state.decision]}之后文字有改动，需重核。{row['why']}"}
    level = 0 if state.decision == "rejected" else int(row["level"]) if state.level is None else state.level
    return row | {"state": STATES[state.decision], "level": level, "why": f"{_said(state, int(row['level']), level)}{row['why']}"}


def _said(state: Standing, judged: int, level: int) -> str:
    """人工否决（重名而已；程序原判直接对应）。 in front of the program's sentence."""
    by = "，".join(part for part in (state.reviewer, state.date) if part)
    original = f"{JUDGED}{LEVELS[judged]}" if judged != level else ""
    inside = "；".join(part for part in (by, state.note, original) if part)
    return SAID[state.decision] + (f"（{inside}）" if inside else "") + "。"


def _evidence(evidence: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """`evidence` with nothing addressed by a rejected measure."""
    out = links[links["state"] == "rejected"]
    rejected = set(zip(out["doc"], out["problem"], out["measure"], strict=True))
    hit = [key in rejected for key in zip(evidence["doc"], evidence["problem"], evidence["measure"], strict=True)]
    return evidence.assign(addressed=evidence["addressed"].mask(pd.Series(hit, index=evidence.index, dtype=bool), 0))
