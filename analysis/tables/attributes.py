"""Owner, deadline and status of a measure, from the labels at its end and, where a document has none, from sentences.

Labels: （责任单位：…；完成时限：…）, 责任部门：…；完成时限：…。 Sentences: 由…牵头, 6月底前完成, 立行立改.
"""

import re
import tomllib
from functools import cache

from analysis import paths
from analysis.tables.fields import field_named, fields_named, names_of
from analysis.tables.items import Item
from analysis.tables.titles import CAUSE, MEASURE

_LABEL = re.compile(r"(?:^|(?<=[。！？；;，,（(\[【\n\s　）)]))(?P<name>[^。！？；;，,：:\n\s（）()【】\[\]]{2,14})[】\]]?\s*[：:]\s*")
_VALUE_END = re.compile(r"[；;。\n）)】\]]|[，,、\s　](?=[^。！？；;，,：:\s（）()]{2,10}[：:])")
_JOINED_END = re.compile(r"[。\n）)】\]]|[；;，,、\s　](?=[^。！？；;，,：:\s（）()]{2,14}[：:])")  # of a name that joins several fields
_THEN_TIME = re.compile(r"[，,](?=20\d\d年|\d{1,2}月|年底|立行立改|长期|即知即改|\d+(?:天|日|个))")  # an owner with a time right after it
_GAPS = "。，,；;、/／ 　\n"
_PART = re.compile(rf"(?:[（(][^）)]*[）)]|[^{_GAPS}])+[{_GAPS}]*")
_TIME = re.compile(
    r"(?:20\d\d年|\d{1,2}月|\d{4}[./-]\d|今年|明年|年[底内]|立行立改|立[即整]|长期|即知即改|即行即改|即查即改|边查边改|持续|常态|\d+(?:天|个?(?:工作)?日|个月)|第?[一二三四]季度)"
)
_STATE = re.compile(r"已|未(?:完成|启动|开始|整改)|尚未|正在|基本(?:完成|到位|建成|整改)|全部(?:完成|整改|到位)|[^，。]{0,2}(?:进行|推进|整改|办理)中$|完成|持续(?:推进|整改)中")
_OPEN = {"（": "）", "(": ")"}
_COLUMNS = {"owner": "owner", "person": "owner", "deadline": "deadline", "status": "status"}


@cache
def _glued() -> re.Pattern:
    """A field's name that stands right behind another field's value (责任部门：甲科完成时限：5月底)."""
    names = sorted((name for field in _COLUMNS for name in names_of(field) if len(name) >= 4), key=len, reverse=True)
    return re.compile(rf"(?<=[\u4e00-\u9fff\d])(?:{'|'.join(names)})(?=[：:])")


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
        name = match["name"]
        if field_named(name) in _COLUMNS or field_named(name) == "partner":
            found |= _fields(name, _value(text, match.end(), _JOINED_END if fields_named(name) else _VALUE_END))
    if "owner" not in found and "person" in found:
        found["owner"] = found["person"]
    return {column: found[column] for column in ("owner", "deadline", "status") if found.get(column)}


def _runs_into_name(text: str, at: int) -> bool:
    """True where a part of a value has the next label glued to it (甲科、乙科完成时限：5月底): no label of its own begins there."""
    name = re.match(r"[^。！？；;，,、：:\s（）()]{4,20}(?=[：:])", text[at:])
    return bool(name) and not field_named(name[0]) and bool(_glued().search(text, at, at + name.end() + 1))


def _fields(name: str, value: str) -> dict[str, str]:
    """Field → value of one label; a second label may stand glued behind the value."""
    glued = _glued().search(value)
    rest = labelled(value[glued.start() :]) if glued else {}
    own = shared(name, value[: glued.start()].strip(_GAPS) if glued else value)
    if len(own) == 1 and not fields_named(name):
        own = {field: part if field == "deadline" else _THEN_TIME.split(part)[0] for field, part in own.items()}
    return own | rest


def shared(name: str, value: str) -> dict[str, str]:
    """Field → its part of a value whose name joins several (责任领导及时限：镇长，2024年9月底，已完成), or the whole value where
    the name is of one field.

    >>> shared("责任人及时限", "站长，6月底，已完成")
    {'person': '站长', 'deadline': '6月底', 'status': '已完成'}
    """
    fields = fields_named(name)
    if len(fields) < 2:
        return {field_named(name): value}
    first = next((field for field in fields if field not in {"deadline", "status"}), "deadline")
    return {first if field == "owner" else field: part for field, part in parted(value).items()}


def parted(value: str) -> dict[str, str]:
    """owner, deadline and status that stand in one value: a time or state behind the owner stands for itself.

    >>> parted("市水利局、供电公司；2026年6月")
    {'owner': '市水利局、供电公司', 'deadline': '2026年6月'}
    """
    found: dict[str, str] = {}
    field = "owner"
    for part in _PART.findall(value):
        if _STATE.match(part):
            field = "status"
        elif field == "owner" and _TIME.match(part):
            field = "deadline"
        elif field == "deadline" and "owner" not in found and not _TIME.match(part):  # 完成时限及责任人：6月底，站长
            field = "owner"
        found[field] = found.get(field, "") + part
    return {field: text.strip(_GAPS) for field, text in found.items()}


def _value(text: str, start: int, stop: re.Pattern = _VALUE_END) -> str:
    """What follows a label up to the end of its value; brackets inside the value are kept whole."""
    at, closers = start, []
    while at < len(text):
        if text[at] in _OPEN:
            closers.append(_OPEN[text[at]])
        elif closers and text[at] == closers[-1]:
            closers.pop()
        elif not closers and stop.match(text, at) and not _runs_into_name(text, at + 1):
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
