"""A document's title, guessed from what its format says or from its first paragraph."""

import re

from analysis.reading.draft import Block

LONGEST = 60  # characters of a title; a longer first paragraph is no title
SEARCHED = 5  # content blocks at the head among which a title is sought
_NO_TITLE = re.compile(r"[。；！？]$|^[（(]?[一二三四五六七八九十\d]+[）)、.．]|^第[一二三四五六七八九十百\d]+[章条款]|[>＞›»]|^(?:首页|当前位置|来源|日期|时间|字号|附件)")


def guess_title(stated: str, blocks: list[Block]) -> str:
    """The title block, else a level 1 heading at the head, else the first short paragraph, else what the format states."""
    content = [block for block in blocks if block.kind != "furniture"]
    head = content[:SEARCHED]
    for wanted in ("title", "heading1"):
        for block in content[:50] if wanted == "title" else head:
            if block.kind == wanted and not _NO_TITLE.search(_line(block)):
                return _line(block)
    for block in head:
        if block.kind in ("paragraph", "cell") and len(_line(block)) <= LONGEST and not _NO_TITLE.search(_line(block)):
            return _line(block)
    return " ".join(stated.split()) or (_line(content[0])[:LONGEST] if content else "")


def _line(block: Block) -> str:
    return " ".join(block.text.split())
