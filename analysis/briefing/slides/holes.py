"""The gaps, one slide each: the problem's words, what exists, what is missing."""

from dataclasses import dataclass

import pandas as pd

from analysis.briefing.fitting import Para, fit_line, height
from analysis.briefing.look import LEVEL, MUTED, VERDICT, Box
from analysis.briefing.material import Material
from analysis.briefing.slides import grids
from analysis.views.naming import ordinal, short_title
from analysis.wording import COLUMNS, NONE

LARGEST, SMALLEST = 16, 11
HEAD = 20
PAD = 18  # above and below a panel's text, without its heading
FACTS = 52
SPLITS = (0.34, 0.4, 0.46, 0.52)  # the left column's share of the width


@dataclass(frozen=True)
class Panel:
    """One of the three texts of a gap slide."""

    heading: str
    colour: str
    paras: tuple[Para, ...]


def gaps(canvas, material: Material, limit: int) -> None:
    """A slide a gap for the `limit` least covered ones, a table for the others."""
    rows = material.rows("uncovered")
    limit = len(rows) if len(rows) == limit + 1 else limit  # a table of one would save nothing
    for row in rows[:limit]:
        gap(canvas, material, row)
    if rows[limit:]:
        listing(canvas, material, rows[limit:], f"其余{len(rows) - limit}个未见对应措施的问题", f"共{len(rows)}个，单列{limit}个，其余列表")
    _others(canvas, material)


def _others(canvas, material: Material) -> None:
    """Partial, unknown and justified problems in one table."""
    rows = material.rows("partial", "unknown", "justified")
    parts = [(material.counts[verdict], said) for verdict, said in (("partial", "只部分覆盖"), ("unknown", "难以判断"), ("justified", "已由人工说明理由"))]
    said = "，".join(f"{count}个{text}" for count, text in parts if count).replace("个", "个问题", 1)
    if rows:
        remark = "难以判断既不算缺口，也不算覆盖" if material.counts["unknown"] else ""
        listing(canvas, material, rows, said, remark)


def gap(canvas, material: Material, row: dict) -> None:
    """One problem on as many slides as its texts need."""
    panels = [_words(material, row), _existing(material, row), _missing(material, row)]
    title = f"{ordinal(row['problem'])}未见对应措施：{short_title(row['headline'], 40)}"
    number = 0
    while any(panel.paras for panel in panels):
        page = canvas.slide("内容", title + ("（续）" if number else ""), gap_notes(material, row), 来源=_source(material, row))
        panels = _page(page, panels, row, number)
        number += 1


def _page(page, panels: list[Panel], row: dict, number: int) -> list[Panel]:
    """Draws what fits of the panels and returns what does not."""
    region = page.region
    if number:
        left = [panel for panel in panels if panel.paras]
        return [_draw(page, panel, box, SMALLEST + 1) for panel, box in zip(left, region.columns(*[1] * len(left), gap=20), strict=True)]
    body = Box(region.x, region.y, region.w, region.h - FACTS - 8)
    _facts(page, Box(region.x, region.y + region.h - FACTS, region.w, FACTS), row)
    size, boxes = max((_arranged(panels, *body.columns(split, 1 - split, gap=20)) for split in SPLITS), key=lambda arranged: arranged[0])
    return [_draw(page, panel, box, size) for panel, box in zip(panels, boxes, strict=True)]


def _arranged(panels: list[Panel], left: Box, right: Box) -> tuple[float, list[Box]]:
    """(size, boxes): one type size for the three, the largest that fits; the two right-hand boxes share the height by need."""
    for step in range(int((LARGEST - SMALLEST) * 2) + 1):
        size = LARGEST - step / 2
        needs = [height(panel.paras, _inner(right).w, size) + HEAD + PAD if panel.paras else 0.0 for panel in panels[1:]]
        if height(panels[0].paras, _inner(left).w, size) <= _inner(left).h and sum(needs) + 10 <= right.h:
            break
    if not all(needs):
        return size, [left, right, right]
    share = needs[0] / sum(needs)
    if sum(needs) + 10 > right.h:
        share = min(0.6, max(0.4, share))
    return size, [left, *right.rows(share, 1 - share, gap=10)]


def _inner(box: Box) -> Box:
    return Box(box.x + 16, box.y + 10 + HEAD, box.w - 30, box.h - PAD - HEAD)


def _draw(page, panel: Panel, box: Box, size: float) -> Panel:
    if not panel.paras:
        return panel
    page.panel(box)
    page.panel(Box(box.x, box.y, 4, box.h), panel.colour)
    page.text(Box(box.x + 16, box.y + 8, box.w - 30, HEAD - 2), [Para(panel.heading, bold=True, colour=MUTED)], 12, name=panel.heading)
    return Panel(panel.heading, panel.colour, page.fitted(_inner(box), panel.paras, largest=size, smallest=size, name=f"{panel.heading}内容"))


def _words(material: Material, row: dict) -> Panel:
    place = material.places.get(row["problem"], "")
    return Panel(f"问题原文{f'（{place}）' if place else ''}", VERDICT["uncovered"], tuple(Para(text) for text in row["text"].split("\n") if text.strip()))


