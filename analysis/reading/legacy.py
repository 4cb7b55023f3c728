"""The text of an old Word document (.doc, .wps) without LibreOffice: words only, and said so."""

from analysis.reading.draft import Block, Draft, Source, Unreadable
from analysis.reading.lines import numbered_lines

INSTALL = "请安装LibreOffice，或用Word、WPS打开后另存为.docx"
LOSS = "未找到LibreOffice，只读出文字：表格、自动编号和标题样式未识别"


def read_legacy_doc(source: Source) -> Draft:
    """An old Word document as bare paragraphs. Raises Unreadable where not even the words can be had."""
    from legacy_doc import ExtractionOptions, LegacyDocError, extract_text

    try:
        text = extract_text(source.data, options=ExtractionOptions(max_file_bytes=300_000_000, max_text_bytes=100_000_000)).text
    except (LegacyDocError, ValueError, IndexError, OverflowError) as error:
        locked = "ncrypted" in str(error)
        raise Unreadable("文件已加密" if locked else "未找到LibreOffice，无法读取这种文件", "请去掉打开密码后另存一份" if locked else INSTALL) from error
    blocks = [Block(f"第{number}段", "paragraph", line) for number, line in numbered_lines(text)]
    return Draft("doc", blocks, warnings=[LOSS])
