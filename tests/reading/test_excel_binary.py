"""Old Excel workbooks, made by LibreOffice from new ones."""

import datetime

import xlsxwriter
from office_batch import batch, needs_office

from analysis.reading.draft import Source
from analysis.reading.excel.binary import read_xls


@needs_office
def test_an_old_workbook_has_the_cells_of_the_new_one(tmp_path):
    path = tmp_path / "台账.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("台账")
        sheet.merge_range("A1:B1", "整改台账")
        sheet.write_row("A2", [1, "甲\n乙"])
        sheet.write_datetime("C2", datetime.date(2024, 8, 15), workbook.add_format({"num_format": "yyyy/m/d"}))
        sheet.write_row("A3", [2.5, True])
        hidden = workbook.add_worksheet("字典")
        hidden.write("A1", "选项")
        hidden.hide()
    draft = read_xls(Source(batch([path], "xls", tmp_path)[0].read_bytes()))
    assert [(block.place, block.kind, block.text) for block in draft.blocks] == [
        ("台账!A1:B1", "cell", "整改台账"),
        ("台账!A2", "cell", "1"),
        ("台账!B2", "cell", "甲\n乙"),
        ("台账!C2", "cell", "2024年8月15日"),
        ("台账!A3", "cell", "2.5"),
        ("台账!B3", "cell", "TRUE"),
        ("字典!A1", "furniture", "选项"),
    ]
    assert draft.warnings == ["工作表“字典”已隐藏，未作为内容读取"]
