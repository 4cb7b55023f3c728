"""Which pairs a person should look at, those that need it most first."""

import pandas as pd

from analysis.review.texts import fingerprint
from analysis.views.scope import scope
from analysis.views.sensitivity import near_cut
from analysis.wording import BANDS, LEVELS, STATES, VERDICTS, band

SURE = BANDS[0][0]
SUSPECT, GAP, NEAR, DOUBTFUL = "文字有改动", "缺口：最接近的措施", "靠近分界", "把握不大"
ORDER = (SUSPECT, GAP, DOUBTFUL, NEAR, "")


def queue(frames: dict[str, pd.DataFrame], *, unsure: bool = False) -> list[dict]:
    """Rows of the review sheet by its column names, those with a reason to look first in front.

    Every pair judged to be related, every decided pair and the nearest measure of every problem; with `unsure`
    only undecided pairs that have such a reason.
    """
    items = {side: {(row.doc, getattr(row, side)): row for row in frames[f"{side}s"].itertuples()} for side in ("problem", "measure")}
    gaps = {(row.doc, row.problem): row for row in frames["gaps"].itertuples()}
    near = {(doc, problem) for doc in frames["gaps"]["doc"].unique() for problem in near_cut(scope(frames, doc))}
    rows = []
    for link in frames["links"].itertuples():
        gap = gaps[link.doc, link.problem]
        cause = _cause(link, gap, near)
        if (cause if unsure else cause or link.level > 0 or link.state != "candidate" or gap.best_measure == link.measure):
            rows.append(_row(link, gap, cause, items["problem"][link.doc, link.problem], items["measure"][link.doc, link.measure]))
    return sorted(rows, key=lambda row: ORDER.index(row["先看的原因"]))


def _cause(link, gap, near: set[tuple[str, str]]) -> str:
    """Why a pair needs a look first; empty where it does not. Only the pair that a verdict rests on is asked about."""
    if link.state == "suspect":
        return SUSPECT
    if link.state != "candidate" or gap.best_measure != link.measure or gap.verdict == "justified":
        return ""
    if gap.verdict in ("uncovered", "unknown"):
        return GAP
    if not pd.isna(gap.confidence) and gap.confidence < SURE:
        return DOUBTFUL
    return NEAR if (link.doc, link.problem) in near else ""


def _row(link, gap, cause: str, problem, measure) -> dict:
    return {
        "文档": link.doc,
        "问题编号": link.problem,
        "问题": problem.headline,
        "措施编号": link.measure,
        "措施": measure.headline,
        "问题依据": link.evidence_problem,
        "措施依据": link.evidence_measure,
        "判断": LEVELS[int(link.level)],
        "结论": VERDICTS[gap.verdict],
        "把握": "" if pd.isna(gap.confidence) else band(gap.confidence),
        "理由": link.why,
        "先看的原因": cause,
        "核定状态": STATES[link.state],
        "核对码": f"{fingerprint(problem.text)}-{fingerprint(measure.text)}",
    }
