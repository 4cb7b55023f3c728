"""Text bodies of slides as DrawingML: exact line pitch, and the East Asian font named in every run."""

from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from analysis.briefing.fitting import LEADING, Para
from analysis.briefing.plain import plain

THEME_COLOURS = {"tx1", "tx2", "bg1", "bg2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"}
A = nsdecls("a")


@dataclass(frozen=True)
class Fonts:
    """The typefaces that runs name: the theme's body fonts, or a font by name where the theme has no East Asian one."""

    latin: str = "+mn-lt"
    east_asian: str = "+mn-ea"

    def xml(self) -> str:
        return f"<a:latin typeface={quoteattr(self.latin)}/><a:ea typeface={quoteattr(self.east_asian)}/>"


def colour(name: str) -> str:
    """A colour: one of the theme's by name, or RRGGBB."""
    return f'<a:schemeClr val="{name}"/>' if name in THEME_COLOURS else f'<a:srgbClr val="{name}"/>'


def solid(name: str) -> str:
    return f"<a:solidFill>{colour(name)}</a:solidFill>"


def run_properties(size: float, bold: bool, name: str, fonts: Fonts) -> str:
    return f'<a:rPr lang="zh-CN" altLang="en-US" sz="{round(size * 100)}" b="{int(bold)}" dirty="0">{solid(name)}{fonts.xml()}</a:rPr>'


def _run(text: str, properties: str) -> str:
    return f"<a:r>{properties}<a:t>{escape(text)}</a:t></a:r>"


def paragraph(para: Para, size: float, fonts: Fonts, first: bool = True) -> str:
    """One `a:p`; its lines are parted by `a:br`."""
    own = size * para.scale
    before = 0 if first else para.gap * size
    properties = run_properties(own, para.bold, para.colour, fonts)
    text = plain(para.text)
    runs = ""
    if para.mark:
        runs, text = _run(text[:1], run_properties(own, False, para.mark, fonts)), text[1:]
    runs += f"<a:br>{properties}</a:br>".join(_run(line, properties) for line in text.split("\n"))
    if para.tail:
        runs += _run(plain(para.tail), run_properties(own / 2, False, para.colour, fonts))
    return (
        f'<a:p {A}><a:pPr algn="{para.align}" marL="0" indent="0"><a:lnSpc><a:spcPts val="{round(own * LEADING * 100)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/></a:pPr>{runs}</a:p>'
    )


def fill(body, paras, size: float, fonts: Fonts) -> None:
    """Put the paragraphs into a text body (an lxml element), in place of what it holds."""
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for number, para in enumerate(paras):
        body.append(parse_xml(paragraph(para, size, fonts, first=not number)))
