"""What a run says at its end: at most 25 lines, counted from the finished tables."""

import pandas as pd

from analysis import wording
from analysis.flow import usable
from analysis.paths import Output
from analysis.views.ranking import ranked

LIMIT = 25


def of_build(frames: dict[str, pd.DataFrame], out: Output) -> list[str]:
    """One line a document (problems by verdict), the gaps, and where the outputs lie."""
    gaps = frames["gaps"]
    if not usable(frames):
        return []
    lines = [_document_line(row, gaps[gaps["doc"] == row.doc]) for row in frames["documents"].itertuples() if not row.error]
    where = [f"表格：{out.tables}", f"图：{out.figures}", f"简报：{out.slides}；台账：{out.ledger}；网页：{out.page}"]
    room = LIMIT - len(where) - len(lines)
    return [*_cut(lines, LIMIT - len(where)), *_cut(_gap_lines(gaps, frames["documents"]["doc"]), room), *where]


def of_reading(frames: dict[str, pd.DataFrame], out: Output) -> list[str]:
    """One line a document: what was found in it and what is doubtful."""
    rows = frames["documents"]
    if not usable(frames):
        return []
    lines = [
        f"{row.doc}：问题{row.problems}条，原因{row.causes}条，措施{row.measures}条" + (f"；注意：{row.warnings}" if row.warnings else "")
        for row in rows[rows["error"] == ""].itertuples()
    ]
    return [*_cut(lines, LIMIT - 1), f"表格：{out.tables}"]


def _document_line(row, gaps: pd.DataFrame) -> str:
    counts = gaps["verdict"].value_counts()
    parts = [f"{name}{counts[verdict]}" for verdict, name in wording.VERDICTS.items() if verdict in counts]
    return f"{row.doc}：问题{len(gaps)}条（{'，'.join(parts) or wording.NONE}），措施{row.measures}条"


def _gap_lines(gaps: pd.DataFrame, docs: pd.Series) -> list[str]:
    """A line a gap: documents as they were given, within one the order of every other output."""
    uncovered = ranked(gaps[gaps["verdict"] == "uncovered"])
    return [f"  缺口 {row.doc} {row.problem} {row.headline}：{row.reason}" for doc in docs for row in uncovered[uncovered["doc"] == doc].itertuples()]


def _cut(lines: list[str], room: int) -> list[str]:
    if len(lines) <= room:
        return lines
    return [*lines[: max(room - 1, 0)], f"  ……另有{len(lines) - room + 1}行，见表格"] if room > 0 else []
