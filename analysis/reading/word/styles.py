"""What a paragraph's style says: its name, outline level, numbering and whether it hides its text."""

import re
from dataclasses import dataclass

from lxml import etree

from analysis.reading.word.names import is_on, number, value, w

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])(?:$|\D)", re.IGNORECASE)
_TITLE = re.compile(r"title|标题|文章标题|公文标题|大标题", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*\d*|toc heading|table of figures|图表目录", re.IGNORECASE)
BODY_LEVEL = 9  # outline level 正文文本


@dataclass(frozen=True)
class Style:
    """A style with what it inherits: `level` is its outline level (0 = heading 1), None where it has none."""

    id: str
    name: str
    level: int | None = None
    numbering: int | None = None
    numbering_level: int | None = None
    hidden: bool = False

    @property
    def kind(self) -> str:
        """The kind of a block in this style, empty where the style says nothing."""
        if _CONTENTS.fullmatch(self.name):
            return "furniture"
        if _TITLE.fullmatch(self.name):
            return "title"
        return heading(self.level)


def heading(level: int | None) -> str:
    """The kind for an outline level counted from 0; body text has none."""
    return "" if level is None or level >= BODY_LEVEL else f"heading{min(level + 1, 6)}"


class Styles:
    """The styles of a document by id, each with what it inherits."""

    def __init__(self, root: etree._Element | None):
        raw = {} if root is None else {style.get(w("styleId"), ""): style for style in root.iter(w("style"))}
        self._raw, self._known = raw, {}
        self.default = next((name for name, style in raw.items() if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true")), "")

    def get(self, style_id: str) -> Style:
        """The style with this id; the default style for an unknown one."""
        style_id = style_id if style_id in self._raw else self.default
        if style_id not in self._known:
            self._known[style_id] = self._resolve(style_id)
        return self._known[style_id]

    def _resolve(self, style_id: str) -> Style:
        chain = self._chain(style_id)
        name = value(chain[0], "name") if chain else ""
        level = _first(chain, "pPr", "outlineLvl")
        named = next((found for style in chain if (found := _HEADING.match(value(style, "name")))), None)
        if level is None and named:
            level = int(named[1]) - 1
        hidden = any(is_on(style.find(w("rPr")), "vanish") for style in chain)
        return Style(style_id, name, level, _first(chain, "pPr", "numPr", "numId"), _first(chain, "pPr", "numPr", "ilvl"), hidden)

    def _chain(self, style_id: str) -> list[etree._Element]:
        chain: list[etree._Element] = []
        while style_id in self._raw and self._raw[style_id] not in chain:
            chain.append(self._raw[style_id])
            style_id = value(chain[-1], "basedOn")
        return chain


def _first(chain: list[etree._Element], *path: str) -> int | None:
    return next((found for style in chain if (found := number(style, *path)) is not None), None)
