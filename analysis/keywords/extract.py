"""The stage: keywords of every item, of a side, of a document and of a set of documents.

All functions here have one call shape (`problems`, `causes`, `measures` frames of the contract;
`methods`, `top`) and one return shape: the `keywords` table, weight in (0, 1] relative to the best
term of the same doc, item and method.
"""

from collections.abc import Callable, Iterator, Sequence

import pandas as pd

from analysis.keywords import phrase, textrank, tfidf
from analysis.keywords.tools import Unit, standard
from analysis.schema import frame

METHODS: dict[str, Callable] = {"phrase": phrase.rank, "tfidf": tfidf.rank, "textrank": textrank.rank}
TOP = 10

# What stands in `item` where a row is not about one item, and in `doc` where it is about them all.
SIDES = {"problem": "problems", "cause": "causes", "measure": "measures"}
WHOLE = "document"
ALL_DOCUMENTS = "*"


def extract(problems: pd.DataFrame, causes: pd.DataFrame, measures: pd.DataFrame, *, methods=tuple(METHODS), top: int = TOP) -> dict:
    """Keywords of each item: {"keywords": frame}, item = P01, C01, M01 …"""
    groups = [((row["doc"], row[kind]), [_unit(row)]) for kind, row in _items(problems, causes, measures)]
    return {"keywords": _ranked(groups, methods, top)}


def of_sides(problems: pd.DataFrame, causes: pd.DataFrame, measures: pd.DataFrame, *, methods=tuple(METHODS), top: int = TOP) -> dict:
    """Keywords of each side of each document: item = problems, causes, measures."""
    return _grouped(problems, causes, measures, lambda kind, row: (row["doc"], SIDES[kind]), methods, top)


def of_documents(problems: pd.DataFrame, causes: pd.DataFrame, measures: pd.DataFrame, *, methods=tuple(METHODS), top: int = TOP) -> dict:
    """Keywords of each document: item = document."""
    return _grouped(problems, causes, measures, lambda kind, row: (row["doc"], WHOLE), methods, top)


def of_set(problems: pd.DataFrame, causes: pd.DataFrame, measures: pd.DataFrame, *, methods=tuple(METHODS), top: int = TOP) -> dict:
    """Keywords of each side over all documents: doc = *, item = problems, causes, measures."""
    return _grouped(problems, causes, measures, lambda kind, row: (ALL_DOCUMENTS, SIDES[kind]), methods, top)


def of_text(text: str, headline: str = "", *, method: str = "phrase", top: int = TOP, genre: bool = True) -> list[tuple[str, float]]:
    """(term, weight) of one text; `genre=False` for a text that is no rectification document.

    Raises ValueError for a method not in METHODS.
    """
    return _method(method)([Unit(text, headline)], standard(genre), top)


def _grouped(problems, causes, measures, key: Callable, methods, top: int) -> dict:
    groups: dict[tuple[str, str], list[Unit]] = {}
    for kind, row in _items(problems, causes, measures):
        groups.setdefault(key(kind, row), []).append(_unit(row))
    return {"keywords": _ranked(groups.items(), methods, top)}


def _ranked(groups, methods: Sequence[str], top: int) -> pd.DataFrame:
    tools = standard()
    rows = [
        {"doc": doc, "item": item, "rank": rank, "term": term, "weight": weight, "method": name}
        for (doc, item), units in groups
        for name in methods
        for rank, (term, weight) in enumerate(_method(name)(units, tools, top), start=1)
    ]
    return frame("keywords", rows)


def _method(name: str) -> Callable:
    if name not in METHODS:
        raise ValueError(f"method {name!r}: not one of {tuple(METHODS)}")
    return METHODS[name]


def _items(problems, causes, measures) -> Iterator[tuple[str, dict]]:
    """(kind, row) document by document, problems before causes before measures."""
    sides = {"problem": problems, "cause": causes, "measure": measures}
    docs = dict.fromkeys(doc for side in sides.values() for doc in side["doc"])
    rows = {kind: side.to_dict("records") for kind, side in sides.items()}
    for doc in docs:
        for kind in sides:
            yield from ((kind, row) for row in rows[kind] if row["doc"] == doc)


def _unit(row: dict) -> Unit:
    return Unit(row["text"], row["headline"])
