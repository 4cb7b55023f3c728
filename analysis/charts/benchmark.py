"""How long each figure takes beside the same chart in a few lines of plain matplotlib, in one run.

    python -m analysis.charts.benchmark TABLES_FOLDER

reads finished tables (of `zhenggai build --out`), draws every chart of the first document both ways and
prints seconds and their ratio; the plain way exists for bars and for the matrix. Nothing is kept.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pandas as pd
from matplotlib import pyplot

from analysis.charts.catalogue import CHARTS
from analysis.charts.exporter import export
from analysis.charts.style import DPI
from analysis.schema import TABLES
from analysis.store import read_table

ROUNDS = 3


def main(folder: Path) -> int:
    """Print one line a chart: ours, plain, ratio. Seconds are the least of `ROUNDS` rounds."""
    frames = {name: read_table(name, folder) for name in TABLES if (folder / f"{name}.csv").is_file()}
    doc = frames["gaps"]["doc"].iloc[0]
    with tempfile.TemporaryDirectory() as target:
        for stem in CHARTS:
            own = _least(lambda stem=stem: export(frames, Path(target), docs=[doc], charts=[stem], formats=["png"]))
            plain = _least(lambda stem=stem: PLAIN[stem](frames, doc, Path(target))) if stem in PLAIN else None
            print(f"{stem:<14}{own:7.2f} s" + (f"   plain {plain:5.2f} s   x {own / plain:.1f}" if plain else ""))
    return 0


def _least(draw: Callable) -> float:
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        draw()
        times.append(perf_counter() - start)
    return min(times)


def _bars(table: str, value: str) -> Callable:
    def draw(frames: dict[str, pd.DataFrame], doc: str, folder: Path) -> None:
        rows = frames[table][frames[table]["doc"] == doc]
        _save(lambda axes: axes.barh(rows["headline"], rows[value].astype(float)), folder)

    return draw


def _matrix(frames: dict[str, pd.DataFrame], doc: str, folder: Path) -> None:
    links = frames["links"][frames["links"]["doc"] == doc]
    grid = links.pivot(index="problem", columns="measure", values="level").astype(float)
    _save(lambda axes: axes.imshow(grid, aspect="auto"), folder)


def _save(draw: Callable, folder: Path) -> None:
    figure, axes = pyplot.subplots(figsize=(40 / 3, 7.5), layout="constrained")
    draw(axes)
    figure.savefig(folder / "plain.png", dpi=DPI)
    pyplot.close(figure)


PLAIN = {"gaps": _bars("gaps", "coverage"), "load": _bars("load", "problems_direct"), "substance": _bars("load", "slogan_share"), "coverage": _matrix}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("用法：python -m analysis.charts.benchmark 结果/tables")
    sys.exit(main(Path(sys.argv[1])))
