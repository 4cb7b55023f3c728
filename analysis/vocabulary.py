"""`zhenggai words`: the word lists checked, and grown from an analyst's own documents."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from analysis import flow
from analysis.coverage import casebook_check, check
from analysis.errors import InputError, reason
from analysis.keywords.discovery import discover as candidates
from analysis.words import additions, validation

ITEMS = ("problems", "causes", "measures")


def faults() -> list[str]:
    """What is wrong in the user dictionary, the concept lexicon and the written cases, a line each: file, line, fault."""
    dictionary = [f"{validation.DICTIONARY.name} {line}" for line in validation.report()]
    concepts = [f"concepts.csv {line}" for line in check.faults()]
    return dictionary + concepts + [f"cases.csv {line}" for line in casebook_check.faults()]


def discover(paths: Iterable[Path], table: Path) -> tuple[pd.DataFrame, list[str]]:
    """Write candidates for the user dictionary found in documents to `table`, to be ticked in column `take`.

    Returns the documents read (with their errors) and what to say; where none could be read there is no table.
    """
    frames = flow.tabulate(paths, flow.READ)
    if not flow.usable(frames):
        return frames["documents"], []
    found = candidates(**{name: frames[name] for name in ITEMS})["candidates"]
    additions.write_candidates(found, table)
    if found.empty:
        return frames["documents"], [f"没有找到候选词（候选词须反复出现，文档越多越容易找到）；空表写入 {table}"]
    return frames["documents"], [f"找到{len(found)}个候选词，写入 {table}；在 take 列勾选后运行 zhenggai words add --table {table}"]


def add(table: Path) -> list[str]:
    """Append the ticked terms of `table` to the user dictionary.

    Raises InputError where the table cannot be read or a ticked term could never match; nothing is added then.
    """
    try:
        ticked = pd.read_csv(table, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        added = additions.add_ticked(ticked)
    except (OSError, ValueError, KeyError) as error:
        raise InputError(table, f"候选词表读不出来（{_why(error)}）", "请用 zhenggai words discover 生成的表，UTF-8 编码") from error
    return [f"加入{len(added)}个词：{'、'.join(added)}" if added else "没有新勾选的词"]


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return reason(error)
    if isinstance(error, UnicodeDecodeError):
        return "不是 UTF-8 编码"
    return f"没有 {error.args[0]} 列" if isinstance(error, KeyError) else "不是 CSV 表"
