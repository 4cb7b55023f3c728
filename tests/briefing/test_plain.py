"""Characters that no XML file may hold are taken out, all others stay."""

import pandas as pd
import pytest

from analysis.briefing.plain import plain


@pytest.mark.parametrize(
    "text, clean",
    [("停\x00车\x0b难\x1f", "停车难"), ("甲\r\n乙\r丙", "甲\n乙\n丙"), ("a\tb", "a b"), ("𠮷䶮😀①−", "𠮷䶮😀①−"), ("\ud800甲\ufffe", "甲"), (None, ""), (pd.NA, ""), (3, "3")],
)
def test_plain(text, clean):
    assert plain(text) == clean
