"""briefing.pptx: native slides from the finished tables and figures."""

import io
from pathlib import Path

import pandas as pd

from analysis.briefing.material import gather
from analysis.briefing.package import save_steady
from analysis.briefing.slides import closing, findings, holes, opening, template
from analysis.briefing.slides.canvas import Canvas
from analysis.briefing.slides.depth import Depth, depth
from analysis.briefing.slides.sections import set_sections
from analysis.briefing.slides.theme import built_in
from analysis.views.scope import Scope


def write_slides(frames: dict[str, pd.DataFrame], figures, path: Path, *, own: Path | None = None, ratio: str = "16:9") -> list[str]:
    """Write the deck and return what the template `own` had no place for, a line each (empty without one).

    `figures` are exported figures with doc, chart, title, alt, png and svg. `ratio` is 16:9 or 4:3 and holds for
    the built-in look only: a template has its own.
    """
    deck = template.emptied(template.open_deck(own)) if own else built_in(ratio)
    canvas = Canvas(deck, built_in=own is None)
    _tell(canvas, frames, figures)
    set_sections(deck, canvas.sections)
    _properties(deck)
    out = io.BytesIO()
    deck.save(out)
    save_steady(out.getvalue(), path)
    return canvas.report if own else []


def _tell(canvas: Canvas, frames: dict[str, pd.DataFrame], figures) -> None:
    """The slides in order."""
    materials = gather(frames)
    how = depth(len(materials))
    canvas.section("概览")
    opening.cover(canvas, materials)
    if len(materials) > 1:
        whole = Scope("", "", frames, sum(m.counts["problems"] for m in materials), sum(m.counts["measures"] for m in materials))
        opening.together(canvas, materials, whole)
    for material in materials:
        if len(materials) > 1:
            canvas.section(material.name)
            opening.divider(canvas, material)
        _document(canvas, material, frames, figures, how)
    canvas.section("说明")
    closing.method(canvas, materials, _remark(how, len(materials)))


def _document(canvas: Canvas, material, frames, figures, how: Depth) -> None:
    opening.summary(canvas, material)
    findings.composition(canvas, material, frames)
    findings.pictures(canvas, material, figures, how.figures)
    findings.load(canvas, material, frames)
    holes.gaps(canvas, material, how.gaps)
    findings.orphans(canvas, material)
    if how.tables and material.counts["problems"]:
        closing.appendix(canvas, material)


def _remark(how: Depth, documents: int) -> str:
    if documents <= 1:
        return ""
    tables = "" if how.tables else "，逐项对照表见台账"
    return f"材料较多时，每份只单列{how.gaps}个缺口，其余缺口列表{tables}。"


def _properties(deck) -> None:
    properties = deck.core_properties
    properties.title, properties.subject, properties.author, properties.last_modified_by = "整改措施对应情况", "整改材料分析", "整改分析", "整改分析"
    properties.keywords, properties.comments, properties.language, properties.revision = "问题 措施 覆盖 缺口", "", "zh-CN", 1
