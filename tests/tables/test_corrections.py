"""A correction file beside a document: applied where its guard holds, complained of where it does not."""

from types import SimpleNamespace

import pytest

from analysis.tables.outline import read_outline

TEXT = ["一、存在问题", "1.台账缺失。", "镇里经费紧张。", "2.公示", "不及时。", "二、整改措施", "1.补建台账。（二）按月公示。"]


def rows():
    return [SimpleNamespace(block=at, place=f"第{at}行", kind="paragraph", number="", text=text) for at, text in enumerate(TEXT, 1)]


def read(folder, toml: str):
    (folder / "某镇.corrections.toml").write_text(toml, encoding="utf-8")
    return read_outline(rows(), folder / "某镇.txt")


@pytest.mark.parametrize(
    ("toml", "problems", "causes", "measures"),
    [
        ('[[block]]\nblock = 3\ntext = "经费紧张"\nis = "原因"', ["台账缺失。", "公示\n不及时。"], ["镇里经费紧张。"], ["补建台账。（二）按月公示。"]),
        ('[[block]]\nblock = 3\ntext = "经费紧张"\nis = "无"', ["台账缺失。", "公示\n不及时。"], [], ["补建台账。（二）按月公示。"]),
        ('[[join]]\nblocks = [4, 5]\ntext = "2.公示"', ["台账缺失。\n镇里经费紧张。", "公示不及时。"], [], ["补建台账。（二）按月公示。"]),
        ('[[block]]\nblock = 5\ntext = "不及时"\nis = "问题"', ["台账缺失。\n镇里经费紧张。", "公示", "不及时。"], [], ["补建台账。（二）按月公示。"]),
    ],
)
def test_applied(tmp_path, toml, problems, causes, measures):
    outline = read(tmp_path, toml)
    found = [[item.text for item in outline.of(role)] for role in ("problem", "cause", "measure")]
    assert found == [problems, causes, measures]
    assert not any("更正文件" in warning for warning in outline.warnings)


def test_split_begins_a_new_paragraph(tmp_path):
    outline = read(tmp_path, '[[split]]\nblock = 7\ntext = "（二）按月公示"\n[[block]]\nblock = 99\ntext = "无"\nis = "无"')
    assert "补建台账。" in outline.of("measure")[0].text
    assert "按月公示" not in outline.of("measure")[0].text.split("\n")[0]


@pytest.mark.parametrize(
    ("toml", "complaint"),
    [
        ('[[block]]\nblock = 3\ntext = "人手紧张"\nis = "原因"', "第3块没有“人手紧张”，现为“镇里经费紧张。”"),
        ('[[block]]\nblock = 33\ntext = "人手紧张"\nis = "原因"', "没有第33块"),
        ('[[block]]\nblock = 3\ntext = "经费"\nis = "标题"', "is应为问题、原因、措施或无"),
        ('[[join]]\nblocks = [4]\ntext = "2.公示"', "blocks至少要有两块"),
        ("[[block]\nblock = 3", "无法读取"),
        ("[[merge]]\nblock = 3", "不认识的内容：merge"),
    ],
)
def test_guard_complains_and_changes_nothing(tmp_path, toml, complaint):
    outline = read(tmp_path, toml)
    assert any(complaint in warning for warning in outline.warnings)
    assert [len(outline.of(role)) for role in ("problem", "cause", "measure")] == [2, 0, 1]
