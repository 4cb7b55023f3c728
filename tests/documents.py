"""Fictional documents as finished tables of the contract, at any size: what charts and outputs are tested on.

Every sentence is put together from `phrases` by a seeded generator; places and numbers are invented.
The same arguments always give the same frames.
"""

import random

import pandas as pd
from phrases import ACTIONS, CAUSES, CLAIMS, DEADLINES, DEFICIENCIES, DOMAINS, EXAMPLES, GOALS, OWNERS, SLOGANS

from analysis.schema import frame

SIZES = {"small": (5, 3), "middle": (15, 5), "large": (60, 40)}
NAME = "青岚区整改方案"
TITLE = "青岚区城市运行专项检查发现问题整改方案"


def document(problems: int = 15, measures: int = 5, causes: int = 4, *, categories: bool = True, seed: int = 7, doc: str = NAME) -> dict[str, pd.DataFrame]:
    """All tables of one document with so many problems, causes and measures."""
    chance = random.Random(f"{seed} {problems} {measures} {causes}")
    found = _problems(chance, problems)
    taken = [_measure(chance, number, found) for number in range(1, measures + 1)]
    reasons = [{"cause": f"C{n:02}", "headline": CAUSES[(n - 1) % len(CAUSES)], "text": CAUSES[(n - 1) % len(CAUSES)] + "。"} for n in range(1, causes + 1)]
    links = [_link(chance, problem, measure) for problem in found for measure in taken]
    rows = {
        "documents": [{"path": f"{doc}.txt", "format": "txt", "title": TITLE, "problems": problems, "causes": causes, "measures": measures}],
        "problems": [_item(problem, "problem", problem["domain"] if categories else "") for problem in found],
        "causes": reasons,
        "measures": [_item(measure, "measure") for measure in taken],
        "segments": [segment for item in (*found, *taken) for segment in item["segments"]],
        "pairs": [],
        "keywords": [row for item in (*found, *taken) for row in _keywords(item)],
        "links": links,
        "cause_links": list(_cause_links(chance, found, reasons, taken)),
        "gaps": [_gap(chance, problem, [link for link in links if link["problem"] == problem["problem"]]) for problem in found],
        "load": [_load(measure, [link for link in links if link["measure"] == measure["measure"]]) for measure in taken],
    }
    frames = {name: frame(name, [{"doc": doc} | row for row in part]) for name, part in rows.items()}
    return frames | {"evidence": _evidence(doc, chance, found, rows["gaps"], links, taken)} | _terms(doc, found, taken)


