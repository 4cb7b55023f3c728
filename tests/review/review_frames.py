"""Two problems and two measures of an invented street office, and decisions on them."""

from analysis import schema
from analysis.review.texts import fingerprint, quote

PROBLEMS = {"P01": "停车难。老城区车位缺口三百个，夜间占道停放。", "P02": "路灯损坏。北河街多处路灯不亮，居民多次反映。"}
MEASURES = {"M01": "新增泊位。年底前在河西路新建泊位三百个。", "M02": "加强宣传。进一步提高思想认识。"}
LEVELS = {("P01", "M01"): 2, ("P01", "M02"): 1, ("P02", "M01"): 0, ("P02", "M02"): 1}


def items(side: str, texts: dict[str, str]):
    rows = [{"doc": "d", side: item, "number": f"（{'一二三四'[at]}）", "headline": text.split("。")[0], "text": text} for at, (item, text) in enumerate(texts.items())]
    return schema.frame(f"{side}s", rows)


def links(levels: dict = LEVELS):
    return schema.frame(
        "links",
        [
            {"doc": "d", "problem": problem, "measure": measure, "level": level, "score": level * 0.4 + 0.1, "state": "candidate", "evidence_measure": "原句" * (level > 0), "why": "程序的话。"}
            for (problem, measure), level in levels.items()
        ],
    )


def evidence():
    rows = [("P01", "M01", 2), ("P02", "M02", 1)]
    return schema.frame("evidence", [{"doc": "d", "problem": p, "segment": 1, "kind": "headline", "text": PROBLEMS[p], "measure": m, "addressed": met, "confidence": 0.55} for p, m, met in rows])


def decision(problem: str, measure: str, word: str, *, level=None, note: str = "", problems=PROBLEMS, measures=MEASURES) -> dict:
    row = {"doc": "d", "problem": problem, "measure": measure, "decision": word, "level": level, "note": note}
    for side, item, texts in (("problem", problem, problems), ("measure", measure, measures)):
        text = texts.get(item, "")
        row |= {f"fingerprint_{side}": fingerprint(text), f"quote_{side}": quote(text)}
    return row


def decided(*rows: dict):
    return schema.frame("decisions", rows)
