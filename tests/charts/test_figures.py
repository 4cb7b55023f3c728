"""Every figure at every size: nothing overlaps, leaves the page, is too small to read or drawn as an empty box."""

from functools import cache
from itertools import combinations

import matplotlib
import pytest
from documents import SIZES as DOCUMENTS
from documents import document
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from analysis.charts import CHARTS, SIZES, SLIDE, figure, views
from analysis.charts.style import SMALLEST
from analysis.fonts import chinese_text

EMPTY_CASES = {
    "no problems": (0, 3, 2),
    "no measures": (4, 0, 2),
    "no causes": (6, 4, 0),
    "one problem, one measure": (1, 1, 1),
    "nothing": (0, 0, 0),
}


@cache
def tables(problems, measures, causes=4, categories=True):
    return document(problems, measures, causes, categories=categories)


def drawn(stem, frames, size=SLIDE, **filters):
    """The figures of one chart of the one document: all pages of a slide, the first and the last of the other sizes."""
    doc = frames["documents"]["doc"].iloc[0]
    pages = views(frames, doc, CHARTS[stem], size=size, **filters)
    pages = pages if size == SLIDE else pages[:1] + pages[1:][-1:]
    return [figure(view, CHARTS[stem], size) for view in pages]


def faults(picture):
    """What is wrong with the texts of a figure, in words."""
    canvas = FigureCanvasAgg(picture)
    picture.set_dpi(72)
    renderer = canvas.get_renderer()
    texts = [text for text in picture.findobj(Text) if text.get_text().strip() and text.get_visible()]
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in texts]
    width, height = picture.get_size_inches() * 72
    found = [f"leaves the page: {name}" for name, box in boxes if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height]
    found += [f"too small, {text.get_size()}: {text.get_text()}" for text in texts if text.get_size() < SMALLEST]
    found += [f"overlap: {one} | {two}" for (one, a), (two, b) in combinations(boxes, 2) if a.padded(-0.75).overlaps(b.padded(-0.75))]
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("measured", DOCUMENTS)
@pytest.mark.parametrize("stem", CHARTS)
def test_no_text_overlaps_or_leaves_the_page(stem, measured, size):
    for picture in drawn(stem, tables(*DOCUMENTS[measured]), SIZES[size]):
        assert faults(picture) == []


@pytest.mark.parametrize("case", EMPTY_CASES)
@pytest.mark.parametrize("stem", CHARTS)
def test_a_document_that_lacks_something_gets_a_figure_that_says_so(stem, case):
    for picture in drawn(stem, tables(*EMPTY_CASES[case])):
        assert faults(picture) == []


@pytest.mark.parametrize("stem", CHARTS)
@pytest.mark.parametrize("filters", [{"category": "道路交通"}, {"measure": "M01"}, {"measure": "M03"}, {"category": "没有的类别"}])
def test_filtered_figures_say_their_filter(stem, filters):
    for picture in drawn(stem, tables(15, 5), **filters):
        assert faults(picture) == []


@pytest.mark.parametrize("stem", CHARTS)
def test_a_document_without_categories(stem):
    for measured in ((15, 5), (60, 40)):
        for picture in drawn(stem, tables(*measured, categories=False)):
            assert faults(picture) == []


@pytest.mark.parametrize("stem", CHARTS)
def test_drawing_sets_nothing_global(stem):
    before = dict(matplotlib.rcParams)
    drawn(stem, tables(5, 3))
    assert dict(matplotlib.rcParams) == before


def test_the_check_finds_what_is_wrong():
    picture = drawn("gaps", tables(5, 3))[0]
    axes = picture.axes[0]
    with chinese_text():
        axes.text(400, 300, "一段压在别处的文字", size=8)
        axes.text(400, 300, "另一段文字", size=14)
        axes.text(940, 200, "伸出页面的文字", size=14)
    said = "\n".join(faults(picture))
    assert "too small" in said and "overlap" in said and "leaves the page" in said
