"""Which problem and measure of today a stored decision is about.

The text decides, not the id: a new item in front shifts all ids. Where the text is gone, the item whose text is
most like the quotation takes its place, then the one with the same id; the decision is then one on a changed text.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher

import pandas as pd

from analysis.review.texts import fingerprint, squeeze

LIKE = 0.6
"""From this share of common characters on (ratio of difflib, in [0, 1]) a text is an edited form of another."""

Pair = tuple[str, str, str]  # doc, problem, measure; the measure is empty for a problem as a whole


@dataclass(frozen=True)
class Standing:
    """The decision that stands for a pair. `changed`: the text of either end is not the one decided on."""

    decision: str
    level: int | None
    note: str
    reviewer: str
    date: str
    changed: bool


@dataclass
class Items:
    """The problems or the measures of one document: id to squeezed text, fingerprint to ids."""

    texts: dict[str, str]
    ids: dict[str, list[str]]

    @classmethod
    def of(cls, rows: pd.DataFrame, column: str) -> "Items":
        ids: dict[str, list[str]] = {}
        for item, text in zip(rows[column], rows["text"], strict=True):
            ids.setdefault(fingerprint(text), []).append(item)
        return cls({item: squeeze(text) for item, text in zip(rows[column], rows["text"], strict=True)}, ids)

    def find(self, item: str, mark: str, quoted: str, decided: set[str]) -> tuple[str, bool]:
        """(id or empty, whether its text changed); `decided`: fingerprints that some decision is about."""
        if mark in self.ids:
            same = self.ids[mark]
            return (item if item in same else same[0]), False
        likest = max(self.texts, key=lambda other: (alike(quoted, self.texts[other]), other == item), default="")
        if likest and alike(quoted, self.texts[likest]) >= LIKE:
            return likest, True
        free = item in self.texts and fingerprint(self.texts[item]) not in decided
        return (item if free else ""), True


def standing(problems: pd.DataFrame, measures: pd.DataFrame, decisions: pd.DataFrame) -> tuple[dict[Pair, Standing], int]:
    """The decision that stands for each pair of today, and how many decisions on these documents found no pair.

    A later decision replaces an earlier one; one on the text of today counts before one on an earlier text.
    """
    exact: dict[Pair, Standing] = {}
    changed: dict[Pair, Standing] = {}
    lost = 0
    for doc, rows in decisions.groupby("doc", sort=False):
        sides = {side: Items.of(table[table["doc"] == doc], side) for side, table in (("problem", problems), ("measure", measures))}
        if not sides["problem"].texts:
            continue
        decided = {side: set(rows[f"fingerprint_{side}"]) for side in sides}
        for row in rows.to_dict("records"):
            pair, moved = _pair(row, sides, decided)
            if pair is None:
                lost += 1
                continue
            (changed if moved else exact)[pair] = _standing(row, moved)
    gone = [pair for pair, state in changed.items() if state.decision == "withdrawn"]
    return {pair: state for pair, state in changed.items() if pair not in gone} | exact, lost


def _pair(row: dict, sides: dict[str, Items], decided: dict[str, set[str]]) -> tuple[Pair | None, bool]:
    problem, moved = _find("problem", row, sides, decided)
    measure, other = _find("measure", row, sides, decided) if row["measure"] else ("", False)
    if not problem or (row["measure"] and not measure):
        return None, True
    return (row["doc"], problem, measure), moved or other


def _find(side: str, row: dict, sides: dict[str, Items], decided: dict[str, set[str]]) -> tuple[str, bool]:
    return sides[side].find(row[side], row[f"fingerprint_{side}"], row[f"quote_{side}"], decided[side])


def _standing(row: dict, moved: bool) -> Standing:
    level = None if pd.isna(row["level"]) else int(row["level"])
    return Standing(row["decision"], level, row["note"], row["reviewer"], row["date"], moved)


def alike(quoted: str, text: str) -> float:
    """How much of a quotation a squeezed text begins with, in [0, 1]."""
    return SequenceMatcher(None, quoted, text[: len(quoted)], autojunk=False).ratio() if quoted else 0.0
