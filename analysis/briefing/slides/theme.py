"""The built-in look: a master and three layouts written here, whose placeholders carry the names that templates are asked for.

封面 has 标题, 副标题 and 说明; 章节 has 标题 and 说明; 内容 has 标题, 内容 (the region findings are drawn in), 来源 and 页码.
"""

import re

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from analysis.briefing.look import ACCENT, EAST_ASIAN, INK, LATIN, LEVEL, MUTED, NAVY, PANEL, POINT, RATIOS, RULE, VERDICT, WHITE, Box
from analysis.briefing.slides.xml import solid

MARGIN = 44
NS = nsdecls("a", "p", "r")
_SCHEME = {
    "dk1": INK, "lt1": WHITE, "dk2": NAVY, "lt2": PANEL, "accent1": LEVEL[2], "accent2": VERDICT["partial"], "accent3": VERDICT["uncovered"],
    "accent4": MUTED, "accent5": VERDICT["covered"], "accent6": "B9C4CF", "hlink": LEVEL[2], "folHlink": MUTED,
}  # fmt: skip


def built_in(ratio: str):
    """An empty presentation in the built-in look, 16:9 or 4:3."""
    deck = Presentation()
    width, height = RATIOS[ratio]
    deck.slide_width, deck.slide_height = width * POINT, height * POINT
    master = deck.slide_master
    keep = list(master.slide_layouts)[:3]
    for layout in list(master.slide_layouts)[3:]:
        master.slide_layouts.remove(layout)
    _theme(master)
    _replace(master, "", _master_shapes(width, height), background=WHITE)
    _text_styles(master)
    for layout, (name, shapes, background) in zip(keep, _layouts(width, height), strict=True):
        layout._element.attrib.pop("type", None)
        _replace(layout, name, shapes, background)
    return deck


def _theme(master) -> None:
    """Own colours and fonts in the theme part, the East Asian ones by name."""
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    text = part.blob.decode("utf-8")
    for slot, value in _SCHEME.items():
        text = re.sub(rf"<a:{slot}>.*?</a:{slot}>", f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>', text, flags=re.DOTALL)
    fonts = f'<a:latin typeface="{LATIN}"/><a:ea typeface="{EAST_ASIAN}"/><a:cs typeface=""/><a:font script="Hans" typeface="{EAST_ASIAN}"/>'
    for kind in ("major", "minor"):
        text = re.sub(rf"<a:{kind}Font>.*?</a:{kind}Font>", f"<a:{kind}Font>{fonts}</a:{kind}Font>", text, flags=re.DOTALL)
    text = re.sub(r'(<a:theme [^>]*?name=")[^"]*', r"\g<1>整改分析", text, count=1)
    part._blob = text.encode("utf-8")


def _replace(part, name: str, shapes: str, background: str) -> None:
    tree = parse_xml(
        f'<p:cSld {NS} name="{name}"><p:bg><p:bgPr>{solid(background)}<a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/>'
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shapes}</p:spTree></p:cSld>"
    )
    old = part._element.cSld
    part._element.replace(old, tree)


def _text_styles(master) -> None:
    """Sizes and fonts of titles and bodies, for what a person adds to the deck later."""

    def level(size: int, name: str, bold: int, family: str) -> str:
        fonts = f'<a:latin typeface="+{family}-lt"/><a:ea typeface="+{family}-ea"/><a:cs typeface="+{family}-cs"/>'
        return f'<a:buNone/><a:defRPr sz="{size * 100}" b="{bold}" kern="1200">{solid(name)}{fonts}</a:defRPr>'

    levels = "".join(f'<a:lvl{n}pPr marL="0" indent="0" algn="l">{level(16 if n == 1 else 14, "tx1", 0, "mn")}</a:lvl{n}pPr>' for n in range(1, 6))
    style = parse_xml(
        f'<p:txStyles {NS}><p:titleStyle><a:lvl1pPr algn="l">{level(26, "tx2", 1, "mj")}</a:lvl1pPr></p:titleStyle>'
        f"<p:bodyStyle>{levels}</p:bodyStyle><p:otherStyle/></p:txStyles>"
    )
    old = master._element.find("{http://schemas.openxmlformats.org/presentationml/2006/main}txStyles")
    master._element.replace(old, style)


