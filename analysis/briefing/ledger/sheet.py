"""One sheet of the ledger: title, merged headings, rows, filters, validation, colours, print set-up."""

from dataclasses import replace

from analysis.briefing.fitting import wrap
from analysis.briefing.ledger.cells import active, points, settle
from analysis.briefing.ledger.columns import YES, Column
from analysis.briefing.look import ACCENT, INK, LEVEL, MUTED, NAVY, ON_LEVEL, ON_VERDICT, PANEL, VERDICT
from analysis.briefing.plain import plain
from analysis.wording import LEVELS, VERDICTS

FONT = "微软雅黑"
HEAD = 4  # rows above the data: title, remark, groups, names
_A3 = 8
EMPTY = 5.5  # characters


class Formats:
    """Cell formats of a workbook, each made once."""

    def __init__(self, book):
        self.book, self.made = book, {}

    def __call__(self, **properties):
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            usual = {"font_name": FONT, "font_size": 10, "font_color": f"#{INK}", "valign": "top", "text_wrap": True}
            self.made[key] = self.book.add_format(usual | properties)
        return self.made[key]


def write_sheet(book, formats: Formats, name: str, title: str, remark: str, columns: list[Column], rows: list[dict], *, frozen: int) -> None:
    """A sheet of `rows` (dicts by the columns' keys), printed on A3 landscape, a page wide, headings repeated."""
    sheet = book.add_worksheet(name)
    columns = [_narrow(column) if column.kind == "text" and not any(row[column.key] for row in rows) else column for column in columns]
    _headings(sheet, formats, title, remark, columns)
    for number, row in enumerate(rows, HEAD):
        _row(sheet, formats, number, columns, row)
    last = HEAD + max(len(rows), 1) - 1
    sheet.autofilter(HEAD - 1, 0, last, len(columns) - 1)
    sheet.freeze_panes(HEAD, frozen)
    _person(sheet, book, columns, last)
    _colours(sheet, book, columns, last)
    _printing(sheet, title, last, len(columns))


def _narrow(column: Column) -> Column:
    """A column that has nothing in it takes little of the page; it stays, so that the form is always the same."""
    return replace(column, width=EMPTY)


def _headings(sheet, formats: Formats, title: str, remark: str, columns: list[Column]) -> None:
    last = len(columns) - 1
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
    sheet.merge_range(0, 0, 0, last, plain(title), formats(font_size=18, bold=True, align="center", valign="vcenter", font_color=f"#{NAVY}"))
    sheet.merge_range(1, 0, 1, last, plain(remark), formats(font_size=10, font_color=f"#{MUTED}", valign="vcenter"))
    sheet.set_row(0, 34)
    width = sum(points(column.width) + 7 for column in columns)
    sheet.set_row(1, max(20, 15 * len(wrap(plain(remark), width, 10)) + 4))
    sheet.set_row(2, 20)
    sheet.set_row(3, 32)
    group = formats(bold=True, align="center", valign="vcenter", border=1, border_color="#FFFFFF", bg_color=f"#{NAVY}", font_color="#FFFFFF", font_size=10)
    head = formats(bold=True, align="center", valign="vcenter", border=1, border_color="#9AA5B1", bg_color=f"#{PANEL}")
    for first, end, name in _runs(columns):
        if first == end:
            sheet.write_string(2, first, name, group)
        else:
            sheet.merge_range(2, first, 2, end, name, group)
    for place, column in enumerate(columns):
        sheet.write_string(3, place, column.name, head)


def _runs(columns: list[Column]) -> list[tuple[int, int, str]]:
    """(first, last, name) of each group of neighbouring columns."""
    runs: list[tuple[int, int, str]] = []
    for place, column in enumerate(columns):
        if runs and runs[-1][2] == column.group:
            runs[-1] = (runs[-1][0], place, column.group)
        else:
            runs.append((place, place, column.group))
    return runs


