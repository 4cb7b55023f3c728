"""A Word document in reading order: paragraphs, list items, tables and text boxes to blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from analysis.reading.draft import Block
from analysis.reading.grid import cell_blocks
from analysis.reading.word.names import ALTERNATE, CHOICE, number, value, w
from analysis.reading.word.numbering import Counters
from analysis.reading.word.runs import Seen, inline, mark_deleted, mark_hidden
from analysis.reading.word.styles import Styles, heading
from analysis.reading.word.tables import Grid, grid_of

_THROUGH = frozenset(map(w, ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")))


@dataclass
class Paragraph:
    """A paragraph as shown: its kind (empty = plain), automatic label and text."""

    kind: str
    label: str
    text: str
    boxes: list[etree._Element]
    listed: bool = False


@dataclass
class Walker:
    """Walks the stories of one document (body, boxes, notes, headers) with one set of counters."""

    styles: Styles
    counters: Counters
    seen: Seen = field(default_factory=Seen)
    tables: int = 0
    boxes: int = 0

    def body(self, container: etree._Element, *, place: str = "第{}段", kind: str = "") -> list[Block]:
        """The blocks of a story. `place` takes the paragraph's number; `kind` overrides what styles say."""
        blocks: list[Block] = []
        count = 0
        for element in self.stories(container):
            if element.tag == w("tbl"):
                blocks += self._table(element, place, kind)
                continue
            count += 1
            paragraph = self.paragraph(element)
            blocks += _lines(paragraph, place.format(count), kind)
            blocks += self._boxes(paragraph.boxes, kind)
        return blocks

    def stories(self, container: etree._Element) -> Iterator[etree._Element]:
        """The paragraphs and tables of a container, through content controls; paragraphs whose end mark was deleted joined."""
        held: list[etree._Element] = []
        for element in _blocks(container):
            if element.tag == w("p") and held:
                element = _joined(held, element)
                held = []
            if element.tag == w("p") and mark_deleted(element.find(w("pPr"))):
                self.seen.revisions += 1
                held = [element]
                continue
            yield from (*held, element)
            held = []
        yield from held

    def paragraph(self, element: etree._Element) -> Paragraph:
        properties = element.find(w("pPr"))
        style = self.styles.get(value(properties, "pStyle"))
        found = inline(element, self.styles, self.seen)
        kind = heading(own) if (own := number(properties, "outlineLvl")) is not None and style.kind not in ("title", "furniture") else style.kind
        if not found.text.strip() and mark_hidden(properties):
            return Paragraph(kind, "", "", found.boxes)
        label, listed = self._label(properties, style)
        return Paragraph(kind, label, found.text, found.boxes, listed)

    def _label(self, properties: etree._Element | None, style) -> tuple[str, bool]:
        """(automatic label, whether the paragraph is in a list): direct numbering, else its style's."""
        list_id = number(properties, "numPr", "numId")
        level = number(properties, "numPr", "ilvl")
        if list_id is None:
            list_id = style.numbering
            if level is None and list_id:
                level = style.numbering_level if style.numbering_level is not None else self.counters.level_of_style(list_id, style.id)
        if not list_id:
            return "", False
        label = self.counters.label(list_id, level or 0)
        self.seen.automatic += bool(label and label.strip())
        return (label or "").strip(), True

    def _table(self, table: etree._Element, place: str, kind: str) -> list[Block]:
        grid = grid_of(table, self)
        if grid.frame is not None:  # one cell around paragraphs is a border, not a table
            return self.body(grid.frame, place=f"框内{place}", kind=kind)
        return self._named(grid, kind)

    def _named(self, grid: Grid, kind: str) -> list[Block]:
        """The cells of a table, then those of the tables nested in it, each under its own name."""
        self.tables += 1
        blocks = cell_blocks(f"表{self.tables}", grid.rows)
        for nested in grid.nested:
            blocks += self._named(nested, kind)
        for block in blocks if kind else ():
            block.kind = kind
        return blocks + self._boxes(grid.boxes, kind)

    def _boxes(self, boxes: list[etree._Element], kind: str) -> list[Block]:
        blocks = []
        for box in boxes:
            self.boxes += 1
            blocks += self.body(box, place=f"文本框{self.boxes}第{{}}段", kind=kind)
        return blocks


def _blocks(container: etree._Element) -> Iterator[etree._Element]:
    for child in container:
        if child.tag in (w("p"), w("tbl")):
            yield child
        elif child.tag == ALTERNATE:
            yield from _blocks(child.find(CHOICE) if child.find(CHOICE) is not None else child)
        elif child.tag in _THROUGH:
            yield from _blocks(child)


def _joined(held: list[etree._Element], last: etree._Element) -> etree._Element:
    """The last paragraph with the content of those that run on into it in front; it keeps its own properties."""
    joined = etree.Element(last.tag)
    joined.extend([child for child in last if child.tag == w("pPr")])
    for element in (*held, last):
        joined.extend([child for child in element if child.tag != w("pPr")])
    return joined


def _lines(paragraph: Paragraph, place: str, kind: str) -> list[Block]:
    """A paragraph as blocks: soft line breaks part it, except in a title or heading; the label goes to the first."""
    own = kind or paragraph.kind or ("item" if paragraph.listed else "paragraph")
    whole = own.startswith(("title", "heading"))
    lines = [paragraph.text] if whole else paragraph.text.split("\n")
    texts = [line.strip() for line in lines if line.strip()]
    return [Block(place, own if at == 0 or own != "item" else "paragraph", text, "" if at else paragraph.label) for at, text in enumerate(texts)]
