"""The first slides: cover, all documents side by side, and one page with the three numbers that matter."""

from analysis.briefing.fitting import Para, fit, fit_line, width_of
from analysis.briefing.look import MUTED, ON_VERDICT, VERDICT, Box
from analysis.briefing.material import Material
from analysis.briefing.slides import bars, grids
from analysis.schema import VERDICTS as ORDER
from analysis.views.naming import label, short_title
from analysis.views.scope import Scope
from analysis.views.sentences import finding
from analysis.wording import NONE, VERDICTS, share

STRICT, RELAXED = "严格口径（经人工确认）", "宽松口径（含待确认）"
CAUTION = "对应关系由程序比对文字得出，供核对，不代替人工判断"


def cover(canvas, materials: list[Material]) -> None:
    """The title slide: what was examined, and how to take it."""
    names = [f"《{material.name}》" for material in materials]
    said = names[0] if len(names) == 1 else f"{len(names)}份材料：" + "".join(names[:3]) + ("等" if len(names) > 3 else "") if names else "没有可用的材料"
    counts = f"问题{sum(m.counts['problems'] for m in materials)}个，措施{sum(m.counts['measures'] for m in materials)}项。{CAUTION}。"
    files = [f"文件：{material.doc}" for material in materials]
    canvas.slide("封面", "整改措施对应情况", [*names, counts, *files], 副标题=said, 说明=counts)


def together(canvas, materials: list[Material], whole: Scope) -> None:
    """Several documents side by side: a bar each, then the same numbers as a table."""
    title = f"{len(materials)}份材料{finding(whole)}"
    for first in range(0, len(materials), 12):
        part = materials[first : first + 12]
        page = canvas.slide("内容", title, _shares_of(part), 来源=_sources(part))
        names = [short_title(material.name, 18) for material in part]
        alt = "各份材料的结论构成，堆叠条形图。" + "；".join(_verdict_line(material) for material in part)
        bars.stacked(page, page.region, names, verdict_series([material.counts for material in part]), alt, gap=40)
    names = ("问题", *(VERDICTS[verdict] for verdict in ORDER), "措施", "未对应措施", "严格口径", "宽松口径")
    heads = [grids.Column("材料", 1), *(grids.Column(name, align="ctr") for name in names)]
    rows = [_together_row(material) for material in materials]
    box = canvas.region("内容")
    for number, part in enumerate(grids.pages(heads, rows, box, sizes=(13, 12, 11, 10))):
        page = canvas.slide("内容", f"各份材料的数目与口径{'（续）' if number else ''}", _shares_of(materials), 来源=f"分母为各份材料的全部问题；{CAUTION}")
        grids.draw(page, heads, part, box, "各份材料的问题数、各结论问题数、措施数和两种口径的比例")


def _together_row(material: Material) -> list[grids.Cell]:
    counts = material.counts
    numbers = [counts["problems"], *(counts[verdict] for verdict in ORDER), counts["measures"], counts["orphans"]]
    return [grids.Cell(short_title(material.name, 40)), *(grids.Cell(str(number)) for number in numbers), grids.Cell(material.shares["strict"]), grids.Cell(material.shares["relaxed"])]


def divider(canvas, material: Material) -> None:
    """The first slide of a document's section, where there are several documents."""
    counts = material.counts
    said = f"{finding(material.scope)}\n问题{counts['problems']}个，措施{counts['measures']}项"
    canvas.slide("章节", material.name, summary_notes(material), 说明=said)


def summary(canvas, material: Material) -> None:
    """One page: what share of problems has no measure, what share has one (strict beside relaxed), which measures meet nothing."""
    page = canvas.slide("内容", finding(material.scope), summary_notes(material), 来源=material.scope.source)
    region, counts = page.region, material.counts
    cards, bar, rest = _rows(region, 124, 96)
    one, two, three = cards.columns(1, 1.7, 1)
    _card(page, one, "未见对应措施的问题", [("", share(counts["uncovered"], counts["problems"]))], VERDICT["uncovered"])
    _card(page, two, "已有措施直接对应的问题", [(STRICT, material.shares["strict"]), (RELAXED, material.shares["relaxed"])], "1F5A85")
    _card(page, three, "未对应任何问题的措施", [("", share(counts["orphans"], counts["measures"]))], VERDICT["partial"])
    if counts["problems"]:
        alt = f"结论构成，单条堆叠图：{_verdict_line(material)}，共{counts['problems']}个问题"
        bars.stacked(page, bar, [""], verdict_series([counts]), alt, gap=25, size=13)
    _first_gaps(page, rest, material)


def _rows(region: Box, first: float, second: float, gap: float = 14) -> tuple[Box, Box, Box]:
    rest = region.h - first - second - 2 * gap
    return (
        Box(region.x, region.y, region.w, first),
        Box(region.x, region.y + first + gap, region.w, second),
        Box(region.x, region.y + first + second + 2 * gap, region.w, rest),
    )


