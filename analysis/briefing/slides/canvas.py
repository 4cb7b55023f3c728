"""The deck being made: slides by kind, titles, regions, sources, notes; everything measured before it is placed."""

from copy import deepcopy

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

from analysis.briefing.fitting import LEADING, Para, fit, fit_line, wrap
from analysis.briefing.look import BODY, EAST_ASIAN, LATIN, MUTED, POINT, TITLE, Box
from analysis.briefing.plain import plain
from analysis.briefing.slides import template
from analysis.briefing.slides.xml import Fonts, fill, solid

_LINES = {"封面": 3, "章节": 3, "内容": 2}
_TITLE_SIZES = {"封面": (40, 24), "章节": (34, 22), "内容": TITLE}


class Canvas:
    """A presentation to which slides are added; `report` collects what its template had no place for."""

    def __init__(self, deck, *, built_in: bool = True):
        self.deck, self.built_in = deck, built_in
        found = template.layouts(deck)
        self.layouts, self.report = found.by_kind, found.report
        self.width, self.height = deck.slide_width / POINT, deck.slide_height / POINT
        self.fonts = _fonts(deck)
        self.sections: list[tuple[str, list[int]]] = []

    def slide(self, kind: str, title: str, notes=(), **texts: str):
        """A new slide with its title and named texts set; empty placeholders are taken away. Returns a Page."""
        slide = self.deck.slides.add_slide(self.layouts[kind])
        page = Page(self, slide, kind)
        page.set_title(title)
        for name, text in texts.items():
            page.set_text(name, text)
        page.finish()
        page.notes([title, *notes])
        if self.sections:
            self.sections[-1][1].append(slide.slide_id)
        return page

    def section(self, name: str) -> None:
        """The slides that follow belong to a section of this name."""
        self.sections.append((name, []))

    def region(self, kind: str) -> Box:
        """Where a slide of this kind has room for findings."""
        return region(template.placeholders(self.layouts[kind]), self.width, self.height)


def _fonts(deck) -> Fonts:
    """The theme's fonts where it names an East Asian one, else a font by name."""
    part = next(rel.target_part for rel in deck.slide_masters[0].part.rels.values() if rel.reltype.endswith("/theme"))
    theme = parse_xml(part.blob)
    named = theme.xpath(".//*[local-name()='minorFont']/*[local-name()='ea']/@typeface")
    return Fonts() if named and named[0] else Fonts(LATIN, EAST_ASIAN)


