"""The text of a paragraph as Word shows it: insertions kept, deletions and field codes dropped."""

from dataclasses import dataclass, field

from lxml import etree

from analysis.reading.word.names import ALTERNATE, CHOICE, FALLBACK, MATH_TEXT, VAL, is_on, value, w
from analysis.reading.word.styles import Styles

_DROPPED = frozenset(map(w, ("del", "moveFrom", "pPr", "rPr", "sdtPr", "instrText", "delText", "rt", "annotationRef")))
_REVISIONS = frozenset(map(w, ("ins", "del", "moveFrom", "moveTo")))
_SIGNS = {w("tab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-", w("ptab"): "\t"}
_BOX = w("txbxContent")
PRIVATE = range(0xE000, 0xF900)


@dataclass
class Seen:
    """What the walk met and a reader should be told about."""

    revisions: int = 0
    hidden: int = 0
    pictures: int = 0
    automatic: int = 0
    comments: int = 0
    embedded: int = 0


@dataclass
class Inline:
    """A paragraph's text and the text boxes anchored in it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)  # open fields, True while in their code

    @property
    def text(self) -> str:
        return "".join(self.pieces)


def inline(paragraph: etree._Element, styles: Styles, seen: Seen) -> Inline:
    """The visible text of a paragraph (soft line breaks as \\n) and its text boxes; `seen` is added to."""
    found = Inline()
    _walk(paragraph, found, styles, seen)
    return found


def _walk(element: etree._Element, found: Inline, styles: Styles, seen: Seen) -> None:
    for child in element:
        tag = child.tag
        if tag in _REVISIONS:
            seen.revisions += 1
        if tag in _DROPPED:
            continue
        if tag == w("r"):
            _run(child, found, styles, seen)
        elif tag == w("t") or tag == MATH_TEXT:
            found.pieces += [child.text or ""] if not any(found.fields) else []
        elif tag == w("br"):
            found.pieces += ["\n"] if child.get(w("type"), "textWrapping") == "textWrapping" else []
        elif tag in _SIGNS:
            found.pieces.append(_SIGNS[tag])
        elif tag == w("sym"):
            found.pieces.append(_symbol(child))
        elif tag == w("fldChar"):
            _field(child, found)
        elif tag == ALTERNATE:
            _walk(_alternative(child), found, styles, seen)
        elif tag == _BOX:
            found.boxes.append(child)
        elif tag in (w("drawing"), w("pict"), w("object")):
            seen.pictures += 1
            found.boxes += _outer_boxes(child)
        else:
            _walk(child, found, styles, seen)


def _run(run: etree._Element, found: Inline, styles: Styles, seen: Seen) -> None:
    properties = run.find(w("rPr"))
    own = None if properties is None else properties.find(w("vanish"))
    style = value(properties, "rStyle")
    hidden = own.get(VAL, "1") not in ("0", "false", "off") if own is not None else bool(style) and styles.get(style).hidden
    if hidden:
        seen.hidden += len("".join(run.itertext(w("t"))).strip())
    else:
        _walk(run, found, styles, seen)


def _field(mark: etree._Element, found: Inline) -> None:
    """Text between a field's begin and separate marks is its code, not its result."""
    kind = mark.get(w("fldCharType"))
    if kind == "begin":
        found.fields.append(True)
    elif kind == "separate" and found.fields:
        found.fields[-1] = False
    elif kind == "end" and found.fields:
        found.fields.pop()


def _symbol(element: etree._Element) -> str:
    """A character of a symbol font; those without a meaning of their own become a bullet."""
    code = int(element.get(w("char"), "0") or "0", 16)
    return "•" if code in PRIVATE else chr(code) if code else ""


def _alternative(element: etree._Element) -> etree._Element:
    """The first choice, which every current Word shows; the fallback repeats its text for older ones."""
    choice = element.find(CHOICE)
    return choice if choice is not None else element.find(FALLBACK) if element.find(FALLBACK) is not None else element


def _outer_boxes(drawing: etree._Element) -> list[etree._Element]:
    """The text boxes in a drawing (also in a group), each once, without those inside another box or a fallback."""
    boxes: list[etree._Element] = []
    queue = list(drawing)
    while queue:
        element = queue.pop(0)
        if element.tag == _BOX:
            boxes.append(element)
        elif element.tag == ALTERNATE:
            queue[:0] = list(_alternative(element))
        elif isinstance(element.tag, str):
            queue[:0] = list(element)
    return boxes


def mark_deleted(properties: etree._Element | None) -> bool:
    """Whether the paragraph's end mark is a tracked deletion: it then runs on into the next paragraph."""
    mark = None if properties is None else properties.find(w("rPr"))
    return mark is not None and (mark.find(w("del")) is not None or mark.find(w("moveFrom")) is not None)


def mark_hidden(properties: etree._Element | None) -> bool:
    return properties is not None and is_on(properties.find(w("rPr")), "vanish")
