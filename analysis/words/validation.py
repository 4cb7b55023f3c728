"""What is wrong with a user dictionary, line by line: `python -m analysis.words.validation [FILE]`."""

import csv
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.words.engines import engine
from analysis.words.vocabulary import COLUMNS, DICTIONARY, KIND_TAGS

# jieba looks for words only inside runs of these characters; anything else ends the run.
_MATCHABLE = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]")
_NAMES = {" ": "空格", "\u3000": "全角空格", "\t": "制表符", "\ufeff": "BOM", "\r": "回车符"}


@dataclass(frozen=True)
class Fault:
    """A line of the report; `fatal` where the line has no effect or breaks the file."""

    line: int
    term: str
    text: str
    fatal: bool = True

    def __str__(self) -> str:
        return f"第{self.line}行“{self.term}”：{self.text}" if self.term else f"第{self.line}行：{self.text}"


def report(path: Path = DICTIONARY) -> list[str]:
    """The faults of a dictionary file, one line of Chinese each, in file order; empty where all is well."""
    return [str(fault) for fault in faults(Path(path).read_bytes())]


def faults(data: bytes) -> list[Fault]:
    """The faults of a dictionary given as the bytes of its file."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return [Fault(line, "", "不是 UTF-8 编码，请另存为 UTF-8")]
    found = list(_of_file(text))
    rows = [(number, next(csv.reader([line]), [])) for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1)]
    return sorted(found + list(_of_header(rows[0][1])) + list(_of_rows(rows[1:])), key=lambda fault: fault.line)


def _of_file(text: str) -> Iterator[Fault]:
    if text.startswith("\ufeff"):
        yield Fault(1, "", "文件开头有 BOM：本程序会去掉，直接交给 jieba 时首个词失效", fatal=False)
    if "\r" in text:
        yield Fault(text[: text.index("\r")].count("\n") + 1, "", "行尾有回车符（CR）：本程序会去掉，直接交给 jieba 时可能失效", fatal=False)


def _of_header(header: list[str]) -> Iterator[Fault]:
    if tuple(cell.rstrip("\r") for cell in header) != COLUMNS:
        yield Fault(1, "", f"表头应为 {','.join(COLUMNS)}")


def _of_rows(rows: list[tuple[int, list[str]]]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    base = engine("rjieba")
    for number, row in rows:
        cells = [cell.rstrip("\r") for cell in row]
        if not any(cells):
            continue
        if len(cells) != len(COLUMNS):
            yield Fault(number, cells[0], f"有 {len(cells)} 列，应有 {len(COLUMNS)} 列")
            continue
        term, _, kind, frequency = cells
        if term in seen:
            yield Fault(number, term, f"与第{seen[term]}行重复")
        seen.setdefault(term, number)
        for check in (_of_term(term), _of_kind(kind), _of_frequency(term, frequency, base)):
            yield from (Fault(number, term, text) for text in check)


def _of_term(term: str) -> Iterator[str]:
    if not term:
        yield "没有词"
    strange = dict.fromkeys(_NAMES.get(character, f"“{character}”") for character in term if not _MATCHABLE.match(character))
    if strange:
        yield f"含{'、'.join(strange)}，永远不会匹配"
    elif len(term) == 1:
        yield "只有一个字，会拆坏别的词"


def _of_kind(kind: str) -> Iterator[str]:
    if kind not in KIND_TAGS:
        yield f"类别“{kind}”不在 {'、'.join(KIND_TAGS)} 之中"


def _of_frequency(term: str, frequency: str, base) -> Iterator[str]:
    if not frequency:
        return
    if not frequency.isdecimal() or not frequency.isascii() or int(frequency) == 0:
        yield f"词频“{frequency}”不是正整数，可留空"
    elif base.knows(term) and base.cut(term, False) == [term]:
        yield "基础词典已有该词并保持完整，词频不起作用，请留空"
    elif int(frequency) < (least := base.suggest(term)):
        yield f"词频 {frequency} 太低，仍会被拆开（至少 {least}），词频不起作用"


def main(arguments: list[str], show: Callable = print) -> int:
    """Exit status 0 where no line is fatal."""
    path = Path(arguments[0]) if arguments else DICTIONARY
    found = faults(path.read_bytes())
    for fault in found:
        show(fault)
    show(f"{path.name}：{len(found)} 处问题" if found else f"{path.name}：没有问题")
    return int(any(fault.fatal for fault in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
