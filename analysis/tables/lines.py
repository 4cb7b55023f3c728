"""Blocks of one document to lines: noise cut out, furniture and tail left aside, hard line breaks joined."""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from analysis import paths
from analysis.tables.fields import field_named, field_of, role_label
from analysis.tables.labels import parse
from analysis.tables.titles import ITEM_ROLES, read_title

_END = re.compile(r"[。！？；：;:!?…”’」）)】]$")
_OPEN_END = re.compile(r"[第（(“‘与和、，的至到及在对把将为由按从每以]$")
_LINE_PLACE = re.compile(r"第(\d+)行$")
_UNENDED = re.compile(r"[，、]$")  # no paragraph ends so, however wide its last line
_UNBEGUN = re.compile(r"[，。、；：！？）”]")  # nor does one begin so
_VALUED = {"owner", "person", "partner", "deadline", "status"}
_SHARP = re.compile(r"(#{1,6})\s+(?=\S)")  # a Markdown heading in a plain text file
_ARROW = re.compile(r"[→⇒➔➜➡↳└─>＞]+[\s　]*(?=[^：:，。]{2,12}[：:])")  # before a field below its problem (→整改：…)
_BOXED = re.compile(r"[（(](?P<inside>[^（）()：:]{2,8}[：:][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)][。；;]?$")  # …。（整改措施：…；责任人：…）
NARROWEST, NEAR = 30, 4  # columns of the narrowest page, and by which its lines differ
WIDER = 6  # columns by which a line may pass the width of most: a paragraph's first line lost its indent of four
_ROMAN = re.compile(r"[A-Za-z0-9]$")


@dataclass
class Line:
    """A paragraph, heading or list item: blocks `block` to `last` (at `end`, where lines were joined), `level` of a format's heading (0 = none),
    `number` that the format generated, `forced` role from a correction file."""

    block: int
    last: int
    place: str
    kind: str
    number: str
    text: str
    level: int = 0
    forced: str = ""
    end: str = ""


@dataclass(frozen=True)
class Dropped:
    """A block left out, and why."""

    block: int
    place: str
    text: str
    reason: str


@cache
def _noise() -> dict:
    data = tomllib.loads((paths.VOCABULARY / "noise.toml").read_text(encoding="utf-8"))
    return {
        "inside": re.compile("|".join(f"(?:{pattern})" for pattern in data["inside"])),
        "line": _any(data["line"]),
        "stop": _any(data["stop"]),
        "tail": _any(data["tail"]),
        "closing": _any(data["closing"]),
        "pledge": _any(data["pledge"]),
        "farewell": re.compile(data["farewell"]),
        "date": re.compile(data["date"]),
        "signer": re.compile(data["signer"]),
    }


def _any(patterns: list[str]) -> re.Pattern:
    flags = "(?i)" if any(pattern.startswith("(?i)") for pattern in patterns) else ""
    return re.compile(flags + "|".join(f"(?:{pattern.removeprefix('(?i)')})" for pattern in patterns))


def cleaned(text: str) -> str:
    """`text` without scraping marks and control characters, spaces at its ends stripped."""
    return _noise()["inside"].sub("", text).strip(" \t\r　\n\u00a0")


def is_noise(text: str) -> bool:
    """True for a line that page layout or a web page left behind (第3页, 当前位置：…, 分享到…)."""
    return bool(_noise()["line"].fullmatch(text.strip()))


def is_closing(text: str) -> bool:
    """True for a paragraph that speaks of the whole list (以上问题，…) and belongs to no item."""
    return bool(_noise()["closing"].fullmatch(text.replace("\n", "")))


def is_pledge(text: str) -> bool:
    """True for a paragraph that promises to see the whole rectification through (我们将以钉钉子精神抓好整改…); an
    action of a list may say much the same, so that only what stands behind a list is to be asked."""
    return bool(_noise()["pledge"].match(text.replace("\n", "")))