class Page:
    """One slide: its region for findings, and the verbs that draw on it."""

    def __init__(self, canvas: Canvas, slide, kind: str):
        self.canvas, self.slide, self.kind = canvas, slide, kind
        named = template.placeholders(canvas.layouts[kind])
        own = {shape.placeholder_format.idx: shape for shape in slide.placeholders}
        self.layout = named
        self.shapes = {name: own[shape.placeholder_format.idx] for name, shape in named.items() if shape.placeholder_format.idx in own}
        self.used: set[str] = set()
        self.region = region(named, canvas.width, canvas.height)

    def set_title(self, text: str) -> None:
        text = plain(text).replace("\n", " ")
        box = self.place("标题") or Box(44, 28, self.canvas.width - 88, 60)
        largest, smallest = _TITLE_SIZES[self.kind]
        lines = _LINES[self.kind]
        while lines > 1 and lines * smallest * LEADING > box.h:
            lines -= 1
        said, size = fit_line(text, box.w, largest=largest, smallest=round(largest * 0.84), bold=True)
        if said != text:  # a little smaller on one line is better than a last word alone on a second
            said, size = fit_line(text, box.w, largest=largest, smallest=smallest, lines=lines, bold=True)
        while size > smallest and len(wrap(said, box.w, size, True)) * size * LEADING > box.h:
            size -= 1
        colour = "bg1" if self.kind == "封面" and self.canvas.built_in else "tx2"
        self.put("标题", box, [Para(said, bold=True, colour=colour)], size)

    def set_text(self, name: str, text: str) -> None:
        """A named text in its placeholder, or in a box of its own at the foot of the slide."""
        box = self.place(name) or Box(self.region.x, self.canvas.height - 40, self.region.w, 22)
        largest, smallest = {"副标题": (20, 14), "说明": (16, 11), "来源": (10, 8)}.get(name, BODY)
        colour = {"副标题": "bg1", "说明": "accent6"}.get(name, "tx1") if self.kind == "封面" and self.canvas.built_in else MUTED if name == "来源" else "tx1"
        if name == "来源":
            said, size = fit_line(text, box.w, largest=largest, smallest=smallest)
            self.put(name, box, [Para(said, colour=colour)], size)
            return
        fitted = fit([Para(part, colour=colour) for part in text.split("\n")], box.w, box.h, largest=largest, smallest=smallest)
        self.put(name, box, fitted.paras, fitted.size)

    def place(self, name: str) -> Box | None:
        return _inner(self.layout[name]) if name in self.layout else None

    def put(self, name: str, box: Box, paras, size: float) -> None:
        self.used.add(name)
        if name in self.shapes:
            fill(self.shapes[name].text_frame._txBody, paras, size, self.canvas.fonts)
        elif name in self.layout:
            self._copy(name, paras, size)
        else:
            self.text(box, paras, size, name=name)

    def _copy(self, name: str, paras, size: float) -> None:
        """A placeholder that python-pptx does not bring along: footer and page number."""
        source = self.layout[name]._element
        shape = parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{self._next_id()}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr/></p:nvSpPr>'
            '<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>'
        )
        shape.find(qn("p:nvSpPr")).find(qn("p:nvPr")).append(deepcopy(source.find(".//" + qn("p:ph"))))
        self.slide.shapes._spTree.append(shape)
        body = shape.find(qn("p:txBody"))
        fill(body, paras, size, self.canvas.fonts)
        if name == "页码":
            body.append(parse_xml(f'<a:p {nsdecls("a")}><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>‹#›</a:t></a:fld></a:p>'))

    def _next_id(self) -> int:
        return max(int(value) for value in self.slide.shapes._spTree.xpath(".//p:cNvPr/@id")) + 1

    def finish(self) -> None:
        """The page number set, unused placeholders removed: an empty one shows its prompt while editing."""
        if "页码" in self.layout:
            self._copy("页码", [], 10)
        for shape in list(self.slide.placeholders):
            if shape.has_text_frame and not shape.text_frame.text.strip():
                shape._element.getparent().remove(shape._element)

    def notes(self, lines) -> None:
        """Speaker notes: one paragraph a line."""
        self.slide.notes_slide.notes_text_frame.text = plain("\n".join(line for line in lines if line))

    def text(self, box: Box, paras, size: float, *, name: str = "文字", anchor: str = "t"):
        """A text box of exactly this place; the caller has measured that the text fits."""
        shape = self.slide.shapes.add_textbox(*map(Emu, box.emu()))
        shape.name = name
        _body(shape, anchor)
        fill(shape.text_frame._txBody, paras, size, self.canvas.fonts)
        return shape

    def panel(self, box: Box, colour: str = "bg2", *, name: str = "底板", line: str = ""):
        """A plain rectangle behind text; marked as decoration."""
        shape = self.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Emu, box.emu()))
        shape.name = name
        properties = shape._element.spPr
        for old in properties.xpath("a:solidFill|a:ln"):
            properties.remove(old)
        edge = f'<a:ln {nsdecls("a")} w="9525">{solid(line)}</a:ln>' if line else f'<a:ln {nsdecls("a")}><a:noFill/></a:ln>'
        properties.append(parse_xml(solid(colour).replace("<a:solidFill>", f'<a:solidFill {nsdecls("a")}>')))
        properties.append(parse_xml(edge))
        style = shape._element.find(qn("p:style"))
        if style is not None:
            shape._element.remove(style)
        decorative(shape)
        return shape

    def fitted(self, box: Box, paras, *, largest: float = BODY[0], smallest: float = BODY[1], name: str = "文字", anchor: str = "t") -> tuple[Para, ...]:
        """Text as large as its box allows; returns the paragraphs that did not fit."""
        done = fit(paras, box.w, box.h, largest=largest, smallest=smallest)
        if done.paras:
            self.text(box, done.paras, done.size, name=name, anchor=anchor)
        return done.rest


def region(named: dict, width: float, height: float) -> Box:
    """Where findings are drawn: the placeholder 内容, else what lies between title and foot."""
    if "内容" in named:
        return _box(named["内容"])
    title = _box(named["标题"]) if "标题" in named else Box(44, 28, width - 88, 60)
    top = title.y + title.h + 14
    return Box(title.x, top, title.w, height - top - 50)


def _box(shape) -> Box:
    return Box(*(value / POINT for value in (shape.left, shape.top, shape.width, shape.height)))


def _inner(shape) -> Box:
    """A placeholder's box without its insets (a tenth and a twentieth of an inch where none are given)."""
    properties = shape._element.txBody.bodyPr if shape._element.txBody is not None else None
    get = (lambda name, usual: int(properties.get(name, usual))) if properties is not None else (lambda name, usual: usual)
    left, right, top, bottom = get("lIns", 91440), get("rIns", 91440), get("tIns", 45720), get("bIns", 45720)
    box = _box(shape)
    return Box(box.x + left / POINT, box.y + top / POINT, box.w - (left + right) / POINT, box.h - (top + bottom) / POINT)


def _body(shape, anchor: str) -> None:
    properties = shape.text_frame._txBody.bodyPr
    for child in list(properties):
        properties.remove(child)
    properties.attrib.update({"wrap": "square", "lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0", "anchor": anchor, "rtlCol": "0"})
    properties.append(parse_xml(f'<a:noAutofit {nsdecls("a")}/>'))


def describe(shape, text: str) -> None:
    """Alternative text: what the picture or chart shows, for a reader who cannot see it."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", plain(text))


def decorative(shape) -> None:
    """Mark a shape that says nothing, so that screen readers pass it by."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.append(
        parse_xml(
            f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
            '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
        )
    )
