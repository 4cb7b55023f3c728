"""Labels without an axis: inside the field, none on another, the same every time."""

import numpy as np

from analysis.views import layout

SIZES = np.array([(40 + 7 * (place % 9), 22.0) for place in range(26)])
EDGES = [(place, (place * 3 + 1) % 26, 0.5) for place in range(26) if place != (place * 3 + 1) % 26]


def test_no_label_of_a_network_lies_on_another_or_outside():
    spots = layout.network(SIZES, EDGES, 600, 320)
    gap = np.abs(spots[:, None] - spots[None]) - (SIZES[:, None] + SIZES[None]) / 2
    touching = (gap < -0.5).all(axis=2) & ~np.eye(len(SIZES), dtype=bool)
    assert not touching.any()
    assert (spots >= SIZES / 2 - 1e-9).all() and (spots <= np.array([600, 320]) - SIZES / 2 + 1e-9).all()


def test_tied_labels_stand_nearer_than_others():
    sizes = np.full((12, 2), 20.0)
    spots = layout.network(sizes, [(0, 6, 1.0), (1, 7, 1.0), (2, 8, 1.0)], 600, 300)
    far = np.linalg.norm(spots[:, None] - spots[None], axis=2)
    others = far[~np.eye(12, dtype=bool)].mean()
    assert max(far[0, 6], far[1, 7], far[2, 8]) < others


def test_a_network_of_one_and_of_none():
    assert layout.network(np.array([(40.0, 20.0)]), [], 300, 200).shape == (1, 2)
    assert layout.network(np.zeros((0, 2)), [], 300, 200).shape == (0, 2)


def test_the_words_of_a_cloud_do_not_touch_and_the_first_stands_in_the_middle():
    sizes = [(120.0, 40.0), *[(60.0, 20.0)] * 12]
    spots = layout.cloud(sizes, 600, 320)
    assert spots[0] == (300, 160) and all(spots)
    for one in range(len(sizes)):
        for other in range(one):
            (a, b), (c, d) = spots[one], spots[other]
            assert abs(a - c) >= (sizes[one][0] + sizes[other][0]) / 2 or abs(b - d) >= (sizes[one][1] + sizes[other][1]) / 2


def test_a_word_without_a_place_has_none():
    assert layout.cloud([(700.0, 20.0)], 600, 320) == [None]
