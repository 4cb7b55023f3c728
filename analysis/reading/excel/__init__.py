"""Excel workbooks (.xlsx): cells as a person sees them, merged ranges, hidden parts noted."""

from analysis.reading.excel.workbook import read_xlsx

__all__ = ["read_xlsx"]
