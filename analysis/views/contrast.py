"""What the problems stress and no measure takes up, and the reverse, by log-odds."""

import pandas as pd

from analysis.views.scope import Scope, View, scope

COLUMNS = ["side", "rank", "term", "strength", "count", "taken_up", "echo"]
NO_TERMS = "没有可以对照的词语"
MOST = 12


def view(frames: dict[str, pd.DataFrame], doc: str, *, category: str = "", measure: str = "", rows: int = 15, **_) -> list[View]:
    """One figure of the terms that tell the sides apart most.

    Frame: one row a term and side (`problem`, `measure`), strongest first: `strength` is |z| of its log-odds,
    `count` how often its own side has it, `taken_up` 1 where the other side has it at all, `echo` the parts of it
    that the other side has. A category limits the problems' terms to those of its problems, a measure the
    measures' to its own.
    """
    shown = scope(frames, doc, category, measure)
    table = shown.frames["contrast"]
    table = pd.concat([_side(shown, table[table["side"] == kind], kind, min(MOST, rows - 2)) for kind in ("problem", "measure")], ignore_index=True)
    if table.empty:
        return [shown.view(f"{shown.what}：{NO_TERMS}", empty=NO_TERMS)]
    note = "按对数几率比（z值）排列，越长越偏向一边；深红粗体：措施全文没有出现，括号内为措施中出现的部分"
    return [shown.view(_title(table, shown), note, rows=table)]


def _side(shown: Scope, words: pd.DataFrame, kind: str, most: int) -> pd.DataFrame:
    items = set(shown.frames[f"{kind}s"][kind])
    own = words[words["items"].map(lambda part: bool(items & set(part.split()))).astype(bool)].head(most)
    rows = {
        "side": kind,
        "rank": range(1, len(own) + 1),
        "term": own["term"].tolist(),
        "strength": own["z"].astype(float).abs().tolist(),
        "count": own[f"{kind}_count"].astype(int).tolist(),
        "taken_up": own["taken_up"].astype(int).tolist(),
        "echo": own["echo"].fillna("").tolist(),
    }
    return pd.DataFrame(rows, columns=COLUMNS)


def _title(table: pd.DataFrame, shown: Scope) -> str:
    problems = table[table["side"] == "problem"]
    lost = problems.loc[problems["taken_up"] == 0, "term"].tolist()
    about = f"“{shown.category}”类" if shown.category else ""
    if not lost:
        return f"{about}问题突出的{len(problems)}个词语，措施都有提及" if len(problems) else "问题没有突出的词语"
    return f"{about}问题突出而措施没有接住的词语有{len(lost)}个：{'、'.join(lost[:3])}{'等' if len(lost) > 3 else ''}"
