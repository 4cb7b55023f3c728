"""Lines to pieces: a title, a numbered part, a field or a plain text each, also where they are glued in one paragraph."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.tables.fields import field_named, field_of, role_label
from analysis.tables.labels import CN, Label, automatic, numeral, parse, styles, weaker
from analysis.tables.lines import Line
from analysis.tables.titles import category_like, normal, read_title

_BOUNDARY = re.compile(r"(?:[。！？；;：:，、…](?:[”’」）)])?|[\s　])[\s　]*")
_FIELD = re.compile(r"(?:(?<=[。！？；;\s　）)】])|^)(?=[【\[]?[^。！？；;，,：:\s（）()【】\[\]]{2,14}[】\]]?\s*[：:]|[【\[][^】\]\s]{2,14}[】\]])")
_LEAD = re.compile(r"针对|为[了切此]|按照|根据|对照|通过|我[们县市区镇院校局司]|结合|围绕|经[过查对]|坚持|在|本|镇|全")
COUNTED = r"\d{1,4}[多余]?(?:个(?!百分点|月|小时)|人(?!次|均)|[家名户件项处所条份台辆起只座栋套宗村支门类张批笔期艘根间眼口])"  # no decimal stands before these (2.13个系统)
_SURE = re.compile(rf"(?:(?:19|20)\d\d年|\d+[.．]\d|\d+[#＃]|\d{{1,2}}月|20[xX×*]{{2}}|1(?:10|19|20|2[0-9]{{3}})(?=[工热急接指平报事投])|{COUNTED})")  # after a label: a year, a hotline or a number of its own, no decimals
_SHOWN = re.compile(r"(?:主要|具体|突出)?表现(?:形式)?")  # …不严。主要表现：① … goes on with the problem
_SERIAL = re.compile(rf"(?:问题|隐患)?(?:序号|编号)\s*[：:]?\s*(\d{{1,5}}|{CN})")
_FIRST = frozenset("一1１（(⑴①⒈第【〔")  # characters with which a first number begins
_GLUE_STYLES = {"cn", "cnparen", "chapter", "section", "digit"}


@dataclass
class Piece:
    """A part of a line. `sep` joins it to what precedes ("" inside a paragraph, a line break before a new one);
    `rest` is its text without the label, `shown` with it; `role` and `mixed` as its title says; `field` names an
    attribute (owner …); `titled` where the whole piece is a section's name, `apart` where that is never a unit's field; `holder` where a
    paragraph without a number holds a list of its own (针对…，一是…；二是…)."""

    line: Line
    sep: str
    label: Label | None
    rest: str
    role: str = ""
    mixed: bool = False
    field: str = ""
    titled: bool = False
    category: bool = False
    apart: bool = False
    holder: bool = False

    @property
    def shown(self) -> str:
        if self.label is None:
            return self.rest
        mark = self.label.written.strip() if self.label.automatic else self.label.written
        return mark + " " * (mark.endswith(".") and self.rest[:1].isdigit()) + self.rest  # 1. 33家, not 1.33家


class Memory:
    """What was last counted in each style, over the whole document: decides whether a doubtful label is one."""

    def __init__(self, lines: list[Line]):
        self.last: dict[str, int] = {}
        self.path: tuple[int, ...] = ()
        self.inner: dict[str, str] = {}  # style of a paragraph's own label → style of the list inside it
        self.following = _following_digits(lines)

    def believes(self, label: Label, at: int, rest: str = "") -> bool:
        """True where a doubtful label at line `at`, with `rest` after it, is one."""
        if label.style.startswith("dotted"):
            known = label.path[-1] == 1 or label.path[:-1] == self.path[: len(label.path) - 1] or label.path[0] == self.last.get("digit")
            return known
        if not label.weak:
            return True
        if label.style == "bare":
            return self.following["bare"][at] == 2 if label.value == 1 else self.last.get("bare", 0) == label.value - 1
        expected = label.value == 1 or self.last.get("digit", 0) == label.value - 1
        return expected and (bool(_SURE.match(rest)) or label.value > 999 or label.value + 1 in (self.following["digit"][at], self.following["doubtful"][at]))

    def note(self, label: Label) -> None:
        self.last[label.style] = label.value
        if label.path:
            self.path = label.path


def _following_digits(lines: list[Line]) -> dict[str, list[int]]:
    """For each line, the value of the next line that begins with a plain number (1.), a bare one (1 …) or what may be one (1.120…)."""
    following = {"digit": [0] * len(lines), "bare": [0] * len(lines), "doubtful": [0] * len(lines)}
    after = dict.fromkeys(following, 0)
    for at in range(len(lines) - 1, -1, -1):
        for style, value in after.items():
            following[style][at] = value
        label = parse(lines[at].text) if lines[at].kind != "cell" else None
        if label and label.style in after and (label.style == "bare" or not label.weak or label.value > 999):
            after[label.style] = label.value
        doubtful = weaker(lines[at].text) if label and label.style.startswith("dotted") else None
        after["doubtful"] = doubtful.value if doubtful else 0
    return following


def read_pieces(lines: list[Line]) -> list[Piece]:
    """All pieces of the lines that are not cells, in document order."""
    memory = Memory(lines)
    pieces: list[Piece] = []
    for at, line in enumerate(lines):
        if line.kind != "cell":
            pieces += _split(line, at, memory)
    return pieces


def split_text(text: str, line: Line) -> list[Piece]:
    """The pieces of a cell's or field's text, read on its own."""
    lines = [replace(line, kind="paragraph", number="", level=0, text=part.strip()) for part in text.split("\n") if part.strip()]
    return read_pieces(lines)


def _split(line: Line, at: int, memory: Memory) -> Iterator[Piece]:
    serial = _SERIAL.fullmatch(line.text)
    if serial and not line.number:
        yield Piece(line, "\n", Label("serial", "serial", numeral(serial[1]), serial[1], line.text), "")
        return
    label = automatic(line.number) if line.number else parse(line.text)
    if label and not line.number and not memory.believes(label, at, line.text[len(label.written) :]):
        label = weaker(line.text) if label.style.startswith("dotted") else None
        label = label if label and memory.believes(label, at, line.text[len(label.written) :]) else None
    if label is None and line.kind == "item" and not line.number:
        label = Label("bullet", "bullet", 0, "", "", automatic=True)  # a list item whose bullet the format draws
    rest = line.text if line.number or not label else line.text[len(label.written) :]
    if label:
        memory.note(label)
    head, content = _head(rest.strip(" 　"), label, line)
    first = replace(head, line=line, sep="\n", label=label)
    if label and label.role and not first.role:
        first.role = label.role
    yield from _with_inline(first, memory)
    if content:
        yield from _with_inline(_content(content, line, at, memory), memory)


def _content(text: str, line: Line, at: int, memory: Memory) -> Piece:
    """What follows a title in its paragraph: often the first numbered part."""
    label = parse(text)
    if label is None or label.weak and not (label.style == "digit" and memory.believes(label, at, text[len(label.written) :])) or label.style in {"bullet", "problem"} or label.style.startswith("dotted"):
        return Piece(line, "", None, text)
    memory.note(label)
    return Piece(line, "", label, text[len(label.written) :].strip(" 　"))


def _head(rest: str, label: Label | None, line: Line) -> tuple[Piece, str]:
    """The first piece of a line and what follows a title that stands glued before it."""
    blank = Piece(line, "\n", label, rest)
    if rest[:1] in "【[" and (field := field_of(rest)):
        return replace(blank, field=field[0]), ""
    title = read_title(rest)
    if title and not (title.role == "neither" and label is None and not line.level and len(normal(rest)) > 16):
        return replace(blank, role=title.role, mixed=title.mixed, titled=True, category=category_like(rest)), ""
    named = role_label(rest)
    if named:
        found = read_title(named[0])
        if found.role == "neither" and field_named(named[0]):
            return replace(blank, field=field_named(named[0])), ""
        return replace(blank, rest=rest[: named[1]].strip(), role=found.role, mixed=found.mixed, titled=True), rest[named[1] :].strip()
    field = field_of(rest)
    if field:
        return replace(blank, field=field[0]), ""
    for cut in _cuts(rest, label, line):
        title = read_title(rest[:cut])
        if title and len(normal(rest[:cut])) >= 3 and not (title.role == "neither" and label and label.style == "digit"):
            return replace(blank, rest=rest[:cut].rstrip(" 　"), role=title.role, mixed=title.mixed, titled=True), rest[cut:].strip()
    return replace(blank, category=category_like(rest) and len(rest) <= 24 and not re.search(r"[。，,]", rest)), ""


def _cuts(rest: str, label: Label | None, line: Line) -> list[int]:
    """Where a section's title may end inside a paragraph: before a number, a space, a full stop, a lead-in word."""
    if label and label.style not in _GLUE_STYLES:
        stop = rest[:14].find("。") + 1  # （1）存在问题。…
        return [stop] if stop and label.style in {"paren", "circled"} else []
    window = rest[:26]
    cuts = [found.end() for found in re.finditer(r"[。\s　]", window)]
    cuts += [at for at in range(2, len(window)) if rest[at] in _FIRST and (number := parse(rest, at)) and number.value == 1 and not number.weak and number.style not in {"bullet", "bare"}]
    if label is None or label.style in {"cn", "cnparen", "chapter"}:
        cuts += [found.start() for found in _LEAD.finditer(window) if found.start() >= 4]
    return sorted(set(cuts), reverse=True)


