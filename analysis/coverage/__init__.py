"""Which measure covers which problem, with which words, and how sure that is."""

from analysis.coverage.features import PARTS
from analysis.coverage.judge import fit, judge
from analysis.coverage.model import Model
from analysis.coverage.model import load as load_model
from analysis.coverage.model import save as save_model

__all__ = ["PARTS", "Model", "fit", "judge", "load_model", "save_model"]
