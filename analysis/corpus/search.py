"""Which files are meant: those named, and the readable ones in the folders named."""

import os
from collections.abc import Iterable
from pathlib import Path

from analysis.errors import InputError, reason
from analysis.paths import Output
from analysis.reading.formats import ACCEPTED, BY_SUFFIX

LOCKS = "~$"
"""What the names of the lock files begin with that Office leaves beside an open document."""


def find(paths: Iterable[Path], out: Output) -> dict[Path, str]:
    """File → why it cannot be used (mostly empty): files as named, those of a folder in the order of their paths.

    A file is named once. Hidden files, lock files and what an earlier run wrote to `out` are passed over; a folder
    that cannot be opened or has nothing to read stands for itself, with the reason.
    """
    ours = {path.resolve() for path in (out.tables, out.figures, out.decisions, out.review, out.ledger, out.page)}
    found: dict[Path, str] = {}
    for path in map(Path, paths):
        for file, fault in _within(path, ours) if path.is_dir() else [(path, "")]:
            found.setdefault(file, fault)
    return found


def _within(folder: Path, ours: set[Path]) -> list[tuple[Path, str]]:
    found: list[tuple[Path, str]] = []

    def refused(error: OSError) -> None:
        found.append((Path(error.filename), str(InputError(error.filename, f"文件夹无法打开（{reason(error)}）", "请检查权限"))))

    for place, folders, names in os.walk(folder, onerror=refused):
        home = Path(place).resolve()
        folders[:] = [name for name in folders if not name.startswith(".") and home / name not in ours]
        found += [(Path(place, name), "") for name in names if _wanted(name) and home / name not in ours]
    return sorted(found, key=lambda one: one[0].parts) or [(folder, str(InputError(folder, "文件夹中没有可读取的文件", ACCEPTED)))]


def _wanted(name: str) -> bool:
    return not name.startswith((".", LOCKS)) and Path(name).suffix.lower() in BY_SUFFIX
