"""`zhenggai fit`: the shipped weights and cuts, learned anew from labelled documents."""

from collections.abc import Iterable
from pathlib import Path

from analysis import coverage
from analysis.evaluation.cases import read_cases
from analysis.evaluation.judges import labelled
from analysis.evaluation.labels import load
from analysis.paths import LABELS, TRAINING


def refit(folders: Iterable[Path] = ()) -> tuple[Path, coverage.Model]:
    """Fit on every labelled document of the folders (the bundled ones where none is named) and save the model.

    Raises InputError where a folder holds no labels or a label file is broken; the old model then stays.
    """
    sources = list(folders) or [folder for folder in (LABELS, TRAINING) if folder.is_dir()]
    cases = read_cases([truth for folder in sources for truth in load(folder)])
    model = coverage.fit([labelled(case) for case in cases])
    return coverage.save_model(model), model
