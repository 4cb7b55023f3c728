"""What persons decide about the pairs: asked for in a workbook, kept in decisions.csv, put upon the tables."""

from analysis.review.apply import apply
from analysis.review.settle import settle

__all__ = ["apply", "settle"]
