"""The matrix of problems and measures, cut into pages that can be read."""

import pandas as pd

from analysis.views.naming import label
from analysis.views.ranking import ranked
from analysis.views.scope import Scope, View, paged, scope
from analysis.views.sentences import NO_MEASURES, finding, meetings
from analysis.wording import VERDICTS


def view(frames: dict[str, pd.DataFrame], doc: str, *, category: str = "", measure: str = "", rows: int = 15, columns: int = 16, **_) -> list[View]:
    """Figures of at most `rows` problems by `columns` measures.

    Problems are grouped by category (in the document's order), holes first within it, then by the measures they
    meet. Where a document has more measures than fit, a page shows those that meet its problems and says so.
    Frame: one row a cell: `row`, `column` (0-based), `problem`, `measure`, `level`, `state`, `paired`, `evidence`
    (1 where both sides have a sentence). `more["problems"]`: `problem`, `label`, `category`, `verdict`;
    `more["measures"]`: `measure`, `label`, `orphan`; both in the order shown.
    """
    shown = scope(frames, doc, category, measure)
    nothing = shown.nothing() or (NO_MEASURES if shown.all_measures == 0 else "")
    if nothing:
        return [shown.view(finding(shown), empty=nothing)]
    parts = [(part, left) for _, _, part in paged(_problems(shown), rows) for left in _measures(shown, part, columns)]
    return [_page(shown, part, left, number, len(parts)) for number, (part, left) in enumerate(parts, 1)]


def _problems(shown: Scope) -> pd.DataFrame:
    problems = shown.frames["problems"][["problem", "category"]]
    table = ranked(shown.frames["gaps"]).merge(problems, on="problem", how="left")
    group = {name: place for place, name in enumerate(dict.fromkeys(problems["category"]))}
    table = table.assign(label=[label(row.problem, row.headline, 60) for row in table.itertuples()], _group=table["category"].map(group))
    return table.sort_values("_group", kind="stable")[["problem", "label", "category", "verdict"]].reset_index(drop=True)


def _measures(shown: Scope, part: pd.DataFrame, most: int) -> list[pd.DataFrame]:
    """The measures of a page of problems, a frame a page: all of them where they fit, else those that meet one."""
    load = shown.frames["load"]
    table = pd.DataFrame({"measure": load["measure"], "label": [label(row.measure, row.headline, 60) for row in load.itertuples()], "orphan": load["orphan"]})
    if len(table) <= most:
        return [table]
    links = shown.frames["links"]
    met = links[(links["level"] > 0) & links["problem"].isin(part["problem"])]
    place = met["problem"].map({problem: row for row, problem in enumerate(part["problem"])})
    middle = place.groupby(met["measure"]).mean()
    table = table[table["measure"].isin(middle.index)].assign(_middle=lambda rows: rows["measure"].map(middle))
    table = table.sort_values("_middle", kind="stable").drop(columns="_middle")
    return [rows for _, _, rows in paged(table, most)]


def _page(shown: Scope, part: pd.DataFrame, measures: pd.DataFrame, page: int, pages: int) -> View:
    links = shown.frames["links"].merge(part[["problem"]].assign(row=range(len(part))), on="problem")
    cells = links.merge(measures[["measure"]].assign(column=range(len(measures))), on="measure")
    cells["evidence"] = ((cells["evidence_problem"] != "") & (cells["evidence_measure"] != "")).astype(int)
    rows = cells[["row", "column", "problem", "measure", "level", "state", "paired", "evidence"]].sort_values(["row", "column"]).reset_index(drop=True)
    part = part.assign(verdict_name=part["verdict"].map(VERDICTS))
    return shown.view(meetings(shown), _note(shown, part, measures), rows=rows, more={"problems": part, "measures": measures.reset_index(drop=True)}, page=page, pages=pages)


def _note(shown: Scope, part: pd.DataFrame, measures: pd.DataFrame) -> str:
    hidden = len(shown.frames["load"]) - len(measures)
    if not hidden:
        return "行为问题（右侧为结论），列为措施；同一类别内缺口在前" if part["category"].nunique() > 1 else "行为问题（右侧为结论），列为措施；缺口在前"
    links = shown.frames["links"]
    met = links.loc[(links["level"] > 0) & links["problem"].isin(part["problem"]), "measure"].nunique()
    rest = f"另{met - len(measures)}项见他页，其余{len(shown.frames['load']) - met}项" if met > len(measures) else f"未列的{hidden}项措施"
    return f"本页{len(part)}个问题、{len(measures)}项措施；{rest}与本页问题均无对应"