def _row(sheet, formats: Formats, number: int, columns: list[Column], row: dict) -> None:
    size, high, texts = settle([("" if column.kind in ("share", "score", "fill") else row[column.key], column.width) for column in columns])
    sheet.set_row(number, max(high, 30))
    for place, (column, text) in enumerate(zip(columns, texts, strict=True)):
        look = {"font_size": size, "border": 1, "border_color": "#C3CAD2"}
        if column.kind in ("short", "share", "score", "fill"):
            look |= {"align": "center", "valign": "vcenter"} if column.name != "备注" else {}
        if column.kind == "fill":
            sheet.write_blank(number, place, None, formats(**look, bg_color="#FFFBEB", locked=False))
        elif column.kind in ("share", "score"):
            value = row[column.key]
            look["num_format"] = "0%" if column.kind == "share" else "0.00"
            sheet.write_blank(number, place, None, formats(**look)) if value is None else sheet.write_number(number, place, value, formats(**look))
        elif text.isdigit() and column.kind == "short":
            sheet.write_number(number, place, int(text), formats(**look))
        else:
            sheet.write_string(number, place, text, formats(**look, **({"quote_prefix": 1} if active(text) else {})))


def _person(sheet, book, columns: list[Column], last: int) -> None:
    """What a person may enter, and a warning where the same row is both confirmed and rejected."""
    place = {column.name: number for number, column in enumerate(columns) if column.kind == "fill"}
    for name in ("确认", "否决"):
        rule = {"validate": "list", "source": [YES], "input_title": name, "input_message": f"{name}请选{YES}，不{name}请留空", "error_title": "只能选√或留空", "error_message": f"本列只接受{YES}或空"}
        sheet.data_validation(HEAD, place[name], last, place[name], rule)
    note = {"validate": "length", "criteria": "<=", "value": 500, "input_title": "备注", "input_message": "500字以内", "error_title": "备注过长", "error_message": "请控制在500字以内"}
    sheet.data_validation(HEAD, place["备注"], last, place["备注"], note)
    yes, no = (f"${_letter(place[name])}{HEAD + 1}" for name in ("确认", "否决"))
    clash = book.add_format({"bg_color": f"#{ACCENT}", "font_color": "#FFFFFF", "bold": True})
    sheet.conditional_format(HEAD, place["确认"], last, place["否决"], {"type": "formula", "criteria": f'=AND({yes}="{YES}",{no}="{YES}")', "format": clash})


def _colours(sheet, book, columns: list[Column], last: int) -> None:
    """Verdicts and levels by lightness and weight, so that a grey print keeps them apart."""
    for place, column in enumerate(columns):
        if column.name == "结论":
            marks = [(VERDICTS[key], VERDICT[key], ON_VERDICT[key], key in ("uncovered", "partial"), key == "unknown") for key in VERDICTS]
        elif column.name == "对应程度":
            marks = [(LEVELS[key], LEVEL[key], ON_LEVEL[key], key == 2, False) for key in LEVELS]
        else:
            continue
        for text, fill, ink, bold, hatched in marks:
            look = {"bg_color": f"#{fill}", "font_color": f"#{ink}", "bold": bold}
            if hatched:
                look = {"pattern": 14, "fg_color": "#C3CAD2", "bg_color": f"#{fill}", "font_color": f"#{ink}", "italic": True}
            sheet.conditional_format(HEAD, place, last, place, {"type": "cell", "criteria": "==", "value": f'"{text}"', "format": book.add_format(look)})


def _printing(sheet, title: str, last: int, columns: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.45, bottom=0.6)
    sheet.repeat_rows(2, HEAD - 1)
    sheet.print_area(0, 0, last, columns - 1)
    sheet.set_footer(f"&L&9{title.replace('&', '&&')[:60]}&C&9第 &P 页，共 &N 页&R&9结论由程序比对得出，以人工核定为准")
    sheet.center_horizontally()
    sheet.hide_gridlines(2)
    sheet.set_zoom(90)


def _letter(place: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return xl_col_to_name(place)
