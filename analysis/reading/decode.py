"""Bytes of a text file to text: which encoding, and what could not be decoded.

Order: byte order mark, UTF-8, GB18030 (a superset of GBK and GB2312), then line by line, since files
pasted together from two sources mix encodings.
"""

import codecs
from collections import Counter
from dataclasses import dataclass, field

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
LOST = "\ufffd"
FEW = 0.1  # a line is still in an encoding when a smaller share of its characters is lost
PROOF = 6  # as many multi-byte characters in a line prove UTF-8; shorter lines (联通) may be valid by chance
LISTED = 5  # places named in a warning


@dataclass
class Decoded:
    """Text, the name of its encoding, and warnings in Chinese."""

    text: str
    encoding: str
    warnings: list[str] = field(default_factory=list)


def decode(data: bytes) -> Decoded:
    """The text of `data`; bytes that fit no encoding become U+FFFD and are reported with their lines."""
    for mark, codec, name in BOMS:
        if data.startswith(mark):
            return _reported(data.decode(codec, errors="replace"), name)
    for codec in ("utf-8", *wide_encodings(data)):
        try:
            return Decoded(data.decode(codec), codec)
        except UnicodeDecodeError:
            continue
    return _legacy(data)


def decode_as(data: bytes, declared: str) -> Decoded:
    """The text of `data` in the encoding it declares, where that works; else as `decode` finds it."""
    try:
        codec = codecs.lookup(declared).name
        codec = "gb18030" if codec in ("gb2312", "gbk") else codec
        return Decoded(data.decode(codec), codec)
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def wide_encodings(data: bytes) -> list[str]:
    """The UTF-16 encodings that `data` may have without a mark: half of its ASCII (line ends at least) is NUL."""
    if len(data) % 2 or b"\0" not in data[:4096]:
        return []
    head = data[:4096]
    guesses = [codec for codec, end in (("utf-16-le", b"\n\0"), ("utf-16-be", b"\0\n")) if end in head]
    return [codec for codec in guesses if _chinese(head.decode(codec, errors="replace")) > 0.5]


def _chinese(text: str) -> float:
    return sum("\u4e00" <= character <= "\u9fff" for character in text) / max(len(text), 1)


def _legacy(data: bytes) -> Decoded:
    lines = data.split(b"\n")
    if not any(_proves_utf8(line) for line in lines):
        try:
            return Decoded(data.decode("gb18030"), "gb18030")
        except UnicodeDecodeError:
            pass
    return _line_by_line(lines)


def _proves_utf8(line: bytes) -> bool:
    try:
        return sum(character > "\x7f" for character in line.decode("utf-8")) >= PROOF
    except UnicodeDecodeError:
        return False


def _line_by_line(lines: list[bytes]) -> Decoded:
    texts, codecs_used = zip(*(_line(line) for line in lines), strict=True)
    votes = Counter(codec for codec in codecs_used if codec)
    main = votes.most_common(1)[0][0] if votes else "utf-8"
    result = _reported("\n".join(texts), main)
    others = [number for number, codec in enumerate(codecs_used, 1) if codec and codec != main]
    if others:
        other = "gb18030" if main == "utf-8" else "utf-8"
        result.warnings.insert(0, f"文件混用两种编码：{_lines(others)}按{other.upper()}读取，其余按{main.upper()}")
    return result


def _line(line: bytes) -> tuple[str, str]:
    """A line's text and encoding (empty where it is plain ASCII)."""
    if line.isascii():
        return line.decode("ascii"), ""
    utf8 = line.decode("utf-8", errors="replace")
    if utf8.count(LOST) <= FEW * len(utf8):
        return utf8, "utf-8"
    chinese = line.decode("gb18030", errors="replace")
    return (chinese, "gb18030") if chinese.count(LOST) <= utf8.count(LOST) else (utf8, "utf-8")


def _reported(text: str, encoding: str) -> Decoded:
    if LOST not in text:
        return Decoded(text, encoding)
    hurt = [number for number, line in enumerate(text.split("\n"), 1) if LOST in line]
    return Decoded(text, encoding, [f"有{text.count(LOST)}处字节无法解码，已用“{LOST}”代替（{_lines(hurt)}）"])


def _lines(numbers: list[int]) -> str:
    shown = "、".join(map(str, numbers[:LISTED]))
    return f"第{shown}行" if len(numbers) <= LISTED else f"第{shown}行等{len(numbers)}行"
