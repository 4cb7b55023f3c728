"""How the verdicts would change if the cuts between the levels lay elsewhere."""

import numpy as np
import pandas as pd

from analysis.schema import VERDICTS as ORDER
from analysis.views.naming import short_title
from analysis.views.scope import Scope, View, scope
from analysis.views.sentences import NO_MEASURES

SHIFTS = tuple(step / 100 for step in range(-20, 21, 5))
NEAR = 0.05
BY_SHARE = ("uncovered", "partial", "covered")


def view(frames: dict[str, pd.DataFrame], doc: str, *, category: str = "", measure: str = "", **_) -> list[View]:
    """One figure. `rows`: one a shift of both cuts (-0.20 to 0.20; positive is stricter) and verdict: `shift`, `verdict`, `count`.

    The cuts are those that part this document's scores by level with the fewest exceptions. At 0 the counts are
    the verdicts as they stand; unknown and justified ones do not move. `more["near"]`: the problems whose verdict
    a shift of 0.05 changes: `problem`, `title` and the verdicts `verdict` (now), `looser`, `stricter`.
    """
    shown = scope(frames, doc, category, measure)
    nothing = shown.nothing() or (NO_MEASURES if shown.all_measures == 0 else "")
    if nothing:
        return [shown.view(f"{shown.what}的结论无从比较", empty=nothing)]
    moved = {shift: _verdicts(shown, shift) for shift in SHIFTS}
    rows = [{"shift": shift, "verdict": name, "count": int((verdicts == name).sum())} for shift, verdicts in moved.items() for name in ORDER]
    near = _near(shown, moved)
    note = "两道分界同时放宽（左）或收紧（右）时各结论的问题数；分界按本文得分推算，人工确认的对应不变"
    return [shown.view(_title(shown, near), note, rows=pd.DataFrame(rows), more={"near": near})]


def near_cut(shown: Scope) -> list[str]:
    """The problems of a document whose verdict a shift of both cuts by 0.05 changes."""
    if shown.all_problems == 0 or shown.all_measures == 0:
        return []
    return _near(shown, {shift: _verdicts(shown, shift) for shift in (-NEAR, 0.0, NEAR)})["problem"].tolist()


def _verdicts(shown: Scope, shift: float) -> pd.Series:
    """The verdict of each problem with the cuts moved by `shift`; index: problem."""
    now = shown.frames["gaps"].set_index("problem")["verdict"]
    if shift == 0:
        return now
    links = shown.frames["links"]
    score, level = links["score"].astype(float).to_numpy(), links["level"].astype(int).to_numpy()
    held = (links["state"] == "confirmed").to_numpy()
    reached = np.zeros(len(links), dtype=int)
    for cut in (1, 2):
        bound = _cut(score, level >= cut) + shift
        passed = (score >= bound) & (level >= cut) if shift > 0 else (score >= bound) | (level >= cut)
        reached = np.where(passed | (held & (level >= cut)), cut, reached)
    best = pd.Series(reached).groupby(links["problem"].to_numpy()).max().reindex(now.index, fill_value=0)
    moved = best.map(dict(enumerate(BY_SHARE)))
    return moved.where(now.isin(BY_SHARE), now)


def _cut(score: np.ndarray, above: np.ndarray) -> float:
    """The score that parts the two groups with the fewest exceptions, the middle of the gap; 1.01 where no link is above."""
    if not above.any():
        return 1.01
    order = np.argsort(score, kind="stable")
    ranked, flags = score[order], above[order]
    wrong = np.concatenate([[0], np.cumsum(flags)]) + np.concatenate([np.cumsum(~flags[::-1])[::-1], [0]])
    place = int(np.argmin(wrong))
    low = ranked[place - 1] if place else 0.0
    return float(low + ranked[min(place, len(ranked) - 1)]) / 2


def _near(shown: Scope, moved: dict[float, pd.Series]) -> pd.DataFrame:
    now, looser, stricter = moved[0.0], moved[-NEAR], moved[NEAR]
    titles = shown.frames["gaps"].set_index("problem")["headline"]
    rows = [
        {"problem": problem, "title": short_title(titles[problem], 14), "verdict": now[problem], "looser": looser[problem], "stricter": stricter[problem]}
        for problem in now.index
        if looser[problem] != now[problem] or stricter[problem] != now[problem]
    ]
    return pd.DataFrame(rows, columns=["problem", "title", "verdict", "looser", "stricter"])


def _title(shown: Scope, near: pd.DataFrame) -> str:
    moves = f"分界上下移动{NEAR:.2f}"
    return f"{moves}，{shown.what}中{len(near)}个的结论会变" if len(near) else f"{moves}，{shown.what}的结论都不变"
