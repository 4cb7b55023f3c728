"""The stage after the gaps: verdicts that rest on a person's decision, and say so."""

import pandas as pd

from analysis.review.matching import Pair, Standing, standing
from analysis.review.words import JUDGED
from analysis.views.naming import measure_names
from analysis.wording import LEVELS

CERTAIN = 1.0
Names = dict[tuple[str, str], str]
NAMED = 3  # measures named in a reason


def settle(problems: pd.DataFrame, measures: pd.DataFrame, links: pd.DataFrame, gaps: pd.DataFrame, decisions: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Frame gaps: `justified` with the note as reason; `unknown` where only a suspect link would cover the problem.

    A verdict that a confirmed link carries has confidence 1 and, where a person gave the level, no sentence of the
    program's; its coverage is missing where the program found nothing addressed. Rejected measures are named in the reason of what is not covered.
    """
    if decisions.empty:
        return {"gaps": gaps}
    held, _ = standing(problems, measures, decisions)
    names = measure_names(measures)
    own = {key: rows for key, rows in links.groupby(["doc", "problem"], sort=False)}
    rows = [row | _changes(row, own.get((row["doc"], row["problem"]), links.iloc[:0]), held, names) for row in gaps.to_dict("records")]
    return {"gaps": pd.DataFrame(rows, columns=gaps.columns).astype(gaps.dtypes.to_dict())}


def _changes(gap: dict, links: pd.DataFrame, held: dict[Pair, Standing], names: Names) -> dict:
    whole = held.get((gap["doc"], gap["problem"], ""))
    stated = whole is not None and whole.decision == "justified"
    if stated and not whole.changed:
        return {"verdict": "justified", "reason": whole.note, "confidence": CERTAIN}
    changes = _of_links(gap, links, held, names)
    if stated:
        changes["reason"] = f"此前的人工说明因问题文字有改动，需重核。{changes.get('reason', gap['reason'])}"
    return changes


def _of_links(gap: dict, links: pd.DataFrame, held: dict[Pair, Standing], names: Names) -> dict:
    suspect = links[links["state"] == "suspect"]
    firm = links[links["state"] != "suspect"]
    best = int(firm["level"].max()) if len(firm) else 0
    doubtful = suspect[suspect["level"] > best]
    if len(doubtful):
        level = LEVELS[int(doubtful["level"].max())]
        return {"verdict": "unknown", "reason": f"{_called(doubtful, names)}在人工核定之后文字有改动，需重核；程序现判{level}。"}
    confirmed = firm[(firm["state"] == "confirmed") & (firm["level"] == best)]
    if best and len(confirmed):
        given = confirmed["why"].str.contains(JUDGED, regex=False).any()
        unknown = {"coverage": pd.NA} if given and gap["coverage"] == 0 else {}
        return unknown | {"reason": f"人工确认：{_called(confirmed, names)}{LEVELS[best]}{_note(confirmed, held)}。{'' if given else gap['reason']}", "confidence": CERTAIN}
    rejected = links[links["state"] == "rejected"]
    if best < 2 and len(rejected):
        said = f"人工否决：{_called(rejected, names)}{_note(rejected, held)}。"
        if gap["verdict"] == "unknown":  # the person has settled what the program left open
            return {"verdict": "uncovered", "reason": f"{said}其余措施未见针对这一问题的举措。"}
        return {"reason": said + gap["reason"]}
    return {}


def _note(links: pd.DataFrame, held: dict[Pair, Standing]) -> str:
    """，the note of the person, where the decision is on one measure only."""
    notes = [held[key].note for key in zip(links["doc"], links["problem"], links["measure"], strict=True)]
    return f"，{notes[0].rstrip('。')}" if len(notes) == 1 and notes[0] else ""


def _called(links: pd.DataFrame, names: Names) -> str:
    """The measures of these links as a sentence names them: （二）, 措施3."""
    found = [names[doc, measure] for doc, measure in zip(links["doc"], links["measure"], strict=True)]
    said = "、".join(found[:NAMED])
    return f"{said}等{len(found)}条" if len(found) > NAMED else said
