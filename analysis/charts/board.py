"""The ground of every figure: one axes in points, y downwards, with title, note and source line set.

A chart draws on it with a few verbs (text, box, chip, line); nothing here knows what is shown.
"""

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path

from analysis.charts.phrases import LINE, fit, sizes_from, wrap
from analysis.charts.style import FAINT, INK, PAPER, RULE, SOFT, VERDICT_FILL, VERDICT_HATCH, VERDICT_INK, Size
from analysis.fonts import text_width
from analysis.views.scope import View
from analysis.wording import VERDICTS

TITLE_AT, FOOT_AT = 0.85, 0.45  # where title and source stand, in margins from the edge


class Board:
    """A figure and the box left for the chart: `left`, `top`, `right`, `bottom` in points."""

    def __init__(self, view: View, size: Size):
        self.size = size
        self.width, self.height = size.points
        self.figure = Figure(figsize=(size.width, size.height))
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set(xlim=(0, self.width), ylim=(self.height, 0))
        self.axes.axis("off")
        self.left, self.right = size.margin, self.width - size.margin
        self.top = self._heading(view)
        self.bottom = self._footing(view)

    @property
    def wide(self) -> float:
        return self.right - self.left

    @property
    def high(self) -> float:
        return self.bottom - self.top

    def _heading(self, view: View) -> float:
        """Sets title and note; returns where the chart may begin."""
        title, text = _title(view, self.size)
        y = self.size.margin * TITLE_AT
        y = self.paragraph(self.left, y, text, title, bold=True) + self.size.note * 0.3
        if view.note:
            y = self.paragraph(self.left, y, "\n".join(wrap(view.note, self.wide, self.size.note)), self.size.note, SOFT)
        return y + self.size.note * 0.8

    def _footing(self, view: View) -> float:
        """Sets source line and page; returns where the chart must end."""
        page, size, source = _source(view, self.size)
        foot = self.height - self.size.margin * FOOT_AT
        top = foot - _high(source, size)
        self.paragraph(self.left, top, source, size, FAINT)
        if page:
            self.text(self.right, foot - size * LINE / 2, page, 11, SOFT, align="right")
        self.rule(self.left, top - 5, self.right)
        return top - 13

    def text(self, x, y, text, size, color=INK, *, bold=False, align="left", line=LINE):
        """Text beside or about the point (x, y), its block centred on y; `line` is the distance of two lines in sizes."""
        spacing = line if "\n" in text else 1.0
        weight = "bold" if bold else "normal"
        return self.axes.text(x, y, text, size=size, color=color, weight=weight, ha=align, va="center", linespacing=spacing, multialignment=align)

    def paragraph(self, x, y, text, size, color=INK, *, bold=False) -> float:
        """Lines from y downwards; returns where the next may begin."""
        high = (text.count("\n") + 1) * size * LINE
        self.text(x, y + high / 2, text, size, color, bold=bold)
        return y + high

    def box(self, x, y, wide, high, color, *, edge="none", hatch="", width=0.0, radius=0.0, order=1.0):
        """A rectangle with its upper left corner at (x, y)."""
        look = {"facecolor": color, "edgecolor": edge, "linewidth": width, "hatch": hatch or None, "zorder": order}
        if radius:
            patch = FancyBboxPatch((x, y), wide, high, boxstyle=f"round,pad=0,rounding_size={radius}", **look)
        else:
            patch = Rectangle((x, y), wide, high, **look)
        return self.axes.add_patch(patch)

    def verdict_box(self, x, y, wide, high, verdict: str, radius=0.0):
        """A box in a verdict's colour and hatch."""
        light = VERDICT_FILL[verdict] in (VERDICT_FILL["unknown"], VERDICT_FILL["justified"])
        edge = FAINT if light else "none"
        return self.box(x, y, wide, high, VERDICT_FILL[verdict], edge=edge, width=0.8, hatch=VERDICT_HATCH[verdict], radius=radius)

    def chip(self, x, middle, verdict: str, size: float) -> float:
        """The verdict's name on its colour, `x` its left end; returns its width."""
        wide, high = chip_width(size), size * 1.55
        self.verdict_box(x, middle - high / 2, wide, high, verdict, radius=3)
        if VERDICT_HATCH[verdict]:  # words need a calm ground
            self.box(x + size * 0.45, middle - size * 0.62, wide - size * 0.9, size * 1.24, VERDICT_FILL[verdict], order=1.5)
        self.text(x + wide / 2, middle, VERDICTS[verdict], size, VERDICT_INK[verdict], align="center", bold=verdict == "uncovered")
        return wide

    def dot(self, x, y, radius, color, *, edge="none", width=0.0, order=2.0):
        return self.axes.add_patch(Circle((x, y), radius, facecolor=color, edgecolor=edge, linewidth=width, zorder=order))

    def line(self, xs, ys, color=RULE, width=0.8, *, order=0.5, dashes=None):
        line = Line2D(xs, ys, color=color, linewidth=width, zorder=order, solid_capstyle="round")
        if dashes:
            line.set_dashes(dashes)
        return self.axes.add_line(line)

    def rule(self, left, y, right):
        return self.line([left, right], [y, y])

    def ribbon(self, left, top, bottom, right, top_right, bottom_right, color, alpha=1.0, order=0.6):
        """A band from one vertical edge to another, bent like a river (two cubic Bezier curves)."""
        middle = (left + right) / 2
        points = [(left, top), (middle, top), (middle, top_right), (right, top_right)]
        points += [(right, bottom_right), (middle, bottom_right), (middle, bottom), (left, bottom), (left, top)]
        codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
        return self.axes.add_patch(PathPatch(Path(points, codes), facecolor=color, alpha=alpha, linewidth=0, zorder=order))

    def key(self, x, y, entries, size=12.0, mark=0.0) -> float:
        """A line of (draw a mark at (x, middle), word), a mark `mark` points wide; returns where it ends."""
        mark = max(mark, size * 1.5)
        for draw, word in entries:
            draw(x, y)
            self.text(x + mark, y, word, size, SOFT)
            x += mark + text_width(word, size) + size * 1.6
        return x


def surround(view: View, size: Size) -> tuple[float, float, float, float]:
    """What title and source line take off a figure, left, top, right, bottom, as shares of its width and height.

    A slide that has its own title and source crops the figure by these.
    """
    title, text = _title(view, size)
    _, small, source = _source(view, size)
    height = size.points[1]
    return 0.0, (size.margin * TITLE_AT + _high(text, title)) / height, 0.0, (size.margin * FOOT_AT + _high(source, small) + 6) / height


def _title(view: View, size: Size) -> tuple[float, str]:
    """(type size, text in lines) of a figure's title."""
    chosen, (text,) = fit([view.title], size.points[0] - 2 * size.margin, size.title * 2 * LINE, sizes_from(size.title, size.title * 0.65), bold=True)
    return chosen, text


def _source(view: View, size: Size) -> tuple[str, float, str]:
    """(page, type size, text in lines) of a figure's source line."""
    page = f"第{view.page}页，共{view.pages}页" if view.pages > 1 else ""
    room = size.points[0] - 2 * size.margin - (text_width(page, 11) + 20 if page else 0)
    chosen, (text,) = fit([view.source], room, 11 * LINE * 3, (11.0, 10.5, 10.0))
    return page, chosen, text


def _high(text: str, size: float) -> float:
    """The height of a text in lines."""
    return (text.count("\n") + 1) * size * LINE


def chip_width(size: float) -> float:
    return text_width("难以判断", size, bold=True) + size * 1.1


__all__ = ["PAPER", "Board", "chip_width"]
