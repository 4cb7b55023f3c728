"""A filled workbook or CSV, read as blocks, to the rows in which a person decided something."""

import re
from dataclasses import dataclass

import pandas as pd

from analysis.review.columns import LEDGER_MARKS

REVIEW, LEDGER_PAIRS, LEDGER_PROBLEMS = "review", "ledger pairs", "ledger problems"
DECIDING = {REVIEW: ("决定",), LEDGER_PAIRS: LEDGER_MARKS, LEDGER_PROBLEMS: LEDGER_MARKS}
_PLACE = re.compile(r"(.*)!([A-Z]+)(\d+)(?::.*)?", re.DOTALL)


@dataclass(frozen=True)
class Entry:
    """One row of a form with a decision in it: `cells` by column name, and where each stands (sheet!cell)."""

    kind: str
    cells: dict[str, str]
    places: dict[str, str]

    def get(self, name: str) -> str:
        return self.cells.get(name, "")


def entries(blocks: pd.DataFrame) -> tuple[list[Entry], int]:
    """(rows with a decision, forms recognised) of the blocks of one file, in its order."""
    found: list[Entry] = []
    forms = 0
    for sheet, rows in _grid(blocks).items():
        head: dict[str, str] = {}
        kind = ""
        for number, row in rows.items():
            if not kind:
                head, kind = _head(row)
                forms += bool(kind)
                continue
            cells = {name: row[column] for column, name in head.items() if column in row}
            if any(cells.get(name) for name in DECIDING[kind]):
                places = {name: f"{sheet}!{column}{number}" for column, name in head.items()}
                found.append(Entry(kind, cells, places))
    return found, forms


def filled(blocks: pd.DataFrame) -> bool:
    """Whether a person has entered anything in a form, remarks included."""
    for rows in _grid(blocks).values():
        head, kind = {}, ""
        for row in rows.values():
            if kind and any(row.get(column) for column, name in head.items() if name in (*DECIDING[kind], "备注", "审核人")):
                return True
            if not kind:
                head, kind = _head(row)
    return False


def _grid(blocks: pd.DataFrame) -> dict[str, dict[int, dict[str, str]]]:
    """Sheet to row number to column letters to text."""
    sheets: dict[str, dict[int, dict[str, str]]] = {}
    for place, text in zip(blocks["place"], blocks["text"], strict=True):
        if part := _PLACE.fullmatch(place):
            sheets.setdefault(part[1], {}).setdefault(int(part[3]), {})[part[2]] = text.strip()
    return sheets


def _head(row: dict[str, str]) -> tuple[dict[str, str], str]:
    """(column letters to name, kind of form); ({}, "") where the row is no heading of one."""
    names = {column: "".join(text.split()) for column, text in row.items()}
    seen = set(names.values())
    if {"问题编号", "措施编号", "决定"} <= seen:
        return names, REVIEW
    if not {"编号", *LEDGER_MARKS} <= seen:
        return {}, ""
    numbers = [column for column, name in names.items() if name == "编号"]
    names |= dict(zip(numbers, ("问题编号", "措施编号"), strict=False))
    return names, LEDGER_PAIRS if "对应程度" in seen else LEDGER_PROBLEMS
