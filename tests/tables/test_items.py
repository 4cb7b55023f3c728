"""Headlines: the first sentence or heading of an item, without its closing mark."""

import pytest

from analysis.tables.items import headline


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("学习深度不够。虽然定期组织集中学习。", "学习深度不够"),
        ("课堂方式转变缓慢，“满堂灌”依然存在\n部分教师仍以讲授为主。", "课堂方式转变缓慢，“满堂灌”依然存在"),
        ("台账不清；", "台账不清"),
        ("更新题库，随机组卷。", "更新题库，随机组卷"),
        ("作风不实：下访次数少，情况不明。", "作风不实"),
        ("主要表现为：下访次数少。", "主要表现为：下访次数少"),
        ("学习不够　虽然定期组织学习，但效果一般。", "学习不够"),
        ("接到举报“无人值守。”后未处理。其他。", "接到举报“无人值守。”后未处理"),
        ("没有句号", "没有句号"),
    ],
)
def test_headline(text, expected):
    assert headline(text) == expected
