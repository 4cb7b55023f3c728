"""Figures of many documents: legible with one and with thousands, and their numbers those of the table."""

import pytest
from test_figures import faults

from analysis.charts import CORPUS, export_corpus, figure, views
from analysis.schema import VERDICTS, frame
from analysis.views.corpus import MOST_COLUMNS, spread, worst


def table(count):
    """Documents with 5 to 11 problems, the verdicts shifting from one to the next, and one that could not be used."""
    rows = []
    for place in range(count):
        counts = {verdict: (place * (at + 2) + at) % 3 for at, verdict in enumerate(VERDICTS)} | {"covered": 5}
        rows.append({"doc": f"云汀市城市管理局关于巡察反馈意见的整改方案{place}", "problems": sum(counts.values()), "measures": 4, "confirmed_covered": 0, **counts})
    return frame("corpus", [*rows, {"doc": "坏", "error": "坏.txt：文件为空"}])


@pytest.mark.parametrize("count, figures", [(1, 1), (6, 1), (300, 2)])
def test_no_text_overlaps_or_leaves_the_page(count, figures):
    shown = [(view, chart) for chart in CORPUS for view in views({"corpus": table(count)}, "corpus", chart)]
    assert [faults(figure(view, chart)) for view, chart in shown] == [[]] * figures


def test_the_worst_come_first_and_the_title_counts_all():
    corpus = table(40)
    (view,) = worst({"corpus": corpus}, rows=15)
    shares = (view.rows["uncovered"] / view.rows["problems"]).tolist()
    assert len(shares) == 15 and shares == sorted(shares, reverse=True) and "坏" not in set(view.rows["doc"])
    assert view.title.startswith(f"40份文档的{corpus['problems'].sum()}个问题中{corpus['uncovered'].sum()}个未见对应措施") and "列出15份" in view.note


@pytest.mark.parametrize("count, columns, most", [(40, 40, 1), (MOST_COLUMNS, MOST_COLUMNS, 1), (MOST_COLUMNS + 1, MOST_COLUMNS // 2 + 1, 2)])
def test_every_document_has_its_part_of_a_column(count, columns, most):
    (view,) = spread({"corpus": table(count)})
    assert (len(view.rows), view.rows["documents"].max(), view.rows["documents"].sum()) == (columns, most, count)
    assert view.rows[list(VERDICTS)].sum(axis=1).round(9).eq(1).all()


def test_no_usable_document_no_figure():
    assert worst({"corpus": table(0)}) == spread({"corpus": table(0)}) == []


def test_files_are_named_for_the_corpus_and_the_same_twice(tmp_path):
    for name in ("一", "二"):
        export_corpus(table(16), tmp_path / name)
    names = sorted(path.name for path in (tmp_path / "一").iterdir())
    assert names == ["corpus_gaps.png", "corpus_gaps.svg", "corpus_spread.png", "corpus_spread.svg"]
    assert all((tmp_path / "一" / name).read_bytes() == (tmp_path / "二" / name).read_bytes() for name in names)
