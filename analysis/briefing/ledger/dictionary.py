"""The sheet that says what every column means."""

from analysis.briefing.ledger.cells import settle
from analysis.briefing.ledger.columns import Column
from analysis.briefing.look import NAVY

HEADS = (("工作表", 12), ("列", 14), ("含义", 56), ("取值", 44), ("来源（数据表.列）", 40))


def write_dictionary(book, formats, name: str, sheets: dict[str, list[Column]]) -> None:
    """One row a column of the other sheets: meaning, values and units, where the value comes from."""
    sheet = book.add_worksheet(name)
    head = formats(bold=True, valign="vcenter", bg_color=f"#{NAVY}", font_color="#FFFFFF", font_size=10)
    for place, (text, width) in enumerate(HEADS):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, text, head)
    sheet.set_row(0, 24)
    entries = [(title, column) for title, columns in sheets.items() for column in columns]
    for number, (title, column) in enumerate(entries, 1):
        texts = (title, column.name, column.meaning, column.values, column.source)
        _, high, texts = settle([(text, width) for text, (_, width) in zip(texts, HEADS, strict=True)])
        sheet.set_row(number, max(high, 20))
        for place, text in enumerate(texts):
            sheet.write_string(number, place, text, formats(bottom=1, border_color="#C3CAD2", bold=place == 1))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(entries), len(HEADS) - 1)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&9第 &P 页，共 &N 页")
    sheet.hide_gridlines(2)
