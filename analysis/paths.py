"""Where things lie: the project's own folders, and the layout of an output folder."""

from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
RAW = PROJECT / "data" / "raw"
LABELS = PROJECT / "data" / "labels"
TRAINING = PROJECT / "data" / "training"
VOCABULARY = PROJECT / "data" / "vocabulary"
NOTEBOOKS = PROJECT / "notebooks"


def portable(path: str) -> str:
    """A file's path as tables show it: within the project relative to it, so that it is the same on every machine."""
    inside = Path(path).is_absolute() and Path(path).is_relative_to(PROJECT)
    return Path(path).relative_to(PROJECT).as_posix() if inside else path


@dataclass(frozen=True)
class Output:
    """Where the main job writes: tables, figures, and the three documents of the briefing."""

    tables: Path
    figures: Path
    documents: Path

    @classmethod
    def of(cls, folder: Path | None) -> "Output":
        """The layout inside `folder`; without one, the project's own `data/tables` and `figures`."""
        if folder is None:
            return cls(PROJECT / "data" / "tables", PROJECT / "figures", PROJECT / "figures")
        return cls(folder / "tables", folder / "figures", folder)

    @property
    def decisions(self) -> Path:
        """What persons decided; added to when decisions are applied, and by the main job for a renamed file."""
        return self.tables.parent / "decisions.csv"

    @property
    def review(self) -> Path:
        return self.documents / "review.xlsx"

    @property
    def slides(self) -> Path:
        return self.documents / "briefing.pptx"

    @property
    def ledger(self) -> Path:
        return self.documents / "ledger.xlsx"

    @property
    def page(self) -> Path:
        return self.documents / "report.html"
