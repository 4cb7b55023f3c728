"""The document's keywords as a cloud, for those who want one."""

import pandas as pd

from analysis.views.keywords import side
from analysis.views.scope import View, scope

MOST = 32
NO_WORDS = "没有可显示的关键词"


def view(frames: dict[str, pd.DataFrame], doc: str, *, category: str = "", measure: str = "", **_) -> list[View]:
    """One figure. Frame: one row a term, heaviest first: `term`, `weight` in (0, 1], `side` (problem, measure, both)."""
    shown = scope(frames, doc, category, measure)
    parts = [side(shown, kind, MOST) for kind in ("problem", "measure")]
    table = pd.concat(parts, ignore_index=True)
    if table.empty:
        return [shown.view(f"{shown.what}：{NO_WORDS}", empty=NO_WORDS)]
    table.loc[table["shared"] == 2, "side"] = "both"
    table = table.sort_values("weight", ascending=False, kind="stable").drop_duplicates("term").head(MOST).reset_index(drop=True)
    return [shown.view(f"{shown.what}及其措施的{len(table)}个关键词", "字号按权重；黑：两边都有；棕：问题；蓝：措施", rows=table[["term", "weight", "side"]])]
