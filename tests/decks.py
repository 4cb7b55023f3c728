"""What the tests of the briefing read back from files: members, texts, boxes, and small pictures."""

import zipfile
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from documents import document
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from analysis.briefing.fitting import LEADING, width_of, wrap

MIDDLE = document()
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><rect width="16" height="9" fill="#1F5A85"/></svg>'


@dataclass(frozen=True)
class Figure:
    """An exported figure, as far as the slides use it."""

    doc: str
    chart: str
    title: str
    alt: str
    png: Path
    svg: Path
    note: str = "怎样看"
    crop: tuple = (0.0, 0.1, 0.0, 0.05)


def figures(folder: Path, doc: str) -> list[Figure]:
    """One figure of each kind that slides show as a picture."""
    made = []
    for stem in ("coverage", "flow", "keywords"):
        png, svg = folder / f"{stem}.png", folder / f"{stem}.svg"
        Image.new("RGB", (160, 90), "#1F5A85").save(png)
        svg.write_text(SVG, encoding="utf-8")
        made.append(Figure(doc, stem, f"图题{stem}", f"图{stem}的说明", png, svg))
    return made


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def slides(path: Path):
    return list(Presentation(str(path)).slides)


def texts(slide) -> str:
    """Everything written on a slide: text frames and table cells."""
    said = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            said.append(shape.text_frame.text)
        if shape.has_table:
            said += [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(said)


def notes(slide) -> str:
    return slide.notes_slide.notes_text_frame.text


def overfull(slide, width: float, height: float) -> list[str]:
    """Shapes whose measured text is higher than their box, and shapes that leave the slide, in words."""
    bad = []
    for shape in slide.shapes:
        left, top, right, bottom = shape.left, shape.top, shape.left + shape.width, shape.top + shape.height
        if min(left, top) < -10 or right > width + 10 or bottom > height + 10:
            bad.append(f"{shape.name} leaves the slide")
        if shape.has_text_frame and shape.text_frame.text and not _field(shape):
            need, room = measured(shape.text_frame, shape.width.pt), shape.height.pt
            if need > room + 1:
                bad.append(f"{shape.name}: text {need:.0f} pt in {room:.0f} pt: {shape.text_frame.text[:30]}")
        if shape.has_table:
            bad += _table(shape, height)
    return bad


def _table(shape, height: float) -> list[str]:
    bad, used = [], shape.top
    for row in shape.table.rows:
        used += row.height
        for cell, column in zip(row.cells, shape.table.columns, strict=True):
            need = measured(cell.text_frame, (column.width - cell.margin_left - cell.margin_right) / 12700) + (cell.margin_top + cell.margin_bottom) / 12700
            if need > row.height.pt + 1:
                bad.append(f"cell {cell.text_frame.text[:20]}: {need:.0f} pt in {row.height.pt:.0f} pt")
    return bad if used <= height - Pt(44) else [*bad, "table runs into the foot"]


def _field(shape) -> bool:
    return bool(shape._element.xpath(".//a:fld"))


def measured(frame, width: float) -> float:
    """The height of the frame's text at the sizes its runs carry, in points."""
    used = 0.0
    for number, paragraph in enumerate(frame.paragraphs):
        if not paragraph.runs:
            continue
        sizes = [run.font.size.pt for run in paragraph.runs]
        if len(set(sizes)) > 1:  # a number with a smaller tail, on one line
            wide = sum(width_of(run.text, run.font.size.pt, bool(run.font.bold)) for run in paragraph.runs)
            used += ceil(wide / width) * max(sizes) * LEADING
            continue
        text = "".join("\n" if child.tag.endswith("}br") else (child.findtext("{*}t") or "") for child in paragraph._p if child.tag.endswith(("}r", "}br")))
        used += len(wrap(text, width, sizes[0], bool(paragraph.runs[-1].font.bold))) * sizes[0] * LEADING
        if number and paragraph.space_before is not None:
            used += paragraph.space_before.pt
    return used
