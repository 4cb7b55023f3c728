"""Which terms stand together: nodes and edges of a co-occurrence network."""

import math
from collections import Counter
from itertools import combinations

import pandas as pd

from analysis.keywords import phrase
from analysis.keywords.sentences import split
from analysis.keywords.tools import Unit, standard

TERM_COLUMNS = ("doc", "term", "weight", "problem_count", "cause_count", "measure_count")
EDGE_COLUMNS = ("doc", "source", "target", "items", "association")
TERMS = 30
POOL = 200  # best terms of the document among which those seen more than once are looked for
SEEN = 2  # sentences a term must stand in


def network(problems: pd.DataFrame, causes: pd.DataFrame, measures: pd.DataFrame, *, terms: int = TERMS) -> dict:
    """{"network_terms": frame, "network_edges": frame} for each document.

    A term row: the best terms of the phrase method that stand in at least two sentences, weight in
    (0, 1], and the sentences of each side that contain it. An edge row (source before target in the order of the terms): the number
    of `items` that contain both, and their `association`, the normalised
    pointwise mutual information clipped to [0, 1].
    """
    sides = {"problem": problems, "cause": causes, "measure": measures}
    tools = standard()
    nodes, edges = [], []
    for doc in dict.fromkeys(doc for side in sides.values() for doc in side["doc"]):
        own = {kind: side[side["doc"] == doc] for kind, side in sides.items()}
        units = [Unit(text, headline) for side in own.values() for text, headline in zip(side["text"], side["headline"], strict=True)]
        sentences = {kind: [sentence for text in side["text"] for sentence in split(text)] for kind, side in own.items()}
        lines = [line for side in sentences.values() for line in side]
        pool = phrase.rank(units, tools, POOL)
        ranked = [pair for pair in pool if sum(pair[0] in line for line in lines) >= SEEN][:terms]
        nodes += [_node(doc, term, weight, sentences) for term, weight in ranked]
        edges += _edges(doc, [term for term, _ in ranked], [unit.text for unit in units])
    return {
        "network_terms": pd.DataFrame(nodes, columns=list(TERM_COLUMNS)),
        "network_edges": pd.DataFrame(edges, columns=list(EDGE_COLUMNS)),
    }


def _node(doc: str, term: str, weight: float, sentences: dict[str, list[str]]) -> dict:
    counts = {f"{kind}_count": sum(term in line for line in lines) for kind, lines in sentences.items()}
    return {"doc": doc, "term": term, "weight": round(weight, 4), **counts}


def _edges(doc: str, terms: list[str], texts: list[str]) -> list[dict]:
    alone, pairs = Counter(), Counter()
    for text in texts:
        present = [term for term in terms if term in text]
        alone.update(present)
        pairs.update(combinations(present, 2))
    return [
        {"doc": doc, "source": one, "target": two, "items": count, "association": _association(count, alone[one], alone[two], len(texts))}
        for (one, two), count in pairs.items()
    ]


def _association(both: int, one: int, two: int, total: int) -> float:
    if both == total:
        return 1.0
    value = math.log(both * total / (one * two)) / -math.log(both / total)
    return round(min(max(value, 0.0), 1.0), 4)
