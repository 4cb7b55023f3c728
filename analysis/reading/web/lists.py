"""The numbers a browser draws before list items."""

import re
from collections.abc import Iterator

from lxml import etree

from analysis.reading.web.vocabulary import LIST_STYLE, LIST_STYLES
from analysis.reading.word.numerals import numeral


def labels(element: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """(child, label) of every child of a list; bullets and children that are no items have the empty label."""
    items = [child for child in element if child.tag == "li"]
    backwards = element.get("reversed") is not None
    count = _number(element.get("start"), len(items) if backwards else 1)
    for child in element:
        if child.tag != "li" or element.tag != "ol":
            yield child, ""
            continue
        count = _number(child.get("value"), count)
        yield child, _label(count, child.get("type") or element.get("type", ""), child.get("style", "") + ";" + element.get("style", ""))
        count += -1 if backwards else 1


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\s*-?[0-9]{1,9}\s*", text) else otherwise


def _label(count: int, kind: str, style: str) -> str:
    stated = LIST_STYLE.search(style)
    name = stated[1].lower() if stated else kind or "decimal"
    if name in ("none", "disc", "circle", "square"):
        return ""
    form, after = LIST_STYLES.get(name, ("decimal", "."))
    return numeral(form, count) + after
