"""Many documents side by side: which have most problems that nothing covers, and how all of them are spread."""

from math import ceil

import pandas as pd

from analysis.schema import VERDICTS
from analysis.views.scope import View
from analysis.wording import share

NAME = "corpus"
"""What stands for the document in figures of many."""
MOST_COLUMNS = 400
"""Columns that a slide shows apart."""


def worst(frames: dict[str, pd.DataFrame], _doc: str = NAME, *, rows: int = 15, **_) -> list[View]:
    """One figure of at most `rows` documents, those with the largest share of uncovered problems.

    Frame: one row a document of `frames["corpus"]`: `doc`, `problems`, one count a verdict, `said` (the uncovered
    ones with denominator). None where no document could be used.
    """
    table = ranked(frames["corpus"])
    if table.empty:
        return []
    sums = table[["problems", *VERDICTS]].sum()
    title = f"{len(table)}份文档的{sums['problems']}个问题中{sums['uncovered']}个未见对应措施（{sums['uncovered'] / sums['problems']:.0%}）"
    some = f"；列出{rows}份，全部见表格 corpus.csv" if len(table) > rows else ""
    said = [share(row.uncovered, row.problems) for row in table.itertuples()]
    shown = table.assign(said=said)[["doc", "problems", *VERDICTS, "said"]].head(rows)
    return [View(NAME, title, f"一行一份文档，条长为各结论所占比例，条中为问题数；按未覆盖的占比从高到低{some}", _source(table), shown)]


def spread(frames: dict[str, pd.DataFrame], _doc: str = NAME, *, rows: int = 15, **_) -> list[View]:
    """One figure of all documents, a column each, the largest share of uncovered problems first; none where `worst` shows all.

    Frame: one row a column, with one share a verdict in [0, 1] that add up to 1, and `documents` that it stands for:
    of more than MOST_COLUMNS documents, neighbours share a column and it holds the mean of their shares.
    `more["sums"]`: one row a verdict, `said` its share of all problems.
    """
    table = ranked(frames["corpus"])
    if len(table) <= rows:
        return []
    gaps = int((table["uncovered"] > 0).sum())
    most = table.iloc[0]
    title = f"{len(table)}份文档中{gaps}份有未见对应措施的问题" + (f"，占比最高的达{most['uncovered'] / most['problems']:.0%}" if gaps else "")
    columns = _columns(table)
    each = "一列一份文档，列高为" if len(columns) == len(table) else f"相邻{columns['documents'].max()}份文档合为一列，列高为平均的"
    return [View(NAME, title, f"{each}各结论占比；按未覆盖、再按部分覆盖的占比从高到低", _source(table), columns, {"sums": _sums(table)})]


def _columns(table: pd.DataFrame) -> pd.DataFrame:
    shares = pd.DataFrame({verdict: table[verdict].astype(float) / table["problems"].astype(float) for verdict in VERDICTS})
    columns = shares.groupby(shares.index // ceil(len(shares) / MOST_COLUMNS))
    return columns.mean().assign(documents=columns.size())


def ranked(table: pd.DataFrame) -> pd.DataFrame:
    """The documents that could be used, the largest share of uncovered problems first, then of partly covered ones."""
    good = table[table["error"] == ""]
    order = {verdict: good[verdict].astype(float) / good["problems"].astype(float) for verdict in ("uncovered", "partial")}
    return good.loc[pd.DataFrame(order).sort_values(list(order), ascending=False, kind="stable").index].reset_index(drop=True)


def _sums(table: pd.DataFrame) -> pd.DataFrame:
    whole = int(table["problems"].sum())
    return pd.DataFrame([{"verdict": verdict, "said": share(int(table[verdict].sum()), whole)} for verdict in VERDICTS])


def _source(table: pd.DataFrame) -> str:
    confirmed = int(table["confirmed_covered"].sum())
    checked = f"其中{confirmed}个问题的覆盖经人工确认" if confirmed else "尚未经人工确认"
    return f"来源：{len(table)}份文档，共{table['problems'].sum()}个问题、{table['measures'].sum()}项措施；对应关系由程序判断，{checked}"
