"""The notebooks are thin, committed without outputs, and run from a clean kernel on any document."""

import ast
import re

import nbformat
import pytest
from nbclient import NotebookClient

from analysis.paths import NOTEBOOKS

FILES = sorted(NOTEBOOKS.glob("*.ipynb"))
STAGES = ["01_reading", "02_tables", "03_keywords", "04_coverage", "05_gaps", "06_briefing"]
THICK = (ast.FunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.ListComp, ast.DictComp, ast.GeneratorExp, ast.With, ast.Try)
OWN = "一、存在问题\n1.停车难。老城区车位不足。\n二、整改措施\n（一）新增泊位。年底前新建泊位300个。\n"


def read(path):
    return nbformat.read(path, as_version=4)


def code_cells(path):
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def test_there_is_one_notebook_a_stage():
    assert [path.stem for path in FILES] == STAGES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_notebook_is_thin_and_stripped(path):
    for cell in code_cells(path):
        tree = ast.parse(cell.source)
        assert not [node for node in ast.walk(tree) if isinstance(node, THICK)], cell.source
        assert not re.search(r"\bre\.|Path\(|rcParams|style\.|[\\/]", cell.source), cell.source
        assert cell.outputs == [] and cell.execution_count is None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_output_has_a_question_before_it_and_a_reading_after_it(path):
    cells = read(path).cells
    shown = [number for number, cell in enumerate(cells) if cell.cell_type == "code" and cell.source.startswith(("study.", "print("))]
    for number in shown:
        assert cells[number + 1].cell_type == "markdown"
        assert cells[number - 1].cell_type == "markdown"
    assert len(shown) >= 3
    assert re.search(r"^## .*[？?]$", "\n".join(cell.source for cell in cells if cell.cell_type == "markdown"), re.MULTILINE)


def execute(path, workplace, **parameters):
    """Run a notebook in a clean kernel, its parameters cell replaced, and return its cells."""
    notebook = read(path)
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source = "\n".join([cell.source, *(f"{name} = {value!r}" for name, value in parameters.items())])
    NotebookClient(notebook, timeout=180, kernel_name="python3", resources={"metadata": {"path": str(workplace)}}).execute()
    return notebook.cells


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_notebook_runs_on_the_sample(path, tmp_path):
    cells = execute(path, tmp_path)
    empty = [cell.source for cell in cells if cell.cell_type == "code" and cell.source.startswith("study.") and not cell.outputs]
    assert empty == []
    figures = [cell for cell in cells if cell.cell_type == "code" and cell.source.startswith("study.figure(")]
    assert all("image/png" in output["data"] for cell in figures for output in cell.outputs)


def test_the_briefing_notebook_runs_on_an_own_file_and_exports(tmp_path):
    document = tmp_path / "我的方案.txt"
    document.write_text(OWN, encoding="utf-8")
    execute(FILES[-1], tmp_path, document=str(document), folder=str(tmp_path / "结果"))
    assert {"tables", "figures", "briefing.pptx", "ledger.xlsx", "report.html"} <= {path.name for path in (tmp_path / "结果").iterdir()}
