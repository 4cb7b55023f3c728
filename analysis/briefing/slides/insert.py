"""One figure into a deck that exists, on a slide named by its title."""

import io
from pathlib import Path

from PIL import Image

from analysis.briefing.look import POINT, Box
from analysis.briefing.package import save_steady
from analysis.briefing.slides import template
from analysis.briefing.slides.canvas import region
from analysis.briefing.slides.pictures import picture
from analysis.errors import InputError

ACCEPTED = "请给出 figures 文件夹中的 .png"


def place_figure(deck: Path, slide: str, png: Path, alt: str, *, svg: Path | None = None, out: Path | None = None) -> list[str]:
    """Put a figure on the slide of `deck` with this title (or slide name, or number) and save, to `out` or in place.

    A picture of the same name is replaced where it stands; else the figure takes an empty placeholder for pictures or
    content, else the room below the title. Returns remarks, a line each. Raises InputError where there is no such deck,
    slide or picture.
    """
    _check(png)
    presentation = template.open_deck(deck, "演示文稿")
    page = _slide(presentation, slide, deck)
    name = f"图 {Path(png).stem}"
    box, remarks = _room(presentation, page, name)
    svg = svg or Path(png).with_suffix(".svg")
    picture(page, box, Path(png), svg, alt, name=name)
    content = io.BytesIO()
    presentation.save(content)
    save_steady(content.getvalue(), out or deck)
    return remarks


def _check(png: Path) -> None:
    try:
        with Image.open(png) as image:
            image.verify()
    except FileNotFoundError as error:
        raise InputError(png, "没有这个图", ACCEPTED) from error
    except Exception as error:  # Pillow raises many kinds for a broken file
        raise InputError(png, "不是可用的图", ACCEPTED) from error


def titles(presentation) -> list[str]:
    """The slides' titles in order; of a slide without one its name."""
    return [(slide.shapes.title.text_frame.text.strip() if slide.shapes.title is not None else "") or slide.name for slide in presentation.slides]


def _slide(presentation, wanted: str, deck: Path):
    slides, known = list(presentation.slides), titles(presentation)
    for match in (
        lambda place: known[place] == wanted,
        lambda place: slides[place].name == wanted,
        lambda place: str(place + 1) == wanted,
        lambda place: wanted in known[place],
    ):
        found = [slides[place] for place in range(len(slides)) if match(place)]
        if len(found) == 1:
            return found[0]
        if found:
            raise InputError(deck, f"有{len(found)}张幻灯片的标题是“{wanted}”", "请改用页码")
    raise InputError(deck, f"没有标题为“{wanted}”的幻灯片", "现有：" + "；".join(f"{number} {title}" for number, title in enumerate(known, 1))[:300])


def _room(presentation, page, name: str) -> tuple[Box, list[str]]:
    """Where the figure goes; what stood there under its name, or an empty placeholder, is taken away."""
    for shape in page.shapes:
        if shape.name == name:
            return _taken(shape), [f"已替换原有的“{name}”"]
    for shape in page.placeholders:
        if template.canonical(shape.name) == "内容" and not (shape.has_text_frame and shape.text_frame.text.strip()) and shape._element.tag.endswith("}sp"):
            return _taken(shape), []
    width, height = presentation.slide_width / POINT, presentation.slide_height / POINT
    named = {"标题": page.shapes.title} if page.shapes.title is not None else {}
    box = region(named, width, height)
    others = [shape.name for shape in page.shapes if shape != page.shapes.title and not shape.is_placeholder and _meets(_of(shape), box)]
    return box, [f"图与原有内容可能重叠：{'、'.join(others)}"] if others else []


def _taken(shape) -> Box:
    box = _of(shape)
    shape._element.getparent().remove(shape._element)
    return box


def _of(shape) -> Box:
    return Box(*((value or 0) / POINT for value in (shape.left, shape.top, shape.width, shape.height)))


def _meets(one: Box, other: Box) -> bool:
    return one.x < other.x + other.w and other.x < one.x + one.w and one.y < other.y + other.h and other.y < one.y + one.h
