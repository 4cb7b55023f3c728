"""The charts as one list: stem, name, the question it answers, the tables it reads."""

from collections.abc import Callable
from dataclasses import dataclass

from matplotlib.figure import Figure

from analysis.charts import coverage, flow, gaps, keywords, load, verdicts
from analysis.views import coverage as coverage_view
from analysis.views import flow as flow_view
from analysis.views import gaps as gaps_view
from analysis.views import keywords as keywords_view
from analysis.views import load as load_view
from analysis.views import verdicts as verdicts_view
from analysis.views.scope import View


@dataclass(frozen=True)
class Chart:
    """One chart: `view(frames, doc, category=, measure=, rows=, columns=)` gives its pages, `draw(view, size)` a figure."""

    stem: str
    name: str
    question: str
    reads: tuple[str, ...]
    view: Callable[..., list[View]]
    draw: Callable[..., Figure]


_ALL = (
    Chart("verdicts", "结论构成图", "问题有多少已有措施对应、多少没有？", ("problems", "links", "gaps"), verdicts_view.view, verdicts.draw),
    Chart("gaps", "缺口排序图", "哪些问题还没有措施对应，为什么？", ("problems", "gaps"), gaps_view.view, gaps.draw),
    Chart("coverage", "覆盖矩阵图", "哪项措施对应哪个问题，有没有依据？", ("problems", "measures", "links", "gaps"), coverage_view.view, coverage.draw),
    Chart("flow", "问题—原因—措施流向图", "问题经由什么原因落到哪些措施？", ("problems", "causes", "measures", "links", "cause_links", "gaps"), flow_view.view, flow.draw),
    Chart("load", "措施承载图", "每项措施承担多少问题，哪些没有对应？", ("measures", "links", "load"), load_view.view, load.draw),
    Chart("keywords", "关键词对照图", "问题强调什么，措施接住了什么？", ("problems", "measures", "keywords"), keywords_view.view, keywords.draw),
)
CHARTS: dict[str, Chart] = {chart.stem: chart for chart in _ALL}
