"""`zhenggai fit`: the shipped weights and cuts, learned anew from labelled documents."""

from collections.abc import Iterable
from pathlib import Path

from analysis import coverage
from analysis.evaluation.cases import read_cases
from analysis.evaluation.judges import sample
from analysis.evaluation.labels import bundled, load


def refit(folders: Iterable[Path] = ()) -> tuple[Path, coverage.Model]:
    """Fit on every labelled document of the folders (the bundled ones where none is named) and save the model.

    Raises InputError where a folder holds no labels or a label file is broken; the old model then stays.
    """
    truths = [truth for folder in folders for truth in load(folder)] or bundled()
    model = coverage.fit([sample(case, coverage.PARTS) for case in read_cases(truths) if len(case.levels())])
    return coverage.save_model(model), model
