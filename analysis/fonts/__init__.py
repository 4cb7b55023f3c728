"""Chinese type that is there on every machine: two static cuts of Noto Sans SC (see OFL.txt).

The Regular has every glyph; the Bold only the common ones, so a rare character in bold text is
drawn from the Regular. matplotlib falls back between families and not between weights: the Regular
is therefore registered a second time, under a family of its own that stands behind the first.
"""

from contextlib import contextmanager
from functools import cache
from pathlib import Path

REGULAR = Path(__file__).with_name("NotoSansSC-Regular.ttf")
BOLD = Path(__file__).with_name("NotoSansSC-Bold.ttf")
# Names of our own: a Noto Sans SC installed on the machine must not take the place of these files.
FAMILIES = ("Zhenggai Sans", "Zhenggai Sans Rare")


def register() -> tuple[str, str]:
    """Make the fonts known to matplotlib and return the two families to ask for, in this order.

    Calling it again changes nothing.
    """
    from matplotlib.font_manager import FontEntry, fontManager

    known = {entry.name for entry in fontManager.ttflist}
    if not known.issuperset(FAMILIES):
        main, rare = FAMILIES
        files = [(main, 400, REGULAR), (main, 700, BOLD), (rare, 400, REGULAR), (rare, 700, REGULAR)]
        fontManager.ttflist += [FontEntry(fname=str(path), name=name, weight=weight, size="scalable") for name, weight, path in files]
        fontManager.addfont(REGULAR)  # also drops what matplotlib remembers of earlier searches
    return FAMILIES


def settings() -> dict:
    """The matplotlib settings a chart needs for its text; registers the fonts, sets nothing."""
    families = list(register())
    return {
        "font.family": families,
        "font.sans-serif": families,
        "axes.unicode_minus": True,  # the fonts have −
        "text.parse_math": False,  # a document's $ is a dollar
        "svg.fonttype": "path",  # a reader's machine may have no Chinese font
    }


@contextmanager
def chinese_text():
    """Within this block matplotlib draws with these fonts: `with chinese_text(): figure = …`.

    Text keeps the family it was made with, so a figure may be saved after the block.
    """
    from matplotlib import rc_context

    with rc_context(settings()):
        yield


def text_width(text: str, size_pt: float, bold: bool = False) -> float:
    """The width of `text` set in `size_pt` points, in points; of several lines, the widest.

    It is the sum of the glyphs' advances, as the fonts carry no kerning. A character that neither
    font has counts as one em.
    """
    lines = text.split("\n")
    return max(sum(_advance(character, bold) for character in line) for line in lines) * size_pt


@cache
def _advance(character: str, bold: bool) -> float:
    """The advance of one character in em."""
    for path in [BOLD, REGULAR] if bold else [REGULAR]:
        if ord(character) in _characters(path):
            return _face(path).load_char(ord(character)).linearHoriAdvance / 65536 / 1000
    return 1.0


@cache
def _face(path: Path):
    """The font at 1000 pixels to the em, its own unit."""
    from matplotlib.ft2font import FT2Font

    face = FT2Font(str(path))
    face.set_size(1000, 72)
    return face


@cache
def _characters(path: Path) -> frozenset[int]:
    return frozenset(_face(path).get_charmap())
