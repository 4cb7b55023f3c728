"""Why a pair got its level: the segments that met side by side, what they share, and what each part of the judgement made of it."""

import pandas as pd

from analysis.wording import COLUMNS, CURVES, LEVELS, PARTS

PAIR = ["doc", "problem", "measure"]
SMALL = 0.01
"""A part that adds less than this share of a curve is not named."""
SEGMENTS_SIDE_BY_SIDE = {"evidence_problem": "问题片段", "evidence_measure": "措施片段", "shared_terms": "共有词语与概念", "signals": "片段相近之处"}


def shares(frames: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a (problem, measure) pair, in the order of table contributions.

    `partial` and `remedy` are chances in [0, 1] (remedy: that what covers the problem makes up for it); `partial_…` and
    `remedy_…` the share of each part in what all parts add to the curve, in [0, 1], together 1 (0 where nothing adds).
    Empty where the judgement left no such table.
    """
    table = frames.get("contributions")
    if table is None or table.empty:
        return pd.DataFrame(columns=[*PAIR, *CURVES])
    chances = table["partial"].astype(float)
    remedy = (table["direct"].astype(float) / chances.where(chances > 0)).clip(upper=1).fillna(0.0)
    return table[PAIR].assign(partial=chances, remedy=remedy).join([_shares(table, curve) for curve in CURVES])


def _shares(table: pd.DataFrame, curve: str) -> pd.DataFrame:
    added = table[[f"{curve}_{part}" for part in PARTS if f"{curve}_{part}" in table.columns]].astype(float)
    return added.div(added.sum(axis=1).where(lambda whole: whole > 0), axis=0).fillna(0.0)


def said(row: dict, curve: str) -> str:
    """`概念近似 41% · 用词 22%`: the parts of one row of `shares`, the largest first."""
    found = [(row[f"{curve}_{part}"], name) for part, name in PARTS.items() if row.get(f"{curve}_{part}", 0) >= SMALL]
    return " · ".join(f"{name} {share:.0%}" for share, name in sorted(found, key=lambda part: -part[0]))


def likely(chance: float) -> str:
    """A chance in whole percent that never says certain or impossible: 不到1%, 81%, 99%以上."""
    return "不到1%" if chance < 0.01 else "99%以上" if chance > 0.99 else f"{chance:.0%}"


def explained(frames: dict[str, pd.DataFrame], problem: str = "", measure: str = "") -> pd.DataFrame:
    """The matches of one pair or several, headed in Chinese: 问题片段 beside 措施片段, what they share, how each part counted.

    Without `measure` the one nearest to each problem, without `problem` all problems. A pair's first row is the meeting
    that says most for it, with the chances and the shares of the parts; the rows after it are the problem's other
    segments that this measure meets best, with what each signal gave.
    """
    nearest = set(frames["gaps"][["doc", "problem", "best_measure"]].itertuples(index=False, name=None))
    made = {tuple(row[key] for key in PAIR): row for row in shares(frames).to_dict("records")}
    met = _met(frames)
    rows = []
    for link in frames["links"].to_dict("records"):
        key = tuple(link[name] for name in PAIR)
        if (measure == link["measure"] if measure else key in nearest) and problem in ("", link["problem"]):
            rows += _pair(link, made.get(key, {}), met.get(key, []))
    return pd.DataFrame(rows, columns=[COLUMNS["problem"], COLUMNS["measure"], COLUMNS["level"], *SEGMENTS_SIDE_BY_SIDE.values(), *CURVES.values()])


def _met(frames: dict[str, pd.DataFrame]) -> dict[tuple, list[dict]]:
    evidence = frames.get("evidence")
    if evidence is None or evidence.empty:
        return {}
    return {key: rows.to_dict("records") for key, rows in evidence[evidence["measure"] != ""].groupby(PAIR, sort=False)}


def _pair(link: dict, made: dict, met: list[dict]) -> list[dict]:
    own = (link["evidence_problem"], link["evidence_measure"])
    signals = {(row["text"], row["measure_text"]): row for row in met}
    head = {COLUMNS["problem"]: link["problem"], COLUMNS["measure"]: link["measure"], COLUMNS["level"]: LEVELS[int(link["level"])]}
    first = head | _segments(*own, link["shared_terms"], signals.pop(own, {}))
    first |= {name: f"可能性{likely(made[curve])}：{said(made, curve)}" if made else "" for curve, name in CURVES.items()}
    return [first, *(head | _segments(*texts, row["terms"], row) | dict.fromkeys(CURVES.values(), "") for texts, row in signals.items())]


def _segments(problem: str, measure: str, terms: str, signals: dict) -> dict:
    gave = [(name, signals[part]) for part, name in PARTS.items() if not pd.isna(signals.get(part, pd.NA)) and signals[part] >= SMALL]
    told = " · ".join(f"{name} {value:.2f}" for name, value in gave)
    return dict(zip(SEGMENTS_SIDE_BY_SIDE.values(), (problem, measure, terms, told), strict=True))
