"""The title guessed from the first blocks."""

import pytest

from analysis.reading.draft import Block
from analysis.reading.titles import guess_title


@pytest.mark.parametrize(
    ("stated", "blocks", "title"),
    [
        ("", [("paragraph", "青石镇整改方案"), ("paragraph", "根据要求，形成方案。")], "青石镇整改方案"),
        ("", [("paragraph", "青石镇整改方案"), ("title", "整改 方案")], "整改 方案"),
        ("", [("heading1", "一、存在问题"), ("paragraph", "整改方案")], "整改方案"),
        ("", [("furniture", "首页"), ("paragraph", "首页 > 公开"), ("paragraph", "整改方案")], "整改方案"),
        ("页面标题", [("paragraph", "根据要求，形成方案。")], "页面标题"),
        ("", [("paragraph", "根据要求，形成方案。")], "根据要求，形成方案。"),
        ("", [], ""),
    ],
)
def test_titles(stated, blocks, title):
    assert guess_title(stated, [Block("", kind, text) for kind, text in blocks]) == title
