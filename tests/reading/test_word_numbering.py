"""Automatic numbers from numbering.xml: what Word draws before a paragraph, and the same beside LibreOffice."""

import pytest
from docx_parts import abstract, lvl, num, p, package, start_override
from office_batch import batch, needs_office

from analysis.reading.draft import Source
from analysis.reading.word import read_docx

C = "chineseCountingThousand"
LEVELS = (lvl(0, C, "%1、"), lvl(1, C, "（%2）"), lvl(2, "decimal", "%3."), lvl(3, "decimalEnclosedCircle", "%4"))
FOUR = abstract(0, *LEVELS)
NORMAL = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
HEADINGS = NORMAL + "".join(
    f'<w:style w:type="paragraph" w:styleId="{at + 1}"><w:name w:val="heading {at + 1}"/><w:basedOn w:val="a"/><w:pPr><w:numPr>'
    f'<w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{at}"/></w:pPr></w:style>'
    for at in (0, 1)
)
LIST_STYLE = NORMAL + '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
NO_NUMBER = '<w:numPr><w:numId w:val="0"/></w:numPr>'


def listed(*levels):
    """Paragraphs 甲 at (list, level) each."""
    return "".join(p("甲", num=level) for level in levels)


# what is tested: body, parts, labels
CASES = {
    "levels restart below a higher one": (
        listed((1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)),
        {"numbering": FOUR + num(1, 0)},
        "一、 （一） （二） 1. 2. ① （三） 1. 二、 （一） 1.",
    ),
    "lists of one abstract list count on": (listed((1, 0), (1, 0), (2, 0), (1, 0)), {"numbering": FOUR + num(1, 0) + num(2, 0)}, "一、 二、 三、 四、"),
    "a start override begins anew once": (
        listed((1, 0), (1, 0), (2, 0), (2, 0), (1, 0), (2, 0)),
        {"numbering": FOUR + num(1, 0) + num(2, 0, start_override(0, 1))},
        "一、 二、 一、 二、 三、 四、",
    ),
    "a list may start late": (listed((1, 0), (1, 0)), {"numbering": abstract(0, lvl(0, "decimal", "（%1）", start=5)) + num(1, 0)}, "（5） （6）"),
    "a level of its own": (
        listed((1, 0), (2, 0)),
        {"numbering": FOUR + num(1, 0) + num(2, 0, f'<w:lvlOverride w:ilvl="0">{lvl(0, "decimal", "%1)")}</w:lvlOverride>')},
        "一、 2)",
    ),
    "two lists count apart": (listed((1, 0), (2, 0), (1, 0), (2, 0)), {"numbering": FOUR + abstract(1, lvl(0, "decimal", "%1.")) + num(1, 0) + num(2, 1)}, "一、 1. 二、 2."),
    "a deep level first": (listed((1, 1), (1, 0), (1, 1)), {"numbering": abstract(0, lvl(0, "decimal", "%1"), lvl(1, "decimal", "%1.%2")) + num(1, 0)}, "1.1 2 2.1"),
    "headings numbered by their styles": (
        p("甲", style="1") + p("甲", style="2") + p("甲", style="2", props=NO_NUMBER) + p("甲", style="2") + p("甲", style="1") + p("甲", style="2"),
        {"styles": HEADINGS, "numbering": FOUR + num(1, 0)},
        "一、 （一）  （二） 二、 （一）",
    ),
    "a list through a numbering style": (
        listed((2, 0), (2, 1), (2, 0)),
        {"styles": LIST_STYLE, "numbering": abstract(0, *LEVELS, extra='<w:styleLink w:val="L"/>') + abstract(1, extra='<w:numStyleLink w:val="L"/>') + num(1, 0) + num(2, 1)},
        "一、 （一） 二、",
    ),
    "a level without a number": (listed((1, 0), (1, 1)), {"numbering": abstract(0, lvl(0, "none", "附："), lvl(1, "decimal", "%2.")) + num(1, 0)}, "附： 1."),
}
# what LibreOffice does not do as Word does
WORD_ONLY = {
    "a level that never restarts": (
        listed((1, 0), (1, 1), (1, 1), (1, 0), (1, 1)),
        {"numbering": abstract(0, lvl(0, C, "%1、"), lvl(1, "decimal", "%2.", extra='<w:lvlRestart w:val="0"/>')) + num(1, 0)},
        "一、 1. 2. 二、 3.",
    ),
    "a level that restarts only after the first": (
        listed((1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)),
        {"numbering": abstract(0, lvl(0, C, "%1、"), lvl(1, "decimal", "%2."), lvl(2, "decimal", "%3)", extra='<w:lvlRestart w:val="1"/>')) + num(1, 0)},
        "一、 1. 1) 2. 2) 二、 1. 1)",
    ),
    "legal numbers show all levels as decimals": (
        listed((1, 0), (1, 1), (1, 0), (1, 1)),
        {"numbering": abstract(0, lvl(0, C, "第%1章"), lvl(1, "decimal", "%1.%2", extra="<w:isLgl/>")) + num(1, 0)},
        "第一章 1.1 第二章 2.1",
    ),
    "an empty paragraph counts": (listed((1, 0)) + p("", num=(1, 0)) + listed((1, 0)), {"numbering": FOUR + num(1, 0)}, "一、 三、"),
    "a deleted paragraph does not": (
        listed((1, 0))
        + p("", num=(1, 0), props='<w:rPr><w:del w:id="1"/></w:rPr>', raw='<w:del w:id="2"><w:r><w:delText>去</w:delText></w:r></w:del>')
        + listed((1, 0)),
        {"numbering": FOUR + num(1, 0)},
        "一、 二、",
    ),
    "custom padded numbers": (
        listed((1, 0)),
        {
            "numbering": '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
            '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
            '<w:lvlText w:val="%1"/></w:lvl></w:abstractNum>' + num(1, 0)
        },
        "001",
    ),
    "a bullet is no number": (listed((1, 0)), {"numbering": abstract(0, lvl(0, "bullet", "•")) + num(1, 0)}, ""),
    "an unknown list": (listed((7, 0)), {"numbering": FOUR + num(1, 0)}, ""),
}


