"""What a run says at its end: at most 25 lines, counted from the finished tables."""

import pandas as pd

from analysis import wording
from analysis.flow import usable
from analysis.paths import Output
from analysis.views.ranking import ranked

LIMIT = 25
WORST = 5
"""Documents named in the summary of a corpus."""


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


def of_corpus(table: pd.DataFrame, out: Output) -> list[str]:
    """What all documents come to, the documents with most gaps, and where the tables lie."""
    good = table[table["error"] == ""]
    if good.empty:
        return []
    sums = good.select_dtypes("Int64").sum()
    whole = int(sums["problems"])
    unusable = f"，{len(table) - len(good)}份不能使用（原因见 documents.csv）" if len(good) < len(table) else ""
    verdicts = "，".join(f"{name}{wording.share(int(sums[verdict]), whole)}" for verdict, name in wording.VERDICTS.items())
    strict, relaxed = (wording.share(int(sums[column]), whole) for column in ("confirmed_covered", "covered"))
    return [
        f"文档{len(table)}份{unusable}；问题{whole}条，措施{sums['measures']}条，其中孤立措施{sums['orphans']}条",
        f"结论：{verdicts}",
        f"已覆盖：严格口径{strict}，宽松口径{relaxed}",
        *_worst_lines(good),
        f"表格：{out.tables}；每份文档一行：corpus.csv",
        f"图：{out.figures}",
    ]


def _worst_lines(good: pd.DataFrame) -> list[str]:
    worst = good[good["uncovered"] > 0].sort_values(["uncovered", "partial"], ascending=False, kind="stable").head(WORST)
    lines = [f"  {row.doc}：未覆盖{wording.share(row.uncovered, row.problems)}，部分覆盖{row.partial}" for row in worst.itertuples()]
    return ["缺口最多的文档：", *lines] if lines else ["没有未覆盖的问题"]


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
