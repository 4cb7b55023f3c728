"""Delimited text (.csv, .tsv): one block a cell, the delimiter found by trying."""

import csv
import io
from collections import Counter

from analysis.reading.decode import decode
from analysis.reading.draft import Draft, Source, Unreadable
from analysis.reading.grid import Cell, cell_blocks

DELIMITERS = ",;\t|"
SAMPLE = 65_536  # characters looked at to choose a delimiter
LARGEST_CELL = 10_000_000  # characters


def read_delimited(source: Source) -> Draft:
    """A delimited text file as the table 表1; line breaks inside quoted cells stay."""
    decoded = decode(source.data)
    text = decoded.text.lstrip("\ufeff").replace("\0", "")
    stated, text = _stated(text)
    csv.field_size_limit(LARGEST_CELL)
    try:
        rows = [[Cell(value) for value in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=stated or delimiter_of(text))]
    except csv.Error as error:
        raise Unreadable("表格文本无法解析（引号不成对或单元格过长）", "请用Excel打开后另存为.xlsx") from error
    return Draft("csv", cell_blocks("表1", rows), encoding=decoded.encoding, warnings=decoded.warnings)


def _stated(text: str) -> tuple[str, str]:
    """A first line `sep=;`, as Excel writes and reads it, states the delimiter."""
    first, _, rest = text.partition("\n")
    first = first.strip('\r" ')
    return (first[4], rest) if len(first) == 5 and first.lower().startswith("sep=") else ("", text)


def delimiter_of(text: str) -> str:
    """The delimiter under which most rows have one and the same number of columns, above one."""
    return max(DELIMITERS, key=lambda delimiter: _agreement(text[:SAMPLE], delimiter))


def _agreement(sample: str, delimiter: str) -> tuple[float, int]:
    """(share of rows with the commonest number of columns, 0 where that is one; the number of columns)."""
    try:
        widths = Counter(len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row)
    except csv.Error:
        return 0.0, 0
    width, rows = max(widths.items(), key=lambda entry: (entry[0] > 1, entry[1]), default=(1, 0))
    return (rows / widths.total(), width) if width > 1 else (0.0, 1)
