"""How much of each document a deck shows: one document in full, many ones each more briefly."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Depth:
    """`gaps` is how many uncovered problems of a document get a slide of their own; the others stand in a table.

    `figures` are the stems of the figures shown; `tables` says whether the full table of a document is in its section.
    """

    gaps: int
    figures: tuple[str, ...]
    tables: bool


def depth(documents: int) -> Depth:
    """The depth of a deck about so many documents."""
    if documents <= 1:
        return Depth(12, ("coverage", "flow", "keywords"), True)
    if documents <= 8:
        return Depth(3, ("coverage", "flow"), True)
    return Depth(1, ("coverage",), False)
