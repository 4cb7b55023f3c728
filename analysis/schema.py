"""The tables between the stages: name, what one row is, columns in order.

Every stage takes and returns frames of these shapes and nothing else. Scores lie in [0, 1], larger
means better covered. Missing is the empty string in text columns and <NA> in whole-number columns.
"""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Table:
    """One table of the contract.

    `texts`, `counts` (whole numbers), `scores` (four decimals in [0, 1]) and `numbers` (four decimals) name its columns by type; `columns`
    gives their order. `key` identifies a row.
    """

    name: str
    row: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    counts: frozenset[str] = frozenset()
    scores: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


def _table(name: str, row: str, columns: str, key: str, counts: str = "", scores: str = "", numbers: str = "") -> Table:
    return Table(name, row, tuple(columns.split()), tuple(key.split()), frozenset(counts.split()), frozenset(scores.split()), frozenset(numbers.split()))


_SIGNALS = "words bigrams concepts affinity"
_ADDED = " ".join(
    f"{curve}_{part}"
    for curve, parts in (("partial", f"base {_SIGNALS} precedents likeness semantics context order pairing"), ("remedy", f"base {_SIGNALS} precedents semantics remedies direction instances order"))
    for part in parts.split()
)
"""What each part of the judgement added to the curves partial and remedy."""

_ALL = (
    _table(
        "documents",
        "an input file",
        "doc path sha256 format encoding title characters problems causes measures warnings error",
        "doc",
        counts="characters problems causes measures",
    ),
    _table("blocks", "a paragraph, list item or cell as read", "doc block place kind number text", "doc block", counts="block"),
    _table(
        "problems",
        "a problem",
        "doc problem number headline text category owner deadline status block_first block_last",
        "doc problem",
        counts="block_first block_last",
    ),
    _table("causes", "a cause", "doc cause number headline text block_first block_last", "doc cause", counts="block_first block_last"),
    _table(
        "measures",
        "a measure",
        "doc measure number headline text owner deadline status block_first block_last",
        "doc measure",
        counts="block_first block_last",
    ),
    _table(
        "segments",
        "a headline, claim, example, action or slogan inside an item",
        "doc item segment kind text start end",
        "doc item segment",
        counts="segment start end",
    ),
    _table("pairs", "a problem and a cause or measure that the document's own layout puts together", "doc problem item", "doc problem item"),
    _table("keywords", "a term of an item", "doc item rank term weight method", "doc item method rank", counts="rank", scores="weight"),
    _table(
        "contrast",
        "a term that tells a document's problems from its measures (its side's)",
        "doc term side log_odds z weight problem_count measure_count taken_up echo items sentences",
        "doc term side",
        counts="problem_count measure_count taken_up",
        scores="weight",
        numbers="log_odds z",
    ),
    _table(
        "network_terms",
        "a term that stands in several sentences",
        "doc term weight problem_count cause_count measure_count",
        "doc term",
        counts="problem_count cause_count measure_count",
        scores="weight",
    ),
    _table(
        "network_edges",
        "two such terms that items contain together",
        "doc source target items association",
        "doc source target",
        counts="items",
        scores="association",
    ),
    _table(
        "links",
        "every (problem, measure) pair",
        "doc problem measure score level paired state evidence_problem evidence_measure shared_terms why",
        "doc problem measure",
        counts="level paired",
        scores="score",
    ),
    _table("cause_links", "every (problem, cause) and (cause, measure) pair", "doc source target score level", "doc source target", counts="level", scores="score"),
    _table(
        "evidence",
        "a segment of a problem with the measure segment that meets it best, and what each signal gave",
        "doc problem segment kind text measure measure_segment measure_text addressed relevance words bigrams concepts affinity terms confidence",
        "doc problem segment",
        counts="segment measure_segment addressed",
        scores="relevance words bigrams concepts affinity confidence",
    ),
    _table(
        "contributions",
        "every (problem, measure) pair, with its chances and what each part of the judgement added to them, in logits",
        f"doc problem measure topic partial direct {_ADDED}",
        "doc problem measure",
        scores="topic partial direct",
        numbers=_ADDED,
    ),
    _table(
        "gaps",
        "a problem with its verdict",
        "doc problem headline verdict reason coverage confidence best_measure score",
        "doc problem",
        scores="coverage confidence score",
    ),
    _table(
        "load",
        "a measure with what it carries",
        "doc measure headline problems_direct problems_partial orphan owner deadline quantified slogan_share",
        "doc measure",
        counts="problems_direct problems_partial orphan quantified",
        scores="slogan_share",
    ),
    _table(
        "corpus",
        "a document among many: its problems by verdict, both shares with their denominator, mean slogan share of its measures",
        "doc title problems measures covered partial uncovered unknown justified confirmed_covered strict relaxed orphans slogan_share warnings error",
        "doc",
        counts="problems measures covered partial uncovered unknown justified confirmed_covered orphans",
        scores="slogan_share",
    ),
    _table(
        "decisions",
        "a person's decision on a pair, or on a problem as a whole (measure empty); a later row replaces an earlier one",
        "doc problem measure decision level note reviewer date fingerprint_problem fingerprint_measure quote_problem quote_measure carried_from",
        "doc problem measure",
        counts="level",
    ),
)

TABLES: dict[str, Table] = {table.name: table for table in _ALL}

SEGMENT_KINDS = ("headline", "claim", "example", "action", "slogan")
VERDICTS = ("uncovered", "partial", "unknown", "covered", "justified")
DECISIONS = ("confirmed", "rejected", "justified", "withdrawn")
LINK_STATES = ("candidate", "confirmed", "rejected", "suspect")


def frame(name: str, rows) -> pd.DataFrame:
    """Rows (dicts) as a frame of table `name`: its columns in order, typed; other keys are refused."""
    table = TABLES[name]
    data = pd.DataFrame(list(rows), columns=None if rows else list(table.columns))
    return conform(name, data)


def conform(name: str, data: pd.DataFrame) -> pd.DataFrame:
    """`data` with the columns, order and types of table `name`.

    Raises ValueError, naming the table, where a column is unknown or a score leaves [0, 1].
    """
    table = TABLES[name]
    unknown = [column for column in data.columns if column not in table.columns]
    if unknown:
        raise ValueError(f"table {name}: unknown columns {unknown}; it has {list(table.columns)}")
    typed = {column: _typed(table, column, data) for column in table.columns}
    return pd.DataFrame(typed, columns=list(table.columns)).reset_index(drop=True)


def _typed(table: Table, column: str, data: pd.DataFrame) -> pd.Series:
    values = data[column] if column in data.columns else pd.Series([pd.NA] * len(data), index=data.index)
    if column in table.counts:
        return pd.to_numeric(values, errors="raise").astype("Int64")
    if column in table.numbers:
        return pd.to_numeric(values, errors="raise").astype("Float64").round(4)
    if column in table.scores:
        scores = pd.to_numeric(values, errors="raise").astype("Float64").round(4)
        if ((scores < 0) | (scores > 1)).any():
            raise ValueError(f"table {table.name}: column {column} leaves [0, 1]: {scores.min()} to {scores.max()}")
        return scores
    return values.fillna("").astype(str)
