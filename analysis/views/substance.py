"""Whether each measure can be checked: who, by when, how much, and how much of it is exhortation."""

import pandas as pd

from analysis.views.naming import label
from analysis.views.scope import Scope, View, paged, scope
from analysis.views.sentences import NO_MEASURES
from analysis.wording import NONE

COLUMNS = ["measure", "label", "owner", "deadline", "quantified", "slogan_share", "said", "missing"]


def view(frames: dict[str, pd.DataFrame], doc: str, *, category: str = "", measure: str = "", rows: int = 15, **_) -> list[View]:
    """Figures of at most two thirds of `rows` measures, those that lack most first.

    Frame: one row a measure; `owner` and `deadline` as written (empty: not stated), `quantified` 0 or 1,
    `slogan_share` in [0, 1] of its characters and `said` in words, `missing` how many of the three it lacks.
    A category limits to the measures that meet one of its problems.
    """
    shown = scope(frames, doc, category, measure)
    if shown.all_measures == 0:
        return [shown.view(f"{NO_MEASURES}，没有可核查的内容", empty=NO_MEASURES)]
    table = _rows(shown)
    if table.empty:
        return [shown.view(f"“{category}”类的问题没有任何措施", empty=shown.nothing() or "没有措施涉及所列问题")]
    note = "缺项多的在前；口号占比：目标性、表态性语句的字数占该措施正文字数的比例"
    title = _title(shown, table)
    return [shown.view(title, note, rows=part, page=page, pages=pages) for page, pages, part in paged(table, max(1, rows * 2 // 3))]


def _rows(shown: Scope) -> pd.DataFrame:
    load = shown.frames["load"]
    if shown.category:
        links = shown.frames["links"]
        load = load[load["measure"].isin(links.loc[links["level"] > 0, "measure"])]
    rows = load.assign(
        label=[label(row.measure, row.headline, 60) for row in load.itertuples()],
        said=[NONE if pd.isna(part) else f"{part:.0%}" for part in load["slogan_share"]],
        missing=(load["owner"] == "").astype(int) + (load["deadline"] == "").astype(int) + (load["quantified"] == 0).astype(int),
    )
    return rows.sort_values(["missing", "slogan_share"], ascending=False, kind="stable")[COLUMNS].reset_index(drop=True)


def _title(shown: Scope, table: pd.DataFrame) -> str:
    whole = f"{'所涉' if shown.category or shown.measure else ''}{len(table)}项措施"
    counts = ((table["owner"] == "").sum(), "责任单位"), ((table["deadline"] == "").sum(), "时限"), ((table["quantified"] == 0).sum(), "量化指标")
    lacking = [f"{count}项没有{what}" for count, what in counts if count]
    if not lacking:
        return f"{whole}都写明了责任单位、时限和量化指标"
    return f"{whole}中{'、'.join(lacking)}"
