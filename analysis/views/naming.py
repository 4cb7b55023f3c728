"""How an item is called where there is little room: its number and a short title."""

import re
import unicodedata

import pandas as pd

_BREAKS = "，；、：。！？"
_PAIRED = ("“”", "（）", "《》")
_ITEM = {"P": "问题", "C": "原因", "M": "措施"}


def short_title(headline: str, limit: int = 14) -> str:
    """The headline cut to at most `limit` characters, at a phrase where one ends in its second half, else with …."""
    headline = headline.strip().rstrip(_BREAKS)
    if len(headline) <= limit:
        return headline
    ends = [match.start() for match in re.finditer(f"[{_BREAKS}]", headline[: limit + 1]) if match.start() >= limit // 2]
    ends = [end for end in ends if all(headline[:end].count(one) == headline[:end].count(other) for one, other in _PAIRED)]
    return headline[: ends[-1]] if ends else headline[: limit - 1] + "…"


def brief(reason: str, quoted: int = 12) -> str:
    """A reason for where there is little room: no bracketed quotation, others cut to `quoted` characters."""
    said, inside, depth = "", "", 0
    for character in reason:
        depth += {"“": 1, "”": -1}.get(character, 0)
        if character == "”" and depth == 0:
            said += f"“{inside if len(inside) <= quoted + 1 else inside[:quoted].rstrip(_BREAKS) + '…'}”"
            inside = ""
        elif depth and character not in "“”":
            inside += character
        elif not depth:
            said += character
    return re.sub(r"（“[^”]*”）", "", said + inside)


def ordinal(item: str) -> str:
    """`P03` as 问题3, `M01` as 措施1, `C02` as 原因2."""
    return f"{_ITEM[item[0]]}{int(item[1:])}"


def called(number: str) -> str:
    """A measure as a sentence names it by the document's own number: （二） stands alone, 3 takes the word 措施 before it."""
    return number if number.startswith(("（", "(")) else f"措施{number}"


def measure_names(measures: pd.DataFrame) -> dict[tuple[str, str], str]:
    """(doc, measure) → what sentences call it: by the document's own number where its numbers are all there and unique
    (１ and 1 are the same), else by its order, so that a name never means two measures."""
    names = {}
    for doc, own in measures.groupby("doc", sort=False):
        numbers = [unicodedata.normalize("NFKC", str(number or "")) for number in own["number"]]
        unique = all(numbers) and len(set(numbers)) == len(numbers)
        for item, number in zip(own["measure"], own["number"], strict=True):
            names[doc, item] = called(number) if unique else ordinal(item)
    return names


def label(item: str, headline: str, limit: int = 14) -> str:
    """`3 学习深度不够`: the item's ordinal in its document and its short title."""
    return f"{int(item[1:])} {short_title(headline, limit)}"


def labels(items: pd.DataFrame, column: str, limit: int = 14) -> dict[str, str]:
    """Id to label for a frame of problems, causes or measures (`column` holds the id)."""
    return {row[column]: label(row[column], row["headline"], limit) for row in items.to_dict("records")}
