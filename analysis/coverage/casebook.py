"""The casebook: problems written out with what would remedy them and what would not (`data/vocabulary/cases.csv`).

Written field by field from experience, as the lexicon is; no labelled document is read. A case is a
dimension of `affinity` and one of the `precedents` of the problems that read like it, and its lines teach `remedies`
what a remedy reads like.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from analysis.paths import VOCABULARY
from analysis.store import read_list

PATH = VOCABULARY / "cases.csv"
COLUMNS = ("case", "domain", "role", "claim", "text")
LINES = ("remedy", "particular", "slogan", "mention", "other")
"""Roles of lines: remedies the headline; settles one claim or named case only; exhorts; mentions it; does something else."""
PROBLEM = ("headline", "claim")
ROLES = (*PROBLEM, *LINES)


@dataclass(frozen=True)
class Case:
    """`problem`: its headline and claims. `lines`: role → texts."""

    problem: list[str] = field(default_factory=list)
    lines: dict[str, list[str]] = field(default_factory=lambda: {role: [] for role in LINES})


def read(path: Path = PATH) -> list[dict[str, str]]:
    """The rows of the file, as written; raises InputError where it is missing or has other columns."""
    return read_list(path, COLUMNS, "范例")


@lru_cache(maxsize=2)
def load(path: Path = PATH) -> tuple[Case, ...]:
    """The cases, in the order of the file; one without problem or remedy teaches nothing and is left to the check."""
    cases: dict[str, Case] = {}
    for row in read(path):
        case = cases.setdefault(row["case"], Case())
        texts = case.problem if row["role"] in PROBLEM else case.lines.get(row["role"], [])
        texts.append(row["text"])
    return tuple(case for case in cases.values() if case.problem and case.lines["remedy"])
