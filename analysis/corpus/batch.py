"""The job: find the files, work on them side by side, write the tables of all as results come, draw what they come to."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pandas as pd

from analysis import flow, reviewing
from analysis.charts import export_corpus
from analysis.corpus import pool
from analysis.corpus.search import find
from analysis.corpus.work import TABLES, Piece, Task
from analysis.errors import InputError, reason
from analysis.paths import Output
from analysis.progress import Progress
from analysis.reading.inputs import doc_names
from analysis.review.renamed import undecided
from analysis.reviewing import Carried
from analysis.schema import frame
from analysis.store import BOM, csv_text, write_table

TOLD = 100  # how often progress is told: a log of thousands of lines helps nobody


def run(
    paths: Iterable[Path],
    out: Output,
    *,
    workers: int = 0,
    scheduler: str = "",
    progress: Progress | None = None,
    say: Callable[[str], None] | None = None,
) -> pd.DataFrame:
    """Write the tables of all documents to `out` and return the table `corpus`, a row a document in order.

    `workers` processes side by side, 0 for as many as there are cores; or with the address of a `scheduler` on the
    workers of its Dask cluster. The bytes written are the same in every case. Raises InputError where the cluster fails.
    What persons decided in `out` before is put upon the judgement; `say` is told of decisions on files renamed since.
    Nothing in `out` changes until all is finished, nor where none of the documents can be used.
    """
    side_by_side = partial(_pieces, workers=workers, scheduler=scheduler)
    work, carried = tasks(paths, out, side_by_side)
    with closing(side_by_side(work)) as pieces:
        table = _write(_told(pieces, work, progress), out, say)
    if not all(table["error"]):
        carried.keep(out, say)
    return table


def _pieces(work: list[Task], *, workers: int, scheduler: str) -> Iterator[Piece]:
    if not work:
        return (piece for piece in ())
    if not scheduler:
        return pool.pieces(work, min(workers or pool.cores(), len(work)))
    from analysis.corpus import cluster

    return cluster.pieces([replace(task, at=os.path.abspath(task.at)) for task in work], scheduler)


def tasks(paths: Iterable[Path], out: Output, side_by_side: Callable[[list[Task]], Iterator[Piece]]) -> tuple[list[Task], Carried]:
    """The documents to work on, each with its own name and what was decided on it; and what is carried over of renamed ones."""
    found, decided = find(paths, out), flow.recorded(out)
    names = zip(found.items(), doc_names(found), strict=True)
    work = [Task(_sayable(path), str(path), doc, decided.iloc[:0], _sayable(fault)) for (path, fault), doc in names]
    carried = _carried(work, decided, out, side_by_side)
    by_doc = dict(list(carried.decisions.groupby("doc")))
    return [replace(task, decisions=by_doc.get(task.doc, task.decisions)) for task in work], carried


def _carried(work: list[Task], decided: pd.DataFrame, out: Output, side_by_side: Callable[[list[Task]], Iterator[Piece]]) -> Carried:
    """Where decided documents are not there, those without decisions are read once more, before: all of them must be known to tell."""
    names = [task.doc for task in work]
    gone = reviewing.missing(decided, out, names)
    without = set(undecided(decided, names)) if gone else set()
    look = [replace(task, gone=gone) for task in work if task.doc in without]
    with closing(side_by_side(look)) as pieces:
        found = {task.doc: list(piece.likenesses) for task, piece in zip(look, pieces, strict=True)}
    return reviewing.settled(decided, found)


def _write(pieces: Iterable[Piece], out: Output, say: Callable[[str], None] | None) -> pd.DataFrame:
    """Write what comes as it comes: only the rows of `corpus` are kept. What `build` made of other tables goes."""
    rows: list[dict] = []
    try:
        with flow.superseding(out, flow.briefings(out), say, stale=flow.STALE_FIGURES) as new, _tables(new.tables) as files:
            for piece in pieces:
                rows.append(piece.row)
                for name, lines in piece.lines.items():
                    files[name].write(lines)
            if all(row["error"] for row in rows):
                raise _NothingUsable
            table = frame("corpus", rows)
            write_table("corpus", table, new.tables)
            export_corpus(table, new.figures)
    except _NothingUsable:
        pass  # the folder stays as it was
    return frame("corpus", rows)


class _NothingUsable(Exception):
    pass


@contextmanager
def _tables(folder: Path) -> Iterator[dict]:
    """Table → its open file, begun with the line of its columns. Raises InputError where the disk refuses."""
    try:
        with ExitStack() as stack:
            files = {name: stack.enter_context(open(folder / f"{name}.csv", "w", encoding="utf-8", newline="")) for name in TABLES}
            for name, file in files.items():
                file.write(BOM + csv_text(name, frame(name, [])))
            yield files
    except OSError as error:
        raise InputError(folder.parent.parent, f"无法写入（{reason(error)}）", "原有文件未改动") from error


def _told(pieces: Iterable[Piece], work: list[Task], progress: Progress | None) -> Iterator[Piece]:
    """The pieces, telling `progress` how many there have been and the name of the latest."""
    tell, whole = progress or (lambda *_: None), len(work)
    tell(0, whole + 1, "corpus")
    for done, (piece, task) in enumerate(zip(pieces, work, strict=True), 1):
        yield piece
        if done * TOLD // whole > (done - 1) * TOLD // whole:
            tell(done, whole + 1, Path(task.path).name)
    tell(whole + 1, whole + 1, "done")


def _sayable(name: Path | str) -> str:
    """A name as it can be written as UTF-8, whatever bytes the file system has for it."""
    return str(name).encode("utf-8", "replace").decode("utf-8")
