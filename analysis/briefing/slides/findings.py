"""Findings about the whole document: verdicts, figures, and what the measures carry."""

import pandas as pd

from analysis.briefing.look import INK, LEVEL, ON_LEVEL, ON_VERDICT, VERDICT, Box
from analysis.briefing.material import Material
from analysis.briefing.slides import bars, grids
from analysis.briefing.slides.opening import verdict_series
from analysis.briefing.slides.pictures import picture
from analysis.schema import VERDICTS as ORDER
from analysis.views import load as load_view
from analysis.views import verdicts as verdicts_view
from analysis.views.naming import ordinal, short_title
from analysis.views.sentences import burden
from analysis.wording import COLUMNS, LEVELS, NONE, VERDICTS, share

MEASURES_A_SLIDE = 14
NARROW = 700  # points; a 4:3 slide is narrower
WORDS = 160  # characters of a measure's own text in a table


def composition(canvas, material: Material, frames: dict) -> None:
    """Verdicts by category where the document has several, else a bar a verdict; which problems they are beside it."""
    [view] = verdicts_view.view(frames, material.doc)
    if view.empty:
        return
    categories = view.more["categories"]
    title = _category_title(categories) or view.title
    page = canvas.slide("内容", title, [view.note, *_category_notes(categories), view.source], 来源=view.source)
    chart, table = page.region.columns(*((1.15, 1) if page.region.w > NARROW else (1, 1.25)), gap=24)
    if len(categories):
        rows = categories.to_dict("records")
        names = [short_title(str(row["category"]), 14) for row in rows]
        alt = "各类别的结论构成，堆叠条形图：" + "；".join(_category_notes(categories))
        bars.stacked(page, chart, names, verdict_series(rows), alt)
    else:
        rows = view.rows[view.rows["count"] > 0]
        series = [(row.name, [row.count if own == row.verdict else 0 for own in rows["verdict"]], *_colours(row.verdict)) for row in rows.itertuples(index=False)]
        bars.stacked(page, chart, rows["name"].tolist(), series, "各结论的问题数，条形图：" + "；".join(f"{row.name}{row.said}" for row in rows.itertuples(index=False)), legend=False)
    _members(page, table, material)


def _colours(verdict: str) -> tuple[str, str]:
    return VERDICT[verdict], ON_VERDICT[verdict]


def _members(page, box: Box, material: Material) -> None:
    """Verdict, share, and the numbers of its problems."""
    columns = [grids.Column(COLUMNS["verdict"]), grids.Column("占比"), grids.Column("问题编号", 1)]
    rows = []
    for verdict in ORDER:
        own = [row["problem"] for row in material.rows(verdict)]
        if own:
            numbers = _numbers(sorted(int(problem[1:]) for problem in own))
            rows.append([grids.marked(verdict), grids.Cell(share(len(own), material.counts["problems"])), grids.Cell(numbers)])
    largest = 14 if page.region.w > NARROW else 12
    [part, *_] = grids.pages(columns, rows, box, sizes=tuple(range(largest, 6, -1)))
    grids.draw(page, columns, part, box, "各结论的占比和问题编号")


def _numbers(numbers: list[int], a_line: int = 4) -> str:
    """The numbers, so many a line: left to itself a program breaks lines inside a number."""
    lines = [numbers[first : first + a_line] for first in range(0, len(numbers), a_line)]
    return "、\n".join("、".join(map(str, line)) for line in lines)


def _category_title(categories) -> str:
    """The category with most uncovered problems, where there is one."""
    if not len(categories) or not categories.iloc[0]["uncovered"]:
        return ""
    top = categories.iloc[0]
    return f"“{short_title(str(top['category']), 12)}”缺口最多：{top['problems']}个问题中{top['uncovered']}个未见对应措施"


def _category_notes(categories) -> list[str]:
    return [
        f"{row['category']}：{row['problems']}个问题，" + "、".join(f"{VERDICTS[verdict]}{row[verdict]}" for verdict in ORDER if row[verdict])
        for row in categories.to_dict("records")
    ]


