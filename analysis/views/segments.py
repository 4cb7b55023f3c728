"""Which claims and examples of the problems are left without an answer."""

import pandas as pd

from analysis.views.naming import label
from analysis.views.scope import Scope, View, paged, scope
from analysis.views.sentences import NO_MEASURES

COLUMNS = ["problem", "label", "verdict", "segment", "kind", "text", "addressed"]


def view(frames: dict[str, pd.DataFrame], doc: str, *, category: str = "", measure: str = "", rows: int = 15, **_) -> list[View]:
    """Figures of at most two thirds of `rows` problems, those with most segments left first.

    Frame: one row a segment of a problem (headline, claim or example) in the order of its text: `addressed` 2 by a
    measure's action, 1 by other words of it, 0 by nothing. Problems wholly answered are left out where not all
    fit on two pages, and the note says how many.
    """
    shown = scope(frames, doc, category, measure)
    table = _rows(shown)
    if table.empty:
        return [shown.view(f"{shown.what}没有可显示的要点", empty=shown.nothing() or "问题没有拆出要点")]
    left = (table["addressed"] == 0).groupby(table["problem"], sort=False).sum().sort_values(ascending=False, kind="stable")
    most = max(1, rows * 2 // 3)
    listed = left[left > 0] if len(left) > 2 * most and (left > 0).any() else left
    order = pd.DataFrame({"problem": listed.index})
    note = _note(len(left) - len(listed))
    title = _title(shown, table)
    return [shown.view(title, note, rows=part.merge(table, on="problem"), page=page, pages=pages) for page, pages, part in paged(order, most)]


def _rows(shown: Scope) -> pd.DataFrame:
    gaps = shown.frames["gaps"]
    names = pd.DataFrame({"problem": gaps["problem"], "label": [label(row.problem, row.headline, 40) for row in gaps.itertuples()], "verdict": gaps["verdict"]})
    return names.merge(shown.frames["evidence"][["problem", "segment", "kind", "text", "addressed"]], on="problem")[COLUMNS]


def _title(shown: Scope, table: pd.DataFrame) -> str:
    open_ones, whole = int((table["addressed"] == 0).sum()), len(table)
    if shown.all_measures == 0:
        return f"{NO_MEASURES}，{shown.what}的{whole}处要点均未回应"
    if not open_ones:
        return f"{shown.what}的{whole}处要点都有措施回应"
    examples = int(((table["addressed"] == 0) & (table["kind"] == "example")).sum())
    return f"{shown.what}的{whole}处要点中{open_ones}处没有回应" + (f"，其中{examples}处是事例" if examples else "")


def _note(hidden: int) -> str:
    how = "每格一处要点，依原文次序；右侧为尚未回应的第一处"
    return f"{how}；另有{hidden}个问题的要点都已回应，未列" if hidden else how
