"""ledger.xlsx: inert text, columns to fill, print set-up, the same bytes for the same tables."""

import pytest
from decks import MIDDLE, members
from documents import document, together
from openpyxl import load_workbook

from analysis.briefing.fitting import wrap
from analysis.briefing.ledger import SHEETS, write_ledger
from analysis.briefing.ledger.cells import CUT, HIGHEST, active, points, settle
from analysis.briefing.ledger.columns import PAIRS, PROBLEMS
from analysis.briefing.ledger.sheet import HEAD

DANGEROUS = ("=1+1", "+86", "-5", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x","y")', "＝1")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledger") / "ledger.xlsx"
    write_ledger(MIDDLE, path)
    return path


@pytest.fixture(scope="module")
def book(path):
    return load_workbook(path)


def column(sheet, name: str) -> int:
    return next(cell.column for cell in sheet[HEAD] if cell.value == name)


def test_the_same_tables_give_the_same_bytes(path, tmp_path):
    write_ledger(MIDDLE, tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


def test_three_sheets_with_a_row_for_everything(book):
    assert tuple(book.sheetnames) == SHEETS
    assert book[SHEETS[0]].max_row == HEAD + len(MIDDLE["problems"])
    assert book[SHEETS[1]].max_row == HEAD + len(MIDDLE["links"])
    assert book[SHEETS[2]].max_row == 1 + len(PROBLEMS) + len(PAIRS)


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_that_looks_like_a_formula_is_inert(tmp_path, text):
    frames = dict(document(2, 1))
    frames["problems"] = frames["problems"].assign(text=text, owner=text)
    write_ledger(frames, tmp_path / "x.xlsx")
    sheet = load_workbook(tmp_path / "x.xlsx")[SHEETS[0]]
    cell = sheet.cell(HEAD + 1, column(sheet, "存在问题"))
    assert cell.data_type == "s" and cell.value.strip() == text.strip()
    assert cell.quotePrefix or not active(cell.value)
    assert b"<f>" not in b"".join(data for name, data in members(tmp_path / "x.xlsx").items() if name.startswith("xl/worksheets/"))


def test_control_characters_are_gone(tmp_path):
    frames = dict(document(2, 1))
    frames["problems"] = frames["problems"].assign(text="停\x00车\x0b难\ud800")
    write_ledger(frames, tmp_path / "x.xlsx")
    sheet = load_workbook(tmp_path / "x.xlsx")[SHEETS[0]]
    assert sheet.cell(HEAD + 1, column(sheet, "存在问题")).value == "停车难"


def test_columns_for_a_person_check_what_is_entered(book):
    for name in SHEETS[:2]:
        sheet = book[name]
        rules = {rule.type: [] for rule in sheet.data_validations.dataValidation}
        for rule in sheet.data_validations.dataValidation:
            rules[rule.type].append(rule)
        assert len(rules["list"]) == 2 and all(rule.formula1 == '"√"' for rule in rules["list"])
        assert [rule.formula1 for rule in rules["textLength"]] == ["500"]
        covered = " ".join(str(rule.sqref) for rule in sheet.data_validations.dataValidation)
        assert all(f"{sheet.cell(HEAD + 1, column(sheet, head)).coordinate}:" in covered for head in ("确认", "否决", "备注"))


def test_prints_on_a3_landscape_with_repeated_heads(book):
    for sheet in (book[name] for name in SHEETS[:2]):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == ("8", "landscape") or (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == f"$3:${HEAD}"
        assert "&P" in sheet.oddFooter.center.text
        assert sheet.freeze_panes is not None and sheet.auto_filter.ref.startswith(f"A{HEAD}:")
        assert sheet.conditional_formatting


def test_groups_are_merged_over_their_columns(book):
    merged = {str(area) for area in book[SHEETS[0]].merged_cells.ranges}
    assert {"A3:D3", "E3:H3"} <= merged
    assert [book[SHEETS[0]][f"{letter}3"].value for letter in "AEIM"] == ["问题", "整改", "判断", "依据"]


def test_rows_are_as_high_as_their_text(book):
    sheet = book[SHEETS[0]]
    for row in range(HEAD + 1, sheet.max_row + 1):
        for cell in sheet[row]:
            if isinstance(cell.value, str):
                room = points(sheet.column_dimensions[cell.column_letter].width - 0.7109375)
                assert len(wrap(cell.value, room, cell.font.sz)) * cell.font.sz * 1.3 <= sheet.row_dimensions[row].height


def test_a_row_too_high_is_set_smaller_and_then_cut_saying_so():
    assert settle([("停车难", 20)])[0] == 10
    size, high, [text] = settle([("停车难，" * 120, 20)])
    assert size < 10 and high <= HIGHEST and not text.endswith(CUT)
    size, high, [text] = settle([("停车难，" * 2000, 20)])
    assert size == 7 and high <= HIGHEST and text.endswith(CUT)


def test_several_documents_stand_in_one_sheet_with_a_column_of_their_names(tmp_path):
    write_ledger(together(document(3, 2, doc="甲"), document(2, 2, doc="乙")), tmp_path / "two.xlsx")
    sheet = load_workbook(tmp_path / "two.xlsx")[SHEETS[0]]
    assert [sheet.cell(row, 1).value for row in range(HEAD, HEAD + 6)] == ["文档", "甲", "甲", "甲", "乙", "乙"]


@pytest.mark.parametrize("problems, measures", [(0, 0), (3, 0), (0, 2)])
def test_documents_with_nothing_in_them(tmp_path, problems, measures):
    write_ledger(document(problems, measures, 0), tmp_path / "x.xlsx")
    assert load_workbook(tmp_path / "x.xlsx").sheetnames == list(SHEETS)