def together(*documents: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """The tables of several documents as one set, as the pipeline gives them."""
    return {name: pd.concat([part[name] for part in documents], ignore_index=True) for name in documents[0]}


def _problems(chance: random.Random, count: int) -> list[dict]:
    fields = min(len(DOMAINS), max(1, (count + 1) // 3))
    domains = sorted(range(count), key=lambda number: number % fields)
    return [_problem(chance, place, number % fields, number // fields) for place, number in enumerate(domains, 1)]


def _problem(chance: random.Random, place: int, domain: int, turn: int) -> dict:
    name, things = DOMAINS[domain]
    thing = things[turn % len(things)]
    headline = thing + DEFICIENCIES[(domain * 3 + turn) % len(DEFICIENCIES)]
    whole = chance.randint(12, 90)
    body = [("claim", text) for text in chance.sample(CLAIMS, chance.randint(1, 3))]
    body.append(("example", chance.choice(EXAMPLES).format(n=whole, m=whole // 3)))
    return _with_text({"problem": f"P{place:02}", "headline": headline, "domain": name, "thing": thing}, [("headline", headline), *body])


def _measure(chance: random.Random, place: int, found: list[dict]) -> dict:
    name, thing = _aim(chance, place, found)
    slogan = place % 4 == 0
    headline = f"{'强化' if slogan else '抓实'}{name}，{GOALS[place % len(GOALS)]}"
    actions = [("action", text.format(thing=thing, n=chance.randint(20, 400), m=chance.randint(3, 30))) for text in chance.sample(ACTIONS, 1 if slogan else 3)]
    slogans = [("slogan", text) for text in chance.sample(SLOGANS, 2 if slogan else 1)]
    fields = {
        "measure": f"M{place:02}",
        "headline": headline,
        "domain": name,
        "thing": thing,
        "slogan": slogan,
        "owner": chance.choice(OWNERS) if place % 3 else "",
        "deadline": chance.choice(DEADLINES) if place % 5 else "",
    }
    return _with_text(fields, [("headline", headline), *slogans, *actions])


def _aim(chance: random.Random, place: int, found: list[dict]) -> tuple[str, str]:
    """What a measure is about: every fifth something no problem names."""
    if place % 5 == 3 or not found:
        return "宣传引导", "典型经验推广"
    about = found[(place * 7) % max(1, len(found) * 3 // 4)]  # the last quarter of the problems is left alone
    return about["domain"], about["thing"]


def _with_text(item: dict, pieces: list[tuple[str, str]]) -> dict:
    name = item.get("problem") or item["measure"]
    text, segments = "", []
    for number, (kind, piece) in enumerate(pieces, 1):
        segments.append({"item": name, "segment": number, "kind": kind, "text": piece, "start": len(text), "end": len(text) + len(piece)})
        text += piece + "。"
    return item | {"text": text, "segments": segments}


def _item(item: dict, kind: str, category: str | None = None) -> dict:
    row = {kind: item[kind], "number": str(int(item[kind][1:])), "headline": item["headline"], "text": item["text"]}
    row |= {"owner": item.get("owner", ""), "deadline": item.get("deadline", "")}
    return row if category is None else row | {"category": category}


def _keywords(item: dict) -> list[dict]:
    own = item["headline"][-4:] if "measure" in item else item["headline"][len(item["thing"]) :]
    terms = [item["thing"], own] if len(own) <= 6 else [item["thing"]]
    terms = [*terms, *(term for term in ("台账", "督办", "清单", "验收", "点位", "责任人", "工单") if term in item["text"])]
    name = item.get("problem") or item["measure"]
    return [{"item": name, "rank": rank, "term": term, "weight": 1 / rank, "method": "phrase"} for rank, term in enumerate(terms, 1)]


def _link(chance: random.Random, problem: dict, measure: dict) -> dict:
    near = problem["domain"] == measure["domain"]
    score = min(0.97, (0.1 if near else 0.0) + (0.35 if problem["thing"] == measure["thing"] else 0) + chance.random() * (0.5 if near else 0.3005))
    level = 0 if score < 0.3 else 2 if score >= 0.55 and not measure["slogan"] else 1
    left, right = problem["segments"][0]["text"], measure["segments"][-1]["text"]
    said = {"evidence_problem": left, "evidence_measure": right, "shared_terms": measure["thing"], "why": f"措施提到“{right}”。"}
    paired = int(level == 2 and chance.random() < 0.3)
    state = "confirmed" if level == 2 and chance.random() < 0.25 else "candidate"
    return {"problem": problem["problem"], "measure": measure["measure"], "score": score, "level": level, "paired": paired, "state": state} | (said if level else {})


def _cause_links(chance: random.Random, found: list[dict], causes: list[dict], taken: list[dict]):
    ends = [(problem["problem"], cause["cause"]) for problem in found for cause in causes]
    ends += [(cause["cause"], measure["measure"]) for cause in causes for measure in taken]
    for source, target in ends:
        score = chance.random()
        yield {"source": source, "target": target, "score": score, "level": 2 if score > 0.85 else 1 if score > 0.6 else 0}


def _gap(chance: random.Random, problem: dict, links: list[dict]) -> dict:
    best = max(links, key=lambda link: (link["level"], link["score"]), default=None)
    level = best["level"] if best else 0
    unsure = level < 2 and chance.random() < 0.15
    verdict = "unknown" if unsure else ("uncovered", "partial", "covered")[level]
    nearest = f"最接近的是措施{int(best['measure'][1:])}" if best else "文件没有写出整改措施"
    reasons = {
        "uncovered": f"没有一项措施针对“{problem['thing']}”；{nearest}，但办的是另一件事",
        "partial": f"{nearest}，只触及其中一个方面，没有可核查的举措",
        "unknown": f"{nearest}，依据不足，需要人工判断",
        "covered": f"{nearest}，有可核查的举措直接对应",
    }
    share = {"uncovered": 0, "partial": 0.25, "unknown": 0.25, "covered": 0.6}[verdict] + chance.choice((0, 0, 0.15, 0.25))
    row = {"problem": problem["problem"], "headline": problem["headline"], "verdict": verdict, "reason": reasons[verdict]}
    return row | {"coverage": share * (level > 0), "confidence": chance.uniform(0.4, 0.95), "best_measure": best["measure"] if best else "", "score": best["score"] if best else 0}


def _load(measure: dict, links: list[dict]) -> dict:
    direct, partial = (sum(link["level"] == level for link in links) for level in (2, 1))
    actions = [segment for segment in measure["segments"] if segment["kind"] == "action"]
    slogans = sum(len(segment["text"]) for segment in measure["segments"] if segment["kind"] == "slogan")
    return {
        "measure": measure["measure"],
        "headline": measure["headline"],
        "problems_direct": direct,
        "problems_partial": partial,
        "orphan": int(direct + partial == 0),
        "owner": measure["owner"],
        "deadline": measure["deadline"],
        "quantified": int(any("万元" in segment["text"] for segment in actions)),
        "slogan_share": slogans / len(measure["text"]),
    }


EVIDENCE = ["doc", "problem", "segment", "kind", "text", "measure", "measure_segment", "measure_text", "addressed", "relevance", "terms", "confidence"]


def _evidence(doc: str, chance: random.Random, found: list[dict], gaps: list[dict], links: list[dict], taken: list[dict]) -> pd.DataFrame:
    texts = {measure["measure"]: measure["segments"][-1] for measure in taken}
    best = {gap["problem"]: gap["best_measure"] for gap in gaps}
    level = {(link["problem"], link["measure"]): link["level"] for link in links}
    rows = []
    for problem in found:
        measure = best[problem["problem"]]
        reached = level.get((problem["problem"], measure), 0)
        for segment in problem["segments"]:
            addressed = reached if segment["kind"] == "headline" else min(reached, chance.choice((0, 1, 2)))
            near = texts.get(measure)
            row = {"doc": doc, "problem": problem["problem"], "segment": segment["segment"], "kind": segment["kind"], "text": segment["text"]}
            row |= {"measure": measure, "measure_segment": near["segment"] if near else None, "measure_text": near["text"] if near else ""}
            rows.append(row | {"addressed": addressed, "relevance": addressed / 2, "terms": "", "confidence": 0.7})
    return pd.DataFrame(rows, columns=EVIDENCE)


CONTRAST = ["doc", "term", "side", "log_odds", "z", "weight", "problem_count", "measure_count", "taken_up", "echo", "items", "sentences"]


def _terms(doc: str, found: list[dict], taken: list[dict]) -> dict[str, pd.DataFrame]:
    """The tables contrast, network_terms and network_edges, from the things the items are about."""
    texts = {"problem": [item["text"] for item in found], "measure": [item["text"] for item in taken]}
    terms = list(dict.fromkeys(["台账", "清单", "督办", "点位", "工单", *(item["thing"] for item in (*found, *taken))]))
    counts = {term: {side: sum(text.count(term) for text in part) for side, part in texts.items()} for term in terms}
    rows = []
    for side, other in (("problem", "measure"), ("measure", "problem")):
        for term in sorted(terms, key=lambda term: counts[term][other] - counts[term][side]):
            own, far = counts[term][side], counts[term][other]
            if own > far and taken and found:
                items = [item[side] for item in (found if side == "problem" else taken) if term in item["text"]]
                z = (own - far) ** 0.5 * (1 if side == "problem" else -1)
                row = {"doc": doc, "term": term, "side": side, "log_odds": z, "z": z, "weight": 0.5, "problem_count": counts[term]["problem"], "measure_count": counts[term]["measure"]}
                rows.append(row | {"taken_up": int(far > 0), "echo": "" if far else term[:2], "items": " ".join(items), "sentences": ""})
    nodes = [{"doc": doc, "term": term, "weight": 1 / rank, "problem_count": counts[term]["problem"], "cause_count": 0, "measure_count": counts[term]["measure"]} for rank, term in enumerate(terms[:30], 1)]
    ties = [
        {"doc": doc, "source": one, "target": other, "items": together, "association": 0.5}
        for place, one in enumerate(terms[:30])
        for other in terms[place + 1 : 30]
        if (together := sum(one in text and other in text for text in (*texts["problem"], *texts["measure"])))
    ]
    return {
        "contrast": pd.DataFrame(rows, columns=CONTRAST),
        "network_terms": pd.DataFrame(nodes if found or taken else [], columns=["doc", "term", "weight", "problem_count", "cause_count", "measure_count"]),
        "network_edges": pd.DataFrame(ties, columns=["doc", "source", "target", "items", "association"]),
    }
