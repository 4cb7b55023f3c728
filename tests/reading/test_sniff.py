"""What a file is, by what is in it."""

import io
import zipfile

import pytest
from docx_parts import p, package

from analysis.reading.draft import Source, Unreadable
from analysis.reading.inputs import read_bytes
from analysis.reading.isolation import Isolation
from analysis.reading.sniff import OLE, sniff


def zipped(name):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, "x")
    return buffer.getvalue()


def ole(stream):
    return OLE + b"\0" * 1000 + stream.encode("utf-16-le") + b"\0" * 1000


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (package(p("甲")), "docx"),
        (zipped("xl/workbook.xml"), "xlsx"),
        (b"\r\n%PDF-1.4", "pdf"),
        (b"{\\rtf1", "rtf"),
        (ole("WordDocument"), "doc"),
        (ole("Workbook"), "xls"),
        (ole("Book"), "xls"),
        ("\ufeff<!DOCTYPE html><p>".encode(), "html"),
        ("<HTML><p>".encode("utf-16"), "html"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "wordml"),
        ("存在问题".encode(), "text"),
        ("存在问题\n整改".encode("utf-16"), "text"),
        ("存在问题，整改措施\n".encode("utf-16-le"), "text"),
        ("存在问题".encode("gb18030"), "text"),
        (b"BM ledger of 2024", "text"),
        (b"one\0two three four five six seven eight nine ten eleven twelve thirteen", "text"),
    ],
)
def test_kinds(data, kind):
    assert sniff(data) == kind


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "文件为空"),
        (ole("EncryptedPackage"), "文件已加密"),
        (ole("Nothing"), "不认识或不完整的Office文件"),
        (ole("PowerPoint Document"), "演示文稿"),
        (zipped("ppt/presentation.xml"), "演示文稿"),
        (zipped("OFD.xml"), "OFD版式文件"),
        (zipped("xl/workbook.bin"), "xlsb"),
        (zipped("a.txt"), "压缩包"),
        (b"\x89PNG\r\n", "图片"),
        (b"BM\x00\x01\x02\xff", "图片"),
        (bytes(range(256)), "二进制文件"),
    ],
)
def test_what_is_not_read_is_said(data, said):
    with pytest.raises(Unreadable) as caught:
        sniff(data)
    assert said in caught.value.problem and caught.value.accepted


@pytest.mark.parametrize(
    ("suffix", "data", "form", "said"),
    [
        (".docx", package(p("甲")), "docx", []),
        (".doc", package(p("甲")), "docx", ["扩展名是.doc，内容是Word文档，已按Word文档读取"]),
        (".txt", package(p("甲")), "docx", ["扩展名是.txt，内容是Word文档，已按Word文档读取"]),
        (".wps", package(p("甲")), "wps", []),
        ("", package(p("甲")), "docx", []),
        (".docx", "甲".encode(), "txt", ["扩展名是.docx，内容是纯文本，已按纯文本读取"]),
        (".txt", b"<html><p>x</p></html>", "html", ["扩展名是.txt，内容是网页，已按网页读取"]),
        (".xls", b"<html><table><tr><td>x</td><td>y</td></tr></table></html>", "html", ["扩展名是.xls，内容是网页，已按网页读取"]),
        (".csv", "甲,乙".encode(), "csv", []),
        (".md", "# 甲".encode(), "md", []),
        (".htm", "<p>甲".encode(), "html", []),
    ],
)
def test_renamed_files_are_read_as_what_they_are(suffix, data, form, said):
    with Isolation() as isolation:
        draft = read_bytes(Source(data, suffix), isolation)
    assert (draft.format, draft.warnings) == (form, said)
    assert draft.blocks
