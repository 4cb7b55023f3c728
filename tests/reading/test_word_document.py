"""Word documents: what a person sees is what is read."""

import pytest
from docx_parts import abstract, lvl, num, p, package, r, table, tc

from analysis.reading.draft import Source, Unreadable
from analysis.reading.word import read_docx


def seen(body, **parts):
    """(place, kind, number, text) of every block."""
    return [(block.place, block.kind, block.number, block.text) for block in read_docx(Source(package(body, **parts))).blocks]


def texts(body, **parts):
    return [block.text for block in read_docx(Source(package(body, **parts))).blocks]


def warnings(body, **parts):
    return read_docx(Source(package(body, **parts))).warnings


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="标题 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="d"><w:name w:val="我的标题"/><w:basedOn w:val="b"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="e"><w:name w:val="方正小标宋"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="f"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="g"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 3"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="x"><w:name w:val="隐"/><w:rPr><w:vanish/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("style", "props", "kind"),
    [
        ("", "", "paragraph"),
        ("b", "", "heading2"),
        ("c", "", "heading1"),
        ("d", "", "heading2"),
        ("e", "", "heading3"),
        ("f", "", "title"),
        ("g", "", "furniture"),
        ("h", "", "paragraph"),
        ("missing", "", "paragraph"),
        ("", '<w:outlineLvl w:val="0"/>', "heading1"),
        ("b", '<w:outlineLvl w:val="9"/>', "paragraph"),
    ],
)
def test_kinds_come_from_styles_and_outline_levels(style, props, kind):
    assert seen(p("存在问题", style=style, props=props), styles=STYLES) == [("第1段", kind, "", "存在问题")]


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF _1</w:instrText></w:r><w:r><w:t>代码</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + r("第三项") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (f'<w:ins w:id="1" w:author="甲">{r("增")}</w:ins>', "头增"),
        ('<w:del w:id="1" w:author="甲"><w:r><w:delText>删</w:delText></w:r></w:del>', "头"),
        (f'<w:moveTo w:id="1">{r("移来")}</w:moveTo><w:moveFrom w:id="2">{r("移走")}</w:moveFrom>', "头移来"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('控件')}</w:sdtContent></w:sdt>", "头控件"),
        (f"<w:hyperlink>{r('链接')}</w:hyperlink><w:smartTag>{r('标记')}</w:smartTag>", "头链接标记"),
        (f'<w:fldSimple w:instr="DATE">{r("2024年")}</w:fldSimple>', "头2024年"),
        (FIELD, "头第三项"),
        (r("隐", "<w:vanish/>") + r("显", '<w:vanish w:val="0"/>') + r("藏", '<w:rStyle w:val="x"/>'), "头显"),
        ("<w:r><w:tab/><w:noBreakHyphen/><w:softHyphen/></w:r>" + r("尾"), "头\t-尾"),
        ('<w:r><w:br w:type="page"/></w:r>' + r("尾"), "头尾"),
        ("<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + r("尾"), "头尾"),
        (f"<w:r><w:ruby><w:rt>{r('pin')}</w:rt><w:rubyBase>{r('拼')}</w:rubyBase></w:ruby></w:r>", "头拼"),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "头x=1"),
        ('<w:r><w:sym w:font="Symbol" w:char="00B7"/></w:r>', "头·"),
    ],
)
def test_the_text_of_a_paragraph_is_what_is_shown(raw, text):
    assert texts(p("头", raw=raw), styles=STYLES) == [text]


def test_soft_line_breaks_part_a_paragraph_and_not_a_heading():
    soft = "<w:r><w:br/></w:r>" + r("二")
    assert seen(p("一", raw=soft) + p("一", style="c", raw=soft), styles=STYLES) == [
        ("第1段", "paragraph", "", "一"),
        ("第1段", "paragraph", "", "二"),
        ("第2段", "heading1", "", "一\n二"),
    ]


def test_a_deleted_paragraph_mark_joins_what_it_parted():
    assert texts(p("前", props='<w:rPr><w:del w:id="1"/></w:rPr>') + p("后") + p("另")) == ["前后", "另"]


def test_block_content_controls_and_alternate_content_are_walked_through():
    body = f"<w:sdt><w:sdtContent>{p('甲')}{table(tc(p('乙')) + tc(p('丙')))}</w:sdtContent></w:sdt><w:customXml>{p('丁')}</w:customXml>"
    assert seen(body) == [("第1段", "paragraph", "", "甲"), ("表1!A1", "cell", "", "乙"), ("表1!B1", "cell", "", "丙"), ("第2段", "paragraph", "", "丁")]


def test_text_boxes_follow_their_paragraph_once():
    box = f"<w:txbxContent>{p('框内')}</w:txbxContent>"
    both = f"<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    old = f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
    for raw in (both, old):
        assert seen(p("锚", raw=raw) + p("后")) == [("第1段", "paragraph", "", "锚"), ("文本框1第1段", "paragraph", "", "框内"), ("第2段", "paragraph", "", "后")]


