"""How the slides are to look."""

from dataclasses import dataclass, field
from pathlib import Path

RATIOS = ("16:9", "4:3")


@dataclass
class Deck:
    """An organisation's own `template`, or the built-in look in one of RATIOS; a template brings its own ratio.

    `report` collects, a line each, what a template had no place for.
    """

    template: Path | None = None
    ratio: str = RATIOS[0]
    report: list[str] = field(default_factory=list)
