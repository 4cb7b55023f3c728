"""The flow of a page: block elements part the text into paragraphs, items, headings and tables, in reading order."""

import re
from dataclasses import dataclass, field

from lxml import etree

from analysis.reading.draft import Block
from analysis.reading.web.furniture import Furniture, is_hidden
from analysis.reading.web.lists import labels
from analysis.reading.web.tables import is_layout, table_blocks
from analysis.reading.web.vocabulary import BLOCKS, DROPPED, HEADINGS, LINKED, LONG

_SPACE = re.compile(r"[ \t\r\n\f]+")
_WIDE_GAP = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef“”‘’]) ?\n ?(?=[\u3000-\u9fff\uff00-\uffef“”‘’])")
BREAK = "\v"  # a <br>, until the text around it is collapsed


def collapse(text: str) -> str:
    """White space as a browser shows it, <br> as a line break; a source line break between Chinese characters is none."""
    lines = [_SPACE.sub(" ", _WIDE_GAP.sub("", re.sub(r"[ \t\r\f]*\n[ \t\r\n\f]*", "\n", line))).strip() for line in text.split(BREAK)]
    return "\n".join(line for line in lines if line).replace("\xa0", " ").strip()


@dataclass
class _Open:
    """The block being filled."""

    kind: str = "paragraph"
    label: str = ""
    furniture: bool = False
    pieces: list[str] = field(default_factory=list)
    linked: int = 0


def _after(done: _Open) -> _Open:
    """What follows a block inside the same element: an item's number and kind are spent on its first block."""
    return _Open("paragraph" if done.kind == "item" else done.kind, "", done.furniture)


class Flow:
    """Walks a page once."""

    def __init__(self, root: etree._Element):
        self._root = root
        self._furniture = Furniture(root)
        self._blocks: list[Block] = []
        self._paragraphs = self._tables = 0
        self._open = _Open()

    def blocks(self) -> list[Block]:
        body = self._root.find("body")
        self._walk(self._root if body is None else body, link=False, preformatted=False)
        self._flush()
        return self._blocks

    def _walk(self, element: etree._Element, *, link: bool, preformatted: bool) -> None:
        self._add(element.text, link, preformatted)
        for child in element:
            tag = child.tag
            if tag == "br":
                self._open.pieces.append(BREAK)
            elif isinstance(tag, str) and tag not in DROPPED and not is_hidden(child):
                if tag in BLOCKS:
                    self._block(child, link, preformatted)
                else:
                    self._walk(child, link=link or tag == "a", preformatted=preformatted)
            self._add(child.tail, link, preformatted)

    def _add(self, text: str | None, link: bool, preformatted: bool) -> None:
        if text:
            self._open.pieces.append(text.replace("\n", BREAK) if preformatted else text)
            self._open.linked += len(text.strip()) if link else 0

    def _block(self, element: etree._Element, link: bool, preformatted: bool) -> None:
        outer, before = self._flush(), len(self._blocks)
        furniture = outer.furniture or self._furniture.marks(element)
        if element.tag == "table" and not is_layout(element):
            self._table(element, furniture)
        elif element.tag in ("ol", "ul"):
            self._list(element, furniture, link)
        else:
            kind = f"heading{element.tag[1]}" if element.tag in HEADINGS else outer.kind
            self._open = _Open(kind, outer.label, furniture)
            self._walk(element, link=link, preformatted=preformatted or element.tag == "pre")
            self._flush()
        self._open = _Open(outer.kind, outer.label, outer.furniture) if len(self._blocks) == before else _after(outer)

    def _list(self, element: etree._Element, furniture: bool, link: bool) -> None:
        for child, label in labels(element):
            if not isinstance(child.tag, str) or child.tag in DROPPED or is_hidden(child):
                continue
            if child.tag in ("ol", "ul"):  # not allowed there, but what Word processors write
                self._list(child, furniture, link)
                continue
            self._open = _Open("item", label, furniture or self._furniture.marks(child))
            self._walk(child, link=link, preformatted=False)
            self._flush()

    def _table(self, element: etree._Element, furniture: bool) -> None:
        self._tables += 1
        blocks = table_blocks(element, f"表{self._tables}", lambda cell: collapse(_inner_text(cell)))
        for block in blocks if furniture else ():
            block.kind = "furniture"
        self._blocks += blocks

    def _flush(self) -> _Open:
        """Close the open block and begin one like it; an item's number goes to its first block, the rest are paragraphs."""
        done = self._open
        text = collapse("".join(done.pieces))
        if text:
            self._emit(done, text)
        self._open = _after(done) if text else _Open(done.kind, done.label, done.furniture)
        return self._open

    def _emit(self, done: _Open, text: str) -> None:
        whole = done.kind.startswith("heading")
        bare = len("".join(text.split()))
        navigation = not whole and done.linked >= LINKED * bare and bare - done.linked < LONG
        kind = "furniture" if done.furniture or navigation else done.kind
        self._paragraphs += 1
        lines = [" ".join(text.split("\n"))] if whole else text.split("\n")
        for at, line in enumerate(lines):
            shown = kind if at == 0 or kind != "item" else "paragraph"
            self._blocks.append(Block(f"第{self._paragraphs}段", shown, line, "" if at else done.label))


def _inner_text(cell: etree._Element) -> str:
    """All text of a table cell; blocks and <br> part its lines, list items carry their numbers."""
    pieces: list[str] = []
    _gather(cell, pieces)
    return "".join(pieces)


def _gather(element: etree._Element, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    numbers = dict(labels(element)) if element.tag in ("ol", "ul") else {}
    for child in element:
        if child.tag == "br":
            pieces.append(BREAK)
        elif isinstance(child.tag, str) and child.tag not in DROPPED and not is_hidden(child):
            edge = BREAK if child.tag in BLOCKS else ""
            pieces.append(edge + numbers.get(child, ""))
            _gather(child, pieces)
            pieces.append(edge)
        pieces.append(child.tail or "")
