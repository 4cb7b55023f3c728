"""Faults of the written cases, named by line: what an analyst sees after adding cases to `cases.csv`."""

from collections import defaultdict
from pathlib import Path

from analysis.coverage.casebook import LINES, PATH, ROLES, read

SHORTEST, LONGEST = 4, 60
"""Characters of a text."""

Row = tuple[int, dict[str, str]]


def faults(path: Path = PATH) -> list[str]:
    """One line of Chinese a fault: `第N行：…`, in the order of the file. No fault, no line.

    Raises InputError where the file is missing or its first line is not the columns of the cases.
    """
    rows = [*enumerate(read(path), 2)]
    cases: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        cases[row[1]["case"]].append(row)
    found = [(number, fault) for number, row in rows for fault in _alone(row)]
    found += [fault for own in cases.values() for fault in (*_whole(own), *_repeated(own))]
    return [f"第{number}行：{fault}" for number, fault in sorted(found)]


def _alone(row: dict[str, str]) -> list[str]:
    """What is wrong with a line whatever the others say."""
    found, text = [], row["text"] or ""
    if not row["case"] or not row["domain"]:
        found.append("case、domain 不能为空")
    if row["role"] not in ROLES:
        found.append(f"role 为“{row['role']}”，应为 {'、'.join(ROLES)}")
    if not SHORTEST <= len(text) <= LONGEST:
        found.append(f"“{text}”有{len(text)}个字，应为{SHORTEST}到{LONGEST}个字")
    return found


def _whole(own: list[Row]) -> list[tuple[int, str]]:
    """A case has one headline, a remedy and a line that is none; a particular names a claim of its own case."""
    first, case = own[0][0], own[0][1]["case"]
    roles = [row["role"] for _, row in own]
    found = [(first, f"范例{case}有{roles.count('headline')}个标题（headline），应有1个")] if roles.count("headline") != 1 else []
    found += [(first, f"范例{case}没有对症的举措（remedy）")] if "remedy" not in roles else []
    found += [(first, f"范例{case}只有对症的举措，学不到区别")] if not set(roles) & (set(LINES) - {"remedy"}) else []
    claims = {row["claim"] for _, row in own if row["role"] == "claim"}
    lost = [(number, row["claim"]) for number, row in own if row["role"] == "particular" and row["claim"] not in claims]
    return found + [(number, f"claim 为“{claim}”，本范例没有这条表述") for number, claim in lost]


def _repeated(own: list[Row]) -> list[tuple[int, str]]:
    first: dict[str, int] = {}
    found = []
    for number, row in own:
        if row["text"] in first:
            found.append((number, f"“{row['text']}”已见于第{first[row['text']]}行"))
        first.setdefault(row["text"], number)
    return found
