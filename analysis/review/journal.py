"""decisions.csv: every decision in the order it came; rows are added, never changed."""

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from analysis import schema
from analysis.errors import InputError, reason
from analysis.store import read_table, write_table

SAME = ["decision", "level", "note", "reviewer", "date"]


@dataclass
class Outcome:
    """What became of the decisions of a form: the rows added, and how many said what stood already."""

    added: pd.DataFrame
    unchanged: int = 0
    counts: dict[str, int] = field(default_factory=dict)


def load(path: Path) -> pd.DataFrame:
    """The decisions of a file, none where there is no file. Raises InputError where a row is not one of ours."""
    if not path.exists():
        return schema.frame("decisions", [])
    try:
        rows = read_table("decisions", path.parent)
    except (ValueError, UnicodeDecodeError) as error:
        raise InputError(path, "不是本工具的决定记录", "请恢复原来的文件，或改名后重新登记") from error
    for number, row in enumerate(rows.itertuples(), 2):
        if row.decision not in schema.DECISIONS or not (row.doc and row.problem and row.fingerprint_problem):
            raise InputError(path, f"决定“{row.decision}”无法识别，或缺文档、问题、指纹", f"决定可为：{'、'.join(schema.DECISIONS)}", f"第{number}行")
    return rows


def append(path: Path, decisions: pd.DataFrame) -> Outcome:
    """Add to the file at `path` what is new among `decisions`; what stands already is only counted."""
    kept = load(path)
    last = {_who(row): row for row in kept.to_dict("records")}
    new: list[dict] = []
    unchanged = 0
    for row in (row for given in decisions.to_dict("records") for row in _meant(given, last)):
        before = last.get(_who(row))
        if before is not None and _same(before, row) or before is None and row["decision"] == "withdrawn":
            unchanged += 1
            continue
        new.append(row)
        last[_who(row)] = row
    added = schema.frame("decisions", new)
    _write(path, kept, added)
    return Outcome(added, unchanged, added["decision"].value_counts().to_dict())


def add(path: Path, rows: pd.DataFrame) -> None:
    """Put `rows` behind those of the file at `path` as they are. Raises InputError where it cannot be written."""
    _write(path, load(path), rows)


def _write(path: Path, kept: pd.DataFrame, added: pd.DataFrame) -> None:
    if added.empty:
        return
    try:
        write_table("decisions", pd.concat([kept, added], ignore_index=True), path.parent)
    except OSError as error:
        raise InputError(path, f"无法写入（{reason(error)}）", "请先关闭正在打开它的程序，再运行一次；原有决定未改动") from error


def _meant(row: dict, last: dict[tuple, dict]) -> list[dict]:
    """A withdrawal on a row of the form takes back what was said of the pair and of the problem as a whole."""
    if row["decision"] != "withdrawn" or not row["measure"]:
        return [row]
    whole = row | {"measure": "", "fingerprint_measure": "", "quote_measure": ""}
    live = [form for form in (row, whole) if last.get(_who(form), {}).get("decision", "withdrawn") != "withdrawn"]
    return live or [row]


def _who(row: dict) -> tuple:
    """The pair by its texts; ids do not tell, they shift."""
    return row["doc"], row["fingerprint_problem"], row["fingerprint_measure"]


def _same(one: dict, other: dict) -> bool:
    return all(str(one[column]) == str(other[column]) for column in SAME)