def read_lines(blocks: list) -> tuple[list[Line], list[Dropped]]:
    """The content lines of a document's blocks (rows with block, place, kind, number, text), in order.

    Cells are kept as lines of kind `cell` with their inner line breaks; other blocks are split at theirs.
    """
    lines, dropped = [], []
    for row in blocks:
        reason = "页眉页脚或导航" if row.kind == "furniture" else ""
        for part in [row.text] if row.kind == "cell" else row.text.split("\n"):
            text = _ARROW.sub("", cleaned(part)) if row.kind != "cell" else cleaned(part)
            why = reason or ("网页或版面痕迹" if text and row.kind != "cell" and not row.number and (is_noise(text) or is_noise(part)) and not _stops(text) else "")
            if why:
                dropped.append(Dropped(row.block, row.place, part, why))
            elif text:
                text = _unboxed(text) if row.kind != "cell" else text
                level = int(row.kind[-1]) if row.kind.startswith("heading") else 0
                sharp = _SHARP.match(text) if row.kind == "paragraph" else None
                if sharp:
                    text, level = text[sharp.end() :].strip(), len(sharp[1])
                lines.append(Line(row.block, row.block, row.place, row.kind, row.number or "", text, level))
    lines = _valued(_without_headers(lines, dropped))
    turned = frozenset(part.block for part in dropped if part.reason == "网页或版面痕迹")
    return _unwrapped(_without_tail(lines, dropped), turned), sorted(dropped, key=lambda part: part.block)


def _unboxed(text: str) -> str:
    """A paragraph with the brackets taken off the measure and fields that close it."""
    found = _BOXED.search(text)
    named = role_label(found["inside"]) if found and found.start() > 3 else None
    return text[: found.start()] + ("" if text[found.start() - 1] in "。！？；" else "。") + found["inside"] if named and read_title(named[0]).role in ITEM_ROLES else text


