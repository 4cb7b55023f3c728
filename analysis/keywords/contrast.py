"""What the problems stress and no measure takes up, and the reverse: the vocabulary view of a gap."""

import math

import pandas as pd

from analysis.keywords import phrase
from analysis.keywords.sentences import containing
from analysis.keywords.tools import Tools, Unit, standard

COLUMNS = ("doc", "term", "side", "log_odds", "z", "weight", "problem_count", "measure_count", "taken_up", "echo", "items", "sentences")
SIDES = ("problem", "measure")
POOL = 120  # terms considered a side, the best of the phrase method
PRIOR = 500  # words of imagined text that the prior is worth, about one page on each side
QUOTED = 3  # sentences quoted a term


def contrast(problems: pd.DataFrame, causes: pd.DataFrame, measures: pd.DataFrame, *, top: int = 20) -> dict:
    """{"contrast": frame}, for each document the `top` terms of each side, strongest first.

    Strongest is the largest |z| to one decimal, and among equals the better keyword of its side
    (`weight`): most terms of a short document are seen once, and their z differ by chance only.

    One row is a term. `log_odds` is the difference of its log-odds in problems and in measures, with an
    informative Dirichlet prior, and `z` the same in standard deviations (Monroe, Colaresi & Quinn 2008,
    "Fightin' Words", equations 15 to 22): above 0 the problems stress it, below 0 the measures.
    Counts are occurrences of the term in the texts of a side; `taken_up` is 1 where the other side has
    it at all, and `echo` the longest parts of the term (two characters and more, no stop words) that the
    other side has where it lacks the whole; `items` are the items of its own side with it, `sentences` up to three of their sentences,
    one a line. Causes are accepted and not used. A document without problems or without measures has
    no row.
    """
    docs = [doc for doc in dict.fromkeys(problems["doc"]) if (measures["doc"] == doc).any()]
    tools = standard()
    rows = []
    for doc in docs:
        sides = (_side(problems, "problem", doc), _side(measures, "measure", doc))
        rows += _document(doc, *sides, tools, top)
    return {"contrast": pd.DataFrame(rows, columns=list(COLUMNS))}


def log_odds(count: int, other: int, total: int, other_total: int, prior: float, prior_total: float) -> tuple[float, float]:
    """(difference of log-odds, the same in standard deviations) of a term between two texts.

    `count` of `total` words in one text, `other` of `other_total` in the other; `prior` of
    `prior_total` imagined words are the term.
    """
    odds = math.log((count + prior) / (total + prior_total - count - prior))
    other_odds = math.log((other + prior) / (other_total + prior_total - other - prior))
    deviation = math.sqrt(1 / (count + prior) + 1 / (other + prior))
    return odds - other_odds, (odds - other_odds) / deviation


def _side(items: pd.DataFrame, kind: str, doc: str) -> list[tuple[str, Unit]]:
    own = items[items["doc"] == doc]
    return [(item, Unit(text, headline)) for item, text, headline in zip(own[kind], own["text"], own["headline"], strict=True)]


def _document(doc: str, problems, measures, tools: Tools, top: int) -> list[dict]:
    texts = ["\n".join(unit.text for _, unit in side) for side in (problems, measures)]
    totals = [len(tools.words(text)) for text in texts]
    weights = [dict(phrase.rank([unit for _, unit in side], tools, POOL)) for side in (problems, measures)]
    rows = []
    for term in sorted(weights[0] | weights[1]):
        counts = [text.count(term) for text in texts]
        prior = PRIOR * _share(term, sum(counts), sum(totals), tools)
        odds, z = log_odds(*counts, *totals, prior, PRIOR)
        own = 0 if z > 0 else 1
        numbers = (round(odds, 4), round(z, 4), round(weights[own].get(term, 0.0), 4), *counts)
        taken = (int(counts[1 - own] > 0), _echo(term, texts[1 - own], tools))
        rows.append(dict(zip(COLUMNS, (doc, term, SIDES[own], *numbers, *taken, *_quoted(term, (problems, measures)[own])), strict=True)))
    leaders = [sorted((row for row in rows if row["side"] == side), key=_strength)[:top] for side in SIDES]
    return leaders[0] + leaders[1]


def _share(term: str, count: int, total: int, tools: Tools) -> float:
    """Share of the term in language: halfway between the document and jieba's dictionary of general text."""
    return (count / total + tools.background.share(term)) / 2


def _echo(term: str, text: str, tools: Tools) -> str:
    if term in text:
        return ""
    found: list[str] = []
    for size in range(len(term) - 1, 1, -1):
        parts = (term[start : start + size] for start in range(len(term) - size + 1))
        found += [part for part in parts if part in text and not tools.is_stop(part) and not any(part in longer for longer in found)]
    return " ".join(found)


def _quoted(term: str, items: list[tuple[str, Unit]]) -> tuple[str, str]:
    """The items that have the term, and the first sentences with it."""
    found = [(item, sentence) for item, unit in items for sentence in containing(unit.text, term)]
    quoted = [f"{item}：{sentence}" for item, sentence in found[:QUOTED]]
    return " ".join(dict.fromkeys(item for item, _ in found)), "\n".join(quoted)


def _strength(row: dict) -> tuple[float, float, str]:
    return -round(abs(row["z"]), 1), -row["weight"], row["term"]
