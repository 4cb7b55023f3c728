"""One document of many, from its file to the lines of every table; runs in any process, on any machine."""

from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from analysis import flow
from analysis.errors import InputError
from analysis.review.renamed import Absent, Likeness, likenesses
from analysis.schema import frame
from analysis.store import csv_text
from analysis.views.overview import overview, shares

HINT = "请用 zhenggai build 单独处理这一份"
TABLES = tuple(dict.fromkeys(table for stage in flow.TABULATE for table in stage.writes))


@dataclass(frozen=True)
class Task:
    """A document to work on: its path as the analyst named it, where it lies, its name among all, what persons decided on it.

    `fault` says why it cannot be used where that is known before. With `gone` it is only read, to say what it has of
    the documents that decisions exist for and that may have been renamed.
    """

    path: str
    at: str
    doc: str
    decisions: pd.DataFrame
    fault: str = ""
    gone: tuple[Absent, ...] = ()


@dataclass(frozen=True)
class Piece:
    """What came of a document: its row of `corpus`, and table → its lines of CSV; of one that was only read, what it has of others."""

    row: dict
    lines: dict[str, str] = field(default_factory=dict)
    likenesses: tuple[Likeness, ...] = ()


def work(task: Task) -> Piece:
    """All stages on one document. Never raises for what a document holds: that is an error in its row."""
    if task.fault:
        return failed(task, task.fault)
    try:
        if task.gone:
            return _looked(task)
        return _piece(_as_named(task, _frames(task)))
    except Exception as error:  # noqa: BLE001 - whatever one document does to a stage, the others are finished
        said = str(error) if isinstance(error, InputError) else str(InputError(task.path, f"处理时出错（{type(error).__name__}：{error}）", HINT))
        return failed(task, said)


def failed(task: Task, fault: str) -> Piece:
    """The rows of a document that cannot be used."""
    row = {"doc": task.doc, "path": task.path, "format": Path(task.path).suffix.lower().removeprefix("."), "error": fault}
    documents = flow.with_portable_paths({"documents": frame("documents", [row])})["documents"]
    return Piece({"doc": task.doc, "error": fault}, {"documents": csv_text("documents", documents, header=False)})


def _looked(task: Task) -> Piece:
    read = flow.tabulate([Path(task.at)], flow.READ)
    found = likenesses(task.gone, read["documents"]["sha256"].iloc[0], read["problems"], read["measures"])
    return Piece({"doc": task.doc}, likenesses=tuple(found))


def _frames(task: Task) -> flow.Frames:
    read = flow.tabulate([Path(task.at)], (flow.READING,))
    named = {name: rows.assign(doc=task.doc) for name, rows in read.items()}
    return flow.further(named, flow.TABULATE[1:], decisions=task.decisions)


def _as_named(task: Task, frames: flow.Frames) -> flow.Frames:
    """A cluster looks for a file by its whole path; the tables name it as the analyst did."""
    documents = frames["documents"].assign(path=task.path)
    return frames | {"documents": documents.assign(error=documents["error"].str.replace(task.at, task.path, regex=False))}


def _piece(frames: flow.Frames) -> Piece:
    named = flow.with_portable_paths(frames)
    return Piece(_row(frames), {name: csv_text(name, named[name], header=False) for name in TABLES if len(named[name])})


def _row(frames: flow.Frames) -> dict:
    """The document's row of `corpus`; without counts where it cannot be used."""
    document = frames["documents"].iloc[0]
    said = {name: document[name] for name in ("doc", "title", "warnings", "error")}
    if document["error"]:
        return said
    counted = overview(**{name: frames[name] for name in ("documents", "gaps", "links", "load")}).iloc[0].to_dict()
    kept = ("problems", "measures", "covered", "partial", "uncovered", "unknown", "justified", "confirmed_covered", "orphans")
    slogans = frames["load"]["slogan_share"].mean()
    return said | {name: counted[name] for name in kept} | shares(counted) | {"slogan_share": slogans if len(frames["load"]) else pd.NA}
