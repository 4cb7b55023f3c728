"""Figures: finished views drawn in one look, and one function that exports them all."""

from analysis.charts.catalogue import CHARTS, Chart
from analysis.charts.exporter import Exported, export, figure, views
from analysis.charts.style import A4, DPI, HALF, SIZES, SLIDE, Size

__all__ = ["A4", "CHARTS", "DPI", "HALF", "SIZES", "SLIDE", "Chart", "Exported", "Size", "export", "figure", "views"]
