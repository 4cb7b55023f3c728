"""One document as a notebook uses it: its tables with Chinese column names, its figures, its export."""

from pathlib import Path

import pandas as pd
from matplotlib.figure import Figure

from analysis import charts, flow
from analysis.errors import InputError
from analysis.paths import RAW, Output
from analysis.wording import COLUMNS


class Study:
    """The finished tables of one document.

    `doc` is its id, `path` the file, `frames` every table of the contract by name.
    """

    def __init__(self, path: Path, frames: dict[str, pd.DataFrame]):
        self.path, self.frames = path, frames
        self.doc = frames["documents"]["doc"].iloc[0]

    def table(self, name: str, *columns: str) -> pd.DataFrame:
        """A table for reading: the named columns (all but `doc` where none is named), headed in Chinese."""
        data = self.frames[name]
        return readable(data[list(columns) or [column for column in data.columns if column != "doc"]])

    def figure(self, chart: str, page: int = 1) -> Figure:
        """One of the figures of `analysis.charts.CHARTS`, by its stem; the same that the export writes."""
        kind = charts.CHARTS[chart]
        return charts.figure(charts.views(self.frames, self.doc, kind)[page - 1], kind)

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
    frames = flow.tabulate([path])
    error = frames["documents"]["error"].iloc[0]
    if error:
        raise InputError(path, error.removeprefix(f"{path}："))
    return Study(path, frames)


def readable(data: pd.DataFrame) -> pd.DataFrame:
    """`data` with Chinese column names, its long texts shown whole."""
    return data.rename(columns=COLUMNS)


def _find(document: str) -> Path:
    for path in (Path(document), *sorted(RAW.glob(f"{document}.*"))):
        if path.is_file():
            return path
    names = "、".join(sorted(path.stem for path in RAW.iterdir()))
    raise InputError(document, "没有这个文件，也没有这个名字的样例", f"样例有：{names}")
