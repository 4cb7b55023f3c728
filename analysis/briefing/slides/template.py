"""An organisation's own template: layouts and placeholders are found by name, never by index."""

import io
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from pptx import Presentation

from analysis.errors import InputError

_KINDS = {
    "封面": ("封面", "标题幻灯片", "title slide", "cover"),
    "章节": ("章节", "节标题", "section header", "section"),
    "内容": ("内容", "标题和内容", "title and content", "正文", "仅标题", "title only"),
}
_NAMES = {
    "标题": ("标题", "title"),
    "副标题": ("副标题", "subtitle"),
    "内容": ("内容", "内容占位符", "content", "content placeholder", "正文", "图", "图片占位符", "picture placeholder", "对象"),
    "说明": ("说明", "文本占位符", "text placeholder", "text"),
    "来源": ("来源", "页脚占位符", "footer placeholder", "页脚", "footer"),
    "页码": ("页码", "灯片编号占位符", "幻灯片编号占位符", "slide number placeholder"),
}
WANTED = {"封面": ("标题", "副标题", "说明"), "章节": ("标题", "说明"), "内容": ("标题", "内容", "来源", "页码")}
ACCEPTED = "可用 .pptx 或 .potx 模板"


@dataclass
class Layouts:
    """The layout for each kind of slide, the placeholders it has by our names, and what could not be placed."""

    by_kind: dict
    report: list[str] = field(default_factory=list)


def canonical(name: str) -> str:
    """Our name for a placeholder's: `内容占位符 2` and `Content Placeholder 2` are 内容; empty where there is none."""
    bare = re.sub(r"[\s\d]+$", "", name).strip().casefold()
    return next((ours for ours, names in _NAMES.items() if bare in names), "")


def placeholders(layout) -> dict[str, object]:
    """The layout's placeholders by our names, the first of each."""
    found: dict[str, object] = {}
    for shape in layout.placeholders:
        found.setdefault(canonical(shape.name), shape)
    found.pop("", None)
    return found


def open_deck(path: Path, kind: str = "模板"):
    """A presentation or a presentation template; InputError where it is neither."""
    try:
        return Presentation(io.BytesIO(_as_presentation(Path(path).read_bytes())))
    except FileNotFoundError as error:
        raise InputError(path, f"没有这个{kind}文件", ACCEPTED) from error
    except Exception as error:  # python-pptx raises many kinds for a broken package
        raise InputError(path, f"不是可用的 PowerPoint {kind}", ACCEPTED) from error


def _as_presentation(content: bytes) -> bytes:
    """A .potx differs from a .pptx by one content type, which python-pptx refuses."""
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        types = source.read("[Content_Types].xml")
        if b"presentationml.template.main+xml" not in types:
            return content
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                data = source.read(name)
                target.writestr(name, data.replace(b"presentationml.template.main+xml", b"presentationml.presentation.main+xml") if name == "[Content_Types].xml" else data)
    return out.getvalue()


def emptied(deck):
    """The deck without its slides; its masters and layouts stay."""
    slides = deck.slides._sldIdLst
    for entry in list(slides):
        deck.part.drop_rel(entry.rId)
        slides.remove(entry)
    for section in deck.part._element.xpath(".//*[local-name()='sectionLst']/.."):
        section.getparent().remove(section)
    return deck


def layouts(deck) -> Layouts:
    """The layout of each kind: by the layout's own name, else the one with most of the placeholders wanted."""
    every = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    found = Layouts({})
    for kind, wanted in WANTED.items():
        named = [layout for layout in every if re.sub(r"[\s\d]+$", "", layout.name).casefold() in _KINDS[kind]]
        best = max(named or every, key=lambda layout: len(set(wanted) & set(placeholders(layout))))
        if not named:
            found.report.append(f"模板没有名为“{kind}”的版式：{kind}页改用版式“{best.name}”")
        missing = [name for name in wanted if name not in placeholders(best)]
        if missing:
            found.report.append(f"版式“{best.name}”没有占位符“{'”“'.join(missing)}”：{kind}页的这些内容放入自建文本框")
        found.by_kind[kind] = best
    return found