def pictures(canvas, material: Material, figures, stems: tuple[str, ...]) -> None:
    """Figures that PowerPoint has no chart for, one a slide; a figure of several pages takes as many slides."""
    for stem in stems:
        for figure in figures:
            if figure.doc == material.doc and figure.chart == stem and figure.png:
                page = canvas.slide("内容", figure.title, [figure.alt, getattr(figure, "note", ""), material.scope.source], 来源=material.scope.source)
                picture(page.slide, page.region, figure.png, figure.svg, figure.alt, name=f"图 {stem}", crop=getattr(figure, "crop", (0, 0, 0, 0)))


def load(canvas, material: Material, frames: dict) -> None:
    """What each measure carries, a stacked bar a measure, the most loaded first."""
    shown = load_view.view(frames, material.doc, rows=MEASURES_A_SLIDE)
    longest = max((int(total) for view in shown if not view.empty for total in view.rows["direct"] + view.rows["partial"]), default=1)
    for view in shown:
        if view.empty:
            return
        rows = view.rows
        notes = [f"{ordinal(row.measure)}：直接对应{row.direct}个、部分涉及{row.partial}个问题（分母{material.counts['problems']}）" for row in rows.itertuples()]
        page = canvas.slide("内容", view.title, [view.note, *notes, *map(material.where, rows["measure"]), view.source], 来源=view.source)
        series = [(LEVELS[2], rows["direct"].tolist(), LEVEL[2], ON_LEVEL[2]), (LEVELS[1], rows["partial"].tolist(), LEVEL[1], INK)]
        names = [_named(row) for row in rows.itertuples()]
        bars.stacked(page, page.region, names, series, "每项措施对应的问题数，堆叠条形图：" + "；".join(notes), gap=35, size=12, longest=longest)


def _named(row) -> str:
    number, _, headline = row.label.partition(" ")
    return f"{number} {short_title(headline, 16)}" + ("（未对应任何问题）" if row.orphan else "")


def orphans(canvas, material: Material) -> None:
    """Measures that address no problem, with the problem that each comes nearest to."""
    table = material.scope.frames["load"]
    rows = table[table["orphan"] == 1]
    if not len(rows):
        return
    links, headlines = material.scope.frames["links"], material.ledger.set_index("problem")["headline"]
    columns = [grids.Column("措施", 2.6), grids.Column("措施原文", 5), grids.Column("最接近的问题", 2.6), grids.Column(COLUMNS["slogan_share"], align="ctr"), grids.Column("责任单位、时限", 1.8)]
    texts = material.scope.frames["measures"].set_index("measure")["text"]
    cells = [_orphan(row, texts[row.measure], links[links["measure"] == row.measure], headlines) for row in rows.itertuples()]
    title = burden(table, f"{material.counts['measures']}项措施")
    notes = [f"分母：{material.counts['measures']}项措施", *(f"{material.where(row.measure)} {row.headline}" for row in rows.itertuples()), material.scope.source]
    box = canvas.region("内容")
    for number, part in enumerate(grids.pages(columns, cells, box, sizes=(14, 13, 12))):
        page = canvas.slide("内容", title + ("（续）" if number else ""), notes, 来源=material.scope.source)
        grids.draw(page, columns, part, box, f"未对应任何问题的{len(rows)}项措施")


def _orphan(row, text: str, links, headlines) -> list[grids.Cell]:
    nearest = links.sort_values("score", ascending=False, kind="stable")["problem"].head(1).tolist()
    near = f"{ordinal(nearest[0])} {headlines[nearest[0]]}（{LEVELS[0]}）" if nearest else NONE
    slogan = NONE if pd.isna(row.slogan_share) else f"{row.slogan_share:.0%}"
    who = "\n".join(part for part in (row.owner, row.deadline) if part) or "未写"
    words = text if len(text) <= WORDS else text[: WORDS - 1] + "…"
    return [grids.Cell(f"{ordinal(row.measure)} {row.headline}", bold=True), grids.Cell(words), grids.Cell(near), grids.Cell(slogan), grids.Cell(who)]
