"""Markdown: headings to kinds, list items, tables to cells; inline markup goes, list markers stay in the text."""

import re

from analysis.reading.decode import decode
from analysis.reading.draft import Block, Draft, Source
from analysis.reading.grid import Cell, cell_blocks
from analysis.reading.lines import numbered_lines

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?")
_UNDERLINE = re.compile(r"=+|-{2,}")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_ROW = re.compile(r"\|.*\||[^|]+(?:(?<!\\)\|[^|]*)+")
_RULER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*\|?")
_INLINE = (
    (re.compile(r"<!--.*?-->"), ""),
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(?<!\\)\[([^\]]+)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=[^\s*_，。、；：）”])((?:(?!\1).)+?)(?<=[^\s*_，、])\1"), r"\2"),
    (re.compile(r"(?<![\\*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?!\*)"), r"\1"),
    (re.compile(r"(?<![\\`])`([^`]+)`(?!`)"), r"\1"),
    (re.compile(r"<br\s*/?>", re.IGNORECASE), "\n"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])"), r"\1"),
)


def read_markdown(source: Source) -> Draft:
    """A Markdown file; `number` stays empty, since the numbers of its lists and headings are typed."""
    decoded = decode(source.data)
    draft = Draft("md", encoding=decoded.encoding, warnings=decoded.warnings)
    lines = numbered_lines(decoded.text)
    at = _skip_front_matter(lines, draft)
    while at < len(lines):
        at = _table(lines, at, draft) or _line(lines, at, draft)
    return draft


def plain(text: str) -> str:
    """`text` without Markdown's inline markup: emphasis, links, code, escapes; <br> becomes a line break."""
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text.strip()


def _skip_front_matter(lines: list[tuple[int, str]], draft: Draft) -> int:
    """Keep a YAML header as furniture; its `title:` names the document."""
    ends = [at for at, (_, text) in enumerate(lines[1:], 1) if text == "---"]
    if not lines or lines[0] != (1, "---") or not ends:
        return 0
    for number, text in lines[1 : ends[0]]:
        draft.blocks.append(Block(f"第{number}行", "furniture", text))
        if text.startswith("title:"):
            draft.title = text.removeprefix("title:").strip(" \"'")
    return ends[0] + 1


def _line(lines: list[tuple[int, str]], at: int, draft: Draft) -> int:
    number, text = lines[at]
    if _RULE.fullmatch(text) or text.startswith(("```", "~~~")):
        return at + 1
    place = f"第{number}行"
    if heading := _HEADING.fullmatch(text):
        if heading[2]:
            draft.blocks.append(Block(place, f"heading{len(heading[1])}", plain(heading[2])))
        return at + 1
    if _underlined(lines, at):
        draft.blocks.append(Block(place, "heading1" if lines[at + 1][1][0] == "=" else "heading2", plain(text)))
        return at + 2
    text = _QUOTE.sub("", text, count=1) if text.startswith(">") else text
    if plain(text):
        draft.blocks.append(Block(place, "item" if _ITEM.match(text) else "paragraph", plain(text)))
    return at + 1


def _underlined(lines: list[tuple[int, str]], at: int) -> bool:
    """A line with === or --- right under it is a heading of level 1 or 2, unless it is an item or a quote."""
    number, text = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else (0, "")
    return following[0] == number + 1 and bool(_UNDERLINE.fullmatch(following[1])) and not _ITEM.match(text) and text[0] not in ">|"


def _table(lines: list[tuple[int, str]], at: int, draft: Draft) -> int:
    """Read a pipe table that starts at line `at`; returns the line after it, 0 where there is none."""
    if at + 1 >= len(lines) or not _ROW.fullmatch(lines[at][1]) or "|" not in lines[at + 1][1] or not _RULER.fullmatch(lines[at + 1][1]):
        return 0
    end = at + 2
    while end < len(lines) and "|" in lines[end][1] and lines[end][0] == lines[end - 1][0] + 1:
        end += 1
    count = len({block.place.split("!")[0] for block in draft.blocks if block.kind == "cell"})
    rows = [_cells(text) for _, text in (lines[at], *lines[at + 2 : end])]
    draft.blocks += cell_blocks(f"表{count + 1}", rows)
    return end


def _cells(row: str) -> list[Cell]:
    inner = row.strip().removeprefix("|").removesuffix("|")
    return [Cell(plain(part)) for part in re.split(r"(?<!\\)\|", inner)]
