"""One document as a notebook uses it: its tables with Chinese column names, its figures, its export."""

from io import BytesIO
from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from analysis import charts, flow
from analysis.errors import InputError
from analysis.paths import RAW, Output
from analysis.tables import explain
from analysis.views.contributions import explained
from analysis.views.ledger import ledger
from analysis.views.overview import overview
from analysis.views.ranking import ranked
from analysis.wording import COLUMNS, LEVELS, SEGMENTS, VERDICTS

WIDTH = 1000  # pixels that a figure takes in a notebook
LEDGER = ["problem", "category", "headline", "measures", "verdict_name", "reason", "best_headline", "evidence_problem", "evidence_measure"]
OVERVIEW = ["problems", "measures", "uncovered", "partial", "unknown", "covered", "confirmed_covered", "orphans"]


class Table(pd.DataFrame):
    """A frame that a notebook shows with its texts whole, left-aligned and in their own lines."""

    @property
    def _constructor(self):
        return Table

    def _repr_html_(self) -> str:
        texts = [column for column in self.columns if not pd.api.types.is_numeric_dtype(self[column])]
        look = self.reset_index(drop=True).style.hide(axis="index").format(precision=2, na_rep="", escape="html")
        return look.set_properties(subset=texts, **{"text-align": "left", "white-space": "pre-wrap"}).to_html()


class Picture:
    """A figure as a notebook shows it; `figure` is matplotlib's own, to change or to save."""

    def __init__(self, figure: Figure):
        self.figure = figure

    def _repr_png_(self):
        buffer = BytesIO()
        self.figure.savefig(buffer, format="png", dpi=charts.DPI)
        return buffer.getvalue(), {"width": WIDTH}


class Study:
    """The finished tables of one document.

    `doc` is its id, `path` the file, `frames` every table of the contract by name.
    """

    def __init__(self, path: Path, frames: dict[str, pd.DataFrame]):
        self.path, self.frames = path, frames
        self.doc = frames["documents"]["doc"].iloc[0]

    def table(self, name: str, *columns: str) -> Table:
        """A table for reading: the named columns (all but `doc` where none is named), headed in Chinese."""
        data = self.frames[name]
        return readable(data[list(columns) or [column for column in data.columns if column != "doc"]])

    def counts(self, name: str, column: str) -> Table:
        """How many rows of a table have each value of a column."""
        counted = self.frames[name][column].map(lambda value: SEGMENTS.get(value, value)).value_counts(sort=False)
        return readable(counted.rename("个数").rename_axis(column).reset_index())

    def outline(self) -> str:
        """The document as a tree: every item with its place and the rule that made it."""
        return "\n".join(explain.lines([self.path], self.frames))

    def keywords(self, item: str, method: str = "phrase", top: int = 5) -> Table:
        """The best terms of every item whose id begins with `item` (P, C, M or a whole id), one row an item."""
        found = self.frames["keywords"]
        best = found[found["item"].str.startswith(item) & (found["method"] == method) & (found["rank"] <= top)]
        return readable(best.groupby("item", sort=False)["term"].agg("、".join).reset_index())

    def contrast(self, side: str, top: int = 10) -> Table:
        """What one side, `problem` or `measure`, stresses and the other leaves, strongest first."""
        found = self.frames["contrast"]
        own = found[(found["side"] == side) & (found["taken_up"] == 0)].head(top)
        return readable(own[["term", "log_odds", "z", "problem_count", "measure_count", "sentences"]])

    def evidence(self) -> Table:
        """Every pair judged to be related, the surest first, with the two sentences it rests on."""
        links = self.frames["links"]
        related = links[links["level"] > 0].sort_values(["level", "score"], ascending=False, kind="stable")
        columns = ["problem", "measure", "level", "score", "evidence_problem", "evidence_measure", "why"]
        return readable(related[columns].assign(level=related["level"].map(LEVELS)))

    def pair(self, problem: str = "", measure: str = "") -> Table:
        """Why a pair got its level: the segments side by side, what they share and what each part of the judgement added.

        Without `measure` the nearest one, without `problem` every problem.
        """
        return Table(explained(self.frames, problem, measure))

    def gaps(self) -> Table:
        """Every problem with its verdict and reason, holes first."""
        rows = ranked(self.frames["gaps"]).drop(columns="doc")
        return readable(rows.assign(verdict=rows["verdict"].map(VERDICTS)))

    def overview(self) -> Table:
        """The numbers that matter."""
        return readable(overview(*(self.frames[name] for name in ("documents", "gaps", "links", "load")))[OVERVIEW])

    def ledger(self) -> Table:
        """One row a problem, as the ledger has it."""
        return readable(ledger(self.frames)[LEDGER])

    def figure(self, chart: str, page: int = 1) -> Picture:
        """One of the figures of `analysis.charts.CHARTS`, by its stem; the same that the export writes."""
        kind = charts.CHARTS[chart]
        return Picture(charts.figure(charts.views(self.frames, self.doc, kind)[page - 1], kind))

    def export(self, folder: str = "") -> Output:
        """Write tables, figures, slides, ledger and page of this document; without a folder, to `outputs/DOC`."""
        out = Output.of(Path(folder) if folder else Path("outputs", self.doc))
        flow.write(self.frames, out)
        return out


def open_study(document: str) -> Study:
    """Read and judge one document: a file's path, or the name of a bundled sample.

    Raises InputError where there is no such file or it cannot be used.
    """
    path = _find(document)
    frames = flow.tabulate([path], decisions=flow.recorded(Output.of(None)))
    error = frames["documents"]["error"].iloc[0]
    if error:
        raise InputError(path, error.removeprefix(f"{path}："))
    return Study(path, frames)


def readable(data: pd.DataFrame) -> Table:
    """`data` with Chinese column names."""
    return Table(data.rename(columns=COLUMNS))


def _find(document: str) -> Path:
    samples = {path.stem: path for path in sorted(RAW.iterdir())}
    path = samples.get(document, Path(document))
    if path.is_file():
        return path
    names = "、".join(samples)
    raise InputError(document, "没有这个文件，也没有这个名字的样例", f"样例有：{names}")
