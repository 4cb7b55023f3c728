"""Plain text: lines to blocks."""

from analysis.reading.draft import Source
from analysis.reading.text import read_text


def test_lines_become_paragraphs_with_their_line_numbers():
    draft = read_text(Source("一、存在问题\r\n\r\n　　1.学习不深。\v2.调研不实。\r三、措施\u2028（一）办\n　\n".encode()))
    assert [(block.place, block.kind, block.number, block.text) for block in draft.blocks] == [
        ("第1行", "paragraph", "", "一、存在问题"),
        ("第3行", "paragraph", "", "1.学习不深。"),
        ("第3行", "paragraph", "", "2.调研不实。"),
        ("第4行", "paragraph", "", "三、措施"),
        ("第4行", "paragraph", "", "（一）办"),
    ]
    assert (draft.format, draft.encoding) == ("txt", "utf-8")
