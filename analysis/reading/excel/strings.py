"""The strings of a workbook: rich text joined, phonetic guides left out."""

import re

from lxml import etree

from analysis.reading.package import Package

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def shared_strings(package: Package, main: str) -> list[str]:
    """The shared strings of the workbook in part `main`, by index."""
    return [rich_text(item) for part in package.related(main, "sharedStrings") for item in package.tree(part).iterfind(f"{_S}si")]


def rich_text(item: etree._Element) -> str:
    """The text of a string item or of a cell with an inline string."""
    pieces = [text.text or "" for text in item.iter(f"{_S}t") if text.getparent().tag != f"{_S}rPh"]
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), "".join(pieces))
