"""The charts as one list: stem, name, the question it answers, the tables it reads."""

from collections.abc import Callable
from dataclasses import dataclass

from matplotlib.figure import Figure

from analysis.charts import (
    cloud,
    combinations,
    contrast,
    corpus,
    coverage,
    flow,
    gaps,
    keywords,
    load,
    network,
    segments,
    sensitivity,
    substance,
    verdicts,
)
from analysis.views import cloud as cloud_view
from analysis.views import combinations as combinations_view
from analysis.views import contrast as contrast_view
from analysis.views import corpus as corpus_view
from analysis.views import coverage as coverage_view
from analysis.views import flow as flow_view
from analysis.views import gaps as gaps_view
from analysis.views import keywords as keywords_view
from analysis.views import load as load_view
from analysis.views import network as network_view
from analysis.views import segments as segments_view
from analysis.views import sensitivity as sensitivity_view
from analysis.views import substance as substance_view
from analysis.views import verdicts as verdicts_view
from analysis.views.scope import View


@dataclass(frozen=True)
class Chart:
    """One chart: `view(frames, doc, category=, measure=, rows=, columns=)` gives its pages, `draw(view, size)` a figure.

    It is drawn only where all tables it `reads` are there; one that is not `usual` only where it is asked for.
    """

    stem: str
    name: str
    question: str
    reads: tuple[str, ...]
    view: Callable[..., list[View]]
    draw: Callable[..., Figure]
    usual: bool = True


_ALL = (
    Chart("verdicts", "结论构成图", "问题有多少已有措施对应、多少没有？", ("problems", "links", "gaps"), verdicts_view.view, verdicts.draw),
    Chart("gaps", "缺口排序图", "哪些问题还没有措施对应，为什么？", ("problems", "gaps"), gaps_view.view, gaps.draw),
    Chart("coverage", "覆盖矩阵图", "哪项措施对应哪个问题，有没有依据？", ("problems", "measures", "links", "gaps"), coverage_view.view, coverage.draw),
    Chart("flow", "问题—原因—措施流向图", "问题经由什么原因落到哪些措施？", ("problems", "causes", "measures", "links", "cause_links", "gaps"), flow_view.view, flow.draw),
    Chart("load", "措施承载图", "每项措施承担多少问题，哪些没有对应？", ("measures", "links", "load"), load_view.view, load.draw),
    Chart("substance", "措施可核查性图", "措施有没有写明谁来办、何时办、办多少？", ("measures", "links", "load"), substance_view.view, substance.draw),
    Chart("segments", "要点回应图", "问题的哪些表述和事例还没有回应？", ("problems", "evidence", "gaps"), segments_view.view, segments.draw),
    Chart("combinations", "措施组合图", "哪些问题要靠几项措施一起解决？", ("problems", "measures", "links"), combinations_view.view, combinations.draw),
    Chart("sensitivity", "结论稳定性图", "判断标准放宽或收紧，结论会变多少？", ("problems", "links", "gaps"), sensitivity_view.view, sensitivity.draw),
    Chart("keywords", "关键词对照图", "问题强调什么，措施接住了什么？", ("problems", "measures", "keywords"), keywords_view.view, keywords.draw),
    Chart("contrast", "关键词反差图", "问题突出的词语，哪些措施没有接住？", ("problems", "measures", "contrast"), contrast_view.view, contrast.draw),
    Chart("network", "关键词共现图", "哪些词语总在一起出现？", ("network_terms", "network_edges"), network_view.view, network.draw),
    Chart("cloud", "词云图", "全文最重的词语是哪些？", ("problems", "measures", "keywords"), cloud_view.view, cloud.draw, usual=False),
)
CORPUS = (
    Chart("gaps", "各文档缺口图", "哪些文档没有措施对应的问题最多？", ("corpus",), corpus_view.worst, corpus.draw_worst),
    Chart("spread", "各文档结论分布图", "缺口是普遍的，还是集中在少数文档？", ("corpus",), corpus_view.spread, corpus.draw_spread),
)
"""Of many documents together, from the table `corpus`."""
CHARTS: dict[str, Chart] = {chart.stem: chart for chart in _ALL}
