"""Every number of the page is that of the tables, read back out of the page's elements."""

import pytest
from documents import SIZES, document, together
from page_shown import shown

from analysis.briefing.page import write_page
from analysis.views.overview import overview, shares
from analysis.views.ranking import ranked
from analysis.wording import LEVELS, VERDICTS, share

FRAMES = {name: document(*size) for name, size in SIZES.items()} | {"together": together(document(9, 4, doc="甲"), document(7, 3, doc="乙/丙 丁"))}


@pytest.fixture(scope="module", params=FRAMES)
def both(request, tmp_path_factory):
    frames = FRAMES[request.param]
    return frames, shown(write_page(frames, tmp_path_factory.mktemp("page") / "report.html"))


def test_the_three_numbers(both):
    frames, page = both
    rows = overview(*(frames[name] for name in ("documents", "gaps", "links", "load"))).to_dict("records")
    assert [*page] == [row["doc"] for row in rows]
    for row in rows:
        expected = shares(row) | {"uncovered": share(row["uncovered"], row["problems"]), "orphans": share(row["orphans"], row["measures"])}
        assert page[row["doc"]]["numbers"] == expected
        assert page[row["doc"]]["groups"] == {v: name + share(row[v], row["problems"]) for v, name in VERDICTS.items() if row[v]}


def test_problems_in_the_order_of_the_gaps_with_verdict_and_reason(both):
    frames, page = both
    for doc, gaps in ranked(frames["gaps"]).groupby("doc"):
        assert [*page[doc]["verdicts"].items()] == [*zip(gaps["problem"], gaps["verdict"], strict=True)]
        assert page[doc]["reasons"] == dict(zip(gaps["problem"], gaps["reason"], strict=True))


def test_the_matrix_holds_every_pair(both):
    frames, page = both
    for doc, links in frames["links"].groupby("doc"):
        assert page[doc]["levels"] == {(link.problem, link.measure): LEVELS[link.level] for link in links.itertuples()}


def test_the_load_of_each_measure(both):
    frames, page = both
    for doc, load in frames["load"].groupby("doc"):
        assert page[doc]["load"] == {row.measure: (row.problems_direct, row.problems_partial) for row in load.itertuples()}
