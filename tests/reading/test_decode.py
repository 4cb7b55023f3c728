"""Bytes to text: encodings, mixtures and damage."""

import pytest

from analysis.reading.decode import decode, decode_as

LINE = "整改措施：建立台账，逐项销号。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (LINE.encode("utf-8"), "utf-8"),
        (LINE.encode("utf-8-sig"), "utf-8"),
        (LINE.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + LINE.encode("utf-16-be"), "utf-16"),
        (f"{LINE}\n".encode("utf-16-le"), "utf-16-le"),
        (LINE.encode("utf-32"), "utf-32"),
        (LINE.encode("gb18030"), "gb18030"),
        ("㐀镕䶮𠮷".encode("gb18030"), "gb18030"),
        (b"plain", "utf-8"),
    ],
)
def test_encodings(data, encoding):
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert decoded.text.strip() in (LINE, "㐀镕䶮𠮷", "plain")
    assert decoded.warnings == []


def test_lines_of_two_encodings_are_each_read_and_reported():
    data = LINE.encode() + b"\n" + LINE.encode() + b"\n" + LINE.encode("gb18030")
    decoded = decode(data)
    assert decoded.text == "\n".join([LINE] * 3)
    assert decoded.warnings == ["文件混用两种编码：第3行按GB18030读取，其余按UTF-8"]


@pytest.mark.parametrize(
    ("data", "text", "warning"),
    [
        (f"{LINE}\n".encode() + LINE.encode()[:-1], f"{LINE}\n{LINE[:-1]}\ufffd", "有1处字节无法解码，已用“\ufffd”代替（第2行）"),
        (LINE.encode("gb18030")[:-1], LINE[:-1] + "\ufffd", "有1处字节无法解码，已用“\ufffd”代替（第1行）"),
        ("\n".join(["建" * 20 + "\udcff"] * 7).encode("utf-8", "surrogateescape"), "\n".join(["建" * 20 + "\ufffd"] * 7), "有7处字节无法解码，已用“\ufffd”代替（第1、2、3、4、5行等7行）"),
    ],
)
def test_damage_is_kept_visible(data, text, warning):
    decoded = decode(data)
    assert (decoded.text, decoded.warnings) == (text, [warning])


@pytest.mark.parametrize(
    ("declared", "data", "encoding"),
    [("gb2312", "䶮".encode("gb18030"), "gb18030"), ("gbk", LINE.encode(), "utf-8"), ("big5", LINE.encode("gb18030")[:0] + "整".encode("big5"), "big5"), ("nonsense", LINE.encode(), "utf-8")],
)
def test_a_declared_encoding_is_used_where_it_fits(declared, data, encoding):
    assert decode_as(data, declared).encoding == encoding
