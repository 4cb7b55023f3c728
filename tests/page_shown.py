"""What a reader of report.html sees, read back out of its elements."""

from pathlib import Path

from lxml import html


def shown(path: Path) -> dict[str, dict]:
    """Document → its three numbers, the verdict and reason of each problem in the order shown, the level of each
    pair, and the problems each measure carries (direct, partial)."""
    page = html.fromstring(Path(path).read_bytes())
    return {article.get("data-doc"): _document(article) for article in page.iterfind(".//article[@data-doc]")}


def _document(article) -> dict:
    problems = article.xpath(".//li[@class='problem']")
    return {
        "title": article.findtext(".//h1"),
        "numbers": {number.get("data-number"): number.text_content() for number in article.xpath(".//*[@data-number]")},
        "verdicts": {problem.get("data-problem"): problem.get("data-verdict") for problem in problems},
        "groups": {group.get("data-verdict"): group.find(".//h3").text_content() for group in article.xpath(".//section[@data-verdict]")},
        "reasons": {problem.get("data-problem"): problem.findtext(".//p[@class='reason']") for problem in problems},
        "levels": dict(_levels(article)),
        "load": {row.get("data-measure"): tuple(int(cell.text) for cell in row.xpath("./td[@class='figure']")[:2]) for row in article.xpath(".//section[@class='load']//tbody/tr")},
    }


def _levels(article):
    measures = [head.get("data-measure") for head in article.xpath(".//table[@role='grid']/thead//th[@data-measure]")]
    for row in article.xpath(".//table[@role='grid']/tbody/tr"):
        for measure, cell in zip(measures, row.findall("td"), strict=True):
            yield (row.get("data-problem"), measure), cell.find("span").text.partition("，")[0]
