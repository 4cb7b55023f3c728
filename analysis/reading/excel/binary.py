"""Old Excel workbooks (.xls) through calamine, whose crashes stay in the child process."""

import io
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from analysis.reading.draft import Block, Draft, Source, Unreadable
from analysis.reading.excel.display import general
from analysis.reading.grid import address
from analysis.reading.guard import ASK, LIMITS


def read_xls(source: Source) -> Draft:
    """An old Excel workbook; number formats are not known, so dates are written as 2024年8月15日."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(source.data))
    except PasswordError as error:
        raise Unreadable("文件已加密", "请去掉打开密码后另存一份") from error
    except CalamineError as error:
        raise Unreadable("文件已损坏，无法打开", "请用Excel或WPS打开后另存为.xlsx") from error
    draft = Draft("xls")
    for sheet in book.sheets_metadata:
        if sheet.typ == SheetTypeEnum.WorkSheet:
            blocks = _blocks(book.get_sheet_by_name(sheet.name), sheet.name)
            if sheet.visible != SheetVisibleEnum.Visible and blocks:
                draft.warnings.append(f"工作表“{sheet.name}”已隐藏，未作为内容读取")
                blocks = [Block(block.place, "furniture", block.text) for block in blocks]
            draft.blocks += blocks
    return draft


def _blocks(sheet: CalamineSheet, name: str) -> list[Block]:
    if sheet.total_height * sheet.total_width > 10 * LIMITS.cells:
        raise Unreadable(f"表格范围达{sheet.total_height}行{sheet.total_width}列", ASK, name)
    ranges = {(top + 1, left + 1): (bottom - top + 1, right - left + 1) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()}
    blocks = []
    for row, values in enumerate(sheet.to_python(skip_empty_area=False), 1):
        for column, value in enumerate(values, 1):
            text = _shown(value).strip()
            if text:
                blocks.append(Block(f"{name}!{address(row, column, *ranges.get((row, column), (1, 1)))}", "cell", text))
    return blocks


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return general(value)
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{_day(value)} {value.hour}:{value.minute:02d}"
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, time | timedelta):
        return str(value)
    return str(value)


def _day(value: date) -> str:
    return f"{value.year}年{value.month}月{value.day}日"