def _with_inline(piece: Piece, memory: Memory) -> Iterator[Piece]:
    """`piece`, cut before every numbered part and field that stands inside it."""
    if piece.titled and not piece.rest:
        yield piece
        return
    marks = _marks(piece, memory)
    text, start = piece.rest, 0
    pending = piece
    for mark, label, field in marks:
        yield from _closed(pending, text[start:mark])
        if label:
            memory.note(label)
            pending = replace(piece, sep="", label=label, rest="", role=label.role, mixed=False, field="", titled=False, category=False)
            start = mark + len(label.written)
        elif isinstance(field, str):
            pending = replace(piece, sep="", label=None, rest="", role="", mixed=False, field=field, titled=False, category=False)
            start = mark
        else:
            name, end = field
            found = read_title(name)
            yield replace(piece, sep="", label=None, rest=name, role=found.role, mixed=found.mixed, titled=True, field="", category=False)
            pending = replace(piece, sep="", label=None, rest="", role="", mixed=False, field="", titled=False, category=False)
            start = mark + end
    yield from _closed(pending, text[start:])


def _closed(piece: Piece, text: str) -> Iterator[Piece]:
    if text.strip() or piece.label or piece.titled:
        yield replace(piece, rest=text.strip(" 　"))


def _marks(piece: Piece, memory: Memory) -> list[tuple]:
    """(position, label, field) of the numbered parts and fields inside a piece, outside brackets and quotes."""
    text = piece.rest
    if piece.titled or len(text) < 4:
        return []
    depth = _depths(text)
    found = []
    own = field_of(text) if piece.field else None
    for place in _FIELD.finditer(text):
        at = place.start()
        if own and 0 < at < own[2]:
            continue  # 责任 单位：…
        if depth[at] or at == 0 and (piece.field or piece.label is None):
            continue
        named = role_label(text[at : at + 24])
        named = None if named and at and _SHOWN.fullmatch(named[0]) else named
        field = field_of(text[at : at + 24])
        if named and not (piece.field and at == 0):
            found.append((at, None, named))
        elif field and at > 0:
            found.append((at, None, field[0]))
    labels = _believed(_inline_labels(text, depth), piece, memory)
    return sorted(found + [(at, label, None) for at, label in labels], key=lambda mark: mark[0])


