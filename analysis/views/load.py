"""What each measure carries, and which carry nothing."""

import pandas as pd

from analysis.views.naming import label, ordinal
from analysis.views.scope import Scope, View, paged, scope
from analysis.views.sentences import NO_MEASURES, burden

COLUMNS = ["measure", "label", "direct", "partial", "orphan", "direct_problems", "partial_problems"]


def view(frames: dict[str, pd.DataFrame], doc: str, *, category: str = "", measure: str = "", rows: int = 15, **_) -> list[View]:
    """Figures of at most `rows` measures, the most loaded first, orphans last.

    Frame: one row a measure; `direct` and `partial` count the problems shown that it addresses, `orphan`
    is 1 where it addresses none of the whole document's; `direct_problems` and `partial_problems` are their
    numbers, `7、8`.
    """
    shown = scope(frames, doc, category, measure)
    if shown.all_measures == 0:
        return [shown.view(f"{NO_MEASURES}，{shown.what}无从对应", empty=NO_MEASURES)]
    table = _rows(shown)
    note = "每格一个问题，格内为问题编号；部分涉及指只触及一个方面或仅有口号"
    return [shown.view(_title(shown, table), note, rows=part, page=page, pages=pages) for page, pages, part in paged(table, rows)]


def _title(shown: Scope, table: pd.DataFrame) -> str:
    if shown.measure:
        row = table.iloc[0]
        return f"{ordinal(shown.measure)}直接对应{row['direct']}个问题，部分涉及{row['partial']}个"
    said = burden(shown.frames["load"], f"{shown.all_measures}项措施")
    column, kind = ("direct", "直接对应") if table["direct"].any() else ("partial", "部分涉及")
    most = int(table[column].max())
    if most < 2:
        return said
    heaviest = table.loc[table[column] == most, "measure"]
    who = ordinal(heaviest.iloc[0]) if len(heaviest) == 1 else f"{ordinal(heaviest.iloc[0])}等{len(heaviest)}项"
    return f"{said}；{who}最重，{kind}{most}个" + (f"（“{shown.category}”类）" if shown.category else "")


def _rows(shown: Scope) -> pd.DataFrame:
    links = shown.frames["links"]
    load, numbers = shown.frames["load"], _numbers(links)
    counts = {level: links[links["level"] == level].groupby("measure").size() for level in (2, 1)}
    rows = pd.DataFrame(
        {
            "measure": load["measure"],
            "label": [label(row.measure, row.headline, 60) for row in load.itertuples()],
            "direct": load["measure"].map(counts[2]).fillna(0).astype(int),
            "partial": load["measure"].map(counts[1]).fillna(0).astype(int),
            "orphan": load["orphan"].astype(int),
            "direct_problems": [numbers.get((measure, 2), "") for measure in load["measure"]],
            "partial_problems": [numbers.get((measure, 1), "") for measure in load["measure"]],
        },
        columns=COLUMNS,
    )
    return rows.sort_values(["orphan", "direct", "partial"], ascending=[True, False, False], kind="stable").reset_index(drop=True)


def _numbers(links: pd.DataFrame) -> dict[tuple[str, int], str]:
    """The numbers of the problems that each measure meets, by measure and level."""
    return {key: "、".join(str(int(problem[1:])) for problem in rows["problem"]) for key, rows in links.groupby(["measure", "level"])}
