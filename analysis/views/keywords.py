"""What the problems stress beside what the measures stress, and what no measure takes up."""

import pandas as pd

from analysis.views.scope import Scope, View, scope

COLUMNS = ["side", "rank", "term", "weight", "items", "shared"]
NO_WORDS = "没有可显示的关键词"
MOST = 12


def view(frames: dict[str, pd.DataFrame], doc: str, *, category: str = "", measure: str = "", rows: int = 15, **_) -> list[View]:
    """One figure of the strongest terms of both sides.

    Frame: one row a term and side (`problem`, `measure`): `weight` in (0, 1] is its summed weight in the side's
    items relative to the side's first, `items` the number of items that have it, `shared` is 1 where a text of
    the other side contains it too.
    """
    shown = scope(frames, doc, category, measure)
    table = pd.concat([side(shown, kind, min(MOST, rows)) for kind in ("problem", "measure")], ignore_index=True)
    if table.empty:
        return [shown.view(f"{shown.what}{'，' if shown.all_problems else ''}{NO_WORDS}", empty=NO_WORDS)]
    return [shown.view(_title(shown, table), "条形：词语在各条中的权重之和；深红粗体：措施全文没有出现；连线：两边都强调", rows=table)]


def side(shown: Scope, kind: str, most: int) -> pd.DataFrame:
    """The `most` strongest terms of one side, without those that stand inside a stronger one."""
    words = shown.frames["keywords"]
    words = words[words["item"].str.startswith(kind[0].upper())]
    methods = words["method"].unique()
    words = words[words["method"] == ("phrase" if "phrase" in methods or not len(methods) else methods[0])]
    own = words[words["item"].isin(shown.frames[f"{kind}s"][kind])]
    sums = own.groupby("term", sort=False).agg(weight=("weight", "sum"), items=("item", "nunique")).sort_values("weight", ascending=False, kind="stable")
    terms: list[str] = []
    for term in sums.index:
        if len(terms) < most and not any(term in longer or longer in term for longer in terms):
            terms.append(term)
    chosen = sums.loc[terms]
    texts = "\n".join(shown.frames["measures" if kind == "problem" else "problems"]["text"])
    rows = {"side": kind, "rank": range(1, len(terms) + 1), "term": terms, "weight": (chosen["weight"] / chosen["weight"].max()).astype(float).tolist()}
    return pd.DataFrame(rows | {"items": chosen["items"].tolist(), "shared": [int(term in texts) for term in terms]}, columns=COLUMNS)


def _title(shown: Scope, table: pd.DataFrame) -> str:
    problems = table[table["side"] == "problem"]
    lost = problems.loc[problems["shared"] == 0, "term"].tolist()
    if problems.empty:
        return f"{shown.what}没有关键词"
    about = f"“{shown.category}”类" if shown.category else ""
    if not lost:
        return f"{about}问题最强调的{len(problems)}个词语，措施都提到了"
    return f"{about}问题最强调的{len(problems)}个词语中，{len(lost)}个措施没有提到：{'、'.join(lost[:3])}{'等' if len(lost) > 3 else ''}"
