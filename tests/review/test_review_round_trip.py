"""From the tables to the workbook, a person's marks in it, decisions.csv, and the tables again."""

import shutil

import pytest
from openpyxl import load_workbook

from analysis import flow
from analysis.briefing.ledger import write_ledger
from analysis.command import main
from analysis.paths import Output
from analysis.reviewing import keep_filled
from analysis.store import read_table, write_tables

TEXT = (
    "一、存在问题\n1.停车难。老城区车位不足，夜间占道停放。\n2.路灯损坏。北河街多处路灯不亮。\n3.食堂管理松散。食材未留样。\n"
    "二、整改措施\n（一）新增泊位。年底前在老城区新建车位300个。\n（二）加强宣传。进一步提高思想认识。\n"
)
HEAD = 3


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("review")
    path = folder / "街道.txt"
    path.write_text(TEXT, encoding="utf-8")
    tabulate(path, folder)
    return folder


def tabulate(path, folder):
    """What `build` does without figures and briefing."""
    out = Output.of(folder)
    frames = flow.tabulate([path], decisions=flow.recorded(out))
    write_tables(frames, out.tables)
    write_ledger(frames, out.ledger)


@pytest.fixture
def folder(built, tmp_path):
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path


def review(*arguments) -> int:
    return main(["review", *map(str, arguments)])


def fill(path, marks: dict, *, sheet: int = 0, head: int = HEAD, target=None):
    """Enter {(row of the form, column name): text}; rows count from 0."""
    book = load_workbook(path)
    page = book.worksheets[sheet]
    places = {cell.value: cell.column for cell in page[head]}
    for (row, column), text in marks.items():
        page.cell(head + 1 + row, places[column], text)
    book.save(target or path)
    return target or path


def rows(path, *, sheet: int = 0, head: int = HEAD):
    page = load_workbook(path).worksheets[sheet]
    names = [cell.value for cell in page[head]]
    return [dict(zip(names, line, strict=True)) for line in page.iter_rows(min_row=head + 1, values_only=True)]


def at(form, problem: str, measure: str = "") -> int:
    return next(n for n, row in enumerate(rows(form)) if row["问题编号"] == problem and measure in row["措施编号"])


def states(folder):
    table = read_table("links", folder / "tables")
    return {(row.problem, row.measure): row.state for row in table.itertuples() if row.state != "candidate"}


def test_export_fill_apply_build_status(folder, capsys):
    form = folder / "review.xlsx"
    assert review("export", "--out", folder) == 0
    asked = rows(form)
    assert {row["问题编号"] for row in asked} == {"P01", "P02", "P03"} and asked[0]["先看的原因"]
    measure = asked[at(form, "P01")]["措施编号"]
    fill(form, {(at(form, "P01"), "决定"): "确认直接", (at(form, "P01"), "审核人"): "甲", (at(form, "P03"), "决定"): "已说明", (at(form, "P03"), "备注"): "食堂已停办"})
    assert review("apply", form, "--out", folder) == 0
    said = capsys.readouterr().out
    assert "确认1，否决0，已说明1，撤销0，未变0" in said and "重新运行 zhenggai build" in said
    assert review("status", "--out", folder) == 0
    assert "重新运行 zhenggai build" in capsys.readouterr().out
    assert main(["build", str(folder / "街道.txt"), "--out", str(folder), "--quiet"]) == 0
    assert states(folder) == {("P01", measure): "confirmed"}
    verdicts = read_table("gaps", folder / "tables").set_index("problem")
    assert tuple(verdicts.loc["P03", ["verdict", "reason"]]) == ("justified", "食堂已停办")
    assert review("status", "--out", folder) == 0
    said = capsys.readouterr().out
    assert "6对中待确认5，已确认1，已否决0，需重核0" in said and "已说明的问题1/3（33%）" in said and "严格口径1/3（33%）" in said
    assert "重新运行" not in said


def test_a_second_apply_adds_nothing_and_a_later_decision_is_added_behind(folder, capsys):
    form = folder / "review.xlsx"
    review("export", "--out", folder)
    fill(form, {(0, "决定"): "否决", (0, "备注"): "甲的意见"})
    review("apply", form, "--out", folder)
    first = (folder / "decisions.csv").read_bytes()
    capsys.readouterr()
    assert review("apply", form, "--out", folder) == 0
    assert (folder / "decisions.csv").read_bytes() == first and "未变1" in capsys.readouterr().out
    fill(form, {(0, "决定"): "确认部分"})
    review("apply", form, "--out", folder, "--reviewer", "乙", "--date", "2025年3月1日")
    kept = read_table("decisions", folder)
    assert list(kept["decision"]) == ["rejected", "confirmed"] and (folder / "decisions.csv").read_bytes().startswith(first)
    assert list(kept["reviewer"]) == ["", "乙"] and list(kept["date"]) == ["", "2025年3月1日"]
    fill(form, {(0, "决定"): "撤销"})
    review("apply", form, "--out", folder)
    tabulate(folder / "街道.txt", folder)
    assert states(folder) == {} and len(read_table("decisions", folder)) == 3


