"""One look: sizes, colours, type, spacing. Lengths are points, from the top left of the figure."""

from dataclasses import dataclass

from analysis.fonts import settings


@dataclass(frozen=True)
class Size:
    """A figure's size in inches and how many rows and columns of a table-like chart fit in it."""

    name: str
    width: float
    height: float
    rows: int
    columns: int
    title: float = 26.0
    note: float = 15.0
    margin: float = 36.0

    @property
    def points(self) -> tuple[float, float]:
        return self.width * 72, self.height * 72


SLIDE = Size("slide", 40 / 3, 7.5, 15, 16)
HALF = Size("half", 6.5, 5.6, 9, 7, title=18.0, note=11.0, margin=20.0)
A4 = Size("a4", 11.69, 8.27, 18, 14, title=22.0, note=13.0, margin=30.0)
SIZES = {size.name: size for size in (SLIDE, HALF, A4)}
DPI = 150
SMALLEST = 10.0

INK, SOFT, FAINT, RULE, TILE, PAPER = "#1B2733", "#56626E", "#7A8590", "#D5DBE1", "#EEF1F4", "#FFFFFF"

# Verdicts: the graver the darker, so that a grey print keeps the order; hatches tell the light ones apart.
VERDICT_FILL = {"uncovered": "#8E1B2A", "partial": "#D98324", "unknown": "#F3F4F6", "covered": "#8FC1DE", "justified": "#D6E2DA"}
VERDICT_INK = {"uncovered": "#FFFFFF", "partial": INK, "unknown": INK, "covered": INK, "justified": INK}
VERDICT_HATCH = {"uncovered": "", "partial": "", "unknown": "////", "covered": "", "justified": "..."}

# Levels of a link, and the sides of a comparison.
LEVEL_FILL = {2: "#1F5A85", 1: "#9CC6E0", 0: TILE}
PROBLEM, MEASURE, MISSING = "#DDB094", "#5F97BC", "#8E1B2A"

GREYS = {"hatch.linewidth": 0.9, "hatch.color": "#8A949E"}


def look() -> dict:
    """The matplotlib settings under which a figure is drawn and saved; nothing global is set."""
    return settings() | GREYS | {"svg.hashsalt": "zhenggai", "figure.facecolor": PAPER, "savefig.facecolor": PAPER, "pdf.fonttype": 3}
