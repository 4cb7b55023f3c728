"""A palette of 256 colours: surfaces keep theirs, edges move by a few steps, the same pixels give the same bytes."""

from collections import Counter

import numpy as np
import pytest
from documents import document
from PIL import Image

from analysis.charts import png
from analysis.charts.catalogue import CHARTS
from analysis.charts.exporter import _pixels, figure, views

FRAMES = document(12, 6, doc="甲")


@pytest.mark.parametrize("stem", ["coverage", "flow", "gaps"])
def test_surfaces_keep_their_colours_and_edges_move_little(stem, tmp_path):
    pixels = _pixels(figure(views(FRAMES, "甲", CHARTS[stem])[0], CHARTS[stem]))
    png.write(pixels, tmp_path / "a.png", 150)
    with Image.open(tmp_path / "a.png") as written:
        assert written.mode == "P" and [round(value) for value in written.info["dpi"]] == [150, 150]
        shown = np.asarray(written.convert("RGB")).astype(int)
    drawn = pixels[..., :3].astype(int)
    assert np.abs(shown - drawn).max() <= 12
    counts = Counter(map(tuple, drawn.reshape(-1, 3).tolist()))
    surfaces = [colour for colour, count in counts.items() if count > 0.005 * counts.total()]
    assert len(surfaces) >= 3
    for colour in surfaces:
        assert (shown[(drawn == colour).all(axis=-1)] == colour).all(), colour


def test_a_third_of_the_size_and_the_same_bytes(tmp_path):
    pixels = _pixels(figure(views(FRAMES, "甲", CHARTS["flow"])[0], CHARTS["flow"]))
    for name in ("a.png", "b.png"):
        png.write(pixels, tmp_path / name, 150)
    Image.fromarray(pixels).save(tmp_path / "full.png")
    small, full = (tmp_path / "a.png").read_bytes(), (tmp_path / "full.png").read_bytes()
    assert small == (tmp_path / "b.png").read_bytes()
    assert 2.5 * len(small) < len(full)
