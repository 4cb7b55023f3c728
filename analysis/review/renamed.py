"""Decisions on a document whose file has another name now: which present document it is, and what is carried over to it.

Decisions are kept by the file's stem. A document without any that holds what was decided on, under a name that is not
among the present ones, is taken for the renamed file, where no other could be meant as well. What is carried over is
a copy under the new name; a decision whose text is another now is one on a changed text, as in any document.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from analysis import schema
from analysis.review.matching import LIKE, alike
from analysis.review.texts import fingerprint, squeeze

NEARLY_ALL = 0.8
"""The share of the items decided on that must be found, as they were or edited, to know a document by its texts."""
AS_THEY_WERE = 0.5
"""The share of them whose text must be the same."""
LEAST = 2
"""Items whose text must be the same: a single one may be copied from anywhere."""
WORTH_SAYING = 0.5
"""From this share found on, an analyst is told that a document was not taken for the renamed one."""

Items = tuple[tuple[str, str, str], ...]  # side, fingerprint, quotation


@dataclass(frozen=True)
class Absent:
    """A document that decisions exist for and that is not among the present ones: its name, the SHA-256 of its file
    (empty where no table tells), and the items decided on."""

    doc: str
    sha256: str
    items: Items


@dataclass(frozen=True)
class Likeness:
    """What a present document has of the absent `doc`: whether the file is the same, and of the `items` decided on how
    many stand as they were and how many edited."""

    doc: str
    same: bool
    items: int
    exact: int
    edited: int

    @property
    def found(self) -> int:
        return self.exact + self.edited

    @property
    def known(self) -> bool:
        """Whether that is enough to take the one for the other."""
        enough = self.exact >= max(LEAST, AS_THEY_WERE * self.items)
        return self.same or (enough and self.found >= NEARLY_ALL * self.items)


@dataclass(frozen=True)
class Outcome:
    """The rows to add to the decisions, and what is to be said of them and of what was left, a line each."""

    added: pd.DataFrame
    lines: tuple[str, ...] = ()


def undecided(decisions: pd.DataFrame, present: Iterable[str]) -> list[str]:
    """The present documents without decisions, or whose decisions have all been carried over to another name since."""
    holding = _holding(decisions)
    return [doc for doc in present if doc not in holding]


def absent(decisions: pd.DataFrame, present: Iterable[str], files: Mapping[str, str]) -> tuple[Absent, ...]:
    """The documents that may have been renamed; `files`: name → SHA-256 as the tables of the last run have it."""
    gone = [doc for doc in _holding(decisions) if doc not in set(present)]
    return tuple(Absent(doc, files.get(doc, ""), _items(decisions[decisions["doc"] == doc])) for doc in gone)


def likenesses(gone: Iterable[Absent], sha256: str, problems: pd.DataFrame, measures: pd.DataFrame) -> list[Likeness]:
    """What the document with these problems and measures has of each absent one; without those it has nothing of."""
    texts = {side: {fingerprint(text): squeeze(text) for text in table["text"]} for side, table in (("problem", problems), ("measure", measures))}
    found = [_likeness(one, sha256, texts) for one in gone]
    return [one for one in found if one.same or one.exact]


def carry(decisions: pd.DataFrame, found: Mapping[str, list[Likeness]]) -> Outcome:
    """The decisions to add under new names; `found`: present document without decisions → its likenesses.

    Nothing is carried over where a document is known by two names, or a name by two documents.
    """
    known = {doc: _surest([one for one in likes if one.known]) for doc, likes in found.items()}
    takers = _takers(known)
    rows, lines = [], []
    for doc, likes in known.items():
        if len(likes) > 1:
            names = "、".join(f"“{one.doc}”" for one in likes)
            lines.append(f"“{doc}”与已核定的{names}都相符，未沿用任何决定；请把文件名改回其中一份的名字，再运行一次")
        elif likes and takers[likes[0].doc] == [doc]:
            own = _copies(decisions, doc, likes[0].doc)
            rows += own
            lines += [_said(doc, likes[0], len(own))] if own else []
    names = {old: "、".join(f"“{doc}”" for doc in docs) for old, docs in takers.items() if len(docs) > 1}
    lines += [f"{docs}都与已核定的“{old}”相符，未沿用任何决定；请把其中一份的文件名改回“{old}”，再运行一次" for old, docs in names.items()]
    return Outcome(schema.frame("decisions", rows), (*lines, *_doubtful(found, known, takers)))


def _holding(decisions: pd.DataFrame) -> list[str]:
    """The documents whose decisions have not been carried over to another name after the last of them."""
    last: dict[str, int] = {}
    passed: dict[str, int] = {}
    for at, (doc, old) in enumerate(zip(decisions["doc"], decisions["carried_from"], strict=True)):
        last[doc] = at
        if old:
            passed[old] = at
    return [doc for doc, at in last.items() if passed.get(doc, -1) < at]


def _items(rows: pd.DataFrame) -> Items:
    sides = [zip(rows[f"fingerprint_{side}"], rows[f"quote_{side}"], strict=True) for side in ("problem", "measure")]
    items = {(side, mark): quoted for side, pairs in zip(("problem", "measure"), sides, strict=True) for mark, quoted in pairs if mark}
    return tuple((side, mark, quoted) for (side, mark), quoted in items.items())


def _likeness(gone: Absent, sha256: str, texts: dict[str, dict[str, str]]) -> Likeness:
    missing = [(side, quoted) for side, mark, quoted in gone.items if mark not in texts[side]]
    exact = len(gone.items) - len(missing)
    edited = sum(any(alike(quoted, text) >= LIKE for text in texts[side].values()) for side, quoted in missing) if exact else 0
    return Likeness(gone.doc, bool(sha256) and gone.sha256 == sha256, len(gone.items), exact, edited)


def _surest(likes: list[Likeness]) -> list[Likeness]:
    """Those that are the same file, where there are any: an edited copy beside it is not what was renamed."""
    return [one for one in likes if one.same] or likes


def _takers(known: Mapping[str, list[Likeness]]) -> dict[str, list[str]]:
    """Absent document → the present ones that may be it."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for doc, likes in known.items():
        for one in likes:
            found.setdefault(one.doc, []).append((doc, one.same))
    return {old: [doc for doc, same in docs if same] or [doc for doc, _ in docs] for old, docs in found.items()}


