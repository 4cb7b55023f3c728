"""Keywords against a public set with gold keywords, beside jieba's own methods.

    python -m analysis.keywords.benchmark lecoqa_queries.json
    python -m analysis.keywords.benchmark papers.jsonl --text abst --keywords keyword --top 5 --skip 0

The set stays outside the project: a JSON list, or one JSON object a line. Exact match; F1 is the mean
over items of 2 × hits / (extracted + gold), items without gold keywords left out.
"""

import argparse
import json
import logging
import re
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.keywords.extract import METHODS, of_text

SEPARATORS = re.compile(r"[；;、，,\s_|]+")
SOURCES = ("问题", "问题+答案文本")
TUNED = 800  # the first items, used while choosing weights; never scored by default
SPEED_CHARACTERS = 400_000


@dataclass(frozen=True)
class Item:
    """A text and its gold keywords."""

    text: str
    gold: frozenset[str]


def load(path: Path, source: str, keywords: str) -> list[Item]:
    """The items of a set: `source` names one field or several joined by +, `keywords` the gold's field."""
    text = Path(path).read_text(encoding="utf-8-sig")
    records = json.loads(text) if text.lstrip().startswith("[") else [json.loads(line) for line in text.splitlines() if line.strip()]
    return [Item("\n".join(_string(record[name]) for name in source.split("+")), _gold(record[keywords])) for record in records]


def f1(predicted: Sequence[Sequence[str]], items: Sequence[Item]) -> float:
    """Mean F1 over the items that have gold keywords."""
    pairs = [(set(terms), item.gold) for terms, item in zip(predicted, items, strict=True) if item.gold]
    return sum(2 * len(terms & gold) / (len(terms) + len(gold)) for terms, gold in pairs) / len(pairs)


def micro_f1(predicted: Sequence[Sequence[str]], items: Sequence[Item]) -> float:
    """F1 of all keywords of all items together."""
    pairs = [(set(terms), item.gold) for terms, item in zip(predicted, items, strict=True) if item.gold]
    return 2 * sum(len(terms & gold) for terms, gold in pairs) / sum(len(terms) + len(gold) for terms, gold in pairs)


def extractors(top: int) -> dict[str, Callable[[str], list[str]]]:
    """name → text → terms: plain jieba, then the project's methods."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
        import jieba.analyse
    jieba.setLogLevel(logging.WARNING)
    own = {f"zhenggai {name}": _own(name, top, False) for name in METHODS} | {"phrase, genre lists": _own("phrase", top, True)}
    plain = {"jieba TF-IDF": lambda text: jieba.analyse.extract_tags(text, topK=top), "jieba TextRank": lambda text: jieba.analyse.textrank(text, topK=top)}
    return plain | own


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    methods = extractors(options.top)
    print(f"{'source':<16}{'method':<20}{'F1@' + str(options.top):>8}{'micro':>8}{'x TF-IDF':>10}")
    for source in options.text or SOURCES:
        items = load(options.path, source, options.keywords)[options.skip :]
        base = None
        for name, method in methods.items():
            predicted = [method(item.text) for item in items]
            score = f1(predicted, items)
            base = score if base is None else base
            print(f"{source:<16}{name:<20}{score:>8.4f}{micro_f1(predicted, items):>8.4f}{score / base:>10.2f}")
    print(f"items {options.skip} to {options.skip + len(items) - 1}, of which {sum(bool(item.gold) for item in items)} have keywords")
    _print_speed("\n".join(item.text for item in items)[:SPEED_CHARACTERS], methods)
    return 0


def _print_speed(text: str, methods: dict[str, Callable]) -> None:
    megabytes, base = len(text.encode()) / 1e6, None
    print(f"\n{'method':<20}{'MB/s':>8}{'x TF-IDF':>10}   on one text of {megabytes:.2f} MB, after a first call")
    for name, method in methods.items():
        method(text[:2000])
        start = time.perf_counter()
        method(text)
        speed = megabytes / (time.perf_counter() - start)
        base = speed if base is None else base
        print(f"{name:<20}{speed:>8.2f}{speed / base:>10.2f}")


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m analysis.keywords.benchmark", description=__doc__.splitlines()[0])
    parser.add_argument("path", type=Path)
    parser.add_argument("--text", action="append", help="field of the text, several joined by + (may be given more than once)")
    parser.add_argument("--keywords", default="关键词", help="field of the gold keywords, a list or one string")
    parser.add_argument("--top", type=int, default=3)
    parser.add_argument("--skip", type=int, default=TUNED, help="items left out at the beginning")
    return parser.parse_args(arguments)


def _own(name: str, top: int, genre: bool) -> Callable[[str], list[str]]:
    return lambda text: [term for term, _ in of_text(text, method=name, top=top, genre=genre)]


def _string(value) -> str:
    return value if isinstance(value, str) else ""


def _gold(value) -> frozenset[str]:
    parts = value if isinstance(value, list) else SEPARATORS.split(_string(value))
    return frozenset(part.strip() for part in parts if part.strip())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
