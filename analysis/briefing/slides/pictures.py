"""Pictures: a PNG that every version shows, with the SVG behind it for those that draw it sharp."""

from pathlib import Path

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu

from analysis.briefing.look import Box
from analysis.briefing.slides.canvas import describe


def picture(slide, box: Box, png: Path, svg: Path | None, alt: str, *, name: str, crop: tuple[float, float, float, float] = (0, 0, 0, 0)):
    """The figure as large as the box allows, in its middle. `crop` takes shares off left, top, right, bottom."""
    shape = slide.shapes.add_picture(str(png), 0, 0)
    shape.name = name
    left, top, right, bottom = crop
    wide, high = shape.image.size[0] * (1 - left - right), shape.image.size[1] * (1 - top - bottom)
    shape.crop_left, shape.crop_top, shape.crop_right, shape.crop_bottom = crop
    scale = min(box.w / wide, box.h / high)
    place = Box(box.x + (box.w - wide * scale) / 2, box.y + (box.h - high * scale) / 2, wide * scale, high * scale)
    shape.left, shape.top, shape.width, shape.height = map(Emu, place.emu())
    describe(shape, alt)
    if svg and Path(svg).exists():
        _behind(slide, shape, Path(svg))
    return shape


def _behind(slide, shape, svg: Path) -> None:
    package = slide.part.package
    part = Part(PackURI(str(package.next_image_partname("svg"))), "image/svg+xml", package, svg.read_bytes())
    relation = slide.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    blip = shape._element.find(".//" + qn("a:blip"))
    blip.append(
        parse_xml(
            f'<a:extLst {nsdecls("a")}><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
            f'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{relation}"/></a:ext></a:extLst>'
        )
    )
