"""Faults of the concept lexicon, named by line: what an analyst sees after adding lines to `concepts.csv`."""

import re
from collections import Counter, defaultdict
from pathlib import Path

from analysis.coverage.lexicon import PATH, SIDES, read

_TERM = re.compile(r"[㐀-鿿A-Za-z0-9＋+\-·%％./@]+")
_WORDED = re.compile(r"[㐀-鿿]|[A-Za-z]{2}")
SHORTEST, LONGEST = 2, 14
"""Characters of a term; a shorter one matches anywhere, a longer one hardly ever word for word."""
WIDEST = 0.3
"""A term that stands inside the terms of more than this share of the domains (and of more than 8) says nothing."""


def faults(path: Path = PATH) -> list[str]:
    """One line of Chinese a fault: `第N行：…`, in the order of the file. No fault, no line.

    Raises InputError where the file is missing or its first line is not the columns of the lexicon.
    """
    rows = read(path)
    found = [(number, fault) for number, row in enumerate(rows, 2) for fault in _alone(row)]
    found += _repeated(rows) + _homes(rows) + _generic(rows)
    return [f"第{number}行：{fault}" for number, fault in sorted(found)]


def _alone(row: dict[str, str]) -> list[str]:
    """What is wrong with a line whatever the others say."""
    term, found = row["term"] or "", []
    if any(not row[column] for column in ("concept", "domain", "term")):
        found.append("概念、领域、词语不能为空")
    if row["side"] not in SIDES:
        found.append(f"side 为“{row['side']}”，应为 {'、'.join(SIDES)}")
    if term and not SHORTEST <= len(term) <= LONGEST:
        found.append(f"“{term}”有{len(term)}个字，应为{SHORTEST}到{LONGEST}个字")
    if term and not _TERM.fullmatch(term):
        found.append(f"“{term}”含空格或标点，在正文中无法匹配")
    elif term and not _WORDED.search(term):
        found.append(f"“{term}”没有文字，会匹配到无关的数字")
    return found


def _repeated(rows: list[dict[str, str]]) -> list[tuple[int, str]]:
    """The same term twice in a concept: on one side a repetition, on two sides one that should be `both`."""
    first: dict[tuple[str, str], int] = {}
    found = []
    for number, row in enumerate(rows, 2):
        key = (row["concept"], row["term"])
        if key in first:
            found.append((number, f"“{row['term']}”在概念“{row['concept']}”中已见于第{first[key]}行；两边都用时写一行 both"))
        first.setdefault(key, number)
    return found


def _homes(rows: list[dict[str, str]]) -> list[tuple[int, str]]:
    """A concept in two domains, or one that names a deficiency and no remedy (or the reverse)."""
    number = {row["concept"]: place for place, row in reversed([*enumerate(rows, 2)])}
    domains, sides = defaultdict(set), defaultdict(Counter)
    for row in rows:
        domains[row["concept"]].add(row["domain"])
        sides[row["concept"]][row["side"]] += 1
    found = [(number[concept], f"概念“{concept}”分属{'、'.join(sorted(names))}") for concept, names in domains.items() if len(names) > 1]
    lacks = {"deficiency": "问题一侧", "remedy": "措施一侧"}
    for concept, count in sides.items():
        found += [(number[concept], f"概念“{concept}”没有{name}的词语") for side, name in lacks.items() if not count[side] + count["both"]]
    return found


def _generic(rows: list[dict[str, str]]) -> list[tuple[int, str]]:
    """Terms that stand inside the terms of too many domains."""
    by_domain = defaultdict(list)
    for row in rows:
        by_domain[row["domain"]].append(row["term"])
    inside = {domain: _pieces(terms) for domain, terms in by_domain.items()}
    spread = Counter(term for pieces in inside.values() for term in {row["term"] for row in rows} & pieces)
    most = max(8, len(by_domain) * WIDEST)
    return [
        (number, f"“{row['term']}”见于{spread[row['term']]}个领域的词语，过于笼统")
        for number, row in enumerate(rows, 2)
        if spread[row["term"]] > most
    ]


def _pieces(terms: list[str]) -> set[str]:
    """Every part of the terms, of the lengths a term may have."""
    return {term[start:end] for term in terms for start in range(len(term)) for end in range(start + SHORTEST, len(term) + 1)}
