"""Large documents: time grows with the text, not with its square."""

import time
from types import SimpleNamespace

import pytest

from analysis.tables.outline import read_outline

SECTIONS = ["一、存在问题", *(f"{n}.第{n}处管理不到位。" for n in range(1, 2001)), "二、整改措施", *(f"{n}.针对“第{n}处管理不到位”问题，每周检查。" for n in range(1, 2001))]
PAIRS = [line for n in range(1, 2001) for line in (f"问题{n}：第{n}处管理不严。", "整改措施：1.建立台账。2.每周检查。", "责任单位：办公室")]
LONG = ["一、存在问题", "".join(f"（{n}）第{n}处管理不严。" for n in range(1, 2001))]


@pytest.mark.parametrize(("lines", "counts"), [(SECTIONS, (2000, 2000)), (PAIRS, (2000, 4000)), (LONG, (2000, 0))], ids=["sections", "pairs", "one paragraph"])
def test_two_thousand_items(lines, counts):
    rows = [SimpleNamespace(block=at, place=f"第{at}行", kind="paragraph", number="", text=text) for at, text in enumerate(lines, 1)]
    started = time.process_time()
    outline = read_outline(rows)
    assert (len(outline.of("problem")), len(outline.of("measure"))) == counts
    assert time.process_time() - started < 10
