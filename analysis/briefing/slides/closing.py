"""The last slides: how the judgement is made, what it cannot do, and the full table."""

from analysis.briefing.fitting import Para
from analysis.briefing.look import LEVEL, MUTED, VERDICT, Box
from analysis.briefing.material import Material
from analysis.briefing.slides import grids
from analysis.briefing.slides.holes import percent
from analysis.views.naming import short_title
from analysis.wording import COLUMNS

METHOD = (
    "逐条比对每个问题与每项措施的用词和举措内容，判定对应程度：直接对应、部分涉及、未涉及。",
    "直接对应，是指至少一项举措有望解决问题的核心不足；同一主题、只触及一个方面或仅有口号，为部分涉及。",
    "分母始终是文中全部问题；严格口径只计经人工确认的直接对应，宽松口径含待确认的。",
    "“难以判断”既不算缺口，也不算覆盖；“已说明”由人工给出理由。",
    "每个结论都附理由、最接近的措施和双方原文，可在台账中逐条核定。",
)
LIMITS = (
    "结论是程序比对文字得到的候选意见，须人工核定后使用。",
    "换了说法的举措可能漏判，用词相同、所办不同的可能误判。",
    "只看文中写了什么，不核实举措是否落实、是否有效。",
    "覆盖比例按问题的标题、表述和事例计数，不反映问题轻重。",
)


def method(canvas, materials: list[Material], remark: str) -> None:
    """How verdicts come about and what they cannot say; what the reading found doubtful."""
    doubts = [f"读取提示（{material.name}）：{text}" for material in materials for text in _warnings(material)]
    columns = [("怎样判断", LEVEL[2], METHOD), ("使用时请注意", VERDICT["partial"], (*LIMITS, *([remark] if remark else []), *doubts))]
    rest = [tuple(Para(text) for text in texts) for _, _, texts in columns]
    number = 0
    while any(rest):
        page = canvas.slide("内容", "结论供核对使用，不代替人工判断" + ("（续）" if number else ""), [*METHOD, *LIMITS, remark, *doubts], 来源="分析过程的各张数据表与本简报一并输出，可逐项复核")
        for place, (box, (heading, colour, _)) in enumerate(zip(page.region.columns(1, 1, gap=20), columns, strict=True)):
            rest[place] = _column(page, box, heading, colour, rest[place])
        number += 1


def _column(page, box: Box, heading: str, colour: str, paras: tuple[Para, ...]) -> tuple[Para, ...]:
    if not paras:
        return ()
    page.panel(box)
    page.panel(Box(box.x, box.y, box.w, 4), colour)
    page.text(Box(box.x + 18, box.y + 18, box.w - 36, 24), [Para(heading, bold=True, colour=MUTED)], 15, name=heading)
    return page.fitted(Box(box.x + 18, box.y + 50, box.w - 36, box.h - 64), paras, largest=18, smallest=12, name=f"{heading}内容")


def _warnings(material: Material) -> list[str]:
    table = material.scope.frames["documents"]
    return [text for text in table["warnings"].tolist() if text]


def appendix(canvas, material: Material) -> None:
    """Every problem with its verdict, measures, owner and deadline, in document order."""
    columns = [grids.Column("问题", 2.6), grids.Column(COLUMNS["verdict"]), grids.Column(COLUMNS["coverage"], align="ctr"), grids.Column("对应的措施", 3.2), grids.Column(COLUMNS["reason"], 5), grids.Column("责任单位、时限", 1.9)]
    rows = [_row(row) for row in material.ledger.to_dict("records")]
    title = f"附表：{material.counts['problems']}个问题逐项对照"
    box = canvas.region("内容")
    parts = grids.pages(columns, rows, box, sizes=(12, 11))
    for number, part in enumerate(parts):
        page_of = f"（{number + 1}/{len(parts)}）" if len(parts) > 1 else ""
        page = canvas.slide("内容", title + page_of, _notes(material), 来源=material.scope.source)
        grids.draw(page, columns, part, box, f"{title}{page_of}，每行一个问题")


def _row(row: dict) -> list[grids.Cell]:
    who = "\n".join(_brief(part) for part in (row["owner"], row["deadline"]) if part) or "未写"
    measures = "\n".join(map(_shorter, row["measures"].split("\n")))
    return [grids.Cell(f"{int(row['problem'][1:])} {row['headline']}"), grids.marked(row["verdict"]), grids.Cell(percent(row["coverage"])), grids.Cell(measures), grids.Cell(row["reason"]), grids.Cell(who)]


def _brief(text: str, limit: int = 24) -> str:
    """The first line, cut where it is long; the ledger has the whole."""
    first, more, _ = text.partition("\n")
    return first if len(first) <= limit and not more else f"{first[:limit]}等" if more else f"{first[: limit - 1]}…"


def _shorter(line: str) -> str:
    """`措施6 标题句（直接对应）` with the headline cut where it is long."""
    name, mark, level = line.rpartition("（")
    number, space, headline = name.partition(" ")
    return f"{number}{space}{short_title(headline, 24)}{mark}{level}" if mark else line


def _notes(material: Material) -> list[str]:
    return [f"分母：全文{material.counts['problems']}个问题、{material.counts['measures']}项措施", *(f"{material.where(row['problem'])}：{row['verdict_name']}" for row in material.ledger.to_dict("records")), material.scope.source]
