"""Keywords by TextRank (Mihalcea & Tarau 2004), with the window and parts of speech of `jieba.analyse.textrank`."""

from collections import defaultdict
from collections.abc import Sequence

from analysis.keywords.tools import Tools, Unit, leading

WINDOW = 5
DAMPING = 0.85
ROUNDS = 10
TAGS = frozenset({"ns", "n", "nt", "nz", "vn", "v"})  # jieba's ns, n, vn, v, and the names of our dictionary


def rank(units: Sequence[Unit], tools: Tools, top: int) -> list[tuple[str, float]]:
    """(word, weight), best first, weight in (0, 1] relative to the best word."""
    graph = defaultdict(lambda: defaultdict(float))
    for unit in units:
        _connect(graph, tools.tagged(unit.text), tools)
    return leading(_scores(graph), top)


def _connect(graph, pairs: list[tuple[str, str]], tools: Tools) -> None:
    """Add one for every two content words that stand within WINDOW words of each other."""
    content = [word if tag in TAGS and len(word) > 1 and not tools.is_stop(word) else "" for word, tag in pairs]
    for position, word in enumerate(content):
        if not word:
            continue
        for other in content[position + 1 : position + WINDOW]:
            if other:
                graph[word][other] += 1.0
                graph[other][word] += 1.0


def _scores(graph) -> dict[str, float]:
    if not graph:
        return {}
    scores = dict.fromkeys(graph, 1.0 / len(graph))
    strength = {word: sum(edges.values()) for word, edges in graph.items()}
    for _ in range(ROUNDS):
        for word in sorted(graph):
            received = sum(weight / strength[other] * scores[other] for other, weight in graph[word].items())
            scores[word] = (1 - DAMPING) + DAMPING * received
    return scores
