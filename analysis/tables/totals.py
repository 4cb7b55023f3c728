"""Totals a document states of itself: 梳理形成问题15条, 共25个问题, 制定整改措施5项."""

import re

from analysis.tables.labels import CN, numeral
from analysis.tables.titles import CAUSE, MEASURE, PROBLEM

_NUMBER = rf"(?:\d{{1,4}}|[０-９]{{1,4}}|{CN})"
_NOUNS = {
    PROBLEM: r"(?:问题|隐患|不足|短板)",
    CAUSE: r"(?:原因|根源)",
    MEASURE: r"(?:整改措施|改进措施|整改举措|措施|举措)",
}
_ADJECTIVES = r"(?:的)?(?:主要|突出|具体|安全|各类|一般|重大|共性|整改|改进|工作|事故|消防|火灾|违法|违规|环境){0,3}"
BEFORE = {role: re.compile(rf"(?P<n>{_NUMBER})(?P<unit>个方面(?:的)?|方面(?:的)?|大类|类|个|条|项|处|件|起|点|大){_ADJECTIVES}{noun}") for role, noun in _NOUNS.items()}
AFTER = {role: re.compile(rf"{noun}(?:共|共计|合计|总计)?(?P<n>{_NUMBER})(?P<unit>个方面|方面|个|条|项|处|件|起|类|点)") for role, noun in _NOUNS.items()}
_TOTAL = re.compile(r"共|总计|合计|梳理|形成|反馈|指出|查摆|发现|检视|列出|制定|提出|排查|通报|移交|剖析")
_BEFORE = re.compile(r"上一?年度|去年|上次|上一?轮|往年")  # 上年度查摆的9项问题 are others
LEAD_LINES = 12  # totals stand at the head of a document or of a section


def stated_totals(texts: list[str]) -> dict[str, set[int]]:
    """role → the totals its document states, from lines that speak of the whole (共, 梳理, 反馈 …)."""
    found: dict[str, set[int]] = {PROBLEM: set(), CAUSE: set(), MEASURE: set()}
    for text in texts[:LEAD_LINES]:
        for role in found:
            found[role] |= {value for value, _ in totals_in(text, role)}
    return found


def totals_in(text: str, role: str) -> list[tuple[int, str]]:
    """(value, unit) of each total of `role` in a sentence that speaks of the whole."""
    totals = []
    for sentence in re.split(r"[。；]", text):
        if _TOTAL.search(sentence) and not _BEFORE.search(sentence):
            matches = [*BEFORE[role].finditer(sentence), *AFTER[role].finditer(sentence)]
            totals += [(numeral(match["n"]), match["unit"]) for match in matches]
    return [(value, unit) for value, unit in totals if value > 1]
