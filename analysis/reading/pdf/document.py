"""A PDF file to blocks: paragraphs, ruled tables and page furniture, page by page in flat memory."""

from dataclasses import dataclass, field

import pypdfium2 as pdfium

from analysis.reading.draft import Block, Draft, Source, Unreadable
from analysis.reading.grid import cell_blocks
from analysis.reading.guard import LIMITS
from analysis.reading.pdf.furniture import split_furniture
from analysis.reading.pdf.lines import Line, lines_of
from analysis.reading.pdf.page import RULES, read_page
from analysis.reading.pdf.paragraphs import column_of, paragraphs_of
from analysis.reading.pdf.rules import Rules
from analysis.reading.pdf.tables import PageTable, continues, join

OCR = "请先做文字识别（OCR），另存为文本或Word文档"
LISTED = 5  # pages named in a warning
TAIL = 4096  # bytes at the end of a file among which its end mark stands


@dataclass
class _Pages:
    """What has been read: per page its lines, height and tables, and the pages without text and those whose tables failed."""

    lines: list[list[Line]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    tables: list[list[PageTable]] = field(default_factory=list)
    bare: list[int] = field(default_factory=list)
    unruled: list[int] = field(default_factory=list)


def read_pdf(source: Source) -> Draft:
    """A PDF file. Raises Unreadable where it is encrypted, damaged, too long or has no text (疑似扫描件)."""
    document = _open(source.data)
    try:
        pages = _read_pages(document, source)
        title = document.get_metadata_dict(skip_empty=True).get("Title", "")
    finally:
        document.close()
    if not any(pages.lines) and not any(pages.tables):
        raise Unreadable("没有文字层，疑似扫描件", OCR)
    cut = [] if b"%%EOF" in source.data[-TAIL:] else ["文件末尾不完整，可能没有读全"]
    return Draft("pdf", _blocks(pages), title=title, warnings=cut + _warnings(pages))


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise Unreadable("文件已加密，需要密码才能打开", "请去掉打开密码后另存一份") from error
        raise Unreadable("文件不完整或已损坏，PDF无法打开", "请重新下载，或用阅读器打开后另存一份") from error
    if count > LIMITS.pages:
        raise Unreadable(f"共{count}页，超过{LIMITS.pages}页", "请拆成几份")
    return document


def _read_pages(document: pdfium.PdfDocument, source: Source) -> _Pages:
    pages, rules = _Pages(), Rules(source.data)
    for at in range(len(document)):
        page = read_page(document, at)
        chars, tables = page.chars, []
        if page.paths >= RULES and chars:
            tables, chars = rules.tables(at, chars)
        pages.lines.append(lines_of(chars, page.number))
        pages.heights.append(page.height)
        pages.tables.append(tables)
        if not page.chars and page.pictures:
            pages.bare.append(page.number)
        source.tick((at + 1) / len(document))
    pages.unruled = rules.failed
    return pages


def _blocks(pages: _Pages) -> list[Block]:
    content, furniture = split_furniture(pages.lines, pages.heights)
    merged = _merged(pages, content)
    blocks: list[Block] = []
    runs = _runs(content, merged)
    flowing = [line for lines in content for line in lines]
    column = column_of(flowing) if flowing else None
    count: dict[int, int] = {}
    for number, run in enumerate(runs):
        if isinstance(run, PageTable):
            blocks += _table_blocks(run, sum(isinstance(before, PageTable) for before in runs[:number]) + 1)
            continue
        for paragraph in paragraphs_of(run, column):
            page = paragraph.lines[0].page
            count[page] = count.get(page, 0) + 1
            blocks.append(Block(f"第{page}页第{count[page]}段", "paragraph", paragraph.text))
    for lines, height in zip(furniture, pages.heights, strict=True):
        blocks += [Block(f"第{line.page}页{'页眉' if line.top < height / 2 else '页脚'}", "furniture", line.text) for line in lines]
    return blocks


def _merged(pages: _Pages, content: list[list[Line]]) -> list[list[PageTable]]:
    """The tables by page, a table that goes on at the head of the next page joined to its beginning."""
    merged: list[list[PageTable]] = []
    last: PageTable | None = None
    for tables, lines in zip(pages.tables, content, strict=True):
        own = []
        for table in tables:
            at_head = table is tables[0] and not any(line.bottom < table.top for line in lines)
            if last is not None and at_head and continues(last, table):
                join(last, table)
            else:
                own.append(table)
                last = table
        if lines and (not tables or lines[-1].top > tables[-1].bottom):
            last = None
        merged.append(own)
    return merged


def _runs(content: list[list[Line]], tables: list[list[PageTable]]) -> list[list[Line] | PageTable]:
    """Text and tables in reading order; text between two tables is one run, also across pages."""
    runs: list[list[Line] | PageTable] = []
    for lines, own in zip(content, tables, strict=True):
        things = sorted([*lines, *own], key=lambda thing: thing.top)
        for thing in things:
            if isinstance(thing, PageTable):
                runs.append(thing)
            elif runs and isinstance(runs[-1], list):
                runs[-1].append(thing)
            else:
                runs.append([thing])
    return runs


def _table_blocks(table: PageTable, number: int) -> list[Block]:
    return cell_blocks(f"表{number}", ([cell for _, cell in row] for row in table.rows))


def _warnings(pages: _Pages) -> list[str]:
    told = ((pages.bare, "没有文字，疑似扫描件"), (pages.unruled, "表格线无法解析，表格按文字读取"))
    return [f"{_listed(numbers)}{what}" for numbers, what in told if numbers]


def _listed(numbers: list[int]) -> str:
    shown = "、".join(map(str, numbers[:LISTED]))
    return f"第{shown}页" if len(numbers) <= LISTED else f"第{shown}页等{len(numbers)}页"
