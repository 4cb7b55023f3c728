"""Native charts, editable in PowerPoint: stacked bars with direct labels."""

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

from analysis.briefing.look import INK, PATTERN, RULE, VERDICT, Box
from analysis.briefing.plain import plain
from analysis.briefing.slides.canvas import describe
from analysis.briefing.slides.xml import solid

NO_ZERO = "0;;;"  # an empty part of a stack carries no label


def stacked(page, box: Box, categories: list[str], series: list[tuple[str, list[int], str, str]], alt: str, *, size: float = 13, gap: int = 45, legend: bool = True, longest: int = 0):
    """Horizontal stacked bars, first category on top.

    `series` are (name, values, colour, colour of the label); `longest` is the end of the scale, where several
    charts are to be compared.
    """
    data = CategoryChartData(number_format="0")
    data.categories = [plain(name) for name in categories]
    for name, values, _, _ in series:
        data.add_series(name, values)
    frame = page.slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *map(Emu, box.emu()), data)
    frame.name = "图表"
    describe(frame, alt)
    chart = frame.chart
    _text(chart, size, page.canvas.fonts)
    chart.has_title = False
    chart.has_legend = legend
    if legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    _axes(chart, categories != [""])
    chart.value_axis.maximum_scale = longest or max(1, *(sum(column) for column in zip(*(values for _, values, _, _ in series), strict=True)), 1)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = gap, 100
    for one, (_, _, colour, ink) in zip(plot.series, series, strict=True):
        _series(one, colour, ink, size, page.canvas.fonts)
    return chart


def _axes(chart, names: bool) -> None:
    category, value = chart.category_axis, chart.value_axis
    category.reverse_order = True
    category.major_tick_mark = category.minor_tick_mark = XL_TICK_MARK.NONE
    category.format.line.color.rgb = _rgb(RULE)
    category.tick_label_position = XL_TICK_LABEL_POSITION.LOW if names else XL_TICK_LABEL_POSITION.NONE
    value.visible = False
    value.has_major_gridlines = False
    value.minimum_scale = 0


def _series(one, colour: str, ink: str, size: float, fonts) -> None:
    properties = one._element.get_or_add_spPr()
    for child in list(properties):
        properties.remove(child)
    pattern = next((PATTERN[name] for name, value in VERDICT.items() if value == colour and name in PATTERN), "")
    if pattern:
        inside = f'<a:pattFill {nsdecls("a")} prst="{pattern}"><a:fgClr><a:srgbClr val="8A949E"/></a:fgClr><a:bgClr><a:srgbClr val="{colour}"/></a:bgClr></a:pattFill>'
    else:
        inside = solid(colour).replace("<a:solidFill>", f'<a:solidFill {nsdecls("a")}>')
    properties.append(parse_xml(inside))
    properties.append(parse_xml(f'<a:ln {nsdecls("a")} w="9525">{solid("8A949E" if pattern else "FFFFFF")}</a:ln>'))
    labels = one.data_labels
    labels.show_value, labels.number_format, labels.number_format_is_linked = True, NO_ZERO, False
    labels.font.size, labels.font.bold = Pt(size), True
    labels.font.color.rgb = _rgb(ink)
    _east_asian(labels.font._rPr, fonts)


def _text(chart, size: float, fonts) -> None:
    chart.font.size = Pt(size)
    chart.font.color.rgb = _rgb(INK)
    _east_asian(chart.font._rPr, fonts)


def _east_asian(properties, fonts) -> None:
    for tag, name in (("latin", fonts.latin), ("ea", fonts.east_asian)):
        properties.append(parse_xml(f'<a:{tag} {nsdecls("a")} typeface="{name}"/>'))


def _rgb(value: str):
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(value)
