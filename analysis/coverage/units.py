"""One document as the judgement sees it: items and their segments, problem side and measure side."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class Side:
    """The items of one kind and their segments.

    `ids`: one id an item. `texts`, `kinds`, `owner` (place of the item in `ids`) and `number` (within the
    item) have one entry a segment, in the order of the items.
    """

    ids: tuple[str, ...]
    texts: tuple[str, ...]
    kinds: np.ndarray
    owner: np.ndarray
    number: np.ndarray

    @cached_property
    def item_texts(self) -> tuple[str, ...]:
        """One text an item: its segments joined by 。"""
        parts: list[list[str]] = [[] for _ in self.ids]
        for place, text in zip(self.owner, self.texts, strict=True):
            parts[place].append(text)
        return tuple("。".join(part) for part in parts)

    @cached_property
    def heading_texts(self) -> tuple[str, ...]:
        """One text an item: its headline, or all of it where it has none."""
        headings = {place: text for place, text, kind in zip(self.owner, self.texts, self.kinds, strict=True) if kind == "headline"}
        return tuple(headings.get(place, text) for place, text in enumerate(self.item_texts))

    def by_item(self, values: np.ndarray, axis: int, combine: np.ufunc = np.add) -> np.ndarray:
        """`values` with its segment axis brought together to one entry an item, by `combine`.

        An item without any segment gets 0; a maximum of values that are not negative starts there too.
        """
        first = np.flatnonzero(np.diff(self.owner, prepend=-1))
        shape = list(values.shape)
        shape[axis] = len(self.ids)
        found = np.zeros(shape)
        if first.size:
            place = [slice(None)] * values.ndim
            place[axis] = self.owner[first]
            found[tuple(place)] = combine.reduceat(values, first, axis=axis)
        return found


@dataclass(frozen=True)
class Document:
    """The three sides of one document, and which (problem id, item id) its layout pairs."""

    name: str
    problems: Side
    causes: Side
    measures: Side
    pairs: frozenset[tuple[str, str]]

    @property
    def paired(self) -> np.ndarray:
        """(problems x measures), 1 where the layout puts the two together."""
        return np.array([[(left, right) in self.pairs for right in self.measures.ids] for left in self.problems.ids], dtype=float).reshape(
            len(self.problems.ids), len(self.measures.ids)
        )


def documents(
    problems: pd.DataFrame, causes: pd.DataFrame, measures: pd.DataFrame, segments: pd.DataFrame, pairs: pd.DataFrame
) -> list[Document]:
    """The documents of the frames, in the order of their first problem or measure."""
    names = dict.fromkeys([*problems["doc"], *measures["doc"]])
    return [_document(name, *(frame[frame["doc"] == name] for frame in (problems, causes, measures, segments, pairs))) for name in names]


def _document(name: str, problems, causes, measures, segments, pairs) -> Document:
    sides = (_side(items[key], segments) for key, items in (("problem", problems), ("cause", causes), ("measure", measures)))
    return Document(name, *sides, frozenset(zip(pairs["problem"], pairs["item"], strict=True)))


def _side(ids: pd.Series, segments: pd.DataFrame) -> Side:
    place = {item: number for number, item in enumerate(ids)}
    own = segments[segments["item"].isin(place)]
    owner = own["item"].map(place).to_numpy(dtype=int)
    order = np.argsort(owner, kind="stable")
    own = own.iloc[order]
    return Side(tuple(ids), tuple(own["text"]), own["kind"].to_numpy(dtype=object), owner[order], own["segment"].to_numpy(dtype=int))
