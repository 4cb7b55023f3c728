"""What a file is, by its first bytes and its members rather than by its name."""

import io
import re
import zipfile

from analysis.reading.decode import wide_encodings
from analysis.reading.draft import Unreadable

# (first bytes, what the file is); a name in `formats.FORMATS` can be read, other words are said to the analyst
MAGIC = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "图片"),
    (b"\xff\xd8\xff", "图片"),
    (b"GIF8", "图片"),
    (b"II*\0", "图片"),
    (b"MM\0*", "图片"),
    (b"BM", "图片"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
    (b"\x1f\x8b", "压缩包"),
)
# (how a member of a zip package begins, what the package is)
MEMBERS = (
    ("word/", "docx"),
    ("xl/workbook.bin", "Excel二进制工作簿（.xlsb）"),
    ("xl/", "xlsx"),
    ("ppt/", "演示文稿"),
    ("OFD.xml", "OFD版式文件"),
    ("content.xml", "OpenDocument文件"),
)
# (name of a stream in an OLE container, what the container is)
STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "演示文稿"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ADVICE = {
    "图片": "请先做文字识别（OCR），另存为文本或Word文档",
    "压缩包": "请先解压，再给出其中的文档",
    "演示文稿": "请另存为PDF或Word文档",
    "OFD版式文件": "请用阅读器另存为PDF",
    "Excel二进制工作簿（.xlsb）": "请另存为.xlsx",
    "不认识或不完整的Office文件": "请用原软件打开后另存为.docx或.xlsx",
    "OpenDocument文件": "请另存为.docx或.xlsx",
}
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<(?:body|head)[\s>]", re.IGNORECASE)
_WORD_XML = re.compile(rb"progid=\"Word\.Document\"|schemas\.microsoft\.com/office/word/2003/wordml|<pkg:package", re.IGNORECASE)
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
BINARY = 0.02  # share of control bytes above which a file is no text


def sniff(data: bytes) -> str:
    """The format of `data`: a name of `formats.FORMATS`, or `text` for text of any kind.

    Raises Unreadable where the file is empty, encrypted, binary or of a kind that is not read.
    """
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("文件为空", "请检查文件是否完整")
    kind = _container(data) or _magic(data) or _markup(data)
    if kind == "encrypted":
        raise Unreadable("文件已加密", "请去掉打开密码后另存一份")
    if kind in ADVICE:
        raise Unreadable(f"这是{kind}，不能直接读取", ADVICE[kind])
    if not kind and _is_binary(data):
        raise Unreadable("二进制文件，不是文档", "请确认选对了文件")
    return kind or "text"


def _magic(data: bytes) -> str:
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return next((kind for start, kind in MAGIC if data.startswith(start) and not (start == b"BM" and data[:64].isascii())), "")


def _container(data: bytes) -> str:
    if data.startswith(OLE):
        kinds = (kind for name, kind in STREAMS if name.encode("utf-16-le") + b"\0\0" in data)
        return next(kinds, "不认识或不完整的Office文件")
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ""
    try:
        names = sorted(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unreadable("文件不完整或已损坏（压缩结构无法打开）", "请重新下载或用原软件另存一份") from error
    return next((kind for start, kind in MEMBERS if any(name.startswith(start) for name in names)), "压缩包")


def _markup(data: bytes) -> str:
    head = data[:4096].replace(b"\0", b"")
    if _WORD_XML.search(head):
        return "wordml"
    return "html" if _HTML.search(head) else ""


def _is_binary(data: bytes) -> bool:
    head = data[:65536]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or wide_encodings(data):
        return False
    return len(head) - len(head.translate(None, _CONTROL)) > BINARY * len(head)
