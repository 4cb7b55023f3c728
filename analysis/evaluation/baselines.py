"""What word counting alone reaches: four retrieval baselines, one call shape.

Each takes the texts of a document's problems and measures and returns a matrix problems x measures of
scores, larger = closer. Statistics come from that document alone; nothing is fitted on labels here.
"""

from collections.abc import Callable

import bm25s
import numpy as np
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity

from analysis.words.tokenizer import Tokenizer

_PLAIN = Tokenizer("jieba", entries=())
LSI_DIMENSIONS = 20


def word_tfidf(problems: list[str], measures: list[str]) -> np.ndarray:
    """Cosine of TF-IDF over words (plain jieba, words of two characters and more)."""
    return cosine_similarity(*_vectors(problems, measures, analyzer=_words))


def bigram_tfidf(problems: list[str], measures: list[str]) -> np.ndarray:
    """Cosine of TF-IDF over character bigrams."""
    return cosine_similarity(*_vectors(problems, measures, analyzer="char", ngram_range=(2, 2)))


def lsi(problems: list[str], measures: list[str]) -> np.ndarray:
    """Cosine in the space of the leading singular vectors of the words' TF-IDF (Deerwester et al. 1990)."""
    left, right = _vectors(problems, measures, analyzer=_words)
    both = np.vstack([left.toarray(), right.toarray()])
    dimensions = min(LSI_DIMENSIONS, len(both) - 1, both.shape[1] - 1)
    if dimensions < 1:
        return cosine_similarity(left, right)
    reduced = TruncatedSVD(dimensions, random_state=0).fit_transform(both)
    return cosine_similarity(reduced[: len(problems)], reduced[len(problems) :]).clip(0, 1)


def bm25(problems: list[str], measures: list[str]) -> np.ndarray:
    """Okapi BM25 of each measure for the problem as query (words); unbounded."""
    index = bm25s.BM25(method="lucene")
    index.index([_words(text) for text in measures], show_progress=False)
    nothing = np.zeros(len(measures))
    return np.vstack([index.get_scores(words) if words else nothing for words in map(_words, problems)])


def _where_read(scores: Callable) -> Callable:
    """`scores` as zeros of the right shape where one side has no word at all, as in a document none of whose measures was read."""

    def checked(problems: list[str], measures: list[str]) -> np.ndarray:
        if not any(map(_words, problems)) or not any(map(_words, measures)):
            return np.zeros((len(problems), len(measures)))
        return scores(problems, measures)

    return checked


BASELINES: dict[str, Callable[[list[str], list[str]], np.ndarray]] = {
    "词TF-IDF": _where_read(word_tfidf),
    "二元字TF-IDF": _where_read(bigram_tfidf),
    "LSI": _where_read(lsi),
    "BM25": _where_read(bm25),
}


def _words(text: str) -> list[str]:
    return [word for word in _PLAIN.lcut(text) if len(word) > 1]


def _vectors(problems: list[str], measures: list[str], **options):
    vectorizer = TfidfVectorizer(sublinear_tf=True, lowercase=False, **options)
    both = vectorizer.fit_transform(problems + measures)
    return both[: len(problems)], both[len(problems) :]
