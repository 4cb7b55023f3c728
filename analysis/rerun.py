"""The six notebooks executed on one document, each from a clean kernel."""

from collections.abc import Callable
from pathlib import Path

from analysis import flow
from analysis.errors import InputError
from analysis.paths import NOTEBOOKS
from analysis.store import whole_file, writable_folder

EXPORTING = "06_briefing.ipynb"
# The kernel warns of its own transport on every start, which says nothing to an analyst.
QUIET = {"extra_arguments": ["--IPKernelApp.log_level=ERROR"]}


def notebooks(document: Path, out: Path, *, progress: Callable[[int, int, str], None] | None = None) -> list[Path]:
    """Execute every notebook of `notebooks/` on `document` and write it with its outputs to `out/notebooks`.

    The last one also exports tables, figures and briefing to `out`. Raises InputError where the document
    cannot be used (nothing is run or written then), or where a notebook stops at an error.
    """
    error = flow.tabulate([document], flow.READ)["documents"]["error"].iloc[0]
    if error:
        raise InputError(document, error.removeprefix(f"{document}："))
    folder = writable_folder(out / "notebooks")
    sources = sorted(NOTEBOOKS.glob("*.ipynb"))
    done = []
    for number, source in enumerate(sources):
        if progress:
            progress(number, len(sources), source.stem)
        done.append(_execute(source, folder / source.name, document.resolve(), out.resolve()))
    if progress:
        progress(len(sources), len(sources), "done")
    return done


def _execute(source: Path, target: Path, document: Path, out: Path) -> Path:
    import papermill
    from papermill.exceptions import PapermillExecutionError

    parameters = {"document": str(document)} | ({"folder": str(out)} if source.name == EXPORTING else {})
    with whole_file(target) as part:
        try:
            papermill.execute_notebook(source, part, parameters=parameters, kernel_name="python3", progress_bar=False, cwd=NOTEBOOKS, **QUIET)
        except PapermillExecutionError as error:
            raise InputError(document, f"{source.name} 在第{error.cell_index}格停下（{error.ename}：{error.evalue}）") from error
    return target
