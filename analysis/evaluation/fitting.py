"""`zhenggai fit`: the shipped weights and cuts, learned anew from written cases and labelled documents."""

from collections.abc import Iterable
from pathlib import Path

from analysis import coverage
from analysis.evaluation.cases import read_cases
from analysis.evaluation.judges import fitted_on
from analysis.evaluation.labels import bundled, load


def refit(folders: Iterable[Path] = ()) -> tuple[Path, coverage.Model]:
    """Learn remedies from the written cases, then fit on every labelled document of the folders and save the model.

    Where no folder is named, the bundled documents are taken.

    Raises InputError where a folder holds no labels or a label file is broken; the old model then stays.
    """
    truths = [truth for folder in folders for truth in load(folder)] or bundled()
    coverage.learn_remedies()
    model = fitted_on(read_cases(truths))
    return coverage.save_model(model), model
