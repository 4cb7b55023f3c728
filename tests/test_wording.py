"""Every column has its Chinese name, and shares say what they are shares of."""

import pytest

from analysis import wording
from analysis.schema import LINK_STATES, SEGMENT_KINDS, TABLES, VERDICTS


def test_every_column_and_word_of_the_tables_has_a_name():
    columns = {column for table in TABLES.values() for column in table.columns}
    assert columns - set(wording.COLUMNS) == set()
    assert set(wording.VERDICTS) == set(VERDICTS)
    assert set(wording.STATES) == set(LINK_STATES)
    assert set(wording.SEGMENTS) == set(SEGMENT_KINDS)


@pytest.mark.parametrize("part, whole, said", [(7, 15, "7/15（47%）"), (0, 15, "0/15（0%）"), (0, 0, "无")])
def test_share(part, whole, said):
    assert wording.share(part, whole) == said


@pytest.mark.parametrize("confidence, said", [(0.8, "把握较大"), (0.79, "需复核"), (0.6, "需复核"), (0.59, "难以判断"), (0.2, "难以判断")])
def test_band(confidence, said):
    assert wording.band(confidence) == said
