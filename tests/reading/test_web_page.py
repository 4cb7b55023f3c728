"""Web pages: content in order, furniture marked, lists numbered, tables as grids."""

import pytest

from analysis.reading.draft import Source, Unreadable
from analysis.reading.isolation import Isolation
from analysis.reading.web import read_html


def seen(inner):
    draft = read_html(Source(f"<!doctype html><html><body>{inner}</body></html>".encode()))
    return [(block.kind, block.number, block.text) for block in draft.blocks]


FILL = "<p>" + "正文内容很多。" * 20 + "</p>"


@pytest.mark.parametrize(
    ("inner", "blocks"),
    [
        ("<h1>整改\n方案</h1><h3>一、问题</h3>", [("heading1", "", "整改方案"), ("heading3", "", "一、问题")]),
        ("<p>　　存在<b>问题</b>\n如下</p>", [("paragraph", "", "存在问题如下")]),
        ("<p>use it\n well</p>", [("paragraph", "", "use it well")]),
        ("<p>1.甲<br>2.乙<br/></p>", [("paragraph", "", "1.甲"), ("paragraph", "", "2.乙")]),
        ("散文字<div>一段<p>二段</p>三段</div>", [("paragraph", "", "散文字"), ("paragraph", "", "一段"), ("paragraph", "", "二段"), ("paragraph", "", "三段")]),
        ("<pre>甲\n乙</pre>", [("paragraph", "", "甲"), ("paragraph", "", "乙")]),
        ("<ul><li>甲</li></ul>", [("item", "", "甲")]),
        ("<ol><li>甲</li><li value=5>乙</li><li>丙</li></ol>", [("item", "1.", "甲"), ("item", "5.", "乙"), ("item", "6.", "丙")]),
        ("<ol start=3 type=a><li>甲</li></ol>", [("item", "c.", "甲")]),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲</li></ol>", [("item", "一、", "甲")]),
        ("<ol style='list-style:none'><li>1.甲</li></ol>", [("item", "", "1.甲")]),
        ("<ol reversed><li>甲</li><li>乙</li></ol>", [("item", "2.", "甲"), ("item", "1.", "乙")]),
        ("<ol><li><p>甲</p><p>续</p><ol><li>子</li></ol></li><li>乙</li></ol>", [("item", "1.", "甲"), ("paragraph", "", "续"), ("item", "1.", "子"), ("item", "2.", "乙")]),
        ("<ol><li>甲<ol><ol><li>乙</li></ol></ol></li></ol>", [("item", "1.", "甲"), ("item", "1.", "乙")]),
        ("<ol><li><h3>甲</h3>文</li></ol>", [("heading3", "1.", "甲"), ("paragraph", "", "文")]),
        ("<script>x</script><style>y</style><p hidden>隐</p><p style='display: none'>藏</p><p>显</p>", [("paragraph", "", "显")]),
        ("<p>甲&nbsp;&nbsp;乙&#8203;</p>", [("paragraph", "", "甲  乙\u200b")]),
    ],
)
def test_flow(inner, blocks):
    assert seen(inner) == blocks


@pytest.mark.parametrize(
    ("inner", "kind"),
    [
        ("<nav>首页</nav>", "furniture"),
        ("<div class='main-nav'>首页</div>", "furniture"),
        ("<div id='breadCrumb'>当前位置：首页</div>", "furniture"),
        ("<div class=share>分享到</div>", "furniture"),
        ("<footer><p>版权所有</p></footer>", "furniture"),
        ("<div title=footer>第1页</div>", "furniture"),
        ("<ul><li><a>相关新闻</a></li></ul>", "furniture"),
        ("<p><a>首页</a> &gt; <a>公开</a></p>", "furniture"),
        ("<header>某某网</header>", "furniture"),
        ("<header><h1>整改方案</h1></header>", "heading1"),
        ("<article><header><h2>整改方案</h2></header></article>", "heading2"),
        ("<div id=print>正文</div>", "paragraph"),
        ("<p>详见<a>附件一</a>，其中列明了各项整改任务。</p>", "paragraph"),
        ("<div class='navigate-content unaffected'>正文</div>", "paragraph"),
    ],
)
def test_furniture(inner, kind):
    assert seen(FILL + inner)[1][0] == kind


def test_the_bulk_of_a_page_is_content_whatever_its_name():
    assert seen(f"<div class='nav'>{FILL}</div>")[0][0] == "paragraph"


def test_tables():
    draft = read_html(
        Source(
            b"<table><caption>t</caption><tfoot><tr><td>f</td><td>g</td></tr></tfoot><thead><tr><th rowspan=2>a</th><th colspan=2>b</th></tr></thead>"
            b"<tr><td>c<br>d</td><td><ol><li>e</li><li>f</li></ol></td></tr></table>"
        )
    )
    assert [(block.place, block.kind, block.text) for block in draft.blocks] == [
        ("表1标题", "paragraph", "t"),
        ("表1!A1:A2", "cell", "a"),
        ("表1!B1:C1", "cell", "b"),
        ("表1!B2", "cell", "c\nd"),
        ("表1!C2", "cell", "1.e\n2.f"),
        ("表1!A3", "cell", "f"),
        ("表1!B3", "cell", "g"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td><p>甲</p><p>乙</p></td></tr></table>",
        "<table role=presentation><tr><td>甲</td><td>乙</td></tr></table>",
        "<table><tr><td>甲</td><td><table><tr><td>乙</td></tr></table></td></tr></table>",
    ],
)
def test_layout_tables_are_walked_as_text(table):
    assert seen(table) == [("paragraph", "", "甲"), ("paragraph", "", "乙")]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("<meta charset=gb2312><p>䶮</p>".encode("gb18030"), "gb18030"),
        ('<?xml version="1.0" encoding="gbk"?><html><p>䶮</p></html>'.encode("gb18030"), "gb18030"),
        ("<meta charset=utf-8><p>䶮</p>".encode("gb18030"), "gb18030"),
        ("\ufeff<p>䶮</p>".encode(), "utf-8"),
        ("<p>䶮</p>".encode(), "utf-8"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><p>䶮</p>'.encode(), "utf-8"),
    ],
)
def test_encodings(data, encoding):
    draft = read_html(Source(data))
    assert ([block.text for block in draft.blocks], draft.encoding) == (["䶮"], encoding)


def test_a_page_without_anything_is_one_line():
    with pytest.raises(Unreadable, match="没有内容"):
        read_html(Source(b"<!-- x -->"))


@pytest.mark.parametrize(("depth", "said"), [(1500, []), (5000, ["网页嵌套过深，部分内容可能没有读到"])])
def test_deep_nesting_is_read_or_said(depth, said):
    with Isolation() as isolation:
        draft = isolation.parse("html", Source("<p>浅</p>".encode() + b"<div>" * depth + "深".encode()))
    assert draft.warnings == said
    assert [block.text for block in draft.blocks] == (["浅"] if said else ["浅", "深"])
