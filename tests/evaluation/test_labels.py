"""Label files: the bundled ones agree with themselves, and a broken one is named in one line."""

import json

import pytest

from analysis.errors import InputError
from analysis.evaluation.labels import load
from analysis.evaluation.metrics import verdict_of
from analysis.paths import LABELS

GOLD = {"doc": "a.txt", "problems": [{}], "causes": [], "measures": [{}, {}], "problem_measure": [[0, 2]], "verdict": ["covered"]}


def test_the_bundled_labels_agree_with_themselves():
    labelled = load(LABELS)
    assert len(labelled) == 6
    for truth in labelled:
        assert truth.verdicts == tuple(verdict_of(row) for row in truth.levels)


def write(folder, **changes):
    (folder / "a.txt").write_text("正文", encoding="utf-8")
    gold = {key: value for key, value in (GOLD | changes).items() if value is not None}
    (folder / "a.gold.json").write_text(json.dumps(gold), encoding="utf-8")


def test_a_label_file_beside_its_document(tmp_path):
    write(tmp_path)
    assert load(tmp_path)[0].levels.tolist() == [[0, 2]]


@pytest.mark.parametrize(
    "changes, said",
    [({"verdict": None}, "标注文件不完整"), ({"problem_measure": [[0, 1, 2]]}, "标注文件不完整"), ({"doc": "b.txt"}, "找不到所标注的文档“b.txt”")],
)
def test_a_broken_label_file_is_named(tmp_path, changes, said):
    write(tmp_path, **changes)
    with pytest.raises(InputError, match=said):
        load(tmp_path)


def test_a_folder_without_labels_is_named(tmp_path):
    with pytest.raises(InputError, match="没有找到标注文件"):
        load(tmp_path)
