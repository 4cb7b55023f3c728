"""Make the two committed fonts from the variable Noto Sans SC: `python -m analysis.fonts.build`.

Run once, by hand, and only to renew the fonts: it needs the package `justmytype-intl-cjk` (the
variable Noto Sans SC 2.004 under the SIL Open Font License 1.1), which nothing else needs and the
lock therefore leaves out. matplotlib draws a variable font at its thinnest weight, hence two static
ones; layout tables go, because a chart needs neither ligatures nor kerning and a text's width is
then the sum of its glyphs' widths. The same source gives the same bytes.
"""

import io
import sys
from importlib.resources import files
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from analysis.fonts import BOLD, REGULAR

SOURCE = "fonts/ofl/notosanssc/NotoSansSC[wght].ttf"
LICENSE = "fonts/ofl/notosanssc/OFL.txt"
WEIGHTS = {REGULAR: 400, BOLD: 700}
FAMILY = "Noto Sans SC"
DROPPED = ["BASE", "GDEF", "GPOS", "GSUB", "STAT", "avar", "vhea", "vmtx"]

# What the Bold holds beside GB2312: what headings and figures of this genre use. Everything else
# falls back to the Regular, glyph by glyph.
BLOCKS = [
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x00FF),  # Latin-1
    (0x2010, 0x203B),  # dashes, quotation marks, ellipsis, per mille
    (0x2100, 0x214F),  # letter-like signs: ℃ №
    (0x2160, 0x217F),  # Roman numerals
    (0x2190, 0x2199),  # arrows
    (0x2200, 0x22FF),  # mathematical signs: − ≥ ≤
    (0x2460, 0x24FF),  # ① ⑴ ⒈
    (0x25A0, 0x2612),  # squares, circles, stars
    (0x2776, 0x277F),  # ❶
    (0x3000, 0x303F),  # Chinese punctuation, 〇 is in it
    (0x3220, 0x3243),  # ㈠
    (0x3280, 0x32B0),  # ㊀
    (0x3380, 0x33DF),  # ㎡ ㎞ ㎏
    (0xFF01, 0xFFE5),  # full-width forms
]
NAMES = "镕堃喆珺淼犇骉昇祎玥璟翀赟晞濛芃烜赪滢琤婳䶮"  # frequent in names of people and places, not in GB2312


def gb2312() -> set[int]:
    """The code points of GB 2312-80, rows 1 to 87."""
    cells = (bytes([row, cell]) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(text) for text in (cell.decode("gb2312", "ignore") for cell in cells) if text}


def bold_characters() -> set[int]:
    """The code points the Bold is cut down to."""
    blocks = {point for first, last in BLOCKS for point in range(first, last + 1)}
    return gb2312() | blocks | set(map(ord, NAMES))


def static(source: bytes, weight: int, style: str, characters: set[int] | None) -> TTFont:
    """The variable font `source` at one weight, cut down to `characters` (None: all it has)."""
    font = instancer.instantiateVariableFont(
        TTFont(io.BytesIO(source), recalcTimestamp=False), {"wght": weight}, overlap=instancer.OverlapMode.KEEP_AND_DONT_SET_FLAGS
    )
    options = subset.Options(
        layout_features=[], drop_tables=subset.Options().drop_tables + DROPPED, name_IDs=["*"], notdef_outline=True, recalc_timestamp=False
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=set(font.getBestCmap()) if characters is None else characters)
    cutter.subset(font)
    rename(font, style, weight)
    return font


def rename(font: TTFont, style: str, weight: int) -> None:
    """Give the static font its own names; the variable one calls itself Thin."""
    names = {1: FAMILY, 2: style, 3: f"2.004;{FAMILY} {style} static", 4: f"{FAMILY} {style}", 6: f"NotoSansSC-{style}"}
    kept = {0, 5, 7, 8, 9, 10, 11, 13, 14}
    font["name"].names = [record for record in font["name"].names if record.nameID in kept]
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    bold = weight >= 600
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = 1 << 5 if bold else 1 << 6
    font["head"].macStyle = int(bold)


def main() -> int:
    package = files("justmytype_intl_cjk")
    source = package.joinpath(SOURCE).read_bytes()
    for path, weight in WEIGHTS.items():
        font = static(source, weight, path.stem.partition("-")[2], bold_characters() if path == BOLD else None)
        font.save(path)
        print(f"{path.name}: {len(font.getGlyphOrder())} glyphs, {path.stat().st_size / 1e6:.1f} MB", file=sys.stderr)
    Path(REGULAR).with_name("OFL.txt").write_bytes(package.joinpath(LICENSE).read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
