"""The subjects that are known, spelled as characters and bigrams: the concepts of the lexicon, then the cases of the casebook.

A subject has a profile of each side, the grams of its texts there, weighted by how few subjects have them; a case
also has one of each kind of answer to it. `affinity` likens segments to subjects, `precedents` whole items to cases.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
from scipy import sparse
from sklearn.preprocessing import normalize

from analysis.coverage import casebook, lexicon
from analysis.coverage.lexical import bigram_set, character_set

LEAK = 0.2
"""What a text of the other side counts in a side's profile: documents also name a deficiency by its remedy."""
COMMON = 1 / 6
"""Characters of more than this share of the subjects (不, 建, 管) tell none from another: they weigh nothing."""
ANSWERS = {"remedy": ("remedy",), "any": ("remedy", "particular", "slogan", "mention"), "other": ("other",)}
"""Kind of answer → the roles of its lines: what remedies the case, what speaks of it at all, what is done beside it."""


@dataclass(frozen=True)
class Profiles:
    """`place`: character or bigram → column. `rarity`: one weight a column. `names`: of the subjects, a case by its headline.

    `sides`: deficiency and remedy → (subjects x columns). `answers`: kind → (cases x columns). Rows have length 1.
    """

    place: dict[str, int]
    rarity: np.ndarray
    names: tuple[str, ...]
    sides: dict[str, sparse.csr_array]
    answers: dict[str, sparse.csr_array]

    @cached_property
    def across(self) -> dict[str, sparse.csr_array]:
        """The sides turned over, (columns x subjects), in the order in which a product reads them."""
        return {side: rows.T.tocsr() for side, rows in self.sides.items()}

    @cached_property
    def troubles(self) -> sparse.csr_array:
        """(columns x cases): what is deficient in each case."""
        return self.sides["deficiency"][len(self.names) - self.answers["remedy"].shape[0] :].T.tocsr()

    def spell(self, texts: Iterable[str]) -> sparse.csr_array:
        """(texts x columns), rows of length 1: the weight of each character and bigram that stands in a text."""
        rows = [_places(text, self.place) for text in texts]
        return _weigh(_stand([[row] for row in rows], len(self.place)), self.rarity)


@lru_cache(maxsize=1)
def load() -> Profiles:
    """Spell lexicon and casebook, once."""
    names, known = zip(*_subjects(), strict=True)
    place: dict[str, int] = {}
    spelled = {
        text: [place.setdefault(gram, len(place)) for gram in sorted(_grams(text))] for subject in known for side in lexicon.SIDES for text in subject[side]
    }
    answers = {kind: [[text for role in roles for text in case.lines[role]] for case in casebook.load()] for kind, roles in ANSWERS.items()}
    spelled |= {text: _places(text, place) for cases in answers.values() for texts in cases for text in texts if text not in spelled}
    stands = {side: _stand([[spelled[text] for text in subject[side]] for subject in known], len(place)) for side in lexicon.SIDES}
    counts = {side: stands["both"] + stands[side] + LEAK * stands[other] for side, other in (("deficiency", "remedy"), ("remedy", "deficiency"))}
    used = np.asarray((sum(stands.values()) > 0).sum(axis=0)).ravel()
    rarity = np.where(used > COMMON * len(known), 0, np.log(len(known) / np.maximum(used, 1)))
    answered = {kind: _stand([[spelled[text] for text in texts] for texts in cases], len(place)) for kind, cases in answers.items()}
    return Profiles(place, rarity, names, *({name: _weigh(sparse.csr_array(count).sqrt(), rarity) for name, count in part.items()} for part in (counts, answered)))


def _weigh(counts: sparse.csr_array, rarity: np.ndarray) -> sparse.csr_array:
    """Each column times its rarity, then rows of length 1; columns without rarity are left out of the products."""
    weighed = (counts @ sparse.diags_array(rarity)).tocsr()
    weighed.eliminate_zeros()
    return unit(weighed)


def _subjects() -> list[tuple[str, dict[str, list[str]]]]:
    """One a concept, then one a case: its name, and side → texts."""
    concepts: dict[str, dict[str, list[str]]] = {}
    for row in lexicon.read():
        concepts.setdefault(row["concept"], {side: [] for side in lexicon.SIDES})[row["side"]].append(row["term"])
    cases = [(case.problem[0], {"deficiency": case.problem, "remedy": case.lines["remedy"], "both": []}) for case in casebook.load()]
    return [*concepts.items(), *cases]


def _grams(text: str) -> set[str]:
    return character_set(text) | bigram_set(text)


def _places(text: str, place: dict[str, int]) -> list[int]:
    """In no order: a matrix sorts them."""
    return [place[gram] for gram in _grams(text) if gram in place]


def _stand(rows: Sequence[Sequence[Sequence[int]]], columns: int) -> sparse.csr_array:
    """(rows x columns): in how many of a row's texts, each given as its columns, a character or bigram stands."""
    pairs = np.array([(row, column) for row, texts in enumerate(rows) for text in texts for column in text], dtype=np.int32).reshape(-1, 2)
    return sparse.csr_array((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(rows), columns))


def unit(matrix) -> sparse.csr_array:
    """Rows scaled to length 1; an empty row stays empty, and so does a matrix without rows."""
    return normalize(matrix) if matrix.shape[0] else matrix.tocsr()


def largest(matrix: sparse.csr_array, count: int) -> sparse.csr_array:
    """Each row's `count` largest entries."""
    for start, end in pairwise(matrix.indptr):
        row = matrix.data[start:end]
        if len(row) > count:
            row[np.argpartition(row, len(row) - count)[: len(row) - count]] = 0
    matrix.eliminate_zeros()
    return matrix
