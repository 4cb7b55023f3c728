"""The benchmark: how a set is read and scored."""

import json

import pytest

from analysis.keywords.benchmark import Item, f1, load, main, micro_f1

SET = [
    {"问题": "地役权如何设立？", "答案文本": "地役权自合同生效时设立。", "关键词": "地役权；设立"},
    {"问题": "谁来赔偿？", "答案文本": float("nan"), "关键词": float("nan")},
]


def test_a_set_is_read_as_list_and_as_lines(tmp_path):
    whole, lines = tmp_path / "set.json", tmp_path / "set.jsonl"
    whole.write_text(json.dumps(SET, ensure_ascii=False), encoding="utf-8")
    lines.write_text("\n".join(json.dumps({"abst": "文本", "keyword": ["甲", "乙 "]}, ensure_ascii=False) for _ in range(2)), encoding="utf-8")
    assert load(whole, "问题+答案文本", "关键词") == [
        Item("地役权如何设立？\n地役权自合同生效时设立。", frozenset({"地役权", "设立"})),
        Item("谁来赔偿？\n", frozenset()),
    ]
    assert load(lines, "abst", "keyword")[0].gold == {"甲", "乙"}


def test_f1_of_items_and_of_all_together():
    items = [Item("", frozenset({"甲", "乙"})), Item("", frozenset({"丙"})), Item("", frozenset())]
    predicted = [["甲", "丁"], [], ["戊"]]
    assert f1(predicted, items) == pytest.approx((0.5 + 0) / 2)
    assert micro_f1(predicted, items) == pytest.approx(2 * 1 / 5)


def test_the_command_prints_every_method(tmp_path, capsys):
    path = tmp_path / "set.json"
    path.write_text(json.dumps(SET * 3, ensure_ascii=False), encoding="utf-8")
    assert main([str(path), "--skip", "0", "--text", "问题"]) == 0
    printed = capsys.readouterr().out
    assert all(name in printed for name in ("jieba TF-IDF", "jieba TextRank", "zhenggai phrase", "MB/s"))
