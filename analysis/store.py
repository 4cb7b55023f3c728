"""Tables on disk, and files that are written whole or not at all."""

import csv
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from analysis.errors import InputError, reason
from analysis.paths import Output
from analysis.schema import TABLES, conform

BOM = "\ufeff"
"""Begins every table, so that Excel takes it for UTF-8."""


def write_tables(frames: Mapping[str, pd.DataFrame], folder: Path) -> list[Path]:
    """Write each frame to `folder/NAME.csv` (UTF-8 with BOM, LF, RFC 4180) and return the paths."""
    return [write_table(name, data, folder) for name, data in frames.items()]


def write_table(name: str, data: pd.DataFrame, folder: Path) -> Path:
    """Write one table of the contract; scores have four decimals, missing is empty."""
    path = Path(folder) / f"{name}.csv"
    with whole_file(path) as part:
        part.write_bytes((BOM + csv_text(name, data)).encode("utf-8"))
    return path


def stand(frames: Mapping[str, pd.DataFrame], folder: Path) -> bool:
    """Whether `folder` holds just these tables already."""
    files = {Path(folder) / f"{name}.csv": BOM + csv_text(name, data) for name, data in frames.items()}
    return all(path.is_file() and path.read_bytes() == text.encode("utf-8") for path, text in files.items())


def csv_text(name: str, data: pd.DataFrame, *, header: bool = True) -> str:
    """The rows of a table as its file holds them, with or without the line of its columns."""
    text = conform(name, data)
    for column in TABLES[name].scores | TABLES[name].numbers:
        text[column] = text[column].map("{:.4f}".format, na_action="ignore")
    return text.to_csv(index=False, header=header, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)


def read_table(name: str, folder: Path) -> pd.DataFrame:
    """Read `folder/NAME.csv` back with the types of the contract."""
    path = Path(folder) / f"{name}.csv"
    try:
        data = pd.read_csv(path, dtype=str, keep_default_na=False, na_values=[], encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise InputError(path, "没有这张表", "请先运行 zhenggai build 或 zhenggai read") from error
    for column in (TABLES[name].counts | TABLES[name].scores | TABLES[name].numbers) & set(data.columns):
        data[column] = data[column].replace("", pd.NA)
    return conform(name, data)


def read_list(path: Path, columns: tuple[str, ...], name: str) -> list[dict[str, str]]:
    """The rows of a CSV word list that analysts add to, as written; a cell left out is empty. `name`: what it is called.

    Raises InputError where the file cannot be read, is not UTF-8 or has other columns.
    """
    try:
        with open(path, encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle, restval="")
            if tuple(reader.fieldnames or ()) != columns:
                raise InputError(path, f"首行为 {reader.fieldnames}", f"应为 {','.join(columns)}", "第1行")
            return list(reader)
    except UnicodeDecodeError as error:
        raise InputError(path, f"{name}无法读取（不是 UTF-8 编码）", "请另存为“CSV UTF-8”") from error
    except OSError as error:
        raise InputError(path, f"{name}无法读取（{reason(error)}）", "请检查文件是否存在") from error


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Yield a path beside `path` to write to; it replaces `path` only when the block ends well.

    Raises InputError where the folder or the file cannot be written.
    """
    writable_folder(path.parent)
    if path.is_dir():
        raise InputError(path, "无法写入（这是文件夹，不是文件）", "请给出文件名")
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.chmod(0o644)
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def writable_folder(folder: Path) -> Path:
    """`folder`, made if need be; InputError where it cannot be made or nothing can be written in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError as error:
        raise InputError(folder, f"无法写入（{reason(error)}）", "请换一个可写的输出文件夹") from error


@contextmanager
def reserved(out: Output) -> Iterator[None]:
    """Make the folders of `out` and see that they can be written; those made go again where the block leaves them empty.

    Raises InputError, before the block, where one cannot be made or written.
    """
    folders = (out.tables, out.figures, out.documents)
    new = {parent for folder in folders for parent in (folder, *folder.parents) if not parent.exists()}
    try:
        for folder in folders:
            writable_folder(folder)
        yield
    finally:
        for folder in sorted(new, key=lambda folder: len(folder.parts), reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()


@contextmanager
def staged(out: Output, *, stale: tuple[str, ...] = (), gone: Iterable[Path] = ()) -> Iterator[Output]:
    """Yield an empty layout to write to; when the block ends well its files replace those of `out`.

    All are moved or, where one cannot be (open in Excel, say), none: what was there before comes back.
    `stale` are name patterns in the figures folder, `gone` other paths: earlier files of ours that this run did not write again.
    """
    with reserved(out), tempfile.TemporaryDirectory(prefix=".zhenggai-", dir=out.tables.parent) as name:
        new = Output(Path(name, "tables"), Path(name, "figures"), Path(name, "documents"))
        for folder in (new.tables, new.figures, new.documents):
            folder.mkdir()
        yield new
        moves = [
            (part, target / part.name)
            for source, target in ((new.tables, out.tables), (new.figures, out.figures), (new.documents, out.documents))
            for part in sorted(source.iterdir())
        ]
        kept = {target for _, target in moves}
        old = [*gone, *(path for pattern in stale for path in sorted(out.figures.glob(pattern)))]
        _replace(moves, [path for path in dict.fromkeys(old) if path not in kept], Path(name, "before"))


def _replace(moves: list[tuple[Path, Path]], gone: list[Path], before: Path) -> None:
    before.mkdir()
    done: list[tuple[Path, Path | None]] = []
    try:
        for number, target in enumerate([*(target for _, target in moves), *gone]):
            if target.exists():
                backup = before / str(number)
                os.replace(target, backup)
                done.append((target, backup))
        for part, target in moves:
            shutil.move(part, target)
            done.append((target, None))
    except OSError as error:
        for path, _ in done:
            path.unlink(missing_ok=True)
        for path, backup in done:
            if backup:
                os.replace(backup, path)
        raise InputError(target, f"无法写入（{reason(error)}）", "请先关闭正在打开它的程序；原有文件未改动") from error