def _valued(lines: list[Line]) -> list[Line]:
    """Join a field's name that stands alone on its line (责任单位) with its value on the next."""
    joined: list[Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before and before.kind != "cell" and not before.number and line.kind == "paragraph" and field_named(before.text.rstrip("：:")) in _VALUED and len(before.text) >= 3 and (not read_title(line.text) or line.text == "立行立改") and not _lists(before.text, line.text):
            before.text, before.last = f"{before.text.rstrip('：:')}：{line.text}", line.block
            before.kind, before.level = "paragraph", 0
        else:
            joined.append(line)
    return joined


def _lists(name: str, text: str) -> bool:
    """True where a list begins under a state's name that stands alone (整改成效, then 1.…): the name is a section's."""
    label = parse(text)
    return label is not None and label.value == 1 and field_named(name.rstrip("：:")) == "status"


def _without_headers(lines: list[Line], dropped: list[Dropped]) -> list[Line]:
    """Leave out running headers: one short line three times or more, with pages turned between (numbers dropped)."""
    pages = {part.block for part in dropped if part.reason == "网页或版面痕迹"}
    counts = Counter(line.text for line in lines if line.kind == "paragraph" and len(line.text) <= 40)
    kept = []
    seen = set()
    for line in lines:
        near = bool(pages & {line.block - 2, line.block - 1, line.last + 1, line.last + 2})
        running = counts[line.text] >= 2 and near and line.text in seen and not parse(line.text) and not re.search(r"[：:。]", line.text)
        seen.add(line.text)
        if running:
            dropped.append(Dropped(line.block, line.place, line.text, "重复的页眉"))
        else:
            kept.append(line)
    return kept


def _without_tail(lines: list[Line], dropped: list[Dropped]) -> list[Line]:
    """Leave out what follows the body: signature and date, 特此报告, contact lines."""
    stop = next((at for at in range(len(lines) // 2, len(lines)) if lines[at].kind != "cell" and _stops(lines[at].text)), len(lines))
    others = [line for at, line in enumerate(lines) if at >= stop or line.kind != "cell" and _stops(line.text)]
    dropped += [Dropped(line.block, line.place, line.text, "网页的相关文章") for line in others]
    lines = [line for line in lines if line not in others]
    end = len(lines)
    while end > 1 and end > len(lines) - 12:
        line = lines[end - 1]
        if line.kind == "cell" or not (_is_tail(line.text) or _is_signature(lines, end)):
            break
        dropped.append(Dropped(line.block, line.place, line.text, "落款或结尾"))
        end -= 1
    last = lines[end - 1] if end else None
    if last and last.kind != "cell" and not is_closing(last.text) and (cut := _noise()["farewell"].search(last.text)):
        dropped.append(Dropped(last.last, last.place, cut[0].strip(), "落款或结尾"))
        last.text = last.text[: cut.start()]
    return lines[:end]


def _stops(text: str) -> bool:
    """True for a line after which a web page lists other texts (相关推荐)."""
    return bool(_noise()["stop"].fullmatch(text.strip()))


def _is_tail(text: str) -> bool:
    return bool(_noise()["tail"].fullmatch(text) or _noise()["date"].fullmatch(re.sub(r"[\s　]", "", text)))


def _is_signature(lines: list[Line], end: int) -> bool:
    """A short line without punctuation right before the date that ends the document."""
    if end >= len(lines) or not _noise()["date"].fullmatch(re.sub(r"[\s　]", "", lines[end].text)) and not _signer(lines[end].text):
        return False
    line = lines[end - 1]
    return not line.level and _signer(line.text) and not parse(line.text) and not line.number


def _signer(text: str) -> bool:
    return bool(_noise()["signer"].fullmatch(text)) and len(text) <= 30 and not read_title(text)


def _unwrapped(lines: list[Line], turned: frozenset[int] = frozenset()) -> list[Line]:
    """Join lines that a fixed page width broke inside a sentence; `turned` are the blocks of page numbers left out."""
    page = next((page for page in (_page(lines, _width, 1), _page(lines, len, 2)) if page.width), None)
    if page is None:
        return lines
    joined: list[Line] = []
    full = False
    for line in lines:
        if joined and (full or _UNENDED.search(joined[-1].text) or _UNBEGUN.match(line.text)) and _continues(joined[-1], line, turned):
            glue = " " if _ROMAN.search(joined[-1].text) and re.match(r"[A-Za-z]", line.text) else ""
            joined[-1].text += glue + line.text
            joined[-1].last, joined[-1].end = line.block, line.place
        else:
            joined.append(line)
        full = line.kind == "paragraph" and page.fills(line.text)
    return joined


@dataclass(frozen=True)
class Page:
    """The width at which a text was broken, 0 where it was not: in half-width columns (`scale` 1) or in characters (2)."""

    measure: Callable[[str], int]
    width: int
    scale: int

    def fills(self, text: str) -> bool:
        """True for a line as wide as the page; a wide sign that did not fit leaves one without an end a column narrower."""
        return self.width - NEAR // self.scale - (not _END.search(text)) <= self.measure(text) <= self.width + WIDER // self.scale


def _page(lines: list[Line], measure: Callable[[str], int], scale: int) -> Page:
    """The page that most lines without an end agree on."""
    pairs = pairwise(lines)
    plain = [one for one, two in pairs if one.kind == two.kind == "paragraph" and not _END.search(one.text) and _adjacent(one, two) and not parse(two.text) and not field_of(one.text)]
    broken = [width for one in plain if (width := measure(one.text)) >= NARROWEST // scale]
    if len(broken) < 3:
        return Page(measure, 0, scale)
    counts = Counter(broken)
    best = max(counts, key=lambda width: (sum(counts[width + step] for step in range(-2, 3)), width))
    near = sum(counts[best + step] for step in range(-NEAR // scale, NEAR // scale + 1))
    wider = sum(measure(line.text) > best + WIDER // scale for line in lines if line.kind == "paragraph")
    return Page(measure, best if near >= 3 and near >= 0.6 * len(broken) and wider <= 0.05 * len(lines) else 0, scale)


def _continues(line: Line, following: Line, turned: frozenset[int]) -> bool:
    if line.kind != "paragraph" or following.kind != "paragraph" or following.number or not (_adjacent(line, following) or _page_between(line, following, turned)):
        return False
    if _OPEN_END.search(line.text):
        return True
    label = parse(following.text)
    starts = label and not label.weak or read_title(following.text) or field_of(following.text)
    return not starts and not read_title(line.text)


def _adjacent(one: Line, two: Line) -> bool:
    """False where a blank line of a text file stands between the two."""
    first, second = _LINE_PLACE.search(one.end or one.place), _LINE_PLACE.search(two.place)
    return not (first and second) or int(second[1]) - int(first[1]) <= 1 + (0 if one.end else one.last - one.block)


def _page_between(one: Line, two: Line, turned: frozenset[int]) -> bool:
    """True where only a page number stands between a line without an end and the next."""
    return one.last + 1 < two.block and set(range(one.last + 1, two.block)) <= turned and not _END.search(one.text)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
