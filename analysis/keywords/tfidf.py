"""Keywords by term frequency and inverse document frequency, as `jieba.analyse.extract_tags` has them."""

from collections import Counter
from collections.abc import Sequence

from analysis.keywords.tools import Tools, Unit, leading


def rank(units: Sequence[Unit], tools: Tools, top: int) -> list[tuple[str, float]]:
    """(word, weight), best first, weight in (0, 1] relative to the best word.

    Weight is frequency × jieba's IDF over words of two characters or more that are no stop words.
    """
    counts = Counter(word for unit in units for word in tools.words(unit.text))
    counts = {word: count for word, count in counts.items() if len(word) > 1 and not tools.is_stop(word)}
    weights = {word: count * tools.rarity.plain(word) for word, count in counts.items()}
    return leading(weights, top)
