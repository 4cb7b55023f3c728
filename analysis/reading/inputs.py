"""Files to tables: one row of `documents` an input, good or bad, and the blocks of the good ones."""

import hashlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.reading.draft import CONTENT_KINDS, Block, Draft, Source, Unreadable, ignore
from analysis.reading.formats import ACCEPTED, BY_SUFFIX, FORMATS, TEXTS, parse
from analysis.reading.isolation import Isolation
from analysis.reading.lines import printable
from analysis.reading.office import convert, find_office
from analysis.reading.sniff import sniff
from analysis.reading.titles import guess_title
from analysis.schema import frame

LARGEST = 300_000_000  # bytes of one file


def read(paths: Iterable[Path | str], *, progress: Callable[[float, int, str], None] | None = None) -> dict[str, pd.DataFrame]:
    """Read files into `documents` (a row an input, in order) and `blocks` (a row a paragraph, item or cell).

    A file that cannot be used gets a row whose `error` is one line of Chinese, and no blocks; the
    others are finished. `doc` is the file's stem; a second file of the same stem (regardless of case)
    is called `stem(2)`, and a path given twice is read once. `progress(done, total, name)` is told how
    many files are done (a fraction inside a long one). Never raises for what a file holds.
    """
    files = list(dict.fromkeys(Path(path) for path in paths))
    documents, blocks = [], []
    with Isolation() as isolation:
        for done, (path, doc) in enumerate(zip(files, doc_names(files), strict=True)):
            tell = (lambda share, done=done, path=path: progress(done + share, len(files), path.name)) if progress else ignore
            tell(0.0)
            row, found = _document(path, isolation, tell)
            documents.append({"doc": doc, "path": _sayable(str(path)), **row})
            blocks += [{"doc": doc, "block": at, "place": block.place, "kind": block.kind, "number": block.number, "text": block.text} for at, block in enumerate(found, 1)]
            tell(1.0)
    return {"documents": frame("documents", documents), "blocks": frame("blocks", blocks)}


def doc_names(files: Iterable[Path]) -> list[str]:
    """A name a document: the file's stem, with (2), (3) … where an earlier file has it already."""
    seen: set[str] = set()
    names = []
    for path in files:
        stem, name, count = _sayable(path.stem), _sayable(path.stem), 1
        while name.casefold() in seen:
            count += 1
            name = f"{stem}({count})"
        seen.add(name.casefold())
        names.append(name)
    return names


def _sayable(name: str) -> str:
    """A file name with bytes outside the file system's encoding replaced, so that it can be written as UTF-8."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _document(path: Path, isolation: Isolation, tell: Callable[[float], None]) -> tuple[dict, list[Block]]:
    row: dict = {"format": path.suffix.lower().removeprefix(".")}
    try:
        data, warnings = load(path)
        row["sha256"] = hashlib.sha256(data).hexdigest()
        draft = read_bytes(Source(data, path.suffix.lower(), tell), isolation)
    except Unreadable as error:
        return {**row, "error": _sayable(str(InputError(path, error.problem, error.accepted, error.place)))}, []
    draft.warnings = warnings + draft.warnings
    blocks = _clean(draft)
    row |= {"format": draft.format, "encoding": draft.encoding, "title": guess_title(draft.title, blocks)}
    row["characters"] = sum(len("".join(block.text.split())) for block in blocks if block.kind in CONTENT_KINDS)
    if not row["characters"]:
        return {**row, "error": _sayable(str(InputError(path, "；".join(["文件中没有文字", *draft.warnings]), "请检查文件内容")))}, []
    return {**row, "warnings": "；".join(dict.fromkeys(draft.warnings))}, blocks


def load(path: Path) -> tuple[bytes, list[str]]:
    """The bytes of a file and a warning where it changed meanwhile. Raises Unreadable, saying why it cannot be had."""
    if path.is_dir():
        raise Unreadable("这是文件夹，不是文件", "请给出其中的文件")
    try:
        if not path.is_file():
            raise Unreadable("不是普通文件" if path.exists() else "找不到文件", "请检查路径和文件名")
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            if before.st_size > LARGEST:
                raise Unreadable(f"文件过大（{before.st_size / 1e6:.0f} MB）", f"可接受：{LARGEST / 1e6:.0f} MB以内")
            data = file.read(LARGEST + 1)
            after = os.fstat(file.fileno())
    except PermissionError as error:
        raise Unreadable("没有读取权限", "请检查文件权限，或确认文件没有被其他程序占用") from error
    except OSError as error:
        raise Unreadable(f"无法打开（{error.strerror}）", "请检查路径和文件名") from error
    changed = (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, len(data))
    return data, ["读取过程中文件有变化，按读到的内容处理"] if changed else []


def read_bytes(source: Source, isolation: Isolation) -> Draft:
    """Read a file as what it is; its suffix decides only among kinds of text. Raises Unreadable."""
    suffix = source.suffix
    if suffix and suffix not in BY_SUFFIX:
        raise Unreadable(f"不支持的文件类型{suffix}", ACCEPTED)
    kind = sniff(source.data)
    named = BY_SUFFIX.get(suffix)
    if kind == "text":
        kind = named.name if named and named.name in TEXTS else "txt"
    if kind not in FORMATS:
        raise Unreadable(f"内容是{kind}，不能读取", ACCEPTED)
    draft = _parsed(kind, source, isolation)
    if named and kind in named.also:
        draft.format = named.name
    elif named and kind != named.name:
        draft.warnings.insert(0, f"扩展名是{suffix}，内容是{FORMATS[kind].label}，已按{FORMATS[kind].label}读取")
    return draft


def _parsed(kind: str, source: Source, isolation: Isolation) -> Draft:
    """The draft of a file known to be of format `kind`, converted first where the format asks for it."""
    form = FORMATS[kind]
    office = find_office() if form.through else ""
    if office:
        made = Source(convert(source.data, f".{kind}", form.through, program=office), f".{form.through}", source.tick)
        draft = isolation.parse(form.through, made)
        draft.format = kind
        draft.warnings.append("经LibreOffice转换后读取")
        return draft
    return isolation.parse(kind, source) if form.isolated else parse(kind, source)


def _clean(draft: Draft) -> list[Block]:
    """The blocks with text, without control characters; how many there were becomes a warning."""
    removed, blocks = 0, []
    for block in draft.blocks:
        block.text, text_odd = printable(block.text)
        block.number, number_odd = printable(block.number)
        removed += text_odd + number_odd
        if block.text.strip():
            blocks.append(block)
    if removed:
        draft.warnings.append(f"去掉了{removed}个控制字符")
    return blocks
