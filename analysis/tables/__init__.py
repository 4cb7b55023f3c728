"""Tables: the blocks of a document become problems, causes, measures, segments and pairs (second stage)."""

from analysis.tables.build import build

__all__ = ["build"]
