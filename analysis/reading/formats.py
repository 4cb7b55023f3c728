"""The formats that are read, as data: their suffixes, their reader, and whether it runs in a process of its own."""

from dataclasses import dataclass
from importlib import import_module

from analysis.reading.draft import Draft, Source


@dataclass(frozen=True)
class Format:
    """A format: its name in `documents.format`, what an analyst calls it, suffixes, `module:function` of its reader.

    `isolated` readers parse containers and run in a child process under limits of memory and time. Where
    `through` is set and LibreOffice is installed, the file is converted to that format and read as it. `also`:
    other formats that commonly carry these suffixes and are read without a remark.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    reader: str
    isolated: bool = True
    through: str = ""
    also: tuple[str, ...] = ()


_ALL = (
    Format("txt", "纯文本", (".txt", ".text"), "text:read_text", isolated=False),
    Format("md", "Markdown", (".md", ".markdown"), "markdown:read_markdown", isolated=False),
    Format("docx", "Word文档", (".docx", ".docm", ".dotx"), "word:read_docx"),
    Format("doc", "旧版Word文档", (".doc",), "legacy:read_legacy_doc", through="docx", also=("rtf", "wordml")),
    Format("wps", "WPS文档", (".wps",), "legacy:read_legacy_doc", through="docx", also=("doc", "docx", "rtf")),
    Format("pdf", "PDF", (".pdf",), "pdf:read_pdf"),
    Format("xlsx", "Excel工作簿", (".xlsx", ".xlsm"), "excel:read_xlsx"),
    Format("xls", "旧版Excel工作簿", (".xls",), "excel.binary:read_xls"),
    Format("csv", "表格文本", (".csv", ".tsv"), "delimited:read_delimited", isolated=False),
    Format("html", "网页", (".html", ".htm"), "web:read_html"),
    Format("rtf", "RTF文档", (), "legacy:read_legacy_doc", through="docx"),
    Format("wordml", "Word XML文档", (), "legacy:read_legacy_doc", through="docx"),
)

FORMATS: dict[str, Format] = {form.name: form for form in _ALL}
BY_SUFFIX: dict[str, Format] = {suffix: form for form in _ALL for suffix in form.suffixes}
TEXTS = frozenset({"txt", "md", "csv", "html"})
ACCEPTED = "可接受：" + "、".join(form.suffixes[0] for form in _ALL if form.suffixes)


def parse(name: str, source: Source) -> Draft:
    """Read `source` as format `name`; the reader's module is loaded only now."""
    module, function = FORMATS[name].reader.split(":")
    return getattr(import_module(f"analysis.reading.{module}"), function)(source)
