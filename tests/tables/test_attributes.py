"""Owner, deadline and status: from labels first, from sentences where a document labels none."""

import pytest

from analysis.tables.attributes import fill, labelled, stated, stated_status
from analysis.tables.items import Item


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建立台账。（责任单位：县政府办；完成时限：2025年6月底前）", {"owner": "县政府办", "deadline": "2025年6月底前"}),
        ("建立台账。\n责任部门：教导处、总务处；完成时限：长期坚持。", {"owner": "教导处、总务处", "deadline": "长期坚持"}),
        ("（责任单位：督查室）", {"owner": "督查室"}),
        ("（牵头单位：甲局，配合单位：乙局，整改时限：立行立改）", {"owner": "甲局", "deadline": "立行立改"}),
        ("（责任单位：综合执法队（一中队）；时限：5月）", {"owner": "综合执法队（一中队）", "deadline": "5月"}),
        ("责任人：站长 完成时限：3天", {"owner": "站长", "deadline": "3天"}),
        ("（完成时限：长期坚持，2024年12月底前完成首轮研讨）", {"deadline": "长期坚持，2024年12月底前完成首轮研讨"}),
        ("加强学习（牵头：办公室，6月底前）。", {"owner": "办公室"}),
        ("压实责任单位主体责任。", {}),
        ("修订办法。\n责任领导及时限：副场长，2024年9月底，已完成。", {"owner": "副场长", "deadline": "2024年9月底", "status": "已完成"}),
        ("（责任单位和整改时限：水利站、供电所；2026年3月）", {"owner": "水利站、供电所", "deadline": "2026年3月"}),
        ("（责任单位、责任人及完成时限：农水站，站长，立行立改）", {"owner": "农水站，站长", "deadline": "立行立改"}),
        ("责任人及完成时限：李站长（分管收费），长期坚持，6月底前完成首轮", {"owner": "李站长（分管收费）", "deadline": "长期坚持，6月底前完成首轮"}),
        ("责任领导及时限：所长，12月底，已收回2万元。", {"owner": "所长", "deadline": "12月底", "status": "已收回2万元"}),
        ("责任部门：受理科、采购办完成时限：10月底", {"owner": "受理科、采购办", "deadline": "10月底"}),
    ],
)
def test_labelled(text, expected):
    assert labelled(text) == expected


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("由教导处牵头，修订办法。", "owner", "教导处"),
        ("委托检测，由安环科负责落实。", "owner", "安环科"),
        ("6月底前完成清理。", "deadline", "6月底前"),
        ("2024年9月30日前整改到位。", "deadline", "2024年9月30日前"),
        ("立行立改，当天清空。", "deadline", "立行立改"),
        ("3个工作日内办结。", "deadline", "3个工作日内"),
        ("每季度检查一次。", "deadline", ""),
    ],
)
def test_stated(text, column, expected):
    assert stated(text, column) == expected


@pytest.mark.parametrize(("text", "expected"), [("已完成整改。", "已完成"), ("尚未完成。", "未完成"), ("正在推进。", "正在推进"), ("增配人手。", "")])
def test_stated_status(text, expected):
    assert stated_status(text) == expected


def test_sentences_only_where_nothing_is_labelled():
    plain = [Item("measure", "", "由甲科牵头，5月底前完成。", 1, 1, "", ""), Item("measure", "", "清理。（责任单位：乙科）", 2, 2, "", "")]
    fill(plain)
    assert [(item.owner, item.deadline) for item in plain] == [("", "5月底前"), ("乙科", "")]
