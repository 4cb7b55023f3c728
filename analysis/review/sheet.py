"""review.xlsx: one sheet, a row a pair, with lists to decide from."""

import io
from datetime import datetime

from analysis.review.columns import CODE, COLUMNS, FILLED, NAMES, SHEET
from analysis.review.words import CONFIRM, OFFERED
from analysis.wording import LEVELS

TITLE = "问题—措施对应关系：待核定"
HOW = (
    "在“决定”一栏选择：确认＝认可左边的判断；确认直接、确认部分＝由您定对应程度；否决＝该措施不对应该问题；"
    "已说明＝该问题不需要措施（备注写明理由）；撤销＝收回此前的决定。其余各栏请勿改动。填好后保存，运行 zhenggai review apply。"
)
HEAD = 3  # rows above the data: title, how to, names
_MOMENT = datetime(2020, 1, 1)
_FONT = "微软雅黑"
_CELL = 32_000  # Excel holds 32,767 characters in a cell
_LINE, _TALLEST = 15, 200  # points


def workbook(rows: list[dict]) -> bytes:
    """The workbook of these rows (by column name); the same rows give the same bytes."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"title": TITLE, "author": "整改分析", "created": _MOMENT})
    sheet = book.add_worksheet(SHEET)
    _head(book, sheet)
    looks = [book.add_format(_look(name in dict(FILLED))) for name in NAMES]
    for number, row in enumerate(rows, HEAD):
        sheet.set_row(number, _height(row))
        for place, name in enumerate(NAMES):
            text = _printable(row.get(name, ""))
            sheet.write_string(number, place, text, looks[place]) if text else sheet.write_blank(number, place, None, looks[place])
        _choices(sheet, number, row)
    last = HEAD + max(len(rows), 1) - 1
    sheet.autofilter(HEAD - 1, 0, last, len(NAMES) - 1)
    sheet.freeze_panes(HEAD, NAMES.index("措施编号"))
    _printing(sheet, last)
    book.close()
    return out.getvalue()


def _head(book, sheet) -> None:
    for place, (name, width) in enumerate(COLUMNS):
        sheet.set_column(place, place, width, None, {"hidden": (name, width) == CODE})
    sheet.write_string(0, 0, TITLE, book.add_format({"font_name": _FONT, "font_size": 16, "bold": True}))
    sheet.merge_range(1, 0, 1, len(NAMES) - 2, HOW, book.add_format({"font_name": _FONT, "font_size": 10, "text_wrap": True, "valign": "vcenter"}))
    sheet.set_row(0, 28)
    sheet.set_row(1, 34)
    head = {"font_name": _FONT, "bold": True, "align": "center", "valign": "vcenter", "border": 1, "text_wrap": True}
    looks = [book.add_format(head | {"bg_color": "#FDE9B8" if name in dict(FILLED) else "#E5EAF0"}) for name in NAMES]
    for place, name in enumerate(NAMES):
        sheet.write_string(HEAD - 1, place, name, looks[place])


def _look(filled: bool) -> dict:
    look = {"font_name": _FONT, "font_size": 10, "valign": "top", "text_wrap": True, "border": 1, "border_color": "#C3CAD2", "quote_prefix": True}
    return look | {"bg_color": "#FFFBEB", "quote_prefix": False} if filled else look


def _choices(sheet, number: int, row: dict) -> None:
    """The list of decisions; a pair judged unrelated cannot be confirmed without saying how far it is related."""
    offered = [word for word in OFFERED if word != CONFIRM or row["判断"] != LEVELS[0]]
    place = NAMES.index("决定")
    sheet.data_validation(number, place, number, place, {"validate": "list", "source": offered, "error_title": "请从列表中选择", "error_message": "可选：" + "、".join(offered)})


def _height(row: dict) -> float:
    """Room for the longest wrapped text: a Chinese character is two of Excel's width units."""
    lines = max(-(-len(str(row.get(name, ""))) * 2 // max(int(width) - 1, 1)) for name, width in COLUMNS if (name, width) != CODE)
    return min(max(lines, 2) * _LINE, _TALLEST)


def _printing(sheet, last: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD - 1)
    sheet.print_area(0, 0, last, len(NAMES) - 2)
    sheet.set_footer("&C&9第 &P 页，共 &N 页")


def _printable(text: str) -> str:
    """What a workbook can hold of a text."""
    return "".join(character for character in text if character.isprintable() or character == "\n")[:_CELL]
