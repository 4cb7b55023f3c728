"""Old Word documents: through LibreOffice, and words only without it."""

import pytest
from docx_parts import abstract, lvl, num, p, package, table, tc
from office_batch import batch, needs_office

from analysis.reading import inputs
from analysis.reading.draft import Source, Unreadable
from analysis.reading.inputs import read_bytes
from analysis.reading.isolation import Isolation
from analysis.reading.legacy import LOSS
from analysis.reading.office import convert, find_office

BODY = p("存在问题") + p("学习不深", num=(1, 0)) + table(tc(p("甲")) + tc(p("乙"))) + p()
LISTS = abstract(0, lvl(0, "chineseCountingThousand", "（%1）")) + num(1, 0)


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    """The document as .doc."""
    folder = tmp_path_factory.mktemp("doc")
    (folder / "甲.docx").write_bytes(package(BODY, numbering=LISTS))
    return batch([folder / "甲.docx"], "doc", folder)[0].read_bytes()


def read(data, suffix):
    with Isolation() as isolation:
        return read_bytes(Source(data, suffix), isolation)


@needs_office
@pytest.mark.parametrize("suffix", [".doc", ".wps"])
def test_old_documents_are_read_like_new_ones(old, suffix):
    draft = read(old, suffix)
    assert [(block.place, block.kind, block.number, block.text) for block in draft.blocks] == [
        ("第1段", "paragraph", "", "存在问题"),
        ("第2段", "item", "（一）", "学习不深"),
        ("表1!A1", "cell", "", "甲"),
        ("表1!B1", "cell", "", "乙"),
    ]
    assert (draft.format, draft.warnings) == (suffix[1:], ["编号由Word自动生成", "经LibreOffice转换后读取"])


@needs_office
def test_without_libreoffice_the_words_are_read_and_the_loss_said(old, monkeypatch):
    monkeypatch.setattr(inputs, "find_office", lambda: "")
    draft = read(old, ".doc")
    assert [block.text for block in draft.blocks][:2] == ["存在问题", "学习不深"]
    assert draft.warnings == [LOSS]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le") + b"\0" * 600, "无法读取这种文件"),
        (b"{\\rtf1 x}", "无法读取这种文件"),
    ],
)
def test_without_libreoffice_what_cannot_be_read_is_said(monkeypatch, data, said):
    monkeypatch.setattr(inputs, "find_office", lambda: "")
    with pytest.raises(Unreadable, match=said) as caught:
        read(data, ".doc")
    assert "LibreOffice" in caught.value.accepted


@needs_office
def test_an_output_that_is_missing_is_noticed(monkeypatch):
    with pytest.raises(Unreadable, match="无法转换"):
        convert(b"\0\1\2" * 100, ".doc", "no-such-format", program=find_office())


@needs_office
def test_a_conversion_that_takes_too_long_is_ended():
    with pytest.raises(Unreadable, match="已停止"):
        convert(b"x", ".txt", "docx", program=find_office(), seconds=0.01)