@pytest.mark.parametrize(("body", "parts", "labels"), [*CASES.values(), *WORD_ONLY.values()], ids=[*CASES, *WORD_ONLY])
def test_labels(body, parts, labels):
    blocks = read_docx(Source(package(body, **parts))).blocks
    assert " ".join(block.number for block in blocks) == labels
    assert {block.text for block in blocks} == {"甲"}


@needs_office
def test_labels_are_those_of_libreoffice(tmp_path):
    cases = [package(body, **parts) for body, parts, _ in CASES.values()]
    mine = [[block.number + block.text for block in read_docx(Source(data)).blocks] for data in [*cases, numerals()]]
    files = [tmp_path / f"{at}.docx" for at in range(len(mine))]
    for file, data in zip(files, [*cases, numerals()], strict=True):
        file.write_bytes(data)
    shown = [path.read_text(encoding="utf-8-sig") for path in batch(files, "txt:Text (encoded):UTF8", tmp_path)]
    assert mine == [[line.replace(" ", "").replace("\t", "") for line in text.splitlines() if line.strip()] for text in shown]


def numerals():
    """Two paragraphs from 1, 9, 20 and 98 on, in each number format that LibreOffice knows."""
    forms = ["decimal", "decimalZero", "decimalEnclosedCircle", C, "chineseCounting", "chineseLegalSimplified", "ideographTraditional", "lowerLetter", "upperRoman"]
    lists = "".join(abstract(at, lvl(0, form, "%1")) for at, form in enumerate(forms))
    lists += "".join(num(10 * at + turn, at, start_override(0, start)) for at in range(len(forms)) for turn, start in enumerate((1, 9, 20, 98), 1))
    return package("".join(p("甲", num=(10 * at + turn, 0)) * 2 for at in range(len(forms)) for turn in range(1, 5)), numbering=lists)
