"""Owner, deadline and status of a measure, from the labels at its end and, where a document has none, from sentences.

Labels: （责任单位：…；完成时限：…）, 责任部门：…；完成时限：…。 Sentences: 由…牵头, 6月底前完成, 立行立改.
"""

import re
import tomllib
from functools import cache

from analysis import paths
from analysis.tables.fields import field_named
from analysis.tables.items import Item
from analysis.tables.titles import CAUSE, MEASURE

_LABEL = re.compile(r"(?:^|(?<=[。！？；;，,（(\[【\n\s　）)]))(?P<name>[^。！？；;，,：:\n\s（）()【】\[\]]{2,10})[】\]]?\s*[：:]\s*")
_VALUE_END = re.compile(r"[；;。\n）)】\]]|[，,、\s　](?=[^。！？；;，,：:\s（）()]{2,10}[：:])")
_THEN_TIME = re.compile(r"[，,](?=20\d\d年|\d{1,2}月|年底|立行立改|长期|即知即改|\d+(?:天|日|个))")  # an owner with a time right after it
_OPEN = {"（": "）", "(": ")"}
_COLUMNS = {"owner": "owner", "person": "owner", "deadline": "deadline", "status": "status"}


@cache
def _sentences() -> dict:
    data = tomllib.loads((paths.VOCABULARY / "attributes.toml").read_text(encoding="utf-8"))
    return {
        "owner": [re.compile(pattern) for pattern in data["owner"]],
        "deadline": [re.compile(pattern) for pattern in data["deadline"]],
        "status": [(re.compile(row["pattern"]), row["text"]) for row in data["status_words"]],
    }


def labelled(text: str) -> dict[str, str]:
    """Column → value of the labelled fields in a text; the last of each counts, owner before person."""
    found: dict[str, str] = {}
    for match in _LABEL.finditer(text):
        field = field_named(match["name"])
        if field in _COLUMNS or field == "partner":
            value = _value(text, match.end())
            found[field] = value if field == "deadline" else _THEN_TIME.split(value)[0]
    if "owner" not in found and "person" in found:
        found["owner"] = found["person"]
    return {column: found[column] for column in ("owner", "deadline", "status") if found.get(column)}


def _value(text: str, start: int) -> str:
    """What follows a label up to the end of its value; brackets inside the value are kept whole."""
    at, closers = start, []
    while at < len(text):
        if text[at] in _OPEN:
            closers.append(_OPEN[text[at]])
        elif closers and text[at] == closers[-1]:
            closers.pop()
        elif not closers and _VALUE_END.match(text, at):
            break
        at += 1
    return text[start:at].strip(" 　，,、")


def stated(text: str, column: str) -> str:
    """Owner or deadline as a sentence says it (由教导处牵头; 6月底前完成), or ""."""
    group = "who" if column == "owner" else "when"
    for pattern in _sentences()[column]:
        found = pattern.search(text)
        if found and len(found[group]) >= 2:
            return found[group]
    return ""


def stated_status(text: str) -> str:
    """已完成, 未完成 or 正在推进 where a text says so."""
    return next((word for pattern, word in _sentences()["status"] if pattern.search(text)), "")


def fill(items: list[Item]) -> None:
    """Fill owner, deadline and status of the measures; sentences only where no measure of the document is labelled."""
    measures = [item for item in items if item.role == MEASURE]
    for item in items:
        if item.role != CAUSE and (item.role == MEASURE or item.pairs):
            for column, value in labelled(item.text).items():
                if not getattr(item, column):
                    setattr(item, column, value)
    for column in ("owner", "deadline"):
        if not any(getattr(item, column) for item in measures):
            for item in measures:
                setattr(item, column, stated(item.text, column))
    for item in items:
        for made in item.pairs:
            for column in ("owner", "deadline"):
                if not getattr(item, column) and made.role == MEASURE:
                    setattr(item, column, getattr(made, column))
