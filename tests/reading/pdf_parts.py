"""PDF files drawn for tests: matplotlib embeds the project's font, so that the text can be read back."""

import io

import matplotlib
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D

from analysis.fonts import REGULAR

WIDTH, HEIGHT = 595, 842


def pdf(*pages) -> bytes:
    """A PDF with one page for each list of (x, y from the top, size, text) or ((x0, y0), (x1, y1)) lines, in points."""
    buffer = io.BytesIO()
    with matplotlib.rc_context({"pdf.fonttype": 42}), PdfPages(buffer, metadata={"CreationDate": None}) as out:
        for page in pages:
            figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72))
            for thing in page:
                _draw(figure, thing)
            out.savefig(figure)
    return buffer.getvalue()


def _draw(figure: Figure, thing) -> None:
    if len(thing) == 4:
        x, y, size, text = thing
        figure.text(x / WIDTH, 1 - y / HEIGHT, text, fontproperties=FontProperties(fname=REGULAR, size=size), va="top")
        return
    (x0, y0), (x1, y1) = thing
    figure.add_artist(Line2D([x0 / WIDTH, x1 / WIDTH], [1 - y0 / HEIGHT, 1 - y1 / HEIGHT], linewidth=0.7, color="black"))


def grid(left, top, columns, rows):
    """The ruled lines of a table: widths of columns and heights of rows in points."""
    xs, ys = [left], [top]
    for width in columns:
        xs.append(xs[-1] + width)
    for height in rows:
        ys.append(ys[-1] + height)
    return [((x, top), (x, ys[-1])) for x in xs] + [((left, y), (xs[-1], y)) for y in ys]
