"""An .xlsx package to blocks, sheet by sheet, streamed so that large ledgers stay flat in memory."""

from dataclasses import dataclass, field
from datetime import datetime

from lxml import etree

from analysis.reading.draft import Block, Draft, Source
from analysis.reading.excel.display import BUILTIN, EPOCH, EPOCH_1904
from analysis.reading.excel.sheet import read_sheet
from analysis.reading.excel.strings import shared_strings
from analysis.reading.package import Package

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass
class Book:
    """What all sheets share: the strings, the number format of each cell style, the day dates count from."""

    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    epoch: datetime = EPOCH


def read_xlsx(source: Source) -> Draft:
    """An Excel workbook: one block a cell with text, as shown. Hidden rows and columns are read, hidden sheets are furniture."""
    package = Package(source.data)
    main = package.main("xl/workbook.xml")
    root = package.tree(main)
    book = Book(shared_strings(package, main), _formats(package, main), EPOCH_1904 if _counts_from_1904(root) else EPOCH)
    targets = {name: target for name, kind, target in package.relations(main) if kind.endswith("/worksheet")}
    sheets = [sheet for sheet in root.iter(f"{_S}sheet") if sheet.get(_ID) in targets]
    draft = Draft("xlsx")
    for done, sheet in enumerate(sheets):
        hidden = sheet.get("state", "visible") != "visible"
        _add_sheet(draft, package, targets[sheet.get(_ID)], sheet.get("name", ""), book, hidden=hidden)
        source.tick((done + 1) / len(sheets))
    return draft


def _add_sheet(draft: Draft, package: Package, part: str, name: str, book: Book, *, hidden: bool) -> None:
    found = read_sheet(package.bytes(part), name, book)
    draft.blocks += [Block(block.place, "furniture", block.text) for block in found.blocks] if hidden else found.blocks
    told = (
        (hidden and found.blocks, f"工作表“{name}”已隐藏，未作为内容读取"),
        (not hidden and found.hidden_rows, f"工作表“{name}”有{found.hidden_rows}行隐藏，已一并读取"),
        (not hidden and found.hidden_columns, f"工作表“{name}”有{found.hidden_columns}列隐藏，已一并读取"),
        (found.uncached, f"工作表“{name}”有{found.uncached}个公式没有保存结果，读作空白"),
    )
    draft.warnings += [text for true, text in told if true]


def _formats(package: Package, main: str) -> list[str]:
    """The number format of each cell style, by index."""
    for part in package.related(main, "styles"):
        root = package.tree(part)
        own = {form.get("numFmtId", ""): form.get("formatCode", "") for form in root.iter(f"{_S}numFmt")}
        styles = root.find(f"{_S}cellXfs")
        ids = [] if styles is None else [style.get("numFmtId", "0") for style in styles]
        return [own.get(name) or BUILTIN.get(int(name) if name.isdigit() else 0, "") for name in ids]
    return []


def _counts_from_1904(root: etree._Element) -> bool:
    properties = root.find(f"{_S}workbookPr")
    return properties is not None and properties.get("date1904") in ("1", "true")