def _depths(text: str) -> list[int]:
    """How many brackets and quotes are open before each character."""
    depths, depth = [], 0
    for char in text:
        if char in "）)】》”」" and depth:
            depth -= 1
        depths.append(depth)
        if char in "（(【《“「":
            depth += 1
    return depths if depth < 3 else [0] * len(text)


def _inline_labels(text: str, depth: list[int]) -> list[tuple[int, Label]]:
    allowed: dict[str, str] = {}
    for style in styles():
        allowed[style.name] = allowed.get(style.name, "") + style.inline
    labels = []
    for boundary in _BOUNDARY.finditer(text):
        at = boundary.end()
        if at >= len(text) or depth[boundary.start()] and text[boundary.start()] not in "。！？；":
            continue
        label = parse(text, at)
        if not label or depth[at]:
            continue
        mark = text[boundary.start()].replace(";", "；").replace(":", "：")
        if label.style in allowed and (mark in allowed[label.style] or mark in " 　" and label.style in {"digit", "cnparen", "cn", "paren"} and not label.weak):
            labels.append((at, label))
    return labels


def _believed(labels: list[tuple[int, Label]], piece: Piece, memory: Memory) -> list[tuple[int, Label]]:
    """Those labels that count on: from the paragraph's own label, from the last one of the style, or from 1 to 2."""
    last = {piece.label.style: piece.label.value} if piece.label else {}
    values = {(label.style, label.value) for _, label in labels}
    believed = []
    mark = piece.label.written[-1:] if piece.label else ""
    for at, label in labels:
        doubtful = label.weak and label.value <= 999 and not (label.written[-1] == mark and last.get(label.style) == label.value - 1)
        if doubtful or label.style.startswith("dotted"):  # 1、…；2、6月底前 counts on with the same mark
            continue
        outer = piece.label.style if piece.label and piece.sep else ""
        opens = label.value == 1 and ((label.style, 2) in values or label.style in {"cn"} or memory.inner.get(outer) == label.style)
        counts = label.value > 1 and (last.get(label.style) == label.value - 1 or label.style not in last and memory.last.get(label.style) == label.value - 1)
        if opens or counts:
            believed.append((at, label))
            if opens and outer:
                memory.inner[outer] = label.style
            last[label.style], mark = label.value, label.written[-1:]
    return believed