def _card(page, box: Box, heading: str, numbers: list[tuple[str, str]], accent: str) -> None:
    """A heading over one or two big shares, each with its caption."""
    page.panel(box)
    page.panel(Box(box.x, box.y, box.w, 4), accent)
    inner = box.inset(14, 14)
    said, size = fit_line(heading, inner.w, largest=14, smallest=9, bold=True)
    page.text(Box(inner.x, inner.y, inner.w, 20), [Para(said, bold=True, colour=MUTED)], size, name="指标名称")
    for part, (caption, number) in zip(Box(inner.x, inner.y + 24, inner.w, inner.h - 24).columns(*[1] * len(numbers), gap=10), numbers, strict=True):
        _number(page, part, caption, number)


def _number(page, box: Box, caption: str, said: str) -> None:
    """A share set large, its percentage smaller behind it."""
    fraction, mark, percentage = said.partition("（")
    size = next((size for size in range(36, 12, -1) if width_of(fraction, size, True) + width_of(mark + percentage, size * 0.5) <= box.w * 0.94), 12)
    page.text(Box(box.x, box.y, box.w, 48), [Para(fraction, bold=True, colour="tx2", tail=mark + percentage)], size, name="指标数值", anchor="ctr")
    if caption:
        note, small = fit_line(caption, box.w, largest=12, smallest=8)
        page.text(Box(box.x, box.y + 52, box.w, 18), [Para(note, colour=MUTED)], small, name="指标口径")


def _first_gaps(page, box: Box, material: Material) -> None:
    """The uncovered problems by name, the partial ones beside them, as many as there is room for."""
    lists = [(f"{VERDICTS[verdict]}的问题", colour, material.rows(verdict)) for verdict, colour in (("uncovered", VERDICT["uncovered"]), ("partial", "A85F0E"))]
    lists = [part for part in lists if part[2]]
    if not lists:
        page.fitted(box, [Para("没有“未覆盖”或“部分覆盖”的问题。", colour=MUTED)], largest=14)
    for part, (heading, colour, rows) in zip(box.columns(*[1] * len(lists), gap=24), lists, strict=False):
        _names(page, part, Para(heading, bold=True, colour=colour), [Para(label(row["problem"], row["headline"], 24), gap=0.3) for row in rows])


def _names(page, box: Box, heading: Para, names: list[Para]) -> None:
    for size in (15, 14, 13, 12):
        shown = len(names)
        while shown > 0 and fit([heading, *_listed(names, shown)], box.w, box.h, largest=size, smallest=size).rest:
            shown -= 1
        if shown == len(names):
            break
    page.fitted(box, [heading, *_listed(names, shown)], largest=size, smallest=size, name="问题清单")


def _listed(names: list[Para], shown: int) -> list[Para]:
    return names if shown == len(names) else [*names[:shown], Para(f"……另有{len(names) - shown}个，见后", colour=MUTED, gap=0.3)]


def summary_notes(material: Material) -> list[str]:
    counts = material.counts
    problems, measures = counts["problems"], counts["measures"]
    return [
        f"分母：全文{problems}个问题、{measures}项措施、{counts['pairs']}对组合。",
        *(f"{name}：{share(counts[verdict], problems)}" for verdict, name in VERDICTS.items()),
        f"直接对应的问题，{STRICT}：{material.shares['strict']}；{RELAXED}：{material.shares['relaxed']}",
        f"未对应任何问题的措施：{share(counts['orphans'], measures)}",
        f"直接对应的组合：{share(counts['pairs_direct'], counts['pairs'])}；部分涉及：{share(counts['pairs_partial'], counts['pairs'])}",
        material.scope.source,
    ]


def verdict_series(counts: list[dict]) -> list[tuple[str, list[int], str, str]]:
    """Series of a stacked bar, one a verdict that occurs, gravest first."""
    return [
        (VERDICTS[verdict], [int(row[verdict]) for row in counts], VERDICT[verdict], ON_VERDICT[verdict])
        for verdict in ORDER
        if any(row[verdict] for row in counts)
    ]


def _verdict_line(material: Material) -> str:
    return "、".join(f"{name}{material.counts[verdict]}" for verdict, name in VERDICTS.items() if material.counts[verdict]) or NONE


def _shares_of(materials: list[Material]) -> list[str]:
    return [f"{m.name}：问题{m.counts['problems']}个；{_verdict_line(m)}；{STRICT}{m.shares['strict']}；{RELAXED}{m.shares['relaxed']}" for m in materials]


def _sources(materials: list[Material]) -> str:
    named = "".join(f"《{material.name}》" for material in materials) if len(materials) <= 2 else f"{len(materials)}份材料，逐份列于下页"
    return f"来源：{named}；{CAUTION}"
