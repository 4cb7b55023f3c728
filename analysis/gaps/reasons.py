"""Why a problem has its verdict: one Chinese sentence built from the evidence, naming measures by number."""

import pandas as pd

QUOTED = 24
"""Characters of a quotation; a longer one ends in ……"""
NAMED = 3
"""Measures named beside the best one; of more the number is said."""


def reason(links: pd.DataFrame, evidence: pd.DataFrame, names: dict[tuple[str, str], str], *, unsure: bool = False) -> str:
    """The sentence for one problem from its links and its evidence (both of this problem only).

    `unsure` where no link holds and yet no gap is to be called.
    """
    if links.empty:
        return "文档中没有整改措施。"
    ranked = links.sort_values(["level", "score"], ascending=False, kind="stable")
    best = ranked.iloc[0]
    name = names[best["doc"], best["measure"]]
    if best["level"] == 2:
        return _covered(ranked, evidence, names)
    if best["level"] == 1:
        return _partial(best, evidence, name, _jointly(ranked, evidence, names))
    return _unknown(best, name) if unsure else _uncovered(best, len(links), name)


def _covered(ranked: pd.DataFrame, evidence: pd.DataFrame, names) -> str:
    direct = ranked[ranked["level"] == 2]
    called = "、".join(names[doc, measure] for doc, measure in zip(direct["doc"], direct["measure"], strict=True))
    left = evidence[(evidence["addressed"] == 0) & (evidence["kind"] != "headline")]["text"]
    rest = f"，但未见针对{_quote(left.iloc[0])}的举措" if len(left) else ""
    return f"{called}有直接举措：{_quote(direct['evidence_measure'].iloc[0])}{rest}。"


def _partial(best: pd.Series, evidence: pd.DataFrame, name: str, others: str) -> str:
    """`others`: what else touches the problem, empty where nothing does; only then the best measure is 仅, the only one."""
    terms = [term for term in str(best["shared_terms"]).split("、") if term and term[0] != "〔"][:2]
    left = evidence[evidence["addressed"] == 0]["text"]
    missing = f"未见针对{_quote(left.iloc[0])}的可核查举措" if len(left) else "未见针对其核心问题的可核查举措"
    rest, only = (f"；{others}；{missing}", "") if others else (f"，{missing}", "仅")
    if best["evidence_measure"] == "":
        return f"与{name}主题相近{rest}。"
    if terms:
        return f"{only}在{name}中提及{'、'.join(f'“{term}”' for term in terms)}（{_quote(best['evidence_measure'])}）{rest}。"
    return f"{only}{name}的{_quote(best['evidence_measure'])}与之沾边{rest}。"


def _jointly(ranked: pd.DataFrame, evidence: pd.DataFrame, names) -> str:
    """The other measures that touch a problem, and how many of its segments all of them touch together.

    Said, not counted: several partial measures never make a direct one.
    """
    found = [names[doc, measure] for doc, measure in zip(ranked["doc"], ranked["measure"], strict=True)][1 : int((ranked["level"] == 1).sum())]
    if not found:
        return ""
    said = "、".join(found[:NAMED]) + (f"等{len(found)}条" if len(found) > NAMED else "")
    together = f"，合计触及{int((evidence['addressed'] > 0).sum())}/{len(evidence)}处" if len(evidence) else ""
    return f"另有{said}也触及{together}"


def _uncovered(best: pd.Series, count: int, name: str) -> str:
    if best["evidence_measure"] == "":
        return f"全部{count}条措施均未提及这一问题。"
    return f"全部{count}条措施未见针对这一问题的举措；最接近的{name}所说的是{_quote(best['evidence_measure'])}。"


def _unknown(best: pd.Series, name: str) -> str:
    if best["evidence_measure"] == "":
        return "依据不足，难以判断，请人工核对。"
    return f"依据不足，难以判断：最接近的{name}所说的是{_quote(best['evidence_measure'])}，请人工核对是否针对这一问题。"


def _quote(text: str) -> str:
    """In “ ”, marks inside it in ‘ ’, shortened to `QUOTED` characters."""
    text = text.translate(str.maketrans("“”", "‘’"))
    return f"“{text}”" if len(text) <= QUOTED else f"“{text[:QUOTED]}……”"
