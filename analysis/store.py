"""Tables on disk: CSV as the contract has it, each file written whole or not at all."""

import csv
import os
import tempfile
from collections.abc import Mapping
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.schema import TABLES, conform


def write_tables(frames: Mapping[str, pd.DataFrame], folder: Path) -> list[Path]:
    """Write each frame to `folder/NAME.csv` (UTF-8 with BOM, LF, RFC 4180) and return the paths."""
    return [write_table(name, data, folder) for name, data in frames.items()]


def write_table(name: str, data: pd.DataFrame, folder: Path) -> Path:
    """Write one table of the contract; scores have four decimals, missing is empty."""
    path = Path(folder) / f"{name}.csv"
    text = conform(name, data)
    for column in TABLES[name].scores:
        text[column] = text[column].map("{:.4f}".format, na_action="ignore")
    with whole_file(path) as part:
        text.to_csv(part, index=False, encoding="utf-8-sig", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    return path


def read_table(name: str, folder: Path) -> pd.DataFrame:
    """Read `folder/NAME.csv` back with the types of the contract."""
    data = pd.read_csv(Path(folder) / f"{name}.csv", dtype=str, keep_default_na=False, na_values=[], encoding="utf-8-sig")
    numbers = TABLES[name].counts | TABLES[name].scores
    for column in numbers & set(data.columns):
        data[column] = data[column].replace("", pd.NA)
    return conform(name, data)


@contextmanager
def whole_file(path: Path):
    """Yield a path beside `path` to write to; it replaces `path` only when the block ends well.

    Raises InputError where the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=path.suffix, dir=path.parent)
    except OSError as error:
        raise InputError(path.parent, f"无法写入（{error.strerror}）", "请换一个有写入权限的输出文件夹") from error
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.chmod(0o644)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
