"""Repeated headers and footers, page numbers."""

from analysis.reading.pdf.furniture import split_furniture
from analysis.reading.pdf.lines import Line


def page(number, *rows):
    return [Line(text, 50, 300, top, top + 10, number) for text, top in rows]


def texts(pages):
    return [[line.text for line in lines] for lines in pages]


def test_repeated_edges_and_page_numbers_are_furniture():
    pages = [page(at, ("青石镇整改方案", 30), (f"第{at}段正文", 120), (f"正文{at}尾", 500), (f"— {at} —", 800)) for at in (1, 2, 3)]
    content, furniture = split_furniture(pages, [842.0] * 3)
    assert texts(content) == [[f"第{at}段正文", f"正文{at}尾"] for at in (1, 2, 3)]
    assert texts(furniture) == [["青石镇整改方案", f"— {at} —"] for at in (1, 2, 3)]


def test_one_page_keeps_its_title_and_loses_its_number():
    content, furniture = split_furniture([page(1, ("整改方案", 40), ("正文", 300), ("1", 810))], [842.0])
    assert (texts(content), texts(furniture)) == ([["整改方案", "正文"]], [["1"]])


def test_what_is_repeated_in_the_middle_is_content():
    pages = [page(at, ("整改措施：", 400)) for at in (1, 2, 3)]
    assert texts(split_furniture(pages, [842.0] * 3)[0]) == [["整改措施："]] * 3


def test_a_year_alone_is_no_page_number_in_the_middle():
    assert texts(split_furniture([page(1, ("2024", 400), ("正文", 420))], [842.0])[0]) == [["2024", "正文"]]


def test_deadlines_at_the_head_of_pages_are_no_page_numbers():
    pages = [page(at, (f"整改时限：2024年{month}月底前", 60), ("正文", 300)) for at, month in ((1, 10), (2, 12), (3, 9))]
    assert [len(lines) for lines in split_furniture(pages, [842.0] * 3)[0]] == [2, 2, 2]


def test_a_page_number_beside_a_total_and_a_name_is_furniture():
    pages = [page(at, ("正文", 300), (f"2024年方案 {at + 4}／12", 800)) for at in (1, 2, 3)]
    assert texts(split_furniture(pages, [842.0] * 3)[0]) == [["正文"]] * 3
