import numpy as np
import pandas as pd
import pytest
from scipy.special import expit
from test_judge import MEASURES, PROBLEMS, tables

from analysis import coverage, schema, wording
from analysis.coverage.contributions import CURVES, contributions, parts_of
from analysis.coverage.features import PARTS, evidence
from analysis.coverage.units import documents

FRAMES = tables(PROBLEMS, MEASURES)
DOCUMENT = documents(**FRAMES)[0]
MODEL = coverage.load_model()


def made(parts: tuple[str, ...] = PARTS) -> pd.DataFrame:
    found = evidence(DOCUMENT, parts)
    return contributions(found, MODEL, MODEL.chances(found))


def added(table: pd.DataFrame, curve: str) -> pd.Series:
    return table[[f"{curve}_base", *(f"{curve}_{part}" for part in parts_of(curve))]].sum(axis=1)


def test_the_table_of_the_contract_has_the_parts_of_the_curves():
    assert list(made()) == list(schema.TABLES["contributions"].columns)
    assert {part for curve in CURVES for part in parts_of(curve)} == set(PARTS) - {"substance"}  # which only tells what counts as a deed


def test_every_part_has_its_name_and_what_is_shown_leaves_none_out():
    assert tuple(wording.PARTS) == PARTS and tuple(wording.CURVES) == CURVES


@pytest.mark.parametrize("without", [None, "bigrams", "words", "substance", "context"])
def test_intercept_and_contributions_add_up_to_the_chances(without):
    table = made(tuple(part for part in PARTS if part != without))
    assert np.allclose(expit(added(table, "partial")), table["partial"], atol=1e-12)
    assert np.allclose(expit(added(table, "remedy")) * table["partial"], table["direct"], atol=1e-12)


def test_they_add_up_in_the_table_as_it_is_written():
    table = coverage.judge(**FRAMES)["contributions"]
    assert [*zip(table["problem"], table["measure"], strict=True)] == [(f"P{i:02d}", f"M{j:02d}") for i in (1, 2) for j in (1, 2)]
    assert np.allclose(expit(added(table, "partial").astype(float)), table["partial"].astype(float), atol=5e-4)


def test_a_part_that_is_off_adds_nothing_and_none_adds_less():
    full = made()
    assert (full[[f"{curve}_{part}" for curve in CURVES for part in parts_of(curve)]] >= 0).all(axis=None)
    for part in PARTS:
        table = made(tuple(other for other in PARTS if other != part))
        silent = [f"{curve}_{part}" for curve in CURVES if part in parts_of(curve)]
        # without substance every sentence is taken for a deed, but the part itself says nothing
        assert (table[silent] == 0).all(axis=None), part


def test_what_meets_is_shared_out_by_what_each_signal_gave():
    table = made().set_index(["problem", "measure"])
    near, far = table.loc[("P01", "M01")], table.loc[("P01", "M02")]
    assert near["partial_words"] > far["partial_words"] and near["remedy_concepts"] > far["remedy_concepts"]
    found = evidence(DOCUMENT)
    given = {name: signal[DOCUMENT.problems.owner == 0][:, DOCUMENT.measures.owner == 0].sum() for name, signal in found.signals.items()}
    assert near["remedy_words"] / near["remedy_concepts"] == pytest.approx(given["words"] / given["concepts"])


@pytest.mark.parametrize(("problems", "measures"), [(PROBLEMS, []), ([], MEASURES), ([], [])])
def test_without_pairs_the_table_is_empty_and_whole(problems, measures):
    table = coverage.judge(**tables(problems, measures))["contributions"]
    assert table.empty and list(table) == list(schema.TABLES["contributions"].columns)
