"""Reading: files become a row of `documents` and the `blocks` of `analysis.schema` (first stage)."""

from analysis.reading.inputs import read

__all__ = ["read"]