def _placeholder(number: int, name: str, kind: str, box: Box, prompt: str, *, size: int, fill: str = "tx1", bold: int = 0, anchor: str = "t", align: str = "l") -> str:
    x, y, w, h = box.emu()
    text = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>‹#›</a:t></a:fld>' if "sldNum" in kind else f'<a:r><a:rPr lang="zh-CN"/><a:t>{prompt}</a:t></a:r>'
    family = "mj" if "itle" in kind and "sub" not in kind else "mn"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{align}"><a:buNone/><a:defRPr sz="{size * 100}" b="{bold}">{solid(fill)}'
        f'<a:latin typeface="+{family}-lt"/><a:ea typeface="+{family}-ea"/></a:defRPr></a:lvl1pPr></a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>'
    )


def _bar(number: int, box: Box, fill: str) -> str:
    x, y, w, h = box.emu()
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="装饰{number}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/>'
        f'<a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{solid(fill)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def _content(width: int, height: int) -> tuple[Box, Box, Box, Box]:
    """Boxes of title, region, source and page number."""
    inner = width - 2 * MARGIN
    return (
        Box(MARGIN + 16, 28, inner - 16, 66),
        Box(MARGIN, 110, inner, height - 110 - 50),
        Box(MARGIN, height - 36, inner - 70, 18),
        Box(width - MARGIN - 60, height - 36, 60, 18),
    )


def _master_shapes(width: int, height: int) -> str:
    title, region, _, number = _content(width, height)
    return "".join(
        (
            _placeholder(2, "标题", 'type="title"', title, "单击添加标题", size=26, fill="tx2", bold=1, anchor="ctr"),
            _placeholder(3, "内容", 'type="body" idx="1"', region, "单击添加内容", size=16),
            _placeholder(4, "页码", 'type="sldNum" sz="quarter" idx="4"', number, "", size=10, fill="accent4", align="r", anchor="ctr"),
        )
    )


def _layouts(width: int, height: int) -> list[tuple[str, str, str]]:
    """(name, shapes, background) of the three layouts."""
    title, region, source, number = _content(width, height)
    wide = Box(MARGIN + 40, 150, width - 2 * MARGIN - 80, 150)
    cover = "".join(
        (
            _bar(9, Box(0, 0, 14, height), ACCENT),
            _bar(10, Box(MARGIN + 40, 322, 72, 4), ACCENT),
            _placeholder(2, "标题", 'type="ctrTitle"', wide, "单击添加标题", size=40, fill="bg1", bold=1, anchor="b"),
            _placeholder(3, "副标题", 'type="subTitle" idx="1"', Box(wide.x, 340, wide.w, 70), "单击添加副标题", size=20, fill="bg1"),
            _placeholder(4, "说明", 'type="body" sz="quarter" idx="10"', Box(wide.x, height - 78, wide.w, 40), "说明", size=12, fill="accent6", anchor="b"),
        )
    )
    section = "".join(
        (
            _bar(9, Box(0, 0, 14, height), ACCENT),
            _placeholder(2, "标题", 'type="title"', Box(wide.x, 150, wide.w, 130), "单击添加标题", size=34, fill="tx2", bold=1, anchor="b"),
            _placeholder(3, "说明", 'type="body" idx="1"', Box(wide.x, 300, wide.w, 120), "说明", size=18),
        )
    )
    content = "".join(
        (
            _bar(9, Box(MARGIN, 36, 5, 50), ACCENT),
            _bar(10, Box(MARGIN, height - 44, width - 2 * MARGIN, 0.75), RULE),
            _placeholder(2, "标题", 'type="title"', title, "单击添加标题", size=26, fill="tx2", bold=1, anchor="ctr"),
            _placeholder(3, "内容", 'idx="1"', region, "单击添加内容", size=16),
            _placeholder(4, "来源", 'type="body" sz="quarter" idx="11"', source, "来源", size=10, fill="accent4", anchor="ctr"),
            _placeholder(5, "页码", 'type="sldNum" sz="quarter" idx="12"', number, "", size=10, fill="accent4", align="r", anchor="ctr"),
        )
    )
    return [("封面", cover, NAVY), ("章节", section, PANEL), ("内容", content, WHITE)]
