"""Words the user dictionary may lack: candidates found in the user's own documents, to be ticked and added."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator

import pandas as pd

from analysis.keywords.letters import BREAK
from analysis.keywords.sentences import containing
from analysis.keywords.tools import Tools, standard
from analysis.words.additions import COLUMNS

LEAST = 3  # times a candidate must be seen
COHESION = 0.5  # least normalised pointwise mutual information of its weakest joint
FREEDOM = 0.6  # least entropy, in nats, of what stands before it and of what stands behind it
LONGEST = 4  # words joined


def discover(problems: pd.DataFrame, causes: pd.DataFrame, measures: pd.DataFrame, *, least: int = LEAST, top: int = 100) -> dict:
    """{"candidates": frame} of new words of these documents together, the likeliest first.

    One row is a candidate: `take` (empty, to be ticked), term, domain and kind (to be filled in or left),
    count, cohesion (normalised pointwise mutual information of its weakest joint, in [-1, 1]), freedom
    (the smaller of the entropies, in nats, of its left and its right neighbours), and an example
    sentence. The joints of a word that the tokenizer made up itself are those of its characters. What
    the dictionaries already have is no candidate.
    """
    texts = [text for side in (problems, causes, measures) for text in side["text"]]
    rows = sorted(_candidates(texts, standard(), least), key=lambda row: (-row["count"] * row["cohesion"] * row["freedom"], row["term"]))
    for row in rows[:top]:
        row["example"] = next(sentence for text in texts for sentence in containing(text, row["term"]))
    return {"candidates": pd.DataFrame(rows[:top], columns=list(COLUMNS))}


def _candidates(texts: list[str], tools: Tools, least: int) -> Iterator[dict]:
    alone, grams, before, behind = Counter(), Counter(), defaultdict(Counter), defaultdict(Counter)
    for text in texts:
        words = tools.words(text)
        letters = [tools.letters[word] for word in words]
        alone.update(words)
        for start, end in _spans(letters, [len(word) for word in words]):
            gram = tuple(words[start:end])
            grams[gram] += 1
            # Each edge of a text or sentence is a neighbour of its own: nothing binds the word there.
            before[gram][words[start - 1] if start and letters[start - 1] != BREAK else f"<{grams[gram]}"] += 1
            behind[gram][words[end] if end < len(words) and letters[end] != BREAK else f">{grams[gram]}"] += 1
    total, whole = sum(alone.values()), "\n".join(texts)
    for gram, count in grams.items():
        term = "".join(gram)
        if count < least or not _new(term, tools):
            continue
        cohesion = _cohesion(gram, count, grams, alone, total) if len(gram) > 1 else _inner(term, whole)
        freedom = min(_entropy(before[gram]), _entropy(behind[gram]))
        if cohesion >= COHESION and freedom >= FREEDOM:
            yield {"take": "", "term": term, "domain": "", "kind": "", "count": count, "cohesion": round(cohesion, 4), "freedom": round(freedom, 4)}


def _spans(letters: list[str], lengths: list[int]) -> Iterator[tuple[int, int]]:
    """(start, end) of every run of up to LONGEST words without a break, not of hollow words alone and not beginning with one character."""
    for start in range(len(letters)):
        for end in range(start + 1, min(start + LONGEST, len(letters)) + 1):
            if letters[end - 1] == BREAK:
                break
            if any(letter.isupper() for letter in letters[start:end]) and not {letters[start], letters[end - 1]} & set("vab") and lengths[start] > 1:
                yield start, end


def _new(term: str, tools: Tools) -> bool:
    return len(term) > 1 and term not in tools.tokenizer.terms and not tools.tokenizer.knows(term) and not tools.is_stop(term)


def _cohesion(gram: tuple[str, ...], count: int, grams: Counter, alone: Counter, total: int) -> float:
    """The weakest joint of a phrase: the smallest normalised mutual information over its two-part splits."""
    splits = ((gram[:cut], gram[cut:]) for cut in range(1, len(gram)))
    joint = math.log(count / total)
    return min((joint - sum(math.log((grams[part] or alone[part[0]]) / total) for part in split)) / -joint for split in splits)


def _inner(term: str, text: str) -> float:
    """The same for a single word, over its characters and their counts in the text."""
    joint = math.log(text.count(term) / len(text))
    splits = ((term[:cut], term[cut:]) for cut in range(1, len(term)))
    return min((joint - sum(math.log(text.count(part) / len(text)) for part in split)) / -joint for split in splits)


def _entropy(neighbours: Counter) -> float:
    total = sum(neighbours.values())
    return -sum(count / total * math.log(count / total) for count in neighbours.values())
