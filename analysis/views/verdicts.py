"""How the verdicts are made up, in total and by category."""

import pandas as pd

from analysis.schema import VERDICTS as ORDER
from analysis.views.overview import confirmed_covered
from analysis.views.scope import Scope, View, scope
from analysis.views.sentences import composition, finding
from analysis.wording import VERDICTS, share

MOST_CATEGORIES = 9
OTHER = "其他类别"


def view(frames: dict[str, pd.DataFrame], doc: str, *, category: str = "", measure: str = "", **_) -> list[View]:
    """One figure. `rows`: one a verdict in the order of gravity: `verdict`, `name`, `count`, `said` (share with denominator).

    `more["categories"]`: one a category, most gaps first: `category`, `problems` and one count a verdict;
    empty where the document has fewer than two categories. The strict and the relaxed share are in the note.
    """
    shown = scope(frames, doc, category, measure)
    if shown.nothing():
        return [shown.view(finding(shown), empty=shown.nothing())]
    return [shown.view(composition(shown), _note(shown), rows=_rows(shown), more={"categories": categories(shown)})]


def _rows(shown: Scope) -> pd.DataFrame:
    verdicts = shown.frames["gaps"]["verdict"]
    counts = {verdict: int((verdicts == verdict).sum()) for verdict in ORDER}
    return pd.DataFrame(
        [{"verdict": verdict, "name": VERDICTS[verdict], "count": count, "said": share(count, len(verdicts))} for verdict, count in counts.items()]
    )


def _note(shown: Scope) -> str:
    verdicts = shown.frames["gaps"]["verdict"]
    confirmed = confirmed_covered(shown.frames["gaps"], shown.frames["links"])
    covered = int((verdicts == "covered").sum())
    return f"已覆盖：经人工确认 {share(confirmed, len(verdicts))}，含待确认 {share(covered, len(verdicts))}"


def categories(shown: Scope) -> pd.DataFrame:
    """One row a category: problems, one count a verdict; most uncovered first, beyond nine the rest as one."""
    merged = shown.frames["gaps"].merge(shown.frames["problems"][["problem", "category"]], on="problem", how="left")
    names = merged["category"].replace("", "未分类")
    counts = pd.crosstab(names, merged["verdict"]).reindex(columns=list(ORDER), fill_value=0)
    if len(counts) < 2:
        return pd.DataFrame(columns=["category", "problems", *ORDER])
    counts = counts.loc[list(dict.fromkeys(names))]
    counts.insert(0, "problems", counts.sum(axis=1))
    counts = counts.sort_values(["uncovered", "partial", "problems"], ascending=False, kind="stable")
    if len(counts) > MOST_CATEGORIES:
        rest = counts.iloc[MOST_CATEGORIES - 1 :]
        counts = pd.concat([counts.iloc[: MOST_CATEGORIES - 1], rest.sum().to_frame(f"{OTHER}（{len(rest)}类）").T])
    return counts.astype(int).rename_axis("category").reset_index()
