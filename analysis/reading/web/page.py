"""An HTML page to blocks."""

import re

from lxml import etree, html

from analysis.reading.decode import Decoded, decode, decode_as
from analysis.reading.draft import Draft, Source, Unreadable
from analysis.reading.guard import LIMITS, MB
from analysis.reading.web.flow import Flow

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_html(source: Source) -> Draft:
    """A web page in the encoding it declares, where that fits. Raises Unreadable where it is too large to hold."""
    if len(source.data) > LIMITS.tree:
        raise Unreadable(f"网页达{len(source.data) // MB} MB，超过{LIMITS.tree // MB} MB", "请另存为文本")
    decoded = decode_page(source.data)
    text = _DECLARATION.sub("", decoded.text).replace("\0", "")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise Unreadable("网页中没有内容", "请检查文件是否完整") from error
    if any("depth" in entry.message for entry in parser.error_log):
        decoded.warnings.append("网页嵌套过深，部分内容可能没有读到")
    flow = Flow(root)
    return Draft("html", flow.blocks(), encoding=decoded.encoding, title=" ".join((root.findtext(".//title") or "").split()), warnings=decoded.warnings)


def decode_page(data: bytes) -> Decoded:
    """The text of a page: byte order mark, then the encoding it declares, then as any text."""
    declared = _CHARSET.search(data[:4096])
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")) or not declared:
        return decode(data)
    return decode_as(data, (declared[1] or declared[2]).decode("ascii"))
