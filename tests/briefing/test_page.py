"""The page as text: what it says, that nothing of a document can leave its place, that nothing may be loaded."""

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

import pytest
from documents import document, together
from page_frames import HOSTILE, hostile, small

from analysis.briefing.page import write_page
from analysis.briefing.page.build import render
from analysis.briefing.page.content import runs
from analysis.paths import RAW


class Elements(HTMLParser):
    """Every element with its attributes and the text inside it."""

    def __init__(self, page: str):
        super().__init__()
        self.found, self._open = [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        element = {"tag": tag, "text": "", **dict(attributes)}
        self.found.append(element)
        if tag not in ("meta", "input", "rect", "path", "circle", "use", "col"):
            self._open.append(element)

    def handle_endtag(self, tag):
        while self._open and self._open.pop()["tag"] != tag:
            pass

    def handle_data(self, data):
        for element in self._open:
            element["text"] += data

    def all(self, tag, **attributes):
        return [element for element in self.found if element["tag"] == tag and attributes.items() <= element.items()]


PAGES = {"one": small(), "many": together(small("甲"), small("乙")), "hostile": hostile(), "no measures": small(measures=(), levels=((), (), ()))}


@pytest.fixture(scope="module", params=PAGES, ids=str)
def page(request):
    return Elements(render(PAGES[request.param]))


def numbers(page):
    return {element["data-number"]: element["text"] for element in page.all("p") if "data-number" in element}


def test_three_numbers_with_numerator_and_denominator_strict_beside_relaxed():
    assert numbers(Elements(render(small()))) == {"uncovered": "1/3（33%）", "relaxed": "1/3（33%）", "strict": "0/3（0%）", "orphans": "0/2（0%）"}


def test_a_document_without_problems_has_no_share():
    page = Elements(render(small(problems=(), levels=())))
    assert numbers(page) == {"uncovered": "无", "relaxed": "无", "strict": "无", "orphans": "2/2（100%）"}


def test_gaps_come_first_with_their_reason_and_nearest_measure():
    problems = [element for element in Elements(render(small())).all("li") if element.get("class") == "problem"]
    assert [element["id"] for element in problems] == ["P03", "P02", "P01"]
    assert "理由：无物业" in problems[0]["text"] and "最接近措施1 新增泊位" in problems[0]["text"]


def test_a_problem_says_what_each_part_added_to_its_nearest_measure():
    made = {element["id"]: element["text"] for element in Elements(render(small())).all("div") if element.get("class") == "depth"}
    assert "程序怎样判断最接近的措施1" in made["P01-more"]
    assert "涉及可能性80%用词 75% · 原文配对 25%" in made["P01-more"] and "补上可能性75%治本之举 100%" in made["P01-more"]
    assert "涉及可能性不到1%无" in made["P03-more"]


def test_every_pair_carries_its_parts_for_the_panel():
    data = json.loads(Elements(render(small())).all("script", id="data")[0]["text"])
    made = next(iter(data["documents"].values()))["made"]
    names = data["names"]["parts"]
    assert len(made) == 6 and {name: percent for name, percent in zip(names, made["P02/M02"][0][1:], strict=True) if percent} == {"用词": 75, "原文配对": 25}


def test_contributions_are_optional():
    frames = small()
    del frames["contributions"]
    assert "程序怎样判断最接近的" not in render(frames)


def test_the_matrix_is_that_of_the_links():
    page = Elements(render(small()))
    assert [element["text"] for element in page.all("td", tabindex="-1")] == ["直接对应", "未涉及", "未涉及", "部分涉及", "未涉及", "未涉及"]


def test_addresses_name_the_document_where_there_are_many():
    ids = [element["id"] for element in Elements(render(PAGES["many"])).all("li") if element.get("class") == "problem"]
    assert ids == [f"{doc}/P0{n}" for doc in ("%E7%94%B2", "%E4%B9%99") for n in (3, 2, 1)]


def test_ids_are_unique_and_every_reference_has_its_target(page):
    ids = [element["id"] for element in page.found if "id" in element]
    assert len(ids) == len(set(ids)) and not any(re.search(r"\s", name) for name in ids)
    named = [name for element in page.found for key in ("aria-labelledby", "aria-controls") if key in element for name in element[key].split()]
    assert named and set(named) <= set(ids)


def test_only_this_style_and_this_script_may_run(page):
    (policy,) = (element["content"] for element in page.all("meta") if element.get("http-equiv") == "Content-Security-Policy")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'" and "unsafe" not in policy
    for name, element in (("style-src", page.all("style")[0]), ("script-src", next(e for e in page.all("script") if "type" not in e))):
        assert rules[name] == f"'sha256-{base64.b64encode(hashlib.sha256(element['text'].encode()).digest()).decode()}'"


def test_nothing_is_inline_and_nothing_points_outside(page):
    for element in page.found:
        assert not [name for name in element if name.startswith("on") or name == "style"], element
        assert element.get("href", "#").startswith("#") and "src" not in element, element
    assert "url(http" not in page.all("style")[0]["text"] and "@import" not in page.all("style")[0]["text"]


def test_hostile_texts_stay_text():
    text = render(hostile())
    page = Elements(text)
    assert len(page.all("script")) == 2 and not page.all("img") and "49" not in page.all("h4")[0]["text"]
    assert HOSTILE in page.all("h4")[0]["text"]
    embedded = page.all("script", id="data")[0]["text"]
    assert "<" not in embedded and "\u2028" not in embedded
    items = next(iter(json.loads(embedded)["documents"].values()))["items"]
    assert items["P01"]["text"].startswith(HOSTILE)


def test_same_frames_same_bytes_whole_file(tmp_path):
    first, second = (write_page(small(), tmp_path / name).read_bytes() for name in ("a.html", "b.html"))
    assert first == second and sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "b.html"]
    assert not re.search(rb"20\d\d-\d\d-\d\d", first)


def test_a_large_document_stays_small(tmp_path):
    assert write_page(document(60, 40), tmp_path / "report.html").stat().st_size < 1_500_000


def test_the_samples_stay_under_three_megabytes(tmp_path):
    from analysis.flow import tabulate

    frames = tabulate(sorted(path for path in RAW.iterdir() if path.is_file()))
    path = write_page(frames, tmp_path / "report.html")
    assert path.stat().st_size < 3_000_000
    page = Elements(path.read_text(encoding="utf-8"))
    assert len([element for element in page.all("li") if element.get("class") == "problem"]) == len(frames["problems"])


def test_unreadable_files_are_named():
    frames = small()
    frames["documents"].loc[len(frames["documents"])] = {"doc": "坏", "error": "空文件", "title": "", "warnings": ""}
    assert "坏：空文件" in render(frames.copy())


def test_evidence_is_optional():
    frames = small()
    del frames["evidence"]
    assert "已涉及片段" not in render(frames)


@pytest.mark.parametrize(
    "text, parts, said",
    [
        ("甲乙丙", [], ["甲乙丙"]),
        ("甲乙丙", [{"start": 1, "end": 2, "kind": "claim", "addressed": 0, "measure": ""}], ["甲", "乙", "丙"]),
        ("甲乙丙", [{"start": 0, "end": 2, "kind": "claim", "addressed": 2, "measure": "M01"}, {"start": 1, "end": 3, "kind": "claim", "addressed": 0, "measure": ""}], ["甲乙", "丙"]),
    ],
)
def test_a_text_is_cut_at_its_segments_and_loses_nothing(text, parts, said):
    assert [run["text"] for run in runs(text, parts)] == said
