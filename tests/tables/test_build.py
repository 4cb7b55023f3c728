"""The stage's entry: counts, warnings and errors of documents; which documents give items."""

import pytest

from analysis import schema
from analysis.tables import build


def tables(texts: list[str], error: str = "", warnings: str = ""):
    blocks = [{"doc": "某镇", "block": at, "place": f"第{at}行", "kind": "paragraph", "number": "", "text": text} for at, text in enumerate(texts, 1)]
    documents = [{"doc": "某镇", "path": "材料/某镇.txt", "format": "txt", "warnings": warnings, "error": error}]
    return build(schema.frame("documents", documents), schema.frame("blocks", blocks))


def test_tables_have_their_shapes():
    made = tables(["一、存在问题", "1.台账缺失。", "二、整改措施", "1.补建台账。"])
    for name in ("documents", "problems", "causes", "measures", "segments", "pairs"):
        assert list(made[name].columns) == list(schema.TABLES[name].columns)
    assert made["problems"].to_dict("records") == [
        {"doc": "某镇", "problem": "P01", "number": "1", "headline": "台账缺失", "text": "台账缺失。", "category": "", "owner": "", "deadline": "", "status": "", "block_first": 2, "block_last": 2}
    ]


def test_counts_and_warnings_are_added_to_what_the_reader_said():
    row = tables(["查出问题共3个。", "一、存在问题", "1.台账缺失。", "2.公示滞后。"], warnings="按GB18030解码")["documents"].iloc[0]
    assert (row.problems, row.causes, row.measures) == (2, 0, 0)
    assert row.warnings == "按GB18030解码；文中称共3个问题，实际识别2个；未找到整改措施"
    assert row.error == ""


@pytest.mark.parametrize("texts", [["今天天气很好。"], ["会议纪要", "1.听取汇报。", "2.研究人事。", "3.部署任务。"], ["整改措施", "1.加强学习。"], []])
def test_no_problem_is_one_clear_line(texts):
    made = tables(texts)
    error = made["documents"].iloc[0].error
    assert error.startswith("材料/某镇.txt：未找到“存在问题”") and "可识别的标题" in error and "\n" not in error
    assert made["problems"].empty and made["measures"].empty


def test_a_document_the_reader_could_not_use_keeps_its_error():
    made = tables(["一、存在问题", "1.台账缺失。"], error="文件是加密的")
    assert made["documents"].iloc[0].error == "文件是加密的"
    assert made["problems"].empty


def test_pairs_name_cause_and_measure():
    made = tables(["问题一：台账缺失。", "原因分析：人手不足。", "整改措施：补建台账。", "问题二：公示滞后。", "原因分析：流程不清。", "整改措施：同上"])
    pairs = [(row.problem, row.item) for row in made["pairs"].itertuples()]
    assert pairs == [("P01", "C01"), ("P01", "M01"), ("P02", "C02"), ("P02", "M01")]


def test_segments_lie_in_their_items():
    made = tables(["一、存在问题", "1.台账缺失。比如，三月无记录。", "二、整改措施", "1.补建台账。每月核对一次。"])
    texts = dict(zip(made["problems"]["problem"], made["problems"]["text"], strict=True)) | dict(zip(made["measures"]["measure"], made["measures"]["text"], strict=True))
    assert len(made["segments"]) > 0
    assert all(texts[row.item][row.start : row.end] == row.text for row in made["segments"].itertuples())


def test_empty_corpus():
    made = build(schema.frame("documents", []), schema.frame("blocks", []))
    assert all(made[name].empty for name in made)


ROWS = [["序号", "存在问题", "整改措施", "责任单位"], ["1", "台账缺失", "补建台账12册", "档案室"], ["2", "公示滞后", "每月5日前公示", "办公室"]]


def beside(texts: list[str]) -> dict:
    """The tables of a text with a Word table of ROWS after it."""
    blocks = [{"doc": "某镇", "block": at, "place": f"第{at}段", "kind": "paragraph", "number": "", "text": text} for at, text in enumerate(texts, 1)]
    cells = [(f"表1!{'ABCD'[column]}{row}", text) for row, texts in enumerate(ROWS, 1) for column, text in enumerate(texts)]
    blocks += [{"doc": "某镇", "block": at, "place": place, "kind": "cell", "number": "", "text": text} for at, (place, text) in enumerate(cells, len(texts) + 1)]
    documents = [{"doc": "某镇", "path": "某镇.docx", "format": "docx", "warnings": "", "error": ""}]
    return build(schema.frame("documents", documents), schema.frame("blocks", blocks))


def test_a_table_that_repeats_the_problems_gives_the_measures_the_text_lacks():
    made = beside(["一、存在问题", "（一）台账缺失。三年未建。", "（二）公示滞后。常晚两月。", "（三）值班脱岗。夜间无人。", "二、整改措施"])
    assert made["problems"]["headline"].tolist() == ["台账缺失", "公示滞后", "值班脱岗"]
    assert made["problems"]["owner"].tolist() == ["档案室", "办公室", ""]
    assert made["measures"]["text"].tolist() == ["补建台账12册", "每月5日前公示"]
    assert made["pairs"][["problem", "item"]].values.tolist() == [["P01", "M01"], ["P02", "M02"]]


def test_a_table_that_repeats_problems_and_measures_of_the_text_adds_nothing():
    made = beside(["一、存在问题", "（一）台账缺失。三年未建。", "（二）公示滞后。常晚两月。", "二、整改措施", "（一）补建台账。", "（二）按月公示。"])
    assert (len(made["problems"]), len(made["measures"])) == (2, 2)
