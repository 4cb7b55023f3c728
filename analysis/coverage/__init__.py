"""Which measure covers which problem, with which words, and how sure that is."""

from analysis.coverage.features import PARTS
from analysis.coverage.judge import judge, sample
from analysis.coverage.model import Model, Sample, fit
from analysis.coverage.model import load as load_model
from analysis.coverage.model import save as save_model
from analysis.coverage.remedies import renew as learn_remedies

__all__ = ["PARTS", "Model", "Sample", "fit", "judge", "learn_remedies", "load_model", "sample", "save_model"]
