"""Word packages written by hand, so that a test says exactly what is in them."""

import io
import zipfile

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def package(body: str, **parts: str) -> bytes:
    """A .docx with this body and the parts styles, numbering, header1, footer1, footnotes, comments as inner XML."""
    roots = {"styles": "styles", "numbering": "numbering", "header1": "hdr", "footer1": "ftr", "footnotes": "footnotes", "comments": "comments"}
    names = {"header1": "header", "footer1": "footer"}
    files = {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    files |= {f"word/{part}.xml": f"<w:{roots[part]} {NAMESPACES}>{inner}</w:{roots[part]}>" for part, inner in parts.items()}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPE}.{"document.main" if "document" in name else names.get(name[5:-4], name[5:-4])}+xml"/>' for name in files
    )
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    )
    files["_rels/.rels"] = _relations([("officeDocument", "word/document.xml")])
    files["word/_rels/document.xml.rels"] = _relations([(names.get(part, part), f"{part}.xml") for part in parts])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content if content.startswith("<?xml") else f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return buffer.getvalue()


def _relations(targets: list[tuple[str, str]]) -> str:
    rows = "".join(f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for at, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def p(text: str = "", *, style: str = "", num: tuple[int, int] | None = None, props: str = "", raw: str = "") -> str:
    """A paragraph: text, style id, (list, level), further properties, raw XML after the text."""
    inner = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{inner}{props}</w:pPr>{run}{raw}</w:p>"


def r(text: str, props: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def lvl(at: int, form: str, text: str, *, start: int = 1, extra: str = "") -> str:
    """A level of an abstract list."""
    restart = extra if "lvlRestart" in extra else ""
    rest = "" if restart else extra
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{restart}{rest}<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, *levels: str, extra: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{name}"><w:multiLevelType w:val="multilevel"/>{extra}{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def start_override(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def tc(*paragraphs: str, span: int = 1, merge: str = "") -> str:
    """A table cell; `merge` is restart or continue."""
    props = f'<w:tcW w:w="{2000 * span}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "") + (f'<w:vMerge w:val="{merge}"/>' if merge else "")
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def table(*rows: str) -> str:
    columns = '<w:gridCol w:w="2000"/>' * max(row.count("<w:tc>") for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
