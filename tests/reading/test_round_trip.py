"""The bundled samples in other formats, made by LibreOffice: the same blocks, white space aside."""

from pathlib import Path

import pytest
from office_batch import batch, needs_office

from analysis.paths import RAW
from analysis.reading import read

TEXTS = ("01-county-gov-leadership.txt", "04-town-finance-audit.txt", "06-street-urban-management.txt")
WORD = "02-hospital-inspection.docx"
LEDGER = "03-park-safety-ledger.xlsx"
MARKDOWN = "05-school-rectification.md"


def content(path: Path) -> list[str]:
    """Number and text of every block but furniture, without white space."""
    tables = read([path])
    assert tables["documents"]["error"].tolist() == [""]
    blocks = tables["blocks"][tables["blocks"]["kind"] != "furniture"]
    return ["".join((number + text).split()) for number, text in zip(blocks["number"], blocks["text"], strict=True)]


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    """The text and Markdown samples as UTF-8 text files, which LibreOffice reads as such."""
    folder = tmp_path_factory.mktemp("plain")
    for name in (*TEXTS, MARKDOWN):
        text = "\n\n".join(read([RAW / name])["blocks"]["text"])
        (folder / f"{Path(name).stem}.txt").write_text(text, encoding="utf-8")
    return sorted(folder.glob("*.txt"))


@needs_office
@pytest.mark.parametrize("form", ["docx", "pdf", "html", "doc"])
def test_texts_in_other_formats(plain, form, tmp_path):
    target = {"docx": "docx:MS Word 2007 XML", "html": "html:HTML (StarWriter)", "doc": "doc:MS Word 97"}.get(form, form)
    made = batch(plain, target, tmp_path, "--infilter=Text (encoded):UTF8")
    for source, path in zip(plain, made, strict=True):
        assert content(path) == content(source), path.name


@needs_office
@pytest.mark.parametrize("form", ["doc", "pdf", "html"])
def test_the_word_sample_in_other_formats(form, tmp_path):
    assert content(batch([RAW / WORD], form, tmp_path)[0]) == content(RAW / WORD)


@needs_office
@pytest.mark.parametrize("form", ["xls", "html"])
def test_the_ledger_in_other_formats(form, tmp_path):
    assert content(batch([RAW / LEDGER], form, tmp_path)[0]) == content(RAW / LEDGER)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_texts_in_other_encodings(name, encoding, tmp_path):
    text = "\n".join(read([RAW / name])["blocks"]["text"])
    path = tmp_path / "甲.txt"
    path.write_bytes(text.encode(encoding))
    assert content(path) == content(RAW / name)