def test_a_text_changed_after_export_is_suspect_and_shifted_ids_are_followed(folder):
    form, path = folder / "review.xlsx", folder / "街道.txt"
    review("export", "--out", folder)
    measure = rows(form)[at(form, "P01")]["措施编号"]
    fill(form, {(at(form, "P01"), "决定"): "确认直接", (at(form, "P02"), "决定"): "否决"})
    path.write_text(TEXT.replace("1.停车难", "1.桥下积水。逢雨积水半米。\n2.停车难").replace("2.路灯损坏。北河街", "3.路灯损坏。南河街").replace("3.食堂", "4.食堂"), encoding="utf-8")
    tabulate(path, folder)
    assert review("apply", form, "--out", folder) == 0
    tabulate(path, folder)
    found = states(folder)
    assert found.pop(("P02", measure)) == "confirmed"
    assert [(problem, state) for (problem, _), state in found.items()] == [("P03", "suspect")]


def test_a_form_exported_before_the_file_was_renamed_finds_its_document(folder):
    form = folder / "review.xlsx"
    review("export", "--out", folder)
    fill(form, {(0, "决定"): "否决"})
    tabulate((folder / "街道.txt").rename(folder / "街道（修改稿）.txt"), folder)
    assert review("apply", form, "--out", folder) == 0
    assert read_table("decisions", folder)["doc"].tolist() == ["街道（修改稿）"]


def test_decisions_follow_a_renamed_file(folder, capsys):
    form, path = folder / "review.xlsx", folder / "街道.txt"
    review("export", "--out", folder)
    measure = rows(form)[at(form, "P01")]["措施编号"]
    fill(form, {(at(form, "P01"), "决定"): "确认直接", (at(form, "P02"), "决定"): "否决", (at(form, "P03"), "决定"): "已说明", (at(form, "P03"), "备注"): "食堂已停办"})
    review("apply", form, "--out", folder)
    before = (folder / "decisions.csv").read_bytes()
    draft = path.rename(folder / "街道（修改稿）.txt")
    draft.write_text(TEXT.replace("多处路灯不亮", "多处路灯仍不亮"), encoding="utf-8")
    capsys.readouterr()
    for said in ("“街道（修改稿）”沿用“街道”的3条决定（所核定的", ""):
        assert main(["build", str(draft), "--out", str(folder)]) == 0
        lines = [line for line in capsys.readouterr().err.splitlines() if "决定" in line]
        assert [line[: len(said)] for line in lines] == ([said] if said else []) and all("1个文字有改动" in line for line in lines)
        found = states(folder)
        assert found.pop(("P01", measure)) == "confirmed"
        assert [(problem, state) for (problem, _), state in found.items()] == [("P02", "suspect")]
        assert read_table("gaps", folder / "tables").set_index("problem").loc["P03", "verdict"] == "justified"
        kept = read_table("decisions", folder)
        assert (folder / "decisions.csv").read_bytes().startswith(before) and kept["carried_from"].tolist() == [""] * 3 + ["街道"] * 3
    assert review("status", "--out", folder) == 0
    assert "没有已核定的" not in capsys.readouterr().out


def test_decisions_on_a_document_that_is_not_there_are_named_by_status(folder, capsys):
    form = folder / "review.xlsx"
    review("export", "--out", folder)
    fill(form, {(0, "决定"): "否决"})
    review("apply", form, "--out", folder)
    other = folder / "县局.txt"
    other.write_text(TEXT.replace("停车难。老城区车位不足，夜间占道停放", "环境脏乱。背街小巷垃圾积存"), encoding="utf-8")
    tabulate(other, folder)
    capsys.readouterr()
    assert review("status", "--out", folder) == 0
    assert "没有已核定的“街道”1份文档" in capsys.readouterr().out


def test_a_filled_form_is_never_overwritten(folder, capsys):
    form = folder / "review.xlsx"
    review("export", "--out", folder)
    empty = form.read_bytes()
    review("export", "--out", folder)
    assert form.read_bytes() == empty
    fill(form, {(0, "备注"): "待问"})
    filled = form.read_bytes()
    capsys.readouterr()
    assert review("export", "--out", folder) == 0
    assert form.read_bytes() == filled and (folder / "review-2.xlsx").read_bytes() == empty
    assert "已有人工填写，保留不动" in capsys.readouterr().out


