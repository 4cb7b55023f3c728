"""A labelled document as the program reads it, its items matched with the labelled ones.

Reading and judging are scored on one run: an item that was not read is a problem without any measure,
or a measure that covers nothing.
"""

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis import flow
from analysis.evaluation.labels import Labelled
from analysis.evaluation.metrics import Answer
from analysis.schema import frame

ITEM_TABLES = {"problems": "problem", "causes": "cause", "measures": "measure"}


@dataclass(frozen=True, eq=False)
class Case:
    """A labelled document (`truth`), the tables read from it, and for each labelled problem and measure
    the id of the item read in its place (None where there is none)."""

    truth: Labelled
    frames: dict[str, pd.DataFrame]
    problem_ids: tuple[str | None, ...]
    measure_ids: tuple[str | None, ...]

    def texts(self, side: str) -> list[str]:
        """The texts of the labelled problems or measures as they were read; empty for one not read."""
        table, column, ids = self.frames[side], ITEM_TABLES[side], getattr(self, f"{ITEM_TABLES[side]}_ids")
        text = dict(zip(table[column], table["text"], strict=True))
        return [text.get(item, "") for item in ids]

    def levels(self) -> pd.DataFrame:
        """The labels as rows doc, problem, measure, level with the ids that were read."""
        rows = [
            {"doc": self.truth.name, "problem": problem, "measure": measure, "level": int(self.truth.levels[i, j])}
            for i, problem in enumerate(self.problem_ids)
            for j, measure in enumerate(self.measure_ids)
            if problem and measure
        ]
        return frame("links", rows)[["doc", "problem", "measure", "level"]]

    def answer(self, links: pd.DataFrame, gaps: pd.DataFrame) -> Answer:
        """What the program's links and gaps say of this document, in the order of the labels."""
        level, score = (links.pivot(index="problem", columns="measure", values=value) for value in ("level", "score"))
        verdict = dict(zip(gaps["problem"], gaps["verdict"], strict=True))
        scores = self._arranged(score)
        return Answer(
            self._arranged(level).astype(int), scores, tuple(verdict.get(item, "unknown") for item in self.problem_ids), scores.max(axis=1, initial=0.0)
        )

    def _arranged(self, matrix: pd.DataFrame) -> np.ndarray:
        return matrix.reindex(index=self.problem_ids, columns=self.measure_ids).fillna(0).to_numpy(dtype=float)


def read_cases(labelled: list[Labelled]) -> list[Case]:
    """Read every labelled document with the program's own reader and match the items.

    A document that cannot be read at all is one in which no item was found.
    """
    return [_case(truth) for truth in labelled]


def _case(truth: Labelled) -> Case:
    frames = flow.tabulate([truth.path], flow.READ)
    ids = {side: match(getattr(truth, side), frames[side], column) for side, column in ITEM_TABLES.items()}
    return Case(truth, frames, ids["problems"], ids["measures"])


def match(gold: list[dict], read: pd.DataFrame, column: str) -> tuple[str | None, ...]:
    """For each labelled item the id of the item read with the same text (white space aside), else the
    same headline, each used once, in document order."""
    found: list[str | None] = [None] * len(gold)
    for key in ("text", "headline"):
        free: dict[str, list[str]] = {}
        for item, words in zip(read[column], read[key], strict=True):
            if item not in found:
                free.setdefault(squeeze(words), []).append(item)
        for number, item in enumerate(gold):
            if found[number] is None and free.get(squeeze(item[key])):
                found[number] = free[squeeze(item[key])].pop(0)
    return tuple(found)


def squeeze(text: str) -> str:
    """Text without white space and without the full stop that closes a headline."""
    return re.sub(r"\s+", "", text).removesuffix("。")


def item_f1(case: Case) -> float:
    """F1 of the items read (problems, causes and measures together), equal text but for white space."""
    hits = read = gold = 0
    for side in ITEM_TABLES:
        said = [re.sub(r"\s+", "", text) for text in case.frames[side]["text"]]
        true = [re.sub(r"\s+", "", item["text"]) for item in getattr(case.truth, side)]
        hits += sum(min(said.count(text), true.count(text)) for text in set(true))
        read, gold = read + len(said), gold + len(true)
    return 2 * hits / (read + gold) if read + gold else 1.0
