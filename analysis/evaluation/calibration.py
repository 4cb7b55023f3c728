"""Whether confidence means something: how often verdicts of each confidence were right."""

import numpy as np

from analysis.wording import band

EDGES = (0.0, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0)


def lines(confidence: np.ndarray, right: np.ndarray) -> list[str]:
    """A table of text: for each span of confidence its band, the verdicts, those that were right, and the mean confidence."""
    place = np.clip(np.searchsorted(EDGES, confidence, side="right") - 1, 0, len(EDGES) - 2)
    rows = ["把握程度与实际（留一）：区间、档次、结论数、正确率、平均把握"]
    for number in range(len(EDGES) - 1):
        own = place == number
        if own.any():
            said = f"{right[own].mean():.2f}  平均把握{confidence[own].mean():.2f}"
            rows.append(f"  {EDGES[number]:.2f}–{EDGES[number + 1]:.2f}  {band(EDGES[number])}  {int(own.sum())}个  正确{said}")
    return rows
