"""Replies that only point elsewhere (同上; 与第（六）项一并整改): no measure, but a pair."""

import re

from analysis.tables.labels import CN, numeral

_NUMERAL = rf"[（(]?(?:{CN}|[\d０-９]{{1,4}})[）)]?"
_NUMBERS = rf"{_NUMERAL}(?:\s*[、，,和及与—至-]\s*第?{_NUMERAL})*"
_NAMED = rf"(?:(?:问题|序号|条目)\s*{_NUMBERS}(?!并)|第\s*{_NUMBERS}\s*(?:项|条|个|号|款|点))"
_ITEM = rf"(?:{_NAMED}(?:问题|措施|整改措施|内容|条目)?)"
_POINTER = re.compile(
    rf"^[（(]?(?:该问题|此问题|此项|本项|整改措施|整改情况|具体措施|措施)?(?:已|将)?"
    rf"(?:同上|同前|(?:详|参|另)?见(?:上|前|下|后)?(?:述|文|表|栏|行|附件)?|(?:与|同|参照|按照?|结合|并入|纳入|归入|参见|详见|见)(?:上述|前述|以上)?{_ITEM}.{{0,24}}"
    rf"|(?:与|同|和|并入|纳入)(?:上|前|下|后|本)(?:一)?(?:项|条|题|述问题|个问题).{{0,16}}|(?:详|参|另)?见{_ITEM}.{{0,16}}|(?:与|同){_ITEM}(?:一并|合并|相同|一致|同步).{{0,20}}"
    rf"|(?:[无/／\\—\-－–─]+|暂无|不涉及|略|——))[）)]?[。；;]?$"
)
_TARGET = re.compile(_NAMED)


def is_pointer(text: str) -> bool:
    """True for a reply that states no action of its own.

    >>> is_pointer("与第（六）项一并整改。")
    True
    """
    return len(text) <= 60 and bool(_POINTER.match(text.strip()))


def targets(text: str) -> list[int]:
    """The values a pointer names (与第（六）项一并整改 → [6]); empty for 同上, which means the item before."""
    found = _TARGET.search(text)
    if not found:
        return []
    return [value for part in re.findall(rf"{CN}|[\d０-９]+", found[0]) if (value := numeral(part))]
