"""Which elements of a page are furniture: by element, by the words in their names, never the bulk of the page."""

from lxml import etree

from analysis.reading.web.vocabulary import FURNITURE, FURNITURE_WORDS, HIDDEN, MOST, WORD


class Furniture:
    """Judges the elements of one page; an element that holds much of its text or its main heading is content."""

    def __init__(self, root: etree._Element):
        body = root.find("body")
        self._total = max(_length(root if body is None else body), 1)

    def marks(self, element: etree._Element) -> bool:
        """Whether `element` and all in it is furniture."""
        named = element.tag in FURNITURE or _words(element) & FURNITURE_WORDS or element.tag == "header"
        titled = element.find(".//h1") is not None or (element.tag == "header" and element.find(".//h2") is not None)
        return bool(named) and not titled and _length(element) <= MOST * self._total


def is_hidden(element: etree._Element) -> bool:
    """Whether a browser would not show the element."""
    return element.get("hidden") is not None or bool(HIDDEN.search(element.get("style", "")))


def _words(element: etree._Element) -> set[str]:
    names = " ".join(element.get(name, "") for name in ("class", "id", "role", "title"))
    return {word.lower() for word in WORD.findall(names)}


def _length(element: etree._Element) -> int:
    return len("".join("".join(element.itertext()).split()))
