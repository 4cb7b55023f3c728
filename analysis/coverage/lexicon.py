"""The concept lexicon: how a deficiency is named and how it is remedied (`data/vocabulary/concepts.csv`)."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import ahocorasick_rs
import numpy as np
from scipy import sparse

from analysis.paths import VOCABULARY
from analysis.store import read_list

PATH = VOCABULARY / "concepts.csv"
COLUMNS = ("concept", "domain", "side", "term")
SIDES = ("deficiency", "remedy", "both")
LENGTH_WEIGHT = {2: 0.6, 3: 0.8}
"""How much a match of a short term counts; one of four characters or more counts 1."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Concepts and terms. `entries[side]`: (terms x concepts), the weight of each term in each concept."""

    concepts: tuple[str, ...]
    domains: tuple[str, ...]
    terms: tuple[str, ...]
    entries: dict[str, sparse.csr_array]
    automaton: ahocorasick_rs.AhoCorasick

    def matches(self, texts) -> sparse.csr_array:
        """(texts x terms), 1 where a term stands in a text."""
        rows, columns = [], []
        for row, text in enumerate(texts):
            found = {match[0] for match in self.automaton.find_matches_as_indexes(text)}
            rows += [row] * len(found)
            columns += sorted(found)
        return sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(texts), len(self.terms)))

    @lru_cache(maxsize=32)  # noqa: B019 - the lexicon lives as long as the program
    def activation(self, texts: tuple[str, ...], side: str) -> sparse.csr_array:
        """(texts x concepts): the summed weights of the terms of `side` found, at most 1.5 a concept."""
        return (self.matches(texts) @ self.entries[side]).minimum(1.5)


@lru_cache(maxsize=4)
def load(path: Path = PATH) -> Lexicon:
    """Read the lexicon; raises InputError where the file is missing or has other columns."""
    rows = read(path)
    terms = tuple(dict.fromkeys(row["term"] for row in rows))
    domain = {row["concept"]: row["domain"] for row in rows}
    concepts = tuple(domain)
    entries = {side: _entries(rows, side, terms, concepts) for side in SIDES}
    return Lexicon(concepts, tuple(domain.values()), terms, entries, ahocorasick_rs.AhoCorasick(list(terms), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest))


def read(path: Path = PATH) -> list[dict[str, str]]:
    """The rows of the file, as written."""
    return read_list(path, COLUMNS, "概念词表")


def _entries(rows, side: str, terms, concepts) -> sparse.csr_array:
    """(terms x concepts): length weight of a term, shared out among the concepts that claim it."""
    term_place = {term: place for place, term in enumerate(terms)}
    concept_place = {concept: place for place, concept in enumerate(concepts)}
    own = {(term_place[row["term"]], concept_place[row["concept"]]) for row in rows if row["side"] == side}
    claims = np.bincount([term_place[term] for term, _ in {(row["term"], row["concept"]) for row in rows}], minlength=len(terms))
    places = np.array(sorted(own)) if own else np.zeros((0, 2), dtype=int)
    weights = [LENGTH_WEIGHT.get(len(terms[term]), 1.0) / np.sqrt(claims[term]) for term, _ in places]
    return sparse.csr_array((weights, (places[:, 0], places[:, 1])), shape=(len(terms), len(concepts)))
