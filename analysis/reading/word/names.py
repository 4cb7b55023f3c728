"""Names in WordprocessingML, and the few ways of reading its attributes."""

import re

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_WHOLE = re.compile(r"-?[0-9]{1,9}")
OFF = frozenset({"0", "false", "off"})


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{_W}}}{name}"


ALTERNATE, CHOICE, FALLBACK = f"{{{_MC}}}AlternateContent", f"{{{_MC}}}Choice", f"{{{_MC}}}Fallback"
MATH_TEXT = f"{{{_M}}}t"
VAL = w("val")


def value(element: etree._Element | None, *path: str) -> str:
    """The w:val at the end of a path of child names; empty where a step is missing."""
    for name in path:
        element = None if element is None else element.find(w(name))
    return "" if element is None else element.get(VAL, "")


def number(element: etree._Element | None, *path: str) -> int | None:
    """The whole number in the w:val at the end of a path; None where there is none."""
    text = value(element, *path)
    return int(text) if _WHOLE.fullmatch(text) else None


def is_on(element: etree._Element | None, name: str) -> bool:
    """Whether the switch `name` (w:vanish, w:isLgl …) is there and not set to off."""
    found = None if element is None else element.find(w(name))
    return found is not None and found.get(VAL, "1") not in OFF
