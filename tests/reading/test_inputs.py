"""Files in, documents and blocks out; every unusable input has its one line."""

import hashlib
import os

import pytest

from analysis.reading import read
from analysis.reading.inputs import doc_names


@pytest.fixture
def put(tmp_path):
    def write(name, data):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


def row(path):
    return read([path])["documents"].iloc[0]


def test_good_inputs_finish_beside_bad_ones(put, tmp_path):
    good = put("甲 镇 方案.txt", "整改方案\n一、存在问题\n1.学习不深。")
    tables = read([tmp_path / "没有.txt", good])
    bad, fine = tables["documents"].to_dict("records")
    assert bad["error"].endswith("没有.txt：找不到文件；请检查路径和文件名")
    assert (fine["doc"], fine["format"], fine["encoding"], fine["title"], fine["characters"], fine["error"], fine["warnings"]) == ("甲 镇 方案", "txt", "utf-8", "整改方案", 17, "", "")
    assert fine["sha256"] == hashlib.sha256(good.read_bytes()).hexdigest()
    assert list(tables["blocks"]["doc"].unique()) == ["甲 镇 方案"]
    assert list(tables["blocks"]["block"]) == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("空.txt", b"", "文件为空"),
        ("空.txt", "\ufeff \r\n\t".encode(), "文件为空"),
        ("空.txt", "　\n　".encode(), "文件中没有文字"),
        ("乱.txt", bytes(range(256)) * 40, "二进制文件"),
        ("图.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "这是图片，不能直接读取；请先做文字识别"),
        ("包.md", b"\x1f\x8b\x08" + b"\0" * 50, "这是压缩包"),
        ("片.pptx", b"PK\x03\x04", "不支持的文件类型.pptx；可接受：.txt"),
        ("坏.md", b"PK\x03\x04" + b"\0" * 90, "文件不完整或已损坏"),
    ],
)
def test_each_unusable_file_has_one_line(put, name, data, said):
    error = row(put(name, data))["error"]
    assert said in error and error.startswith(str(put(name, data))) and "\n" not in error


def test_a_folder_is_no_file(tmp_path):
    assert "这是文件夹，不是文件" in row(tmp_path)["error"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user whom permissions bind")
def test_a_file_without_permission(put):
    path = put("密.txt", "文")
    path.chmod(0)
    assert "没有读取权限" in row(path)["error"]


def test_permission_is_reported_in_words(put, monkeypatch):
    path = put("密.txt", "文")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert "没有读取权限" in row(path)["error"]


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["甲.txt", "乙.md"], ["甲", "乙"]),
        (["a/甲.txt", "b/甲.txt", "甲.docx"], ["甲", "甲(2)", "甲(3)"]),
        (["A.txt", "a.txt"], ["A", "a(2)"]),
        (["甲(2).txt", "甲.txt", "甲.md"], ["甲(2)", "甲", "甲(3)"]),
    ],
)
def test_documents_of_one_stem_stay_apart(paths, names):
    from pathlib import Path

    assert doc_names(map(Path, paths)) == names


def test_control_characters_and_surrogates_go_with_a_warning(put):
    path = put("控.txt", b"\xe5\xad\xa6\x00\x07\xe4\xb9\xa0\xe2\x80\x8b" + "不深，措施不实，落实不力，督办不严，问责不够。".encode() * 5)
    tables = read([path])
    assert tables["blocks"]["text"][0].startswith("学习不深")
    assert tables["documents"]["warnings"][0] == "去掉了2个控制字符"


def test_lone_surrogates_of_utf16_are_replaced(put):
    path = put("代.txt", b"\xff\xfe" + "学\ud800习".encode("utf-16-le", "surrogatepass"))
    tables = read([path])
    assert tables["blocks"]["text"][0].encode("utf-8").decode().startswith("学")
    assert "无法解码" in tables["documents"]["warnings"][0]


def test_progress_runs_from_none_to_all(put):
    told = []
    read([put("甲.txt", "甲"), put("乙.txt", "乙")], progress=lambda *args: told.append(args))
    assert told == [(0.0, 2, "甲.txt"), (1.0, 2, "甲.txt"), (1.0, 2, "乙.txt"), (2.0, 2, "乙.txt")]


def test_a_path_given_twice_is_read_once(put):
    path = put("甲.txt", "甲")
    assert len(read([path, path])["documents"]) == 1


def test_a_file_that_grows_while_it_is_read_is_reported(put, monkeypatch):
    path = put("变.txt", "学习不深。")
    real, calls = os.fstat, []

    def fstat(handle):
        calls.append(handle)
        if len(calls) == 2:
            with path.open("ab") as file:
                file.write(b"more")
        return real(handle)

    monkeypatch.setattr(os, "fstat", fstat)
    result = row(path)
    assert result["warnings"] == "读取过程中文件有变化，按读到的内容处理"
    assert result["sha256"] == hashlib.sha256("学习不深。".encode()).hexdigest()
