"""One document's finished views, gathered once for all slides about it."""

from dataclasses import dataclass

import pandas as pd

from analysis.views.ledger import ledger
from analysis.views.naming import ordinal
from analysis.views.overview import overview, shares
from analysis.views.places import places
from analysis.views.ranking import ranked
from analysis.views.scope import Scope, documents, scope
from analysis.views.unmet import unmet


@dataclass(frozen=True)
class Material:
    """Of one document: `counts` is its row of the overview, `ledger` a row a problem, holes first in `order`."""

    scope: Scope
    counts: dict
    shares: dict[str, str]
    ledger: pd.DataFrame
    order: tuple[str, ...]
    places: dict[str, str]
    unmet: dict[str, list[str]]

    @property
    def doc(self) -> str:
        return self.scope.doc

    @property
    def name(self) -> str:
        return self.scope.title or self.scope.doc

    def rows(self, *verdicts: str) -> list[dict]:
        """Ledger rows with these verdicts, the least covered first."""
        own = self.ledger.set_index("problem", drop=False)
        return [own.loc[problem].to_dict() for problem in self.order if own.loc[problem, "verdict"] in verdicts]

    def where(self, item: str) -> str:
        """`问题3（第12行）`: an item and its place in the document."""
        place = self.places.get(item, "")
        return f"{ordinal(item)}（{place}）" if place else ordinal(item)


def gather(frames: dict[str, pd.DataFrame]) -> list[Material]:
    """The material of every readable document, in order."""
    counts = overview(*(frames[name] for name in ("documents", "gaps", "links", "load"))).set_index("doc", drop=False)
    table, order, where, open_parts = ledger(frames), ranked(frames["gaps"]), places(frames), unmet(frames)
    return [
        Material(
            scope(frames, doc),
            counts.loc[doc].to_dict(),
            shares(counts.loc[doc]),
            table[table["doc"] == doc],
            tuple(order.loc[order["doc"] == doc, "problem"]),
            {item: place for (owner, item), place in where.items() if owner == doc},
            {problem: parts for (owner, problem), parts in open_parts.items() if owner == doc},
        )
        for doc in documents(frames)
    ]
