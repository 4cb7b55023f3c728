"""The review of an output folder: a workbook out, decisions in, and how far it is. Reads what `build` wrote there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis import reading
from analysis.errors import InputError
from analysis.paths import Output
from analysis.review import counts, forms, journal, renamed
from analysis.review.apply import apply as put_upon
from analysis.review.decide import decisions
from analysis.review.matching import standing
from analysis.review.queue import queue
from analysis.review.sheet import workbook
from analysis.store import read_table, whole_file

TABLES = ("documents", "problems", "measures", "links", "evidence", "gaps", "load")
SAID = 5
"""Lines about renamed documents, before the rest is only counted."""
REBUILD = "表格、图和简报尚未更新，请重新运行 zhenggai build"


def export(out: Output, *, unsure: bool = False) -> list[str]:
    """Write review.xlsx, or one of a new name where the one there has been filled in; what was done, in lines."""
    rows = queue(_frames(out), unsure=unsure)
    path = free_name(out.review)
    with whole_file(path) as part:
        part.write_bytes(workbook(rows))
    first = sum(bool(row["先看的原因"]) for row in rows)
    kept = [f"{out.review}中已有人工填写，保留不动"] if path != out.review else []
    return [*kept, f"待核定{len(rows)}对，其中{first}对宜先看：{path}"]


def apply(path: Path, out: Output, *, reviewer: str = "", date: str = "") -> list[str]:
    """Add the decisions of a filled review.xlsx, ledger.xlsx or CSV to decisions.csv; nothing where one row is bad."""
    read = reading.read([path])
    if error := read["documents"]["error"].iloc[0]:
        raise _Said(error)
    found, known = forms.entries(read["blocks"])
    if not known:
        raise InputError(path, "不是核定表", "请用 review.xlsx、ledger.xlsx，或含“问题编号、措施编号、决定”三列的 .csv")
    done = journal.append(out.decisions, decisions(path, found, _frames(out), reviewer=reviewer, date=date))
    said = {"confirmed": "确认", "rejected": "否决", "justified": "已说明", "withdrawn": "撤销"}
    numbers = "，".join(f"{name}{done.counts.get(word, 0)}" for word, name in said.items())
    return [f"{numbers}，未变{done.unchanged}：{out.decisions}", *([REBUILD] if len(done.added) else [])]


def status(out: Output) -> list[str]:
    """Pairs by state and both shares of every document, and what the tables do not yet show."""
    frames, decided = _frames(out), journal.load(out.decisions)
    _, lost = standing(frames["problems"], frames["measures"], decided)
    lines = counts.lines(counts.counts(frames))
    if lost:
        lines.append(f"另有{lost}条决定的问题或措施在现有文档中已找不到，仍保留在{out.decisions}")
    if gone := missing(decided, out, frames["documents"]["doc"]):
        names = "、".join(f"“{one.doc}”" for one in gone[:SAID]) + ("等" if len(gone) > SAID else "")
        lines.append(f"现有表格中没有已核定的{names}{len(gone)}份文档；如果是改了文件名，请把它改回来再运行 zhenggai build")
    return [*lines, *([REBUILD] if _behind(frames, decided) else [])]


@dataclass(frozen=True)
class Carried:
    """The decisions that hold for the present documents, and what is to be kept and said of those of renamed files."""

    decisions: pd.DataFrame
    added: pd.DataFrame
    lines: tuple[str, ...] = ()

    def keep(self, out: Output, say: Callable[[str], None] | None = None) -> None:
        """Add to decisions.csv what was carried over; `say` is told each line."""
        journal.add(out.decisions, self.added)
        rest = len(self.lines) - SAID
        for line in (*self.lines[:SAID], *([f"另有{rest}份文档也有改名前的决定，这里从略；已沿用的见 {out.decisions} 的 carried_from 一列"] if rest > 0 else [])):
            if say:
                say(line)


def carried(decisions: pd.DataFrame, out: Output, frames: dict[str, pd.DataFrame]) -> Carried:
    """`decisions` with those of renamed files under their new names; `frames`: documents, problems and measures as read."""
    documents = frames["documents"]
    gone = missing(decisions, out, documents["doc"])
    if not gone:
        return settled(decisions, {})
    hashes = dict(zip(documents["doc"], documents["sha256"], strict=True))
    own = {doc: [frames[name][frames[name]["doc"] == doc] for name in ("problems", "measures")] for doc in renamed.undecided(decisions, documents["doc"])}
    return settled(decisions, {doc: renamed.likenesses(gone, hashes[doc], *items) for doc, items in own.items()})


def missing(decisions: pd.DataFrame, out: Output, present: Iterable[str]) -> tuple[renamed.Absent, ...]:
    """The documents with decisions that are not among the `present` ones."""
    if decisions.empty:
        return ()
    try:
        before = read_table("documents", out.tables)
    except (InputError, ValueError):  # no tables, or not ours: the texts must tell
        return renamed.absent(decisions, present, {})
    return renamed.absent(decisions, present, dict(zip(before["doc"], before["sha256"], strict=True)))


def settled(decisions: pd.DataFrame, found: dict[str, list[renamed.Likeness]]) -> Carried:
    """What comes of the likenesses `found` for each present document without decisions."""
    outcome = renamed.carry(decisions, found)
    whole = pd.concat([decisions, outcome.added], ignore_index=True) if len(outcome.added) else decisions
    return Carried(whole, outcome.added, outcome.lines)


def free_name(path: Path) -> Path:
    """`path`, or with -2, -3 … behind its stem where a file that a person has filled in has that name."""
    number, free = 1, path
    while free.exists() and _filled(free):
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free


def keep_filled(path: Path) -> list[str]:
    """Copy a ledger that a person has filled in to a name of its own, before the main job writes a new one; says so."""
    if not path.exists() or not _filled(path):
        return []
    content, number = path.read_bytes(), 2
    while (copy := path.with_stem(f"{path.stem}-{number}")).exists() and copy.read_bytes() != content:
        number += 1
    with whole_file(copy) as part:
        part.write_bytes(content)
    return [f"{path}中有人工填写，已另存为{copy}；用 zhenggai review apply 登记其中的决定"]


def _filled(path: Path) -> bool:
    """Whether a person has filled in this workbook; one that cannot be read may have been."""
    read = reading.read([path])
    return bool(read["documents"]["error"].iloc[0]) or forms.filled(read["blocks"])


def _behind(frames: dict[str, pd.DataFrame], decided: pd.DataFrame) -> bool:
    """Whether the tables were made before the latest decisions."""
    held, _ = standing(frames["problems"], frames["measures"], decided)
    fresh = put_upon(frames["problems"], frames["measures"], frames["links"].assign(state="candidate"), frames["evidence"], decided)["links"]
    whole = {key[:2] for key, state in held.items() if not key[2] and state.decision == "justified" and not state.changed}
    stated = frames["gaps"].loc[frames["gaps"]["verdict"] == "justified"]
    moved = fresh["state"].ne(frames["links"]["state"]) | (fresh["state"].eq("confirmed") & fresh["level"].ne(frames["links"]["level"]))
    return bool(moved.any()) or whole != set(zip(stated["doc"], stated["problem"], strict=True))


def _frames(out: Output) -> dict[str, pd.DataFrame]:
    return {name: read_table(name, out.tables) for name in TABLES}


class _Said(InputError):
    """An error that the reading has put into a line already."""

    def __init__(self, line: str):
        Exception.__init__(self, line)