def _copies(decisions: pd.DataFrame, doc: str, old: str) -> list[dict]:
    """The last decision on each pair of the document `old`, under the name `doc`; withdrawn ones only where `doc` has the pair."""
    pair = ["fingerprint_problem", "fingerprint_measure"]
    own = set(decisions.loc[decisions["doc"] == doc, pair].itertuples(index=False, name=None))
    last = decisions[decisions["doc"] == old].drop_duplicates(pair, keep="last").to_dict("records")
    kept = [row for row in last if row["decision"] != "withdrawn" or tuple(row[name] for name in pair) in own]
    return [row | {"doc": doc, "carried_from": old} for row in kept]


def _said(doc: str, like: Likeness, count: int) -> str:
    changed = like.items - like.exact
    texts = f"所核定的{like.items}个条目中{changed}个文字有改动，相关决定须重核" if changed else f"所核定的{like.items}个条目文字都未变"
    return f"“{doc}”沿用“{like.doc}”的{count}条决定（{'文件相同，' if like.same else ''}{texts}）；原有决定仍保留"


def _doubtful(found: Mapping[str, list[Likeness]], known: Mapping[str, list[Likeness]], takers: Mapping[str, list[str]]) -> list[str]:
    """A line for each document that has much of an absent one, but not enough to be taken for it."""
    rest = [(doc, one) for doc, likes in found.items() if not known[doc] for one in likes if one.doc not in takers]
    return [
        f"“{doc}”未沿用“{one.doc}”的决定：所核定的{one.items}个条目只找到{one.found}个，不能断定是同一份；如果是，请把文件名改回“{one.doc}”再运行一次"
        for doc, one in rest
        if one.found >= WORTH_SAYING * one.items
    ]
