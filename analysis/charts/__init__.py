"""Figures: finished views drawn in one look, and one function that exports them all."""

from analysis.charts.catalogue import CHARTS, CORPUS, Chart
from analysis.charts.exporter import Exported, export, export_corpus, figure, views
from analysis.charts.style import A4, DPI, HALF, SIZES, SLIDE, Size

__all__ = ["A4", "CHARTS", "CORPUS", "DPI", "HALF", "SIZES", "SLIDE", "Chart", "Exported", "Size", "export", "export_corpus", "figure", "views"]
