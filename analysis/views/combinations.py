"""Which measures address problems together (an UpSet chart after Lex et al. 2014)."""

import pandas as pd

from analysis.views.naming import label
from analysis.views.scope import Scope, View, scope
from analysis.views.sentences import NO_MEASURES, undecided

MOST_SETS = 14


def view(frames: dict[str, pd.DataFrame], doc: str, *, category: str = "", measure: str = "", rows: int = 15, columns: int = 16, **_) -> list[View]:
    """One figure. `rows`: one a combination of measures that together touch some problems, the most frequent first:
    `place`, `measures` (ids joined with 、, empty: none), `count`, `problems` (numbers), `size`.

    `more["measures"]`: the measures in them, most problems first: `measure`, `label`, `count`. A measure touches a
    problem at level 1 or 2; every problem stands in exactly one combination. Beyond what fits, the rarest are
    left out and the note says so.
    """
    shown = scope(frames, doc, category, measure)
    nothing = shown.nothing() or (NO_MEASURES if shown.all_measures == 0 else "")
    if nothing:
        return [shown.view(f"{shown.what}没有措施的组合", empty=nothing)]
    sets = _sets(shown)
    title = _title(shown, sets)
    listed = _fitting(sets, min(MOST_SETS, columns), rows - 3)
    named = _measures(shown, listed)
    return [shown.view(title, _note(sets, listed), rows=listed, more={"measures": named})]


def _sets(shown: Scope) -> pd.DataFrame:
    links = shown.frames["links"]
    met = links[links["level"] > 0].groupby("problem")["measure"].agg(lambda part: "、".join(sorted(part, key=lambda item: int(item[1:]))))
    of = [met.get(problem, "") for problem in shown.frames["problems"]["problem"]]
    numbers = [int(problem[1:]) for problem in shown.frames["problems"]["problem"]]
    table = pd.DataFrame({"measures": of, "number": numbers})
    sets = table.groupby("measures", sort=False)["number"].agg(count="size", problems=lambda part: "、".join(map(str, part))).reset_index()
    sets["size"] = [len(part.split("、")) if part else 0 for part in sets["measures"]]
    sets = sets.assign(none=sets["measures"] == "").sort_values(["none", "count", "size"], ascending=[False, False, True], kind="stable")
    return sets.drop(columns="none").reset_index(drop=True).rename_axis("place").reset_index()


def _fitting(sets: pd.DataFrame, most: int, measures: int) -> pd.DataFrame:
    """The first combinations, at most `most` and of at most so many measures in all."""
    seen: set[str] = set()
    kept = []
    for row in sets.to_dict("records"):
        members = seen | set(filter(None, row["measures"].split("、")))
        if len(kept) < most and len(members) <= max(3, measures):
            kept.append(row)
            seen = members
    return pd.DataFrame(kept, columns=sets.columns).assign(place=range(len(kept)))


def _measures(shown: Scope, listed: pd.DataFrame) -> pd.DataFrame:
    links = shown.frames["links"]
    counts = links[links["level"] > 0].groupby("measure").size()
    used = {item for part in listed["measures"] for item in part.split("、") if item}
    own = shown.frames["measures"]
    rows = [{"measure": row.measure, "label": label(row.measure, row.headline, 40), "count": int(counts[row.measure])} for row in own.itertuples() if row.measure in used]
    return pd.DataFrame(rows, columns=["measure", "label", "count"]).sort_values("count", ascending=False, kind="stable").reset_index(drop=True)


def _title(shown: Scope, sets: pd.DataFrame) -> str:
    single, several = (int(sets.loc[part, "count"].sum()) for part in (sets["size"] == 1, sets["size"] > 1))
    none = int(sets.loc[sets["size"] == 0, "count"].sum())
    said = [f"{count}个{word}" for count, word in ((none, f"没有任何对应{undecided(shown)}"), (single, "只靠一项措施"), (several, "由两项以上共同涉及")) if count]
    return f"{shown.what}中{'，'.join(said)}" if len(said) > 1 else f"{shown.what}都{said[0].split('个', 1)[1]}"


def _note(sets: pd.DataFrame, listed: pd.DataFrame) -> str:
    how = "每列一种措施组合（连线的圆点），柱高为由这一组合涉及的问题数（直接或部分）"
    left = len(sets) - len(listed)
    return f"{how}；另有{left}种组合（{int(sets['count'].sum() - listed['count'].sum())}个问题）未画" if left else how
