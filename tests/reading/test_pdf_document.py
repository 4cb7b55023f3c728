"""PDF files drawn for the purpose: text, tables across pages, furniture, scans, locks."""

import io

import matplotlib
import pypdfium2
import pytest
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from pdf_parts import HEIGHT, WIDTH, grid, pdf

from analysis.fonts import REGULAR
from analysis.reading.draft import Source, Unreadable
from analysis.reading.pdf import read_pdf

MINIMAL = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>> endobj
4 0 obj <</Length 26>> stream
q 200 0 0 200 0 0 cm /I Do Q
endstream endobj
5 0 obj <</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>> stream
x
endstream endobj
"""
SCAN = MINIMAL + b"trailer <</Root 1 0 R>>\n%%EOF"
LOCKED = MINIMAL + b"trailer <</Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + b"o" * 32 + b")/U(" + b"u" * 32 + b")>>>>\n%%EOF"


def seen(*pages):
    return [(block.place, block.kind, block.text) for block in read_pdf(Source(pdf(*pages))).blocks]


def test_paragraphs_with_their_pages_and_furniture():
    def page(at, *rows):
        return [(70, 30, 9, "青石镇人民政府"), *rows, (290, 810, 9, f"— {at} —")]

    first = page(1, (200, 80, 18, "整改工作方案"), (94, 130, 12, "根据要求制定本方案，梳理问题共计十五条，"), (70, 150, 12, "明确责任到人。"), (94, 170, 12, "一、存在问题"))
    assert seen(first, page(2, (94, 80, 12, "1.学习不深。"))) == [
        ("第1页第1段", "paragraph", "整改工作方案"),
        ("第1页第2段", "paragraph", "根据要求制定本方案，梳理问题共计十五条，明确责任到人。"),
        ("第1页第3段", "paragraph", "一、存在问题"),
        ("第2页第1段", "paragraph", "1.学习不深。"),
        ("第1页页眉", "furniture", "青石镇人民政府"),
        ("第1页页脚", "furniture", "— 1 —"),
        ("第2页页眉", "furniture", "青石镇人民政府"),
        ("第2页页脚", "furniture", "— 2 —"),
    ]


def test_a_table_that_goes_on_over_the_page():
    columns = (40, 200, 200)
    head = [(75, 705, 10, "序号"), (115, 705, 10, "存在问题"), (315, 705, 10, "整改措施")]
    first = [(70, 80, 12, "附件：台账"), *grid(70, 700, columns, (20, 60)), *head, (75, 725, 10, "1"), (115, 725, 10, "通道堵塞，"), (315, 725, 10, "1.清理通道。"), (315, 740, 10, "2.划线。")]
    second = [*grid(70, 60, columns, (20, 40)), *[(x, 65, size, text) for x, _, size, text in head], (75, 85, 10, "2"), (115, 85, 10, "台账不全"), (315, 85, 10, "补齐"), (70, 200, 12, "说明文字")]
    assert seen(first, second) == [
        ("第1页第1段", "paragraph", "附件：台账"),
        ("表1!A1", "cell", "序号"),
        ("表1!B1", "cell", "存在问题"),
        ("表1!C1", "cell", "整改措施"),
        ("表1!A2", "cell", "1"),
        ("表1!B2", "cell", "通道堵塞，"),
        ("表1!C2", "cell", "1.清理通道。\n2.划线。"),
        ("表1!A3", "cell", "2"),
        ("表1!B3", "cell", "台账不全"),
        ("表1!C3", "cell", "补齐"),
        ("第2页第1段", "paragraph", "说明文字"),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (SCAN, "没有文字层，疑似扫描件"),
        (LOCKED, "文件已加密"),
        (b"%PDF-1.7\n" + b"x" * 300, "PDF无法打开"),
        (pdf([(70, 80, 12, "甲")])[:1000], "PDF无法打开"),
    ],
)
def test_what_cannot_be_read_is_said(data, said):
    with pytest.raises(Unreadable, match=said):
        read_pdf(Source(data))


def test_where_rules_cannot_be_parsed_the_text_is_read_and_said(monkeypatch):
    def fail(*_):
        raise ValueError("damaged")

    monkeypatch.setattr("analysis.reading.pdf.rules.tables_of", fail)
    draft = read_pdf(Source(pdf([*grid(70, 100, (60, 60), (20, 20)), (75, 105, 10, "甲"), (135, 105, 10, "乙")])))
    assert ("".join(block.text for block in draft.blocks), draft.warnings) == ("甲乙", ["第1页表格线无法解析，表格按文字读取"])


def test_progress_is_told_by_page():
    told = []
    read_pdf(Source(pdf([(70, 80, 12, "甲")], [(70, 80, 12, "乙")]), tick=told.append))
    assert told == [0.5, 1.0]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_are_read_as_they_are_shown(turn):
    """Text drawn turned on a page that is turned back, as landscape tables often are."""
    places = {90: ((100, 400), (120, 400)), 180: ((400, 400), (400, 420)), 270: ((400, 400), (380, 400))}[turn]
    if turn == 180:
        places = places[::-1]
    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72))
    for (x, y), text in zip(places, ("存在问题：学习不深。", "整改措施"), strict=True):
        figure.text(x / WIDTH, 1 - y / HEIGHT, text, fontproperties=FontProperties(fname=REGULAR, size=12), rotation=turn, ha="center", va="center")
    buffer, turned = io.BytesIO(), io.BytesIO()
    with matplotlib.rc_context({"pdf.fonttype": 42}):
        figure.savefig(buffer, format="pdf")
    document = pypdfium2.PdfDocument(buffer.getvalue())
    document[0].set_rotation(turn)
    document.save(turned)
    assert "".join(block.text for block in read_pdf(Source(turned.getvalue())).blocks) == "存在问题：学习不深。整改措施"
