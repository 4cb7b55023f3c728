"""Holes first: every problem with its verdict, how much of it is answered, and why."""

import pandas as pd

from analysis.schema import VERDICTS as ORDER
from analysis.views.naming import brief, label
from analysis.views.ranking import ranked
from analysis.views.scope import Scope, View, paged, scope
from analysis.views.sentences import finding
from analysis.wording import NONE, VERDICTS

COLUMNS = ["problem", "label", "verdict", "verdict_name", "coverage", "said", "reason"]


def view(frames: dict[str, pd.DataFrame], doc: str, *, category: str = "", measure: str = "", rows: int = 15, **_) -> list[View]:
    """Figures of at most two thirds of `rows` problems (two lines each), the gravest verdict and the least coverage first.

    Frame: one row a problem; `coverage` in [0, 1] is the share of its segments that measures address,
    `said` the same in words (无 where it has none); `reason` is the reason with its quotations cut. Where more than two pages would be needed, covered
    and justified problems are left out, and the note says how many.
    """
    shown = scope(frames, doc, category, measure)
    if shown.nothing():
        return [shown.view(finding(shown), empty=shown.nothing())]
    table, most = _rows(shown), max(1, rows * 2 // 3)
    open_ones = table[~table["verdict"].isin(("covered", "justified"))]
    listed = open_ones if len(table) > 2 * most and len(open_ones) else table
    return [shown.view(finding(shown), _note(part, listed, table), rows=part, page=page, pages=pages) for page, pages, part in paged(listed, most)]


def _rows(shown: Scope) -> pd.DataFrame:
    table = ranked(shown.frames["gaps"])
    rows = table.assign(
        label=[label(row.problem, row.headline, 60) for row in table.itertuples()],
        verdict_name=table["verdict"].map(VERDICTS),
        reason=table["reason"].map(brief),
        said=[NONE if pd.isna(share) else f"{share:.0%}" for share in table["coverage"]],
    )
    return rows[COLUMNS]


def _note(part: pd.DataFrame, listed: pd.DataFrame, whole: pd.DataFrame) -> str:
    said = ["条形：该问题的标题、表述和事例中已有措施回应的比例"]
    if len(part) < len(listed):
        counts = part["verdict"].value_counts()
        said.append("本页" + "、".join(f"{VERDICTS[verdict]}{counts[verdict]}个" for verdict in ORDER if verdict in counts))
    if len(listed) < len(whole):
        said.append(f"另有{len(whole) - len(listed)}个已覆盖或已说明的未列")
    return "；".join(said)
