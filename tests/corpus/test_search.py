"""Which files a folder stands for."""

import pytest

from analysis.corpus.search import find
from analysis.paths import Output

FILES = ("乙/方案.DOCX", "甲.txt", "甲/b.txt", "甲/a.pdf")
PASSED_OVER = (".隐藏.txt", ".git/a.txt", "~$方案.docx", "图.png", "甲.corrections.toml", "结果/tables/gaps.csv", "结果/report.html", "结果/decisions.csv")


@pytest.fixture
def folder(tmp_path):
    for name in (*FILES, *PASSED_OVER):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).touch()
    return tmp_path


def names(found, folder):
    return [path.relative_to(folder).as_posix() for path in found]


def test_a_folder_is_its_readable_files_in_order_without_what_we_wrote(folder):
    found = find([folder], Output.of(folder / "结果"))
    assert names(found, folder) == ["乙/方案.DOCX", "甲/a.pdf", "甲/b.txt", "甲.txt"] and not any(found.values())


def test_a_file_is_named_once_where_it_is_named_first(folder):
    found = find([folder / "甲" / "b.txt", folder / "甲", folder / "没有.txt"], Output.of(folder / "结果"))
    assert names(found, folder) == ["甲/b.txt", "甲/a.pdf", "没有.txt"]


def test_a_folder_without_readable_files_says_so(tmp_path):
    (tmp_path / "空").mkdir()
    ((path, fault),) = find([tmp_path / "空"], Output.of(tmp_path)).items()
    assert path == tmp_path / "空" and "文件夹中没有可读取的文件；可接受：.txt" in fault
