"""Field names (责任单位, 整改时限 …): what a column header or a label in front of a colon names."""

import re
import tomllib
from functools import cache, lru_cache

from analysis import paths
from analysis.tables.titles import read_title

_NAME = re.compile(r"[【\[（(]?\s*([^。！？；;，,：:\n【】\[\]]{1,18}?)\s*[】\]）)]?\s*(?:[：:]|——?)")
_BRACKETED = re.compile(r"[【\[]\s*([^。！？；;，,：:\n【】\[\]]{2,14})\s*[】\]]\s*[：:]?")
_SQUEEZE = re.compile(r"[\s　()（）/／、和及与·]+")
_JOINT = re.compile(r"及其|以及|[及和与、/／\s　]")
_JOINED = {"owner", "person", "partner", "deadline", "status"}  # 责任领导及时限
_DUTY = "(?:整改|责任|落实|完成|办结|办理|治理|处置|处理|整治|销号|牵头|承办|包保|督办|主责|具体|计划|预计|要求|拟){1,3}"
_COMPOSED = {  # names that no list has (落实时限, 整改落实责任人): words of duty before the noun
    "owner": re.compile(rf"{_DUTY}(?:单位|部门|科室|处室|股室|机构)"),
    "person": re.compile(rf"{_DUTY}(?:人员?|领导|同志|干部)"),
    "deadline": re.compile(rf"{_DUTY}的?(?:时限|期限|时间|日期|节点)"),
    "status": re.compile(r"(?:整改|治理|处置|整治|办结|销号|完成){1,2}(?:结果|状态|进度)"),
}


@cache
def _names() -> dict[str, str]:
    data = tomllib.loads((paths.VOCABULARY / "fields.toml").read_text(encoding="utf-8"))
    return {_SQUEEZE.sub("", name).lower(): field for field, names in data.items() for name in names}


def names_of(field: str) -> list[str]:
    """All names of a field, without spaces."""
    return [name for name, found in _names().items() if found == field]


@lru_cache(maxsize=20_000)
def field_named(name: str) -> str:
    """The field a name stands for (owner, deadline, status …), or "" where it is none."""
    squeezed = _SQUEEZE.sub("", name).lower()
    return _listed(squeezed) or _names().get(re.sub(r"[（(].*?[）)]", "", name).strip().lower(), "") or next(iter(fields_named(name)), "")


def _listed(name: str) -> str:
    """The field of one plain name, from the lists or composed like theirs, or ""."""
    return _names().get(name) or next((field for field, shape in _COMPOSED.items() if shape.fullmatch(name)), "")


@lru_cache(maxsize=20_000)
def fields_named(name: str) -> tuple[str, ...]:
    """The fields that a name joins, in its order; empty where any part of it is none, or it joins nothing.

    >>> fields_named("责任领导及完成时限")
    ('person', 'deadline')
    """
    parts = [part for part in _JOINT.split(name.strip()) if part]
    found = [_listed(part) or _names().get("责任" + part, "") for part in parts]
    return tuple(dict.fromkeys(found)) if len(parts) > 1 and all(field in _JOINED for field in found) else ()


def field_of(text: str) -> tuple[str, str, int] | None:
    """(field, name, end) where `text` begins with a field's name and a colon, or the name in brackets (【责任单位】); `end` is where its value begins."""
    found = _BRACKETED.match(text) or _NAME.match(text)
    if not found:
        return None
    field = field_named(found[1])
    return (field, found[1], found.end()) if field and field not in {"number"} else None


def role_label(text: str) -> tuple[str, int] | None:
    """(name, end) where `text` begins with the name of a role and a colon (整改措施：) or in brackets (【问题】)."""
    found = _BRACKETED.match(text) or _NAME.match(text)
    if not found or not read_title(found[1]):
        return None
    return found[1], found.end()
