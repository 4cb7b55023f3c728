"""The labelled samples, read by the command's own two stages: items in number, order and text as the labels have them."""

import json

import pytest

from analysis import paths
from analysis.reading import read
from analysis.tables import build

SAMPLES = sorted(paths.LABELS.glob("*.gold.json"))
ROLES = {"problems": "number headline category owner deadline", "causes": "number headline", "measures": "number headline owner deadline"}


@pytest.fixture(scope="module")
def tables():
    stems = {path.name.removesuffix(".gold.json") for path in SAMPLES}
    return build(**read(sorted(path for path in paths.RAW.iterdir() if path.stem in stems)))


def squeezed(text: str) -> str:
    return "".join((text or "").split())


@pytest.mark.parametrize("label", SAMPLES, ids=lambda path: path.name[:2])
def test_items_equal_labels(label, tables):
    gold = json.loads(label.read_text(encoding="utf-8"))
    doc = label.name.removesuffix(".gold.json")
    for name, columns in ROLES.items():
        mine = tables[name][tables[name]["doc"] == doc].to_dict("records")
        assert [squeezed(row["text"]) for row in mine] == [squeezed(item["text"]) for item in gold[name]]
        for column in columns.split():
            assert [row[column] for row in mine] == [item.get(column) or "" for item in gold[name]], column


@pytest.mark.parametrize("label", [path for path in SAMPLES if json.loads(path.read_text(encoding="utf-8"))["explicit_pairs"]], ids=lambda path: path.name[:2])
def test_pairs_equal_labels(label, tables):
    gold = json.loads(label.read_text(encoding="utf-8"))
    pairs = tables["pairs"][tables["pairs"]["doc"] == label.name.removesuffix(".gold.json")]
    mine = [[int(row.problem[1:]) - 1, int(row.item[1:]) - 1] for row in pairs.itertuples() if row.item.startswith("M")]
    assert mine == gold["explicit_pairs"]


def test_documents_say_what_was_counted(tables):
    assert tables["documents"]["error"].eq("").all()
    assert tables["documents"][["problems", "measures"]].gt(0).all().all()
