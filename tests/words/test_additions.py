"""Adding ticked candidates to a user dictionary."""

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.words.additions import COLUMNS, add_ticked, main, write_candidates
from analysis.words.vocabulary import Entry, user_dictionary

OLD = "\ufeffterm,domain,kind,frequency\r\n雨污分流,城建,事物,\r\n"


@pytest.fixture
def dictionary(tmp_path):
    path = tmp_path / "own.csv"
    path.write_bytes(OLD.encode().removesuffix(b"\r\n"))
    return path


def _table(*rows):
    return pd.DataFrame([dict(zip(COLUMNS, (*row, 3, 0.8, 1.1, "例句"), strict=True)) for row in rows])


def test_ticked_terms_are_appended_and_nothing_is_lost(dictionary):
    before = dictionary.read_bytes()
    table = _table(("√", "净巷行动", "城建", "行为"), ("", "两边倒", "", ""), (1, "雨污分流", "", ""), ("是", "亮灯台账", "", ""))
    assert add_ticked(table, dictionary) == ["净巷行动", "亮灯台账"]
    assert dictionary.read_bytes().startswith(before)
    assert user_dictionary(dictionary) == (Entry("雨污分流", "城建", "事物"), Entry("净巷行动", "城建", "行为"), Entry("亮灯台账", "自定", "事物"))
    assert add_ticked(table, dictionary) == []


def test_a_term_that_cannot_match_adds_nothing(dictionary):
    before = dictionary.read_bytes()
    with pytest.raises(InputError, match="永远不会匹配"):
        add_ticked(_table(("1", "净巷 行动", "", ""), ("1", "亮灯台账", "", "")), dictionary)
    assert dictionary.read_bytes() == before


def test_the_command_reads_the_table_as_written(dictionary, tmp_path, capsys):
    path = write_candidates(_table(("y", "净巷行动", "", ""), ("", "亮灯台账", "", "")), tmp_path / "candidates.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert main([str(path), str(dictionary)]) == 0
    assert capsys.readouterr().out == "加入 1 个词：净巷行动\n"
    assert main([str(tmp_path / "none.csv"), str(dictionary)]) == 1
