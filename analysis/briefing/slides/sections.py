"""Sections of a deck, one a document, as the slide sorter shows them."""

from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from analysis.briefing.plain import plain

_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def set_sections(deck, sections: list[tuple[str, list[int]]]) -> None:
    """Part the deck's slides into named sections; `sections` are (name, slide ids) in order."""
    entries = "".join(
        f'<p14:section name={quoteattr(plain(name))} id="{{{str(uuid5(NAMESPACE_URL, f"{number} {name}")).upper()}}}"><p14:sldIdLst>'
        + "".join(f'<p14:sldId id="{slide}"/>' for slide in slides)
        + "</p14:sldIdLst></p14:section>"
        for number, (name, slides) in enumerate(sections)
    )
    extension = parse_xml(
        f'<p:ext {nsdecls("p")} uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:sectionLst xmlns:p14="{_P14}">{entries}</p14:sectionLst></p:ext>'
    )
    root = deck.part._element
    extensions = root.find(qn("p:extLst"))
    if extensions is None:
        extensions = parse_xml(f"<p:extLst {nsdecls('p')}/>")
        root.append(extensions)
    extensions.append(extension)
