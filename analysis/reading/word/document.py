"""A .docx package to blocks: the body, then headers, footers and notes as furniture."""

from analysis.reading.draft import Block, Draft, Source
from analysis.reading.package import Package
from analysis.reading.word.names import number, w
from analysis.reading.word.numbering import Counters, read_lists
from analysis.reading.word.runs import Seen
from analysis.reading.word.styles import Styles
from analysis.reading.word.walker import Walker

_NOTES = (("footnotes", "footnote", "脚注"), ("endnotes", "endnote", "尾注"))
_MARGINS = (("header", "页眉"), ("footer", "页脚"))
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(source: Source) -> Draft:
    """A Word document. Cells carry their automatic numbers in their text, other blocks in `number`."""
    package = Package(source.data)
    main = package.main("word/document.xml")
    walker = _walker(package, main)
    body = package.tree(main).find(w("body"))
    blocks = [] if body is None else walker.body(body)
    blocks += _margins(package, main, walker) + _notes(package, main, walker)
    walker.seen.embedded = 0 if body is None else sum(1 for _ in body.iter(w("altChunk")))
    walker.seen.comments = sum(len(package.tree(part).findall(w("comment"))) for part in package.related(main, "comments"))
    return Draft("docx", blocks, warnings=_warnings(walker.seen, blocks))


def _walker(package: Package, main: str) -> Walker:
    parts = {kind: next((package.tree(part) for part in package.related(main, kind)), None) for kind in ("styles", "numbering")}
    styles = parts["styles"]
    linked = {} if styles is None else {style.get(w("styleId"), ""): number(style, "pPr", "numPr", "numId") or -1 for style in styles.iter(w("style"))}
    return Walker(Styles(styles), Counters(read_lists(parts["numbering"], linked)))


def _margins(package: Package, main: str, walker: Walker) -> list[Block]:
    blocks: list[Block] = []
    for kind, name in _MARGINS:
        for part in package.related(main, kind):
            blocks += walker.body(package.tree(part), place=f"{name}第{{}}段", kind="furniture")
    return _once(blocks)


def _once(blocks: list[Block]) -> list[Block]:
    """A header repeated by section is kept once."""
    return list({(block.place[:2], block.text): block for block in reversed(blocks)}.values())[::-1]


def _notes(package: Package, main: str, walker: Walker) -> list[Block]:
    blocks: list[Block] = []
    for kind, tag, name in _NOTES:
        for part in package.related(main, kind):
            notes = [note for note in package.tree(part).iterfind(w(tag)) if note.get(w("type")) not in _SEPARATORS]
            for count, note in enumerate(notes, 1):
                blocks += walker.body(note, place=f"{name}{count}第{{}}段", kind="furniture")
    return blocks


def _warnings(seen: Seen, blocks: list[Block]) -> list[str]:
    told = (
        (seen.automatic, "编号由Word自动生成"),
        (seen.revisions, "有修订痕迹，按接受全部修订读取"),
        (seen.hidden, f"有{seen.hidden}个隐藏文字，未读取"),
        (seen.comments, f"有{seen.comments}条批注，未读取"),
        (seen.embedded, f"有{seen.embedded}处嵌入的其他文件，未读取"),
        (seen.pictures and not any(block.kind != "furniture" for block in blocks), "只有图片没有文字，疑似扫描件"),
    )
    return [text for true, text in told if true]
