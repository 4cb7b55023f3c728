"""问题—措施对照: one row a problem, with everything that a reader needs to check its verdict."""

import pandas as pd

from analysis.views.naming import ordinal
from analysis.wording import LEVELS, NONE, VERDICTS, band

COLUMNS = ["doc", "problem", "category", "headline", "text", "causes", "measures", "owner", "deadline", "status", "verdict", "verdict_name", "reason", "coverage", "confidence", "band", "best_measure", "best_headline", "best_level", "score", "evidence_problem", "evidence_measure"]


def ledger(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a problem in document order.

    `causes` and `measures` list what bears on it (measures with their level), one a line, 无 where
    nothing does; `owner` and `deadline` are the problem's own or, where it names none, those of these measures;
    `best_*` and `evidence_*` are those of the nearest measure, whatever its level.
    """
    gaps = frames["gaps"].merge(frames["problems"].drop(columns="headline"), on=["doc", "problem"], how="left")
    measures = {(row.doc, row.measure): row for row in frames["measures"].itertuples()}
    links = {key: rows for key, rows in frames["links"].groupby(["doc", "problem"], sort=False)}
    causes = _causes(frames)
    nothing = frames["links"].iloc[:0]
    rows = [_row(gap, links.get((gap["doc"], gap["problem"]), nothing), measures, causes) for gap in gaps.to_dict("records")]
    return pd.DataFrame(rows, columns=COLUMNS)


def _row(gap: dict, links: pd.DataFrame, measures: dict, causes: dict) -> dict:
    touching = links[links["level"] > 0].sort_values(["level", "score"], ascending=False, kind="stable")
    best = links[links["measure"] == gap["best_measure"]].to_dict("records")
    nearest = best[0] if best else {}
    return gap | {
        "causes": "\n".join(causes.get((gap["doc"], gap["problem"]), [])) or NONE,
        "measures": "\n".join(_line(link, measures) for link in touching.to_dict("records")) or NONE,
        "owner": gap["owner"] or _of_measures(gap["doc"], touching, measures, "owner"),
        "deadline": gap["deadline"] or _of_measures(gap["doc"], touching, measures, "deadline"),
        "verdict_name": VERDICTS[gap["verdict"]],
        "band": band(gap["confidence"]) if not pd.isna(gap["confidence"]) else "",
        "best_headline": measures[gap["doc"], gap["best_measure"]].headline if gap["best_measure"] else "",
        "best_level": LEVELS[int(nearest["level"])] if nearest else "",
        "evidence_problem": nearest.get("evidence_problem", ""),
        "evidence_measure": nearest.get("evidence_measure", ""),
    }


def _line(link: dict, measures: dict) -> str:
    return f"{ordinal(link['measure'])} {measures[link['doc'], link['measure']].headline}（{LEVELS[int(link['level'])]}）"


def _of_measures(doc: str, links: pd.DataFrame, measures: dict, column: str) -> str:
    """What the measures that bear on a problem say of owner or deadline, one a line, naming the measure."""
    said = [(measure, getattr(measures[doc, measure], column)) for measure in links["measure"]]
    return "\n".join(f"{text}（{ordinal(measure)}）" for measure, text in said if text)


def _causes(frames: dict[str, pd.DataFrame]) -> dict[tuple[str, str], list[str]]:
    names = {(row.doc, row.cause): row.headline for row in frames["causes"].itertuples()}
    links = frames["cause_links"]
    found: dict[tuple[str, str], list[str]] = {}
    for link in links[(links["level"] > 0) & links["source"].str.startswith("P")].itertuples():
        found.setdefault((link.doc, link.source), []).append(f"{ordinal(link.target)} {names[link.doc, link.target]}")
    return found
