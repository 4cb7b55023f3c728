"""Native tables that fit their slide: row heights measured, rows split over as many pages as they need."""

from dataclasses import dataclass, replace
from math import ceil

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

from analysis.briefing.fitting import LEADING, Para, wrap
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
    """A column's heading and its weight in the table's width."""

    head: str
    weight: float
    align: str = "l"


def pages(columns: list[Column], rows: list[list[Cell]], box: Box, *, size: float = CELL[0]) -> list[list[list[Cell]]]:
    """The rows parted over as few pages as they need, filled evenly; a row higher than a page goes on over the next ones."""
    widths = _widths(columns, box.w)
    room = box.h - _height([Cell(column.head, bold=True) for column in columns], widths, size)
    parts = [(part, _height(part, widths, size)) for row in rows for part in _parts(row, widths, size, room)]
    least = _parted(parts, room)
    low, high = sum(need for _, need in parts) / max(len(least), 1), room
    while high - low > size:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_parted(parts, middle)) <= len(least) else (middle, high)
    return _parted(parts, high)


def _parted(parts: list[tuple[list[Cell], float]], room: float) -> list[list[list[Cell]]]:
    parted, page, used = [], [], 0.0
    for row, need in parts:
        if page and used + need > room:
            parted.append(page)
            page, used = [], 0.0
        page, used = [*page, row], used + need
    return [*parted, page] if page else parted


def best(columns: list[Column], rows: list[list[Cell]], box: Box, sizes: tuple[float, ...]) -> tuple[float, list[list[list[Cell]]]]:
    """(size, pages): the largest of `sizes` at which all rows stand on one page, else pages at the smallest."""
    for size in sizes:
        parted = pages(columns, rows, box, size=size)
        if len(parted) <= 1:
            break
    return size, parted


def draw(page, columns: list[Column], rows: list[list[Cell]], box: Box, alt: str, *, size: float = CELL[0]) -> None:
    """The table on the slide, its rows as high as measured."""
    widths = _widths(columns, box.w)
    grid = [[Cell(column.head, bold=True, fill="tx2", ink="bg1", align=column.align) for column in columns], *rows]
    heights = [_height(row, widths, size) for row in grid]
    frame = page.slide.shapes.add_table(len(grid), len(columns), *map(Emu, Box(box.x, box.y, box.w, sum(heights)).emu()))
    frame.name = "表格"
    describe(frame, alt)
    table = frame.table
    _plain_style(table)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(round(width * POINT))
    for tr, row, height in zip(table._tbl.tr_lst, grid, heights, strict=True):
        tr.set("h", str(ceil(height * POINT)))
        for tc, cell, column in zip(tr.tc_lst, row, columns, strict=True):
            _cell(tc, replace(cell, align=column.align), size, page.canvas.fonts)


def marked(verdict: str) -> Cell:
    """A verdict's name behind a square of its colour; a light colour is drawn as an outline."""
    light = verdict in PATTERN
    return Cell(f"{'□' if light else '■'} {VERDICTS[verdict]}", bold=verdict in ("uncovered", "partial"), mark=MUTED if light else VERDICT[verdict])


def _widths(columns: list[Column], width: float) -> list[float]:
    whole = sum(column.weight for column in columns)
    return [width * column.weight / whole for column in columns]


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
