"""The casebook: problems written out with what would remedy them and what would not (`data/vocabulary/cases.csv`).

Written field by field from experience, as the lexicon is; no labelled document is read. It is used twice: a case
is a dimension of `affinity`, and its lines teach `remedies` what a remedy reads like.
"""

import csv
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from analysis.errors import InputError
from analysis.paths import VOCABULARY

PATH = VOCABULARY / "cases.csv"
COLUMNS = ("case", "domain", "role", "claim", "text")
LINES = ("remedy", "particular", "slogan", "mention", "other")
"""Roles of lines: remedies the headline; settles one claim or named case only; exhorts; mentions it; does something else."""
ROLES = ("headline", "claim", *LINES)


@dataclass(frozen=True)
class Case:
    """`problem`: its headline and claims. `lines`: role → texts."""

    problem: list[str] = field(default_factory=list)
    lines: dict[str, list[str]] = field(default_factory=lambda: {role: [] for role in LINES})


def read(path: Path = PATH) -> list[dict[str, str]]:
    """The rows of the file, as written; raises InputError where it is missing or has other columns."""
    try:
        with open(path, encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                raise InputError(path, f"首行为 {reader.fieldnames}", f"应为 {','.join(COLUMNS)}", "第1行")
            return list(reader)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(path, "范例无法读取", "请检查文件是否存在，编码应为 UTF-8") from error


@lru_cache(maxsize=2)
def load(path: Path = PATH) -> tuple[Case, ...]:
    """The cases, in the order of the file."""
    return tuple(collect(read(path)).values())


def collect(rows: list[dict[str, str]]) -> dict[str, Case]:
    """Case number → case."""
    cases: dict[str, Case] = {}
    for row in rows:
        case = cases.setdefault(row["case"], Case())
        case.lines.get(row["role"], case.problem).append(row["text"])
    return cases
