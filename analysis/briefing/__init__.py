"""Tables and figures → briefing.pptx, ledger.xlsx and report.html."""

from analysis.briefing.ledger import write_ledger
from analysis.briefing.page import write_page
from analysis.briefing.slides import write_slides

__all__ = ["write", "write_ledger", "write_page", "write_slides"]


def write(frames, figures, out, deck) -> None:
    """Write `out.slides`, `out.ledger` and `out.page`. `figures` are the exported ones: doc, chart, title, alt, png, svg.

    `deck` (a `Deck`) says how the slides are to look; what its template had no place for is added to its report.
    """
    deck.report += write_slides(frames, figures, out.slides, own=deck.template, ratio=deck.ratio)
    write_ledger(frames, out.ledger)
    write_page(frames, out.page)