def test_a_filled_ledger_is_copied_once_before_it_is_written_anew(folder):
    ledger = folder / "ledger.xlsx"
    assert keep_filled(ledger) == [] and keep_filled(folder / "没有.xlsx") == []
    content = fill(ledger, {(1, "备注"): "待问"}, head=4).read_bytes()
    for _ in range(2):
        assert "已另存为" in keep_filled(ledger)[0]
    assert (folder / "ledger-2.xlsx").read_bytes() == content and not (folder / "ledger-3.xlsx").exists()


def test_the_same_tables_give_the_same_bytes(folder):
    review("export", "--out", folder)
    first = (folder / "review.xlsx").read_bytes()
    (folder / "review.xlsx").unlink()
    review("export", "--out", folder)
    assert (folder / "review.xlsx").read_bytes() == first


@pytest.mark.parametrize(
    "marks, column, said",
    [
        ({"决定": "同意"}, "N", "决定“同意”不在可选之列"),
        ({"决定": "已说明"}, "O", "没有备注"),
        ({"决定": "否决", "问题编号": "P99", "核对码": ""}, "B", "没有P99"),
        ({"决定": "否决", "问题编号": "甲"}, "B", "编号“甲”无法识别"),
        ({"决定": "否决", "文档": "别的", "核对码": ""}, "A", "没有名为“别的”的文档"),
        ({"决定": "否决", "备注": "长" * 501}, "O", "备注超过500字"),
        ({"决定": "否决", "措施": "另一条", "核对码": ""}, "E", "文字与现有表格不一致"),
        ({"决定": "确认", "判断": "未涉及"}, "N", "请选确认直接、确认部分或否决"),
    ],
)
def test_a_bad_row_is_one_line_with_its_cell_and_nothing_is_applied(folder, capsys, marks, column, said):
    form = folder / "review.xlsx"
    review("export", "--out", folder)
    if marks.get("问题编号") == "P99":
        marks = marks | {"问题": ""}
    fill(form, {(0, "决定"): "否决"} | {(1, name): text for name, text in marks.items()})
    capsys.readouterr()
    assert review("apply", form, "--out", folder) == 1
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1 and f"待核定!{column}5" in errors[0] and said in errors[0]
    assert not (folder / "decisions.csv").exists()


def test_two_rows_that_contradict_each_other_are_refused(folder, capsys):
    lines = ["问题编号,措施编号,决定", "P01,M01,确认直接", "问题1,1,否决"]
    form = folder / "核定.csv"
    form.write_text("\n".join(lines), encoding="gb18030")
    assert review("apply", form, "--out", folder) == 1
    assert "表1!C3" in capsys.readouterr().err
    form.write_text("\n".join(lines[:2]), encoding="gb18030")
    assert review("apply", form, "--out", folder) == 0
    assert list(read_table("decisions", folder)["level"]) == [2]


def test_the_ledger_ticked_by_a_person(folder):
    ledger = folder / "ledger.xlsx"
    gap = read_table("gaps", folder / "tables").set_index("problem")
    pairs = read_table("links", folder / "tables")
    assert gap.loc["P01", "verdict"] in ("covered", "partial")
    unrelated = next(n for n, row in enumerate(pairs.itertuples()) if row.problem == "P03" and row.level == 0 and row.measure != gap.loc["P03", "best_measure"])
    fill(ledger, {(0, "确认"): "√", (0, "备注"): "属实"}, head=4)
    fill(ledger, {(unrelated, "确认"): "√"}, sheet=1, head=4)
    assert review("apply", ledger, "--out", folder) == 0
    kept = read_table("decisions", folder)
    assert kept[["problem", "measure", "decision", "note"]].values.tolist() == [
        ["P01", gap.loc["P01", "best_measure"], "confirmed", "属实"],
        ["P03", pairs.loc[unrelated, "measure"], "rejected", ""],
    ]


@pytest.mark.parametrize("row, marks, cell", [(0, ("确认", "否决"), "对照台账!P5"), (2, ("否决",), "对照台账!Q7")])
def test_a_ledger_row_that_says_nothing_clear_is_refused(folder, capsys, row, marks, cell):
    fill(folder / "ledger.xlsx", {(row, name): "√" for name in marks}, head=4)
    assert review("apply", folder / "ledger.xlsx", "--out", folder) == 1
    assert cell in capsys.readouterr().err and not (folder / "decisions.csv").exists()


def test_a_file_that_is_no_form_and_a_folder_without_tables(folder, tmp_path, capsys):
    assert review("apply", folder / "街道.txt", "--out", folder) == 1
    assert "不是核定表" in capsys.readouterr().err
    assert review("status", "--out", tmp_path / "空") == 1
    assert "zhenggai build" in capsys.readouterr().err
    (folder / "decisions.csv").write_text("doc,problem,decision,fingerprint_problem\n街道,P01,maybe,ab\n", encoding="utf-8")
    assert review("status", "--out", folder) == 1
    assert "第2行" in capsys.readouterr().err
