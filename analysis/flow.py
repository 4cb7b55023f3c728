"""The main job as one list: each stage, what it reads and what it writes.

A reader of this file knows the program. A stage is a function that takes what it reads by name and
returns the frames it writes; stages know nothing of each other, and their order stands only here. The
last two turn the finished tables into files.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from analysis.deck import Deck
from analysis.errors import InputError
from analysis.paths import Output, portable
from analysis.progress import Progress, Steps
from analysis.schema import frame
from analysis.store import reserved, staged, stand, write_tables
from analysis.timing import Timings

if TYPE_CHECKING:
    from analysis.reviewing import Carried

Frames = dict[str, pd.DataFrame]


@dataclass(frozen=True)
class Stage:
    """One step: `entry` is `module:function`, imported only when the step runs."""

    name: str
    reads: tuple[str, ...]
    writes: tuple[str, ...]
    entry: str

    def function(self) -> Callable:
        module, function = self.entry.split(":")
        return getattr(import_module(module), function)


READING = Stage("reading", ("paths", "progress"), ("documents", "blocks"), "analysis.reading:read")
TABLES = Stage(
    "tables", ("documents", "blocks"), ("documents", "problems", "causes", "measures", "segments", "pairs"), "analysis.tables:build"
)
KEYWORDS = Stage("keywords", ("problems", "causes", "measures"), ("keywords",), "analysis.keywords:extract")
CONTRAST = Stage("contrast", ("problems", "causes", "measures"), ("contrast",), "analysis.keywords:contrast")
NETWORK = Stage("network", ("problems", "causes", "measures"), ("network_terms", "network_edges"), "analysis.keywords:network")
COVERAGE = Stage(
    "coverage",
    ("problems", "causes", "measures", "segments", "pairs"),
    ("links", "cause_links", "evidence", "contributions"),
    "analysis.coverage:judge",
)
GAPS = Stage("gaps", ("problems", "measures", "segments", "links", "evidence"), ("gaps", "load"), "analysis.gaps:find")
# what persons decided, put upon the judgement before the gaps are sought, and upon the verdicts after
REVIEW = Stage("review", ("problems", "measures", "links", "evidence", "decisions"), ("links", "evidence"), "analysis.review:apply")
SETTLE = Stage("review", ("problems", "measures", "links", "gaps", "decisions"), ("gaps",), "analysis.review:settle")

READ: tuple[Stage, ...] = (READING, TABLES)
TABULATE: tuple[Stage, ...] = (READING, TABLES, KEYWORDS, CONTRAST, NETWORK, COVERAGE, REVIEW, GAPS, SETTLE)

CHARTS = Stage("charts", ("frames", "folder"), (), "analysis.charts:export")
BRIEFING = Stage("briefing", ("frames", "figures", "out", "deck"), (), "analysis.briefing:write")
STALE_FIGURES = ("*_*.png", "*_*.svg", "*_*.pdf")
NAMED = 4  # files named in a line


def tabulate(
    paths: Iterable[Path],
    stages: tuple[Stage, ...] = TABULATE,
    *,
    decisions: pd.DataFrame | None = None,
    progress: Progress | None = None,
    timings: Timings | None = None,
) -> Frames:
    """Run the stages on the given files and return every table by name, all documents together.

    `decisions` are what persons decided before (see `recorded`); without them every link is a candidate. A file that cannot be used has its reason in `documents.error` and no row elsewhere.
    """
    steps = Steps(progress, len(stages))
    frames = _tabulate(paths, stages, decisions, steps, timings or Timings())
    steps.end()
    return frames


def further(frames: Frames, stages: tuple[Stage, ...], *, decisions: pd.DataFrame | None = None) -> Frames:
    """Run `stages` on tables that earlier ones have made; every table by name."""
    given = {"decisions": frame("decisions", []) if decisions is None else decisions}
    for stage in stages:
        frames = frames | _run(stage, given | frames, Timings())
    return frames


def build(
    paths: Iterable[Path],
    out: Output,
    *,
    deck: Deck | None = None,
    progress: Progress | None = None,
    timings: Timings | None = None,
    say: Callable[[str], None] | None = None,
) -> Frames:
    """The main job: every table, figure and briefing document of the given files, written to `out`.

    What persons decided in `out` before is put upon the judgement; `say` is told of decisions on files renamed since.
    `deck` says how the slides are to look. Nothing in `out` changes until all of it is finished, nor where none of the
    files can be used. Returns the tables.
    """
    steps, timings = Steps(progress, len(TABULATE) + 2), timings or Timings()
    with reserved(out):
        frames, carried = _judged(paths, out, steps, timings)
        if usable(frames):
            _write(frames, out, deck or Deck(), steps, timings, say)
            carried.keep(out, say)
    steps.end()
    return frames


def write(frames: Frames, out: Output) -> None:
    """Every table, figure and briefing document of finished tables; nothing in `out` changes until all are done."""
    _write(frames, out, Deck(), Steps(None, 2), Timings())


def figures(paths: Iterable[Path], out: Output, wanted: dict, *, progress: Progress | None = None) -> tuple[Frames, list]:
    """Only the figures of the given files, with the options of the charts' export; other figures stay.

    Raises InputError where no document has the category or measure that `wanted` names.
    """
    steps, place = Steps(progress, len(TABULATE) + 1), Output(out.figures, out.figures, out.figures)
    with reserved(place):
        frames, _ = _judged(paths, out, steps, Timings())
        docs = _having(frames, wanted.get("category", ""), wanted.get("measure", ""))
        steps.begin(CHARTS.name)
        with staged(place) as new:
            drawn = CHARTS.function()(frames, new.figures, docs=docs, **wanted)
    steps.end()
    return frames, drawn


def read(paths: Iterable[Path], out: Output, *, progress: Progress | None = None, say: Callable[[str], None] | None = None) -> Frames:
    """Only the reading: the tables of documents, blocks and items, written to `out.tables`.

    Where they are others than before, what was made of those goes, and `say` is told.
    """
    place = Output(out.tables, out.tables, out.tables)
    with reserved(place):
        frames = tabulate(paths, READ, progress=progress)
        if usable(frames):
            made = with_portable_paths(frames)
            with superseding(out, [] if stand(made, out.tables) else _later(out), say, place=place) as new:
                write_tables(made, new.tables)
    return frames


@contextmanager
def superseding(
    out: Output, gone: Iterable[Path], say: Callable[[str], None] | None, *, stale: tuple[str, ...] = (), place: Output | None = None
) -> Iterator[Output]:
    """`staged(place or out)`; at its end the files `gone` of an earlier run go, which would contradict those of this one.

    A ledger among them that a person has filled in is copied first. `say` is told in a line each.
    """
    there = [path for path in gone if path.exists()]
    lines = []
    with staged(place or out, stale=stale, gone=there) as new:
        yield new
        if out.ledger in there:
            from analysis import reviewing

            lines += reviewing.keep_filled(out.ledger)
    names = [path.name for path in there]
    said = "、".join(names[:NAMED]) + (f"等{len(names)}个文件" if len(names) > NAMED else "")
    for line in [*lines, *([f"已移除与这次结果不符的旧成果：{said}"] if names else [])]:
        if say:
            say(line)


def briefings(out: Output) -> list[Path]:
    """The three documents that `build` makes."""
    return [out.slides, out.ledger, out.page]


def _later(out: Output) -> list[Path]:
    """All that is made of what the reading writes."""
    tables = dict.fromkeys(table for stage in TABULATE[len(READ) :] for table in stage.writes)
    figures = [path for pattern in STALE_FIGURES for path in sorted(out.figures.glob(pattern))]
    return [*briefings(out), *(out.tables / f"{table}.csv" for table in [*tables, "corpus"]), *figures]


def recorded(out: Output) -> pd.DataFrame:
    """The decisions kept in an output folder, none where nobody decided anything yet."""
    from analysis.review import journal

    return journal.load(out.decisions)


def usable(frames: Frames) -> bool:
    """True where at least one of the documents could be used."""
    return bool((frames["documents"]["error"] == "").any())


def with_portable_paths(frames: Frames) -> Frames:
    """The tables, files within the project named relative to it."""
    return frames | {"documents": frames["documents"].assign(path=frames["documents"]["path"].map(portable))}


def _having(frames: Frames, category: str, measure: str) -> list[str]:
    """The documents with such a category of problems or such a measure; without a filter all that could be used."""
    docs = frames["documents"].loc[frames["documents"]["error"] == "", "doc"].tolist()
    for table, column, wanted, name in (("problems", "category", category, "类别"), ("measures", "measure", measure, "措施")):
        rows = frames[table]
        found = set(rows.loc[rows[column] == wanted, "doc"])
        if docs and wanted and not found:
            known = [value for value in dict.fromkeys(rows[column]) if value]
            raise InputError(wanted, f"文档中没有这个{name}", f"可选：{'、'.join(known)}" if known else f"文档没有{name}可选")
        docs = [doc for doc in docs if doc in found] if wanted else docs
    return docs


def _judged(paths: Iterable[Path], out: Output, steps: Steps, timings: Timings) -> tuple[Frames, "Carried"]:
    """All tables, and the decisions in `out` put upon them: once the documents are read, those of renamed files too."""
    from analysis import reviewing

    decided = recorded(out)
    read = _tabulate(paths, READ, None, steps, timings)
    carried = reviewing.carried(decided, out, read)
    return _tabulate([], TABULATE[len(READ) :], carried.decisions, steps, timings, read), carried


def _tabulate(
    paths: Iterable[Path], stages: tuple[Stage, ...], decisions: pd.DataFrame | None, steps: Steps, timings: Timings, frames: Frames | None = None
) -> Frames:
    """The stages run one after another, upon `frames` that earlier ones have made."""
    decisions = frame("decisions", []) if decisions is None else decisions
    inputs = {"paths": [Path(path) for path in paths], "progress": steps.within, "decisions": decisions}
    frames = frames or {}
    for stage in stages:
        steps.begin(stage.name)
        frames |= _run(stage, inputs | frames, timings)
    return frames


def _write(frames: Frames, out: Output, deck: Deck, steps: Steps, timings: Timings, say: Callable[[str], None] | None = None) -> None:
    with superseding(out, [out.tables / "corpus.csv"], say, stale=STALE_FIGURES) as new:
        steps.begin(CHARTS.name)
        drawn = _run(CHARTS, {"frames": frames, "folder": new.figures}, timings)
        steps.begin(BRIEFING.name)
        _run(BRIEFING, {"frames": frames, "figures": drawn, "out": new, "deck": deck}, timings)
        with timings.share("writing"):
            write_tables(with_portable_paths(frames), new.tables)


def _run(stage: Stage, inputs: dict, timings: Timings):
    with timings.share("imports"):
        function = stage.function()
    with timings.share(stage.name):
        return function(**{name: inputs[name] for name in stage.reads})
