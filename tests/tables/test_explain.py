"""The tree that `read --explain` prints: every item with place and rule, sections by role, what was left out."""

from analysis import schema
from analysis.tables import explain

TEXT = ["当前位置：首页 > 正文", "一、基本情况", "共查出问题2个。", "二、存在问题", "1.台账缺失。", "2.公示不及时。", "三、整改措施", "1.补建台账。"]


def frames():
    blocks = [{"doc": "某镇", "block": at, "place": f"第{at}行", "kind": "paragraph", "number": "", "text": text} for at, text in enumerate(TEXT, 1)]
    documents = [{"doc": "某镇", "path": "某镇.txt", "format": "txt", "warnings": "缺少第3号", "error": ""}]
    return {"documents": schema.frame("documents", documents), "blocks": schema.frame("blocks", blocks)}


def test_tree():
    assert explain.lines([], frames()) == [
        "某镇.txt（txt）",
        "  问题2条，原因0条，措施1条",
        "  【不取条目】一、基本情况 · 第2行",
        "  【问题】二、存在问题 · 第4行",
        "    P01 1 台账缺失 · 第5行 · 章节“存在问题”→编号1.",
        "    P02 2 公示不及时 · 第6行 · 章节“存在问题”→编号2.",
        "  【措施】三、整改措施 · 第7行",
        "    M01 1 补建台账 · 第8行 · 章节“整改措施”→编号1.",
        "  未读入 第1行：当前位置：首页 > 正文（网页或版面痕迹）",
        "  提示：缺少第3号",
        "",
    ]
