"""What is checked before any parser sees a file, and the limits under which parsers run."""

import io
import zipfile
from dataclasses import dataclass

from analysis.reading.draft import Unreadable

MB = 1_000_000
ASK = "请确认文件来源，用原软件打开后另存一份"


@dataclass(frozen=True)
class Limits:
    """Bounds of one document: time and memory of its parser, members and sizes of its package, cells of a workbook."""

    seconds: float = 120
    memory: int = 3_000 * MB
    members: int = 10_000
    total: int = 1_500 * MB  # of all members, unpacked
    single: int = 600 * MB  # of one member, unpacked
    tree: int = 80 * MB  # of an XML part that is held in memory as a tree
    ratio: int = 150  # unpacked to packed size, above which a large member is taken for a bomb
    large: int = 15 * MB
    cells: int = 3_000_000
    pages: int = 5_000


LIMITS = Limits()


def check_package(data: bytes, limits: Limits = LIMITS) -> zipfile.ZipFile:
    """The zip package in `data`, its directory checked. Raises Unreadable where it exceeds a limit or is encrypted."""
    package = zipfile.ZipFile(io.BytesIO(data))
    members = package.infolist()
    if len(members) > limits.members:
        raise Unreadable(f"压缩包内有{len(members)}个成员，超过{limits.members}个", ASK)
    if sum(member.file_size for member in members) > limits.total:
        raise Unreadable(f"解压后超过{limits.total // MB} MB", ASK)
    for member in members:
        _check_member(member, limits)
    return package


def _check_member(member: zipfile.ZipInfo, limits: Limits) -> None:
    if member.flag_bits & 1:
        raise Unreadable("文件已加密", "请去掉打开密码后另存一份", member.filename)
    if member.file_size > limits.single:
        raise Unreadable(f"解压后达{member.file_size // MB} MB，超过{limits.single // MB} MB", ASK, member.filename)
    if member.file_size > limits.large and member.file_size > limits.ratio * max(member.compress_size, 1):
        raise Unreadable("压缩比异常，疑似压缩炸弹", ASK, member.filename)


def check_entities(xml: bytes, name: str) -> None:
    """Raise Unreadable where an XML part declares a document type: Office files never do, entity bombs always."""
    head = xml[:8192].replace(b"\0", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise Unreadable("XML中含有实体声明，拒绝解析", ASK, name)
