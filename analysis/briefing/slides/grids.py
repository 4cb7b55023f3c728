"""Native tables that fit their slide: row heights measured, rows split over as many pages as they need."""

from dataclasses import dataclass, replace
from math import ceil

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

from analysis.briefing.fitting import FILL, LEADING, Para, width_of, wrap
from analysis.briefing.look import CELL, MUTED, PATTERN, POINT, RULE, VERDICT, Box
from analysis.briefing.slides.canvas import describe
from analysis.briefing.slides.xml import paragraph, solid
from analysis.wording import VERDICTS

PAD_X, PAD_Y = 6.0, 4.0
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


@dataclass(frozen=True)
class Cell:
    """A cell's text; `fill` a colour or nothing, `ink` the text's colour; `mark` the colour of a square before the text."""

    text: str
    bold: bool = False
    fill: str = ""
    ink: str = "tx1"
    align: str = "l"
    mark: str = ""


@dataclass(frozen=True)
class Column:
    """A column's heading and its weight in what is left of the table's width; without one it is as wide as its texts."""

    head: str
    weight: float = 0
    align: str = "l"


@dataclass(frozen=True)
class Part:
    """The rows of a table that stand on one slide, with the widths of its columns in points and its type size."""

    rows: list[list[Cell]]
    widths: list[float]
    size: float


def pages(columns: list[Column], rows: list[list[Cell]], box: Box, *, sizes: tuple[float, ...] = CELL) -> list[Part]:
    """The table on one page at the largest of `sizes` that allows it, else over as few pages as the smallest needs.

    Pages are filled evenly; a row higher than a page goes on over the next ones.
    """
    for size in sizes:
        widths = _widths(columns, rows, box.w, size)
        parted = _paged(columns, rows, widths, box.h, size)
        if len(parted) <= 1:
            break
    return [Part(part, widths, size) for part in parted]


def _paged(columns: list[Column], rows: list[list[Cell]], widths: list[float], height: float, size: float) -> list[list[list[Cell]]]:
    room = height - _height(_heads(columns), widths, size)
    parts = [(part, _height(part, widths, size)) for row in rows for part in _parts(row, widths, size, room)]
    least = len(_parted(parts, room))
    low, high = sum(need for _, need in parts) / max(least, 1), room
    while high - low > size:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_parted(parts, middle)) <= least else (middle, high)
    return _parted(parts, high)


def _parted(parts: list[tuple[list[Cell], float]], room: float) -> list[list[list[Cell]]]:
    parted, page, used = [], [], 0.0
    for row, need in parts:
        if page and used + need > room:
            parted.append(page)
            page, used = [], 0.0
        page, used = [*page, row], used + need
    return [*parted, page] if page else parted


def draw(page, columns: list[Column], part: Part, box: Box, alt: str) -> None:
    """The table on the slide, its rows as high as measured."""
    grid = [_heads(columns), *part.rows]
    heights = [_height(row, part.widths, part.size) for row in grid]
    frame = page.slide.shapes.add_table(len(grid), len(columns), *map(Emu, Box(box.x, box.y, box.w, sum(heights)).emu()))
    frame.name = "表格"
    describe(frame, alt)
    _plain_style(frame.table)
    for column, width in zip(frame.table.columns, part.widths, strict=True):
        column.width = Emu(round(width * POINT))
    for tr, row, height in zip(frame.table._tbl.tr_lst, grid, heights, strict=True):
        tr.set("h", str(ceil(height * POINT)))
        for tc, cell, column in zip(tr.tc_lst, row, columns, strict=True):
            _cell(tc, replace(cell, align=column.align), part.size, page.canvas.fonts)


def _heads(columns: list[Column]) -> list[Cell]:
    return [Cell(column.head, bold=True, fill="tx2", ink="bg1") for column in columns]


def marked(verdict: str) -> Cell:
    """A verdict's name behind a square of its colour; a light colour is drawn as an outline."""
    light = verdict in PATTERN
    return Cell(f"{'□' if light else '■'} {VERDICTS[verdict]}", bold=verdict in ("uncovered", "partial"), mark=MUTED if light else VERDICT[verdict])


def _widths(columns: list[Column], rows: list[list[Cell]], width: float, size: float) -> list[float]:
    """The columns' widths in points; of those without weight none takes more than a third of the table."""
    tight = [0.0 if column.weight else min(width / 3, _widest(column, [row[place] for row in rows], size)) for place, column in enumerate(columns)]
    unit = (width - sum(tight)) / (sum(column.weight for column in columns) or 1)
    return [own or column.weight * unit for own, column in zip(tight, columns, strict=True)]


def _widest(column: Column, cells: list[Cell], size: float) -> float:
    lines = [(column.head, True), *((line, cell.bold) for cell in cells for line in cell.text.split("\n"))]
    return max(width_of(line, size, bold) for line, bold in lines) / FILL + 2 * PAD_X + size * 0.7


def _height(row: list[Cell], widths: list[float], size: float) -> float:
    lines = max(len(wrap(cell.text, width - 2 * PAD_X, size, cell.bold)) for cell, width in zip(row, widths, strict=True))
    return lines * size * LEADING + 2 * PAD_Y + 1


def _parts(row: list[Cell], widths: list[float], size: float, room: float) -> list[list[Cell]]:
    """The row, or where it is higher than a page its parts, each as high as a page at most."""
    if _height(row, widths, size) <= room:
        return [row]
    most = max(1, int((room - 2 * PAD_Y - 1) / (size * LEADING)))
    lines = [wrap(cell.text, width - 2 * PAD_X, size, cell.bold) for cell, width in zip(row, widths, strict=True)]
    count = ceil(max(map(len, lines)) / most)
    return [
        [replace(cell, text="\n".join(own[part * most : (part + 1) * most])) if len(own) > most or not part else replace(cell, text="〃") for cell, own in zip(row, lines, strict=True)]
        for part in range(count)
    ]


def _plain_style(table) -> None:
    properties = table._tbl.tblPr
    properties.attrib.clear()
    properties.set("firstRow", "1")
    properties.find(qn("a:tableStyleId")).text = _NO_STYLE


def _cell(tc, cell: Cell, size: float, fonts) -> None:
    body = tc.get_or_add_txBody()
    for old in body.findall(qn("a:p")):
        body.remove(old)
    body.append(parse_xml(paragraph(Para(cell.text, bold=cell.bold, colour=cell.ink, align=cell.align, mark=cell.mark), size, fonts)))
    old = tc.find(qn("a:tcPr"))
    if old is not None:
        tc.remove(old)
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    inside = solid(cell.fill) if cell.fill else "<a:noFill/>"
    x, y = round(PAD_X * POINT), round(PAD_Y * POINT)
    tc.append(
        parse_xml(
            f'<a:tcPr {nsdecls("a")} marL="{x}" marR="{x}" marT="{y}" marB="{y}" anchor="t">{none}<a:lnB w="9525">{solid(RULE)}</a:lnB>{inside}</a:tcPr>'
        )
    )
