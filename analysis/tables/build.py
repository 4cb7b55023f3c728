"""Stage entry: blocks → problems, causes, measures, segments, pairs; counts, warnings and errors in documents."""

from pathlib import Path

import pandas as pd

from analysis import schema
from analysis.errors import InputError
from analysis.tables.outline import Outline, read_outline
from analysis.tables.segments import split
from analysis.tables.titles import CAUSE, MEASURE, PROBLEM

COLUMNS = {
    "problems": (PROBLEM, "problem", "number headline text category owner deadline status block_first block_last"),
    "causes": (CAUSE, "cause", "number headline text block_first block_last"),
    "measures": (MEASURE, "measure", "number headline text owner deadline status block_first block_last"),
}
NO_PROBLEM = "未找到“存在问题”章节、“问题一：”式条目或“存在问题”列"
ACCEPTED = "可识别的标题如存在问题、问题清单、检视问题；也可用更正文件标明"
NO_MEASURE = "未找到整改措施"


def build(documents: pd.DataFrame, blocks: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Read every document's blocks into items.

    Takes tables `documents` and `blocks` (shapes in `analysis.schema`); returns `documents` with counts,
    warnings and errors filled in, and `problems`, `causes`, `measures`, `segments`, `pairs`. A document that
    already carries an error, or in which no problem is found, gives no items.
    """
    outlines = read_outlines(documents, blocks)
    tables = {name: _table(name, outlines) for name in COLUMNS}
    tables["segments"] = split(tables["problems"], tables["causes"], tables["measures"])
    tables["pairs"] = schema.frame("pairs", [row for doc, outline in outlines.items() for row in _pairs(doc, outline)])
    return {"documents": _documents(documents, outlines), **tables}


def read_outlines(documents: pd.DataFrame, blocks: pd.DataFrame) -> dict[str, Outline]:
    """doc → outline of every document without an error, in the order of `documents`."""
    rows = {doc: list(group.itertuples(index=False)) for doc, group in blocks.groupby("doc", sort=False)}
    good = documents[documents["error"].fillna("") == ""]
    return {row.doc: read_outline(rows.get(row.doc, []), Path(str(row.path))) for row in good.itertuples(index=False)}


def _table(name: str, outlines: dict[str, Outline]) -> pd.DataFrame:
    role, key, columns = COLUMNS[name]
    rows = [
        {"doc": doc, key: item.id} | {column: getattr(item, column) for column in columns.split()}
        for doc, outline in outlines.items()
        if outline.of(PROBLEM)
        for item in outline.of(role)
    ]
    return schema.frame(name, rows)


def _pairs(doc: str, outline: Outline) -> list[dict]:
    return [{"doc": doc, "problem": problem.id, "item": item.id} for problem in outline.of(PROBLEM) for item in problem.pairs if item.id]


def _documents(documents: pd.DataFrame, outlines: dict[str, Outline]) -> pd.DataFrame:
    rows = []
    for row in documents.to_dict("records"):
        outline = outlines.get(row["doc"])
        rows.append(row | (_counts(row, outline) if outline else {}))
    return schema.frame("documents", rows)


def _counts(row: dict, outline: Outline) -> dict:
    found = {name: len(outline.of(role)) for name, (role, _, _) in COLUMNS.items()}
    if not found["problems"]:
        return dict.fromkeys(found, 0) | {"error": str(InputError(row["path"], NO_PROBLEM, ACCEPTED))}
    warnings = [text for text in str(row.get("warnings") or "").split("；") if text and text != "nan"]
    warnings += outline.warnings + ([NO_MEASURE] if not found["measures"] else [])
    return found | {"warnings": "；".join(dict.fromkeys(warnings))}
