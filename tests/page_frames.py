"""Finished tables for the page, small enough to know by heart, and hostile ones."""

import pandas as pd

from analysis.schema import frame

PROBLEMS = (
    ("停车难", "停车难。老旧小区车位不足，夜间占用消防通道。比如，桂苑社区156户只有43个车位。", "交通", "covered"),
    ("路灯坏", "路灯坏。背街小巷路灯长期不亮，报修后无人回复。", "市政", "partial"),
    ("无物业", "无物业。三处楼院没有物业，垃圾随意堆放。", "市政", "uncovered"),
)
MEASURES = (
    ("新增泊位", "新增泊位。年底前新增公共泊位320个，推行错峰共享停车，消防通道占用逐处清理。"),
    ("加强管理", "加强管理。进一步加强背街小巷路灯巡查。"),
)
LEVELS = ((2, 0), (0, 1), (0, 0))
HOSTILE = '"><script>document.title="x"</script><img src=x onerror="document.title=1"></script><!--\u202e倒着写\u2028\'&amp;{{7*7}}' + "长" * 300


def small(doc: str = "甲", problems=PROBLEMS, measures=MEASURES, levels=LEVELS, **columns) -> dict[str, pd.DataFrame]:
    """All tables of one document of three problems and two measures; `columns` replaces columns of the links."""
    links = [_link(p, m, problems, measures, level) | columns for p, row in enumerate(levels) for m, level in enumerate(row)]
    rows = {
        "documents": [{"title": f"{doc}街道整改方案", "path": f"{doc}.txt"}],
        "problems": [
            {"problem": f"P{n:02}", "number": str(n), "headline": head, "text": text, "category": category}
            for n, (head, text, category, _) in enumerate(problems, 1)
        ],
        "causes": [{"cause": "C01", "headline": "投入少", "text": "投入少。"}],
        "measures": [{"measure": f"M{n:02}", "headline": head, "text": text} for n, (head, text) in enumerate(measures, 1)],
        "segments": [part for n, problem in enumerate(problems, 1) for part in _segments(f"P{n:02}", problem)],
        "links": links,
        "cause_links": [{"source": "P01", "target": "C01", "score": 0.6, "level": 1}],
        "gaps": [_gap(n, problem, [link for link in links if link["problem"] == f"P{n:02}"]) for n, problem in enumerate(problems, 1)],
        "load": [_load(n, head, [link for link in links if link["measure"] == f"M{n:02}"]) for n, (head, _) in enumerate(measures, 1)],
        "evidence": [_evidence(n, problem, measures, row) for n, (problem, row) in enumerate(zip(problems, levels, strict=True), 1) if measures],
        "contributions": [_made(link) for link in links],
    }
    return {name: frame(name, [{"doc": doc} | row for row in part]) for name, part in rows.items()}


def hostile() -> dict[str, pd.DataFrame]:
    """A document all of whose texts try to leave their place."""
    problems = [(HOSTILE, HOSTILE + head + text, HOSTILE, verdict) for head, text, _, verdict in PROBLEMS]
    measures = [(HOSTILE, HOSTILE + text) for _, text in MEASURES]
    return small("甲 <b>#1/%", problems, measures, LEVELS, why=HOSTILE, shared_terms=f"消防通道、{HOSTILE}")


def _link(p: int, m: int, problems, measures, level: int) -> dict:
    evidence = {"evidence_problem": problems[p][1][:8], "evidence_measure": measures[m][1][-12:]} if level else {}
    words = "消防通道、占用、〔停车〕" if level == 2 else "路灯" if level else ""
    score = (0.05, 0.5, 0.9)[level]
    return {"problem": f"P{p + 1:02}", "measure": f"M{m + 1:02}", "score": score, "level": level, "paired": int(p == m), "state": "candidate", "shared_terms": words, "why": "见依据。"} | evidence


def _segments(item: str, problem) -> list[dict]:
    head, text = problem[:2]
    start = text.index(head) + len(head)
    return [
        {"item": item, "segment": 1, "kind": "headline", "text": head, "start": start - len(head), "end": start},
        {"item": item, "segment": 2, "kind": "claim", "text": text[start + 1 : -1], "start": start + 1, "end": len(text) - 1},
    ]


def _gap(n: int, problem, links: list[dict]) -> dict:
    best = max(links, key=lambda link: link["score"], default={"measure": "", "score": pd.NA})
    shares = {"covered": 1, "partial": 0.5}
    return {"problem": f"P{n:02}", "headline": problem[0], "verdict": problem[3], "reason": f"理由：{problem[0]}", "coverage": shares.get(problem[3], 0), "confidence": 0.6, "best_measure": best["measure"], "score": best["score"]}


def _load(n: int, head: str, links: list[dict]) -> dict:
    direct, partial = (sum(link["level"] == level for link in links) for level in (2, 1))
    return {"measure": f"M{n:02}", "headline": head, "problems_direct": direct, "problems_partial": partial, "orphan": int(direct + partial == 0), "quantified": 1, "slogan_share": 0.25}


def _evidence(n: int, problem, measures, row) -> dict:
    best = max(range(len(row)), key=row.__getitem__)
    met = {"words": 0.2, "bigrams": 0.1, "concepts": 0.3, "affinity": 0.0, "relevance": 0.6} if row[best] else {}
    return {"problem": f"P{n:02}", "segment": 1, "kind": "headline", "text": problem[0], "measure": f"M{best + 1:02}", "measure_segment": 1, "measure_text": measures[best][0], "addressed": row[best], "confidence": 0.6} | met


def _made(link: dict) -> dict:
    level = link["level"]
    added = {"partial_words": 3 * level, "partial_pairing": level, "remedy_remedies": 1}
    return {"problem": link["problem"], "measure": link["measure"], "topic": 0.5, "partial": (0.002, 0.6, 0.8)[level], "direct": (0.001, 0.3, 0.6)[level]} | added
