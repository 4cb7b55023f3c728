"""The look of the slides: colours, type sizes and places, in points.

The colours are those of the figures: the graver a verdict the darker, so that greyscale keeps the order, and
hatches for the light ones.
"""

from dataclasses import dataclass

POINT = 12700  # EMU
RATIOS = {"16:9": (960, 540), "4:3": (720, 540)}
LATIN, EAST_ASIAN = "Microsoft YaHei", "微软雅黑"

INK, MUTED, RULE, PANEL, NAVY, ACCENT = "1B2733", "56626E", "D5DBE1", "F3F5F7", "14304A", "8E1B2A"
WHITE = "FFFFFF"
VERDICT = {"uncovered": "8E1B2A", "partial": "D98324", "unknown": "F3F4F6", "covered": "8FC1DE", "justified": "D6E2DA"}
ON_VERDICT = {"uncovered": WHITE, "partial": INK, "unknown": INK, "covered": INK, "justified": INK}
PATTERN = {"unknown": "wdUpDiag", "justified": "pct20"}  # hatches tell the light ones apart
LEVEL = {2: "1F5A85", 1: "9CC6E0", 0: "EEF1F4"}
ON_LEVEL = {2: WHITE, 1: INK, 0: INK}

TITLE = (26, 18)  # largest, smallest
BODY = (16, 12)
CELL = (13, 11)
SMALL = 11


@dataclass(frozen=True)
class Box:
    """A rectangle on a slide, in points from its upper left corner."""

    x: float
    y: float
    w: float
    h: float

    def inset(self, dx: float, dy: float) -> "Box":
        return Box(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def columns(self, *weights: float, gap: float = 16) -> list["Box"]:
        """Side by side, in proportion to the weights."""
        free, x, boxes = self.w - gap * (len(weights) - 1), self.x, []
        for weight in weights:
            w = free * weight / sum(weights)
            boxes.append(Box(x, self.y, w, self.h))
            x += w + gap
        return boxes

    def rows(self, *weights: float, gap: float = 14) -> list["Box"]:
        """One above the other, in proportion to the weights."""
        turned = Box(self.y, self.x, self.h, self.w).columns(*weights, gap=gap)
        return [Box(box.y, box.x, box.h, box.w) for box in turned]

    def emu(self) -> tuple[int, int, int, int]:
        return tuple(round(value * POINT) for value in (self.x, self.y, self.w, self.h))
