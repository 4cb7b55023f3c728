"""The guard before any parser: packages that are too much are refused by their directory alone."""

import io
import zipfile
from dataclasses import replace

import pytest

from analysis.reading.draft import Unreadable
from analysis.reading.guard import LIMITS, check_entities, check_package

SMALL = replace(LIMITS, members=3, total=5_000, single=3_000, large=1_000, ratio=20)


def package(*members, compress=zipfile.ZIP_DEFLATED):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compress) as archive:
        for at, data in enumerate(members):
            archive.writestr(f"{at}.xml", data)
    return buffer.getvalue()


VARIED = bytes(range(256)) * 10


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (package(*[b"x"] * 4), "压缩包内有4个成员，超过3个"),
        (package(VARIED, VARIED), "解压后超过"),
        (package(VARIED + VARIED[:500], compress=zipfile.ZIP_STORED), "解压后达"),
        (package(b"x" * 2_000), "疑似压缩炸弹"),
    ],
)
def test_too_much_is_refused(data, said):
    with pytest.raises(Unreadable, match=said):
        check_package(data, SMALL)


def test_an_ordinary_package_passes():
    assert len(check_package(package(b"<a/>", b"x" * 900), SMALL).namelist()) == 2


def test_locked_members_are_named():
    data = bytearray(package(b"x"))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(Unreadable, match="已加密") as caught:
        check_package(bytes(data))
    assert caught.value.place == "0.xml"


@pytest.mark.parametrize("xml", [b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', '<!DOCTYPE a><a/>'.encode("utf-16")])
def test_entities_are_refused(xml):
    with pytest.raises(Unreadable, match="实体声明"):
        check_entities(xml, "word/document.xml")
