"""How alike two items read, as whole texts: a column of the judgement, and a ranking of one side for the other.

    similarity(a, b) = Σ share(kind) × cos(a, b; kind),   kinds: words, characters, bigrams

Each kind is a vector space of its own (Salton and Buckley 1988): a term weighs (1 + ln tf) × ln((N + 1) / (df + 1)),
tf its count in the text and N, df counted over the items of both sides. The cosine divides by the length of both
texts, so that a long measure is not near to everything, as it is under the summed overlap of `lexical`. Bigrams
meet where the tokenizer cuts two texts differently; single characters meet in paraphrase (偿还, 还债).
"""

from collections.abc import Callable, Sequence

import numpy as np
from scipy import sparse

from analysis.coverage.lexical import bigram_set, character_set, word_set
from analysis.coverage.profiles import unit
from analysis.coverage.units import Side

KINDS: dict[str, tuple[Callable, float]] = {"words": (word_set, 0.2), "characters": (character_set, 0.4), "bigrams": (bigram_set, 0.4)}
"""Kind of term → its terms in a text, and the share it has in the similarity; the shares add up to 1."""


def similarity(left: Sequence[str], right: Sequence[str], kinds: Sequence[str] = tuple(KINDS)) -> np.ndarray:
    """(left x right), in [0, 1]: 0 without a common term, 1 for the same text; symmetrical in its two sides."""
    total = np.zeros((len(left), len(right)))
    for terms, share in (KINDS[kind] for kind in kinds):
        total += share * _cosines(left, right, terms)
    return np.clip(total / sum(KINDS[kind][1] for kind in kinds), 0, 1)


def likeness(problems: Side, measures: Side) -> np.ndarray:
    """(problems x measures): the similarity of whole items, a column of `features`."""
    return similarity(problems.item_texts, measures.item_texts)


def _cosines(left: Sequence[str], right: Sequence[str], terms: Callable) -> np.ndarray:
    counts = _counts([*left, *right], terms)
    found = np.bincount(counts.indices, minlength=counts.shape[1])
    rarity = np.log((counts.shape[0] + 1) / (found + 1))
    counts.data = 1 + np.log(counts.data)
    vectors = unit(counts @ sparse.diags_array(rarity, shape=(len(rarity), len(rarity))))
    return (vectors[: len(left)] @ vectors[len(left) :].T).toarray()


def _counts(texts: Sequence[str], terms: Callable) -> sparse.csr_array:
    """(texts x terms): how often each term stands in each text, at least once where it stands at all."""
    place: dict[str, int] = {}
    rows, columns, counts = [], [], []
    for row, text in enumerate(texts):
        for term in sorted(terms(text)):
            rows.append(row)
            columns.append(place.setdefault(term, len(place)))
            counts.append(float(text.count(term)))
    return sparse.csr_array((counts, (rows, columns)), shape=(len(texts), len(place)))
