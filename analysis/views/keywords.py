"""What the problems stress beside what the measures stress, and what no measure takes up."""

import pandas as pd

from analysis.views.scope import Scope, View, scope
from analysis.words import tokenizer

COLUMNS = ["side", "rank", "term", "weight", "items", "shared"]
NO_WORDS = "没有可显示的关键词"
MOST = 12
METHOD = "phrase"


def view(frames: dict[str, pd.DataFrame], doc: str, *, category: str = "", measure: str = "", rows: int = 15, **_) -> list[View]:
    """One figure of the strongest terms of both sides.

    Frame: one row a term and side (`problem`, `measure`): `weight` in (0, 1] is its mean weight as a keyword
    times the number of the side's `items` whose text has it, relative to the side's first; `shared` is 2 where a
    text of the other side has it too, 1 where one has a word of it, 0 where none has any.
    """
    shown = scope(frames, doc, category, measure)
    table = pd.concat([side(shown, kind, min(MOST, rows)) for kind in ("problem", "measure")], ignore_index=True)
    if table.empty:
        return [shown.view(f"{shown.what}{'，' if shown.all_problems else ''}{NO_WORDS}", empty=NO_WORDS)]
    return [shown.view(_title(shown, table), "条形：词语的权重乘以提到它的条数；深红粗体：措施完全没有提到；斜纹：只提到其中一部分；连线：两边都强调", rows=table)]


def side(shown: Scope, kind: str, most: int) -> pd.DataFrame:
    """The `most` strongest terms of one side, without those that stand inside a stronger one or hold it."""
    items = shown.frames[f"{kind}s"]
    words = shown.frames["keywords"]
    words = words[words["method"] == METHOD]
    means = words[words["item"].isin(items[kind])].groupby("term", sort=False)["weight"].mean().astype(float)
    spread = {term: sum(term in text for text in items["text"]) for term in means.index if len(term) > 1}
    strength = pd.Series({term: means[term] * count for term, count in spread.items()}, dtype=float).sort_values(ascending=False, kind="stable")
    terms: list[str] = []
    for term in strength.index:
        if len(terms) < most and not any(term in longer or longer in term for longer in terms):
            terms.append(term)
    others = "\n".join(shown.frames["measures" if kind == "problem" else "problems"]["text"])
    shared = [2 if term in others else int(any(len(word) > 1 and word in others for word in tokenizer().lcut(term))) for term in terms]
    rows = {"side": kind, "rank": range(1, len(terms) + 1), "term": terms, "weight": [strength[term] / strength.max() for term in terms]}
    return pd.DataFrame(rows | {"items": [spread[term] for term in terms], "shared": shared}, columns=COLUMNS)


def _title(shown: Scope, table: pd.DataFrame) -> str:
    problems = table[table["side"] == "problem"]
    lost = problems.loc[problems["shared"] == 0, "term"].tolist()
    if problems.empty:
        return f"{shown.what}没有关键词"
    about = f"“{shown.category}”类" if shown.category else ""
    if not lost:
        return f"{about}问题最强调的{len(problems)}个词语，措施都至少提到一部分"
    return f"{about}问题最强调的{len(problems)}个词语中，{len(lost)}个措施完全没有提到：{'、'.join(lost[:3])}{'等' if len(lost) > 3 else ''}"
