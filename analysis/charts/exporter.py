"""One function exports every figure: PNG, SVG and PDF, the same bytes for the same tables."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from analysis.charts import empty, png
from analysis.charts.board import surround
from analysis.charts.catalogue import CHARTS, CORPUS, Chart
from analysis.charts.style import DPI, SLIDE, Size, look
from analysis.store import whole_file
from analysis.views.scope import View, documents

FORMATS = ("png", "svg", "pdf")
USUAL = ("png", "svg")
# Nothing of the day or of the library's version goes into a file.
METADATA = {"svg": {"Date": None, "Creator": None}, "pdf": {"CreationDate": None, "Producer": None, "Creator": None}}


@dataclass(frozen=True)
class Exported:
    """One figure on disk. `chart` is its stem, `width` and `height` are inches; a format not asked for has no path.

    `title` states the finding, `note` how to read it, `source` document and denominators, `alt` describes the figure
    to who cannot see it. `crop` takes title and source off (left, top, right, bottom, shares of width and height), for
    a slide that has its own.
    """

    doc: str
    chart: str
    title: str
    alt: str
    width: float
    height: float
    png: Path | None = None
    svg: Path | None = None
    pdf: Path | None = None
    note: str = ""
    source: str = ""
    page: int = 1
    pages: int = 1
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


def views(frames: Mapping[str, pd.DataFrame], doc: str, chart: Chart, *, size: Size = SLIDE, category: str = "", measure: str = "") -> list[View]:
    """The finished views of one chart of one document, a page each."""
    return chart.view(dict(frames), doc, category=category, measure=measure, rows=size.rows, columns=size.columns)


def figure(view: View, chart: Chart, size: Size = SLIDE) -> Figure:
    """One view drawn; nothing global is set."""
    with rc_context(look()):
        return empty.draw(view, size) if view.empty else chart.draw(view, size)


def export(
    frames: Mapping[str, pd.DataFrame],
    folder: Path,
    *,
    docs: Iterable[str] | None = None,
    charts: Iterable[str] | None = None,
    size: Size = SLIDE,
    formats: Iterable[str] = USUAL,
    category: str = "",
    measure: str = "",
) -> list[Exported]:
    """Draw and write the figures of every readable document (or of `docs`), document by document, chart by chart.

    `charts` are stems of CHARTS (None: the usual ones); one whose tables are not all in `frames` is left out. Files are `{doc}_{chart}.png`, with `_2` … for further pages, then
    the size and the filter where they are not the usual ones. Raises KeyError for an unknown chart.
    """
    wanted = [chart for chart in CHARTS.values() if chart.usual] if charts is None else [CHARTS[stem] for stem in charts]
    wanted = [chart for chart in wanted if frames.keys() >= set(chart.reads)]
    done = []
    for doc in documents(dict(frames)) if docs is None else docs:
        for chart in wanted:
            for view in views(frames, doc, chart, size=size, category=category, measure=measure):
                stem = file_stem(view, chart, size, category or measure)
                done.append(_write(view, chart, size, Path(folder) / stem, tuple(formats)))
    return done


def export_corpus(corpus: pd.DataFrame, folder: Path) -> list[Exported]:
    """Draw and write the figures of many documents together, from their table `corpus`: `corpus_{chart}.png` and `.svg`."""
    drawn = [(view, chart) for chart in CORPUS for view in views({"corpus": corpus}, "corpus", chart)]
    return [_write(view, chart, SLIDE, Path(folder) / file_stem(view, chart), USUAL) for view, chart in drawn]


def file_stem(view: View, chart: Chart, size: Size = SLIDE, filtered: str = "") -> str:
    """`doc_chart`, then page, size and filter where they are not the first, the slide's, none."""
    parts = [view.doc, chart.stem, str(view.page) if view.page > 1 else "", size.name if size != SLIDE else "", filtered]
    return "_".join(re.sub(r'[\\/:*?"<>|\s]+', "-", part) for part in parts if part)


def alt(view: View, chart: Chart) -> str:
    """What the figure shows, for who cannot see it."""
    page = f"（第{view.page}页，共{view.pages}页）" if view.pages > 1 else ""
    return "。".join(part for part in (f"{chart.name}{page}：{view.title}", view.empty or view.note, view.source) if part) + "。"


def _write(view: View, chart: Chart, size: Size, base: Path, formats: tuple[str, ...]) -> Exported:
    drawn = figure(view, chart, size)
    paths = {kind: save(drawn, base.with_name(f"{base.name}.{kind}")) for kind in formats}
    return Exported(
        view.doc,
        chart.stem,
        view.title,
        alt(view, chart),
        size.width,
        size.height,
        **paths,
        note=view.note,
        source=view.source,
        page=view.page,
        pages=view.pages,
        crop=surround(view, size),
    )


def save(drawn: Figure, path: Path) -> Path:
    """Write a figure in the format of its suffix."""
    kind = path.suffix[1:]
    with rc_context(look()), whole_file(path) as part:
        if kind == "png":
            png.write(_pixels(drawn), part, DPI)
        else:
            drawn.savefig(part, format=kind, dpi=DPI, metadata=METADATA[kind])
    return path


def _pixels(drawn: Figure) -> np.ndarray:
    """The figure drawn at DPI: height, width, RGBA."""
    drawn.set_dpi(DPI)
    canvas = FigureCanvasAgg(drawn)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())