def test_merged_cells_are_ranges():
    body = table(
        tc(p("台账"), span=3),
        tc(p("甲类"), merge="restart") + tc(p("问题一")) + tc(p("措施一")),
        tc(p(), merge="continue") + tc(p("问题二")) + tc(p("1.甲") + p("2.乙")),
        tc(p("乙类")) + tc(p("问题三"), span=2),
    )
    assert [block[0::3] for block in seen(body)] == [
        ("表1!A1:C1", "台账"),
        ("表1!A2:A3", "甲类"),
        ("表1!B2", "问题一"),
        ("表1!C2", "措施一"),
        ("表1!B3", "问题二"),
        ("表1!C3", "1.甲\n2.乙"),
        ("表1!A4", "乙类"),
        ("表1!B4:C4", "问题三"),
    ]


def test_cells_carry_their_automatic_numbers():
    body = table(tc(p("", num=(1, 0))) + tc(p("甲", num=(1, 1)) + p("乙", num=(1, 1))), tc(p("", num=(1, 0))) + tc(p("丙", num=(1, 1))))
    lists = abstract(0, lvl(0, "decimal", "%1"), lvl(1, "decimal", "%2.")) + num(1, 0)
    assert texts(body, numbering=lists) == ["1", "1.甲\n2.乙", "2", "1.丙"]


def test_tables_in_tables_come_after_the_outer_one():
    inner = table(tc(p("内甲")) + tc(p("内乙")))
    assert seen(table(tc(p("外") + inner) + tc(p("旁"))) + table(tc(p("后")) + tc(p("尾")))) == [
        ("表1!A1", "cell", "", "外"),
        ("表1!B1", "cell", "", "旁"),
        ("表2!A1", "cell", "", "内甲"),
        ("表2!B1", "cell", "", "内乙"),
        ("表3!A1", "cell", "", "后"),
        ("表3!B1", "cell", "", "尾"),
    ]


def test_one_cell_around_paragraphs_is_a_border():
    assert seen(table(tc(p("甲") + p("乙") + table(tc(p("丙")) + tc(p("丁")))))) == [
        ("框内第1段", "paragraph", "", "甲"),
        ("框内第2段", "paragraph", "", "乙"),
        ("表1!A1", "cell", "", "丙"),
        ("表1!B1", "cell", "", "丁"),
    ]


def test_a_deleted_row_is_gone():
    gone = '<w:trPr><w:del w:id="1"/></w:trPr>' + tc(p("删")) + tc(p("删"))
    assert texts(table(tc(p("甲")) + tc(p("乙")), gone, tc(p("丙")) + tc(p("丁")))) == ["甲", "乙", "丙", "丁"]


def test_headers_footers_and_notes_are_furniture():
    notes = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>' + f'<w:footnote w:id="2">{p("注释")}</w:footnote>'
    assert seen(p("正文"), header1=p("密级"), footer1=p("第1页"), footnotes=notes) == [
        ("第1段", "paragraph", "", "正文"),
        ("页眉第1段", "furniture", "", "密级"),
        ("页脚第1段", "furniture", "", "第1页"),
        ("脚注1第1段", "furniture", "", "注释"),
    ]


@pytest.mark.parametrize(
    ("body", "parts", "said"),
    [
        (p("甲"), {}, []),
        (p("甲", num=(1, 0)), {"numbering": abstract(0, lvl(0, "decimal", "%1.")) + num(1, 0)}, ["编号由Word自动生成"]),
        (p("甲", raw='<w:del w:id="1"><w:r><w:delText>乙</w:delText></w:r></w:del>'), {}, ["有修订痕迹，按接受全部修订读取"]),
        (p("甲", raw=r("三个字", "<w:vanish/>")), {}, ["有3个隐藏文字，未读取"]),
        (p("甲"), {"comments": f'<w:comment w:id="1">{p("批")}</w:comment>'}, ["有1条批注，未读取"]),
        (p("甲") + '<w:altChunk r:id="rId9"/>', {}, ["有1处嵌入的其他文件，未读取"]),
        (p("", raw="<w:r><w:drawing/></w:r>"), {}, ["只有图片没有文字，疑似扫描件"]),
    ],
)
def test_doubts_are_said(body, parts, said):
    assert warnings(body, **parts) == said


def test_strict_namespaces_are_read():
    data = package(p("甲"))
    import io
    import zipfile

    old = zipfile.ZipFile(io.BytesIO(data))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            text = old.read(name).replace(b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            new.writestr(name, text)
    assert [block.text for block in read_docx(Source(buffer.getvalue())).blocks] == ["甲"]


@pytest.mark.parametrize("cut", ["<w:p>", "<w:p></w:tbl>"])
def test_broken_xml_is_one_line(cut):
    with pytest.raises(Unreadable, match="XML无法解析"):
        read_docx(Source(package(cut)))
