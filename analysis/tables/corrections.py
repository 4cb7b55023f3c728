"""What an analyst declared about a document in `NAME.corrections.toml` beside it, applied with a guard.

Each entry quotes text that its block must still hold; where it does not, nothing is changed and a warning
says so. The document itself is never edited.

    [[block]]              # this block is 问题 / 原因 / 措施 / 无
    block = 12
    text = "学习深度不够"
    is = "问题"

    [[join]]               # these blocks are one paragraph
    blocks = [20, 21]
    text = "建立台账"

    [[split]]              # a new paragraph begins in this block before these words
    block = 30
    text = "（三）健全制度"
"""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

from analysis.tables.items import Item
from analysis.tables.labels import automatic, parse
from analysis.tables.lines import cleaned
from analysis.tables.titles import CAUSE, MEASURE, PROBLEM

_ROLES = {"问题": PROBLEM, "原因": CAUSE, "措施": MEASURE, "无": "", "problem": PROBLEM, "cause": CAUSE, "measure": MEASURE, "nothing": ""}


@dataclass
class Corrected:
    """A document's blocks after its corrections, the items they declare, and warnings."""

    blocks: list
    items: list[Item] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def correct(blocks: list, path: Path | None) -> Corrected:
    """The blocks as the correction file beside `path` changes them; unchanged where there is none."""
    file = path.with_name(f"{path.stem}.corrections.toml") if path and path.name else None
    if file is None or not file.is_file():
        return Corrected(blocks)
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return Corrected(blocks, warnings=[f"更正文件{file.name}无法读取，未使用（{error}）"])
    return _applied(Corrected([SimpleNamespace(**_fields(row)) for row in blocks]), data, file.name)


def _fields(row) -> dict:
    return {name: getattr(row, name) for name in ("block", "place", "kind", "number", "text")}


def _applied(corrected: Corrected, data: dict, name: str) -> Corrected:
    by_number = {row.block: row for row in corrected.blocks}
    for kind, act in (("join", _join), ("split", _split), ("block", _declare)):
        for count, entry in enumerate(data.get(kind, []), 1):
            fault = act(corrected, by_number, entry) if isinstance(entry, dict) else "写法不对"
            if fault:
                corrected.warnings.append(f"更正文件{name}中第{count}条{kind}不再适用：{fault}")
    unknown = sorted(set(data) - {"join", "split", "block"})
    if unknown:
        corrected.warnings.append(f"更正文件{name}中有不认识的内容：{'、'.join(unknown)}；可用block、join、split")
    return corrected


def _guard(by_number: dict, number, text: str) -> str:
    """Why an entry does not fit its block, or ""."""
    row = by_number.get(number)
    if row is None:
        return f"没有第{number}块"
    if not text or _squeezed(text) not in _squeezed(row.text):
        return f"第{number}块没有“{text}”，现为“{row.text[:20]}”"
    return ""


def _squeezed(text: str) -> str:
    return "".join(str(text).split())


def _join(corrected: Corrected, by_number: dict, entry: dict) -> str:
    numbers = entry.get("blocks") or []
    fault = _guard(by_number, numbers[0] if numbers else None, entry.get("text", ""))
    missing = [number for number in numbers if number not in by_number]
    if fault or missing or len(numbers) < 2:
        return fault or (f"没有第{missing[0]}块" if missing else "blocks至少要有两块")
    by_number[numbers[0]].text = "".join(by_number[number].text.strip() for number in numbers)
    corrected.blocks[:] = [row for row in corrected.blocks if row.block not in numbers[1:]]
    return ""


def _split(corrected: Corrected, by_number: dict, entry: dict) -> str:
    fault = _guard(by_number, entry.get("block"), entry.get("text", ""))
    row = by_number.get(entry.get("block"))
    at = row.text.find(entry["text"]) if row and not fault else -1
    if at <= 0:
        return fault or "该文字已在块首或跨行"
    second = SimpleNamespace(**vars(row) | {"text": row.text[at:], "number": ""})
    row.text = row.text[:at]
    corrected.blocks.insert(corrected.blocks.index(row) + 1, second)
    return ""


def _declare(corrected: Corrected, by_number: dict, entry: dict) -> str:
    fault = _guard(by_number, entry.get("block"), entry.get("text", ""))
    if fault or entry.get("is") not in _ROLES:
        return fault or f"is应为问题、原因、措施或无，现为“{entry.get('is', '')}”"
    row, role = by_number[entry["block"]], _ROLES[entry["is"]]
    corrected.blocks[:] = [other for other in corrected.blocks if other.block != row.block]
    if role:
        label = automatic(row.number) if row.number else parse(row.text)
        text = cleaned(row.text if row.number or not label else row.text[len(label.written) :])
        corrected.items.append(Item(role, label.number if label else "", text, row.block, row.block, row.place, "更正文件", label=label))
    return ""


