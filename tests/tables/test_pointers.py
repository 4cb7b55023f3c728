"""Replies that point elsewhere are no measures; sentences that act are."""

import pytest

from analysis.tables.pointers import is_pointer, targets


@pytest.mark.parametrize("text", ["同上", "同上。", "与第（六）项一并整改", "与第（六）项问题一并整改。", "参照第3项整改", "见序号5", "详见第2条", "与上述问题一并整改", "/", "无", "——", "同第4项", "与问题三同步整改"])
def test_pointer(text):
    if text == "与上述问题一并整改":
        assert not targets(text)
    assert is_pointer(text)


@pytest.mark.parametrize("text", ["同步推进三项制度。", "与第三方签订协议。", "见证取样，每月两次。", "参照市级标准修订办法。", "无人机每周巡查一次。", "第3项资金已追回。"])
def test_measure(text):
    assert not is_pointer(text)


@pytest.mark.parametrize(("text", "values"), [("与第（六）项一并整改", [6]), ("见序号5", [5]), ("与第一、三项一并整改", [1, 3]), ("同上", [])])
def test_targets(text, values):
    assert targets(text) == values
