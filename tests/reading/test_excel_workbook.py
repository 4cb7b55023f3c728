"""Excel workbooks, written by xlsxwriter (new) and read as a person sees them."""

import datetime
import io
import zipfile

import pytest
import xlsxwriter

from analysis.reading.draft import Source, Unreadable
from analysis.reading.excel import read_xlsx


def book(fill):
    """The bytes of a workbook that `fill(workbook)` has filled."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        fill(workbook)
    return buffer.getvalue()


def ledger(workbook):
    sheet = workbook.add_worksheet("整改 台账")
    sheet.merge_range("A1:D1", "台账")
    sheet.write_row("A2", ["序号", "类别", "问题", "时限"])
    sheet.merge_range("B3:B4", "安全类")
    date = workbook.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
    sheet.write_number("A3", 1)
    sheet.write_rich_string("C3", "通道", workbook.add_format({"bold": True}), "堵塞", "\n占用")
    sheet.write_datetime("D3", datetime.date(2024, 8, 15), date)
    sheet.write_formula("A4", "=A3+1", None, 2)
    sheet.write("C4", "=HYPERLINK(\"x\")", None)
    sheet.write_boolean("D4", True)


def test_cells_as_shown_with_their_ranges():
    draft = read_xlsx(Source(book(ledger)))
    assert [(block.place.removeprefix("整改 台账!"), block.kind, block.text) for block in draft.blocks] == [
        ("A1:D1", "cell", "台账"),
        ("A2", "cell", "序号"),
        ("B2", "cell", "类别"),
        ("C2", "cell", "问题"),
        ("D2", "cell", "时限"),
        ("A3", "cell", "1"),
        ("B3:B4", "cell", "安全类"),
        ("C3", "cell", "通道堵塞\n占用"),
        ("D3", "cell", "2024年8月15日"),
        ("A4", "cell", "2"),
        ("C4", "cell", "0"),
        ("D4", "cell", "TRUE"),
    ]
    assert draft.format == "xlsx"


def test_what_is_hidden_is_said():
    def fill(workbook):
        first = workbook.add_worksheet("问题")
        first.write_column("A1", ["甲", "乙", "丙"])
        first.write("B1", "丁")
        first.set_row(1, None, None, {"hidden": True})
        first.set_column("B:B", None, None, {"hidden": True})
        second = workbook.add_worksheet("字典")
        second.write("A1", "选项")
        second.hide()

    draft = read_xlsx(Source(book(fill)))
    assert [(block.kind, block.text) for block in draft.blocks] == [("cell", "甲"), ("cell", "丁"), ("cell", "乙"), ("cell", "丙"), ("furniture", "选项")]
    assert draft.warnings == ["工作表“问题”有1行隐藏，已一并读取", "工作表“问题”有1列隐藏，已一并读取", "工作表“字典”已隐藏，未作为内容读取"]


def patched(data, name, change):
    """A package with one member changed."""
    old, buffer = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, change(old.read(member)) if member == name else old.read(member))
    return buffer.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def plain(workbook):
    workbook.add_worksheet("表").write("A1", 1)


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (b'<row r="1"><c r="A1" t="inlineStr"><is><r><t>\xe7\x94\xb2</t></r><rPh><t>x</t></rPh></is></c></row>', [("A1", "甲")]),
        (b"<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", [("A1", "1"), ("B1", "2"), ("A2", "3")]),
        (b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>', [("A1", "1"), ("XFD1048576", "2")]),
        (b'<row r="3"><c r="B3" t="e"><v>#REF!</v></c><c r="C3" t="s"><v>99</v></c><c r="D3" s="77"><v>5</v></c></row>', [("B3", "#REF!"), ("D3", "5")]),
        (b'<row r="1"><c r="A1" t="str"><f>A2</f><v>_x5b66_</v></c></row>', [("A1", "_x5b66_")]),
        (b'<row r="1"><c r="A1" t="inlineStr"><is><t>a_x000D_b</t></is></c></row>', [("A1", "a\rb")]),
    ],
)
def test_odd_sheets(cells, shown):
    data = patched(book(plain), SHEET, lambda xml: xml[: xml.index(b"<sheetData>") + 11] + cells + xml[xml.index(b"</sheetData>") :])
    assert [(block.place.removeprefix("表!"), block.text) for block in read_xlsx(Source(data)).blocks] == shown


def test_a_formula_without_result_is_said():
    data = patched(book(plain), SHEET, lambda xml: xml.replace(b"<v>1</v>", b"<f>SUM(B1)</f>"))
    draft = read_xlsx(Source(data))
    assert (draft.blocks, draft.warnings) == ([], ["工作表“表”有1个公式没有保存结果，读作空白"])


def test_values_under_a_merged_cell_are_not_shown():
    data = patched(book(lambda workbook: workbook.add_worksheet("表").write_row("A1", [1, 2])), SHEET, lambda xml: xml.replace(b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'))
    assert [(block.place, block.text) for block in read_xlsx(Source(data)).blocks] == [("表!A1:B1", "1")]


def test_a_damaged_sheet_is_one_line():
    with pytest.raises(Unreadable, match="XML无法解析"):
        read_xlsx(Source(patched(book(plain), SHEET, lambda xml: xml[:-30])))