def _existing(material: Material, row: dict) -> Panel:
    """The nearest measure and its own words."""
    if not row["best_measure"]:
        return Panel("已有什么", LEVEL[2], (Para("没有可比的措施。"),))
    paras = [Para(f"最接近的是{ordinal(row['best_measure'])} {short_title(row['best_headline'], 60)}", bold=True), Para(f"对应程度：{row['best_level']}", colour=MUTED, gap=0.2)]
    if row["evidence_measure"]:
        paras.append(Para(f"原文：“{row['evidence_measure'].strip()}”"))
    return Panel("已有什么", LEVEL[2], tuple(paras))


def _missing(material: Material, row: dict) -> Panel:
    """Why it counts as a gap, and the claims that nothing answers."""
    paras = [Para(row["reason"] or "未说明理由", bold=True)]
    open_parts = material.unmet.get(row["problem"], [])
    if open_parts:
        paras += [Para("文中无措施回应的表述：", colour=MUTED), *(Para(f"· {text}", gap=0.2) for text in open_parts)]
    return Panel("还缺什么", VERDICT["partial"], tuple(paras))


def _facts(page, box: Box, row: dict) -> None:
    """A strip of short facts: coverage, confidence, owner, deadline, causes."""
    facts = [(COLUMNS["coverage"], percent(row["coverage"])), ("把握", row["band"] or NONE), (COLUMNS["owner"], row["owner"] or "未写"), (COLUMNS["deadline"], row["deadline"] or "未写"), ("相关原因", row["causes"].replace("\n", "；"))]
    for part, (name, value) in zip(box.columns(1, 1, 1.6, 1.6, 2.4, gap=12), facts, strict=True):
        page.panel(Box(part.x, part.y, part.w, 1), "accent6")
        page.text(Box(part.x, part.y + 4, part.w, 15), [Para(name, colour=MUTED)], 11, name=name)
        said, size = fit_line(value, part.w, largest=14, smallest=10, lines=1, bold=True)
        if said != value or size < 13:
            said, size = fit_line(value, part.w, largest=12, smallest=10, lines=2, bold=True)
        page.text(Box(part.x, part.y + 20, part.w, 32), [Para(said, bold=True)], size, name=f"{name}内容")


def percent(value) -> str:
    """A share in [0, 1] as 40%; 无 where it is not known."""
    return NONE if pd.isna(value) else f"{value:.0%}"


def _source(material: Material, row: dict) -> str:
    items = [row["problem"], row["best_measure"]] if row["best_measure"] else [row["problem"]]
    return f"来源：《{material.name}》" + "，".join(map(material.where, items))


def gap_notes(material: Material, row: dict) -> list[str]:
    return [
        f"问题：{row['headline']}",
        f"结论：{row['verdict_name']}。理由：{row['reason']}",
        f"覆盖比例：{percent(row['coverage'])}（分母为该问题的标题、表述和事例）；把握：{row['band'] or NONE}",
        f"最接近的措施：{material.where(row['best_measure'])} {row['best_headline']}（{row['best_level']}，得分{score(row['score'])}）" if row["best_measure"] else "没有可比的措施",
        f"全文分母：{material.counts['problems']}个问题、{material.counts['measures']}项措施",
        _source(material, row),
    ]


def score(value) -> str:
    return NONE if pd.isna(value) else f"{value:.2f}"


def listing(canvas, material: Material, rows: list[dict], title: str, remark: str = "") -> None:
    """Problems in a table: what exists and what is missing."""
    columns = [grids.Column("问题", 3), grids.Column(COLUMNS["verdict"]), grids.Column(COLUMNS["coverage"], align="ctr"), grids.Column("最接近的措施", 3), grids.Column("还缺什么", 4)]
    cells = [_listed(material, row) for row in rows]
    source = f"{remark}；{material.scope.source}" if remark else material.scope.source
    box = canvas.region("内容")
    for number, part in enumerate(grids.pages(columns, cells, box, sizes=(14, 13, 12))):
        page = canvas.slide("内容", title + ("（续）" if number else ""), _listing_notes(material, rows, remark), 来源=source)
        grids.draw(page, columns, part, box, title)


def _listed(material: Material, row: dict) -> list[grids.Cell]:
    nearest = f"{ordinal(row['best_measure'])} {row['best_headline']}（{row['best_level']}）" if row["best_measure"] else NONE
    missing = "\n".join([row["reason"], *(f"· {text}" for text in material.unmet.get(row["problem"], []))])
    return [grids.Cell(f"{int(row['problem'][1:])} {row['headline']}", bold=True), grids.marked(row["verdict"]), grids.Cell(percent(row["coverage"])), grids.Cell(nearest), grids.Cell(missing)]


def _listing_notes(material: Material, rows: list[dict], remark: str) -> list[str]:
    places = [f"{material.where(row['problem'])}：{row['verdict_name']}，覆盖比例{percent(row['coverage'])}" for row in rows]
    return [f"分母：全文{material.counts['problems']}个问题", remark, *places, material.scope.source]
