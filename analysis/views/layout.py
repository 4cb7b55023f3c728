"""Where labels go that have no axis: a network's terms, a cloud's words. Deterministic, in points, without overlap."""

from math import cos, pi, sin, sqrt

import numpy as np

STEPS = 220
TURN = pi * (3 - sqrt(5))  # the golden angle: points on a spiral that never line up


def network(sizes: np.ndarray, edges: list[tuple[int, int, float]], wide: float, high: float) -> np.ndarray:
    """(n, 2) centres of boxes of `sizes` (n, 2) in a field of wide x high: tied ones near, none on another.

    Springs and repulsion after Fruchterman and Reingold (1991), then boxes that still touch are pushed apart.
    `edges` are (one, other, strength in [0, 1]).
    """
    count = len(sizes)
    if not count:
        return np.zeros((0, 2))
    turns = np.arange(count) * TURN
    reach = np.sqrt((np.arange(count) + 0.5) / count) * 0.46
    spots = np.c_[np.cos(turns) * reach * wide, np.sin(turns) * reach * high] + (wide / 2, high / 2)
    apart = 0.9 * sqrt(wide * high / count)
    for step in range(STEPS):
        spots = _inside(spots + _pull(spots, edges, apart, wide / high) * (1 - step / STEPS), sizes, wide, high)
    for _ in range(600):
        push = _overlaps(spots, sizes)
        if not push.any():
            break
        spots = _inside(spots + push, sizes, wide, high)
    return spots


def _pull(spots: np.ndarray, edges, apart: float, flat: float) -> np.ndarray:
    """The move of every point in a step, at most 12 points long."""
    gap = spots[:, None] - spots[None]
    gap[..., 1] *= flat ** 0.5
    far = np.maximum(np.linalg.norm(gap, axis=2), 1.0)
    move = (gap / far[..., None] * (apart**2 / far)[..., None]).sum(axis=1)
    for one, other, strength in edges:
        tie = gap[one, other] * far[one, other] / apart * (0.3 + strength)
        move[one] -= tie
        move[other] += tie
    centre = spots.mean(axis=0) - spots
    move += centre * 2.0  # parts that nothing ties to the rest would else drift into the corners
    long = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), 1e-9)
    return move / long * np.minimum(long, 12)


def _overlaps(spots: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """How far each box must give way, along the axis on which it overlaps least."""
    push = np.zeros_like(spots)
    for one in range(len(spots)):
        for other in range(one):
            gap = spots[one] - spots[other]
            over = (sizes[one] + sizes[other]) / 2 - np.abs(gap)
            if (over > 0.01).all():
                axis = 1 if over[1] <= over[0] else 0
                way = 1.0 if gap[axis] >= 0 else -1.0
                push[one, axis] += way * over[axis] * 0.55
                push[other, axis] -= way * over[axis] * 0.55
    return push


def _inside(spots: np.ndarray, sizes: np.ndarray, wide: float, high: float) -> np.ndarray:
    return np.clip(spots, sizes / 2, np.maximum(sizes / 2, np.array([wide, high]) - sizes / 2))


def cloud(sizes: list[tuple[float, float]], wide: float, high: float) -> list[tuple[float, float] | None]:
    """Centres of boxes set one after the other, each at the first free place of a spiral from the middle; None where there is none."""
    placed: list[tuple[float, float, float, float]] = []
    spots: list[tuple[float, float] | None] = []
    for box_wide, box_high in sizes:
        spot = next((spot for spot in _spiral(wide, high) if _free(spot, box_wide, box_high, placed, wide, high)), None)
        spots.append(spot)
        if spot:
            placed.append((*spot, box_wide, box_high))
    return spots


def _spiral(wide: float, high: float):
    for step in range(1500):
        reach, turn = step / 1500, step * 0.21
        yield wide / 2 + cos(turn) * reach * wide * 0.5, high / 2 + sin(turn) * reach * high * 0.5


def _free(spot, box_wide, box_high, placed, wide, high) -> bool:
    x, y = spot
    if x < box_wide / 2 or y < box_high / 2 or x > wide - box_wide / 2 or y > high - box_high / 2:
        return False
    return not any(abs(x - a) < (box_wide + c) / 2 and abs(y - b) < (box_high + d) / 2 for a, b, c, d in placed)
