"""Which elements and names on a page are structure, furniture, or nothing a reader sees: data of the page reader."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DROPPED = _words("script style noscript template head svg canvas iframe object embed select option button input textarea map audio video math")
BLOCKS = _words(
    "html body address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main "
    "nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
FURNITURE = frozenset(("nav", "footer", "aside"))
# whole words in class, id, role or title that mark furniture
FURNITURE_WORDS = _words(
    "nav navbar navigation menu breadcrumb breadcrumbs crumb crumbs position location weizhi share sharing bdshare footer foot bottom copyright sidebar aside "
    "related recommend recommended pagination pager toolbar fontsize comment comments login search banner ad ads advert qrcode gotop backtop"
)
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MOST = 0.4  # share of the page's text above which an element is no furniture, whatever its name
LINKED = 0.8  # share of a block's text inside links from which it is navigation
LONG = 40  # characters outside links that make a block content all the same
# CSS list styles and HTML list types to number formats, with what follows the number
LIST_STYLES = {
    "1": ("decimal", "."), "decimal": ("decimal", "."), "a": ("lowerLetter", "."), "A": ("upperLetter", "."), "i": ("lowerRoman", "."), "I": ("upperRoman", "."),
    "lower-alpha": ("lowerLetter", "."), "upper-alpha": ("upperLetter", "."), "lower-latin": ("lowerLetter", "."), "upper-latin": ("upperLetter", "."),
    "lower-roman": ("lowerRoman", "."), "upper-roman": ("upperRoman", "."), "decimal-leading-zero": ("decimalZero", "."),
    "cjk-ideographic": ("chineseCountingThousand", "、"), "simp-chinese-informal": ("chineseCountingThousand", "、"), "trad-chinese-informal": ("chineseCountingThousand", "、"),
    "cjk-decimal": ("ideographDigital", "、"), "simp-chinese-formal": ("chineseLegalSimplified", "、"), "cjk-heavenly-stem": ("ideographTraditional", "、"),
}  # fmt: skip
LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
