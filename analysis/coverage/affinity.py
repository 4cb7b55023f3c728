"""Nearness through what is known of the fields: a segment is likened to the concepts and cases it resembles.

Explicit semantic analysis (Gabrilovich and Markovitch 2007) with the concepts of the lexicon and the cases of the
casebook as the dimensions: each is the characters and bigrams of what is deficient on one side and of what remedies
it on the other, so two segments can meet in a concept of which neither holds a term word for word.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
from scipy import sparse
from sklearn.preprocessing import normalize

from analysis.coverage import casebook, lexicon
from analysis.coverage.lexical import bigram_set, character_set
from analysis.coverage.units import Side

NEAREST, KIN = 16, 160
"""So many concepts and cases describe a segment, and a whole problem."""
LEAK = 0.2
"""What a text of the other side counts in a side's profile: documents also name a deficiency by its remedy."""
UNIT, MOST = 0.05, 3.0
EVEN = 0.15
"""What the contrast is raised by, so that it is not negative: on the labelled documents it lay between -0.11 and 0.17."""
SIDES = (*lexicon.SIDES, "other")


def affinity(problems: Side, measures: Side) -> np.ndarray:
    """(problem segments x measure segments): meeting in concepts, in units of `UNIT`, at most `MOST`."""
    left, right = describe(problems.texts, "deficiency"), describe(measures.texts, "remedy")
    return np.minimum((left @ right.T).toarray() / UNIT, MOST)


def kinship(problems: Side, measures: Side) -> np.ndarray:
    """(problems x measures): cosine of a whole measure and the remedies of what the whole problem reads like, in [0, 1]."""
    return _nearness(problems.item_texts, measures.item_texts, "remedy")


def contrast(problems: Side, measures: Side) -> np.ndarray:
    """(problems x measures) in [0, 1]: how much nearer a measure is to those remedies than to the other deeds that cases
    list beside them (same field, same words, another object); `EVEN` where it is as near to both."""
    remedy, other = (_nearness(problems.item_texts, measures.item_texts, side) for side in ("remedy", "other"))
    return np.clip(remedy - other + EVEN, 0, 1)


@lru_cache(maxsize=4)
def _nearness(problems: tuple[str, ...], measures: tuple[str, ...], side: str) -> np.ndarray:
    """(problems x measures): cosine of a measure and what the subjects that a problem reads like have on `side`."""
    profiles = _profiles()
    expected = unit(describe(problems, "deficiency", KIN) @ profiles.sides[side])
    return (expected @ unit(profiles.spell(measures)).T).toarray()


@lru_cache(maxsize=16)
def describe(texts: tuple[str, ...], side: str, nearest: int = NEAREST) -> sparse.csr_array:
    """(texts x subjects): cosines with the `nearest` subjects on `side`, 0 for the others."""
    profiles = _profiles()
    return _largest((unit(profiles.spell(texts)) @ profiles.across[side]).tocsr(), nearest)


def subjects(texts: tuple[str, ...], side: str) -> list[dict[str, float]]:
    """One dict a text: the names of the subjects it is likened to → the cosine."""
    names, found = _profiles().names, describe(texts, side)
    rows = [slice(*bounds) for bounds in pairwise(found.indptr)]
    return [{names[place]: float(value) for place, value in zip(found.indices[row], found.data[row], strict=True)} for row in rows]


@dataclass(frozen=True)
class Profiles:
    """`place`: character or bigram → column. `rarity`: one weight a column. `sides`: (subjects x columns), rows of length 1.

    A subject is a concept or a case; its sides are deficiency, remedy and other, which is empty for a concept.
    `names`: what each is called, a case by its headline.
    """

    place: dict[str, int]
    rarity: np.ndarray
    names: tuple[str, ...]
    sides: dict[str, sparse.csr_array]

    @cached_property
    def across(self) -> dict[str, sparse.csr_array]:
        """The sides turned over, (columns x subjects), in the order in which a product reads them."""
        return {side: rows.T.tocsr() for side, rows in self.sides.items()}

    def spell(self, texts) -> sparse.csr_array:
        """(texts x columns): the weight of each character and bigram that stands in a text."""
        pairs = [(row, self.place[gram]) for row, text in enumerate(texts) for gram in _grams(text) if gram in self.place]
        rows, columns = (np.array([pair[part] for pair in pairs], dtype=np.int32) for part in (0, 1))
        return sparse.csr_array((self.rarity[columns], (rows, columns)), shape=(len(texts), len(self.place)))


def _grams(text: str) -> list[str]:
    return sorted(character_set(text) | bigram_set(text))


@lru_cache(maxsize=1)
def _profiles() -> Profiles:
    names, known = zip(*_subjects(), strict=True)
    place: dict[str, int] = {}
    spelled = {
        text: [place.setdefault(gram, len(place)) for gram in _grams(text)] for subject in known for side in lexicon.SIDES for text in subject[side]
    }
    spelled |= {text: [place[gram] for gram in _grams(text) if gram in place] for subject in known for text in subject["other"]}
    stands = {side: _stand([[spelled[text] for text in subject[side]] for subject in known], len(place)) for side in SIDES}
    counts = {
        "deficiency": stands["both"] + stands["deficiency"] + LEAK * stands["remedy"],
        "remedy": stands["both"] + stands["remedy"] + LEAK * stands["deficiency"],
        "other": stands["other"],
    }
    used = np.asarray((sum(stands[side] for side in lexicon.SIDES) > 0).sum(axis=0)).ravel()
    rarity = np.log(len(known) / np.maximum(used, 1))
    scale = sparse.diags_array(rarity)
    return Profiles(place, rarity, names, {side: unit(sparse.csr_array(count).sqrt() @ scale) for side, count in counts.items()})


def _subjects() -> list[tuple[str, dict[str, list[str]]]]:
    """One a concept, then one a case: its name, and side → texts."""
    concepts: dict[str, dict[str, list[str]]] = {}
    for row in lexicon.read():
        texts = concepts.setdefault(row["concept"], {side: [] for side in SIDES})
        texts.get(row["side"], []).append(row["term"])
    cases = [(case.problem[0], {"deficiency": case.problem, "remedy": case.lines["remedy"], "both": [], "other": case.lines["other"]}) for case in casebook.load()]
    return [*concepts.items(), *cases]


def _stand(rows: list[list[list[int]]], columns: int) -> sparse.csr_array:
    """(rows x columns): in how many of a row's texts, each given as its columns, a character or bigram stands."""
    pairs = np.array([(row, column) for row, texts in enumerate(rows) for text in texts for column in text], dtype=np.int32).reshape(-1, 2)
    return sparse.csr_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(rows), columns))


def unit(matrix) -> sparse.csr_array:
    """Rows scaled to length 1; an empty row stays empty, and so does a matrix without rows."""
    return normalize(matrix) if matrix.shape[0] else matrix.tocsr()


def _largest(matrix: sparse.csr_array, count: int) -> sparse.csr_array:
    """Each row's `count` largest entries."""
    for start, end in pairwise(matrix.indptr):
        row = matrix.data[start:end]
        if len(row) > count:
            row[np.argpartition(row, len(row) - count)[: len(row) - count]] = 0
    matrix.eliminate_zeros()
    return matrix
