"""Number labels: （一） 1. ⑴ 一是 问题一： … recognised at the start of a text.

The styles are data (`data/vocabulary/numbering.toml`); this module reads them and turns a numeral of
any kind into its value.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache

from analysis import paths

CN = "[一二三四五六七八九十百零〇两]{1,5}"
DIGITS = r"[\d０-９]{1,5}"
_UNITS = {"十": 10, "百": 100}
_CN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}


@dataclass(frozen=True)
class Style:
    """One numbering style, as `numbering.toml` describes it."""

    name: str
    pattern: re.Pattern
    number: str
    inline: str
    system: str
    role: str = ""
    weak: bool = False


@dataclass(frozen=True)
class Label:
    """A label: `style` and `system` (styles of one system may continue each other), `value` (1, 2, 3 …;
    for 1.2.3 the last part), `number` as an analyst sees it, `written` exactly as in the text, `role`
    where the label names it (问题一：), `path` = all parts of 1.2.3, `weak` = believed only in sequence."""

    style: str
    system: str
    value: int
    number: str
    written: str
    role: str = ""
    path: tuple[int, ...] = ()
    weak: bool = False
    automatic: bool = False


@cache
def styles() -> tuple[Style, ...]:
    """All styles in the order in which they are tried."""
    data = tomllib.loads((paths.VOCABULARY / "numbering.toml").read_text(encoding="utf-8"))
    return tuple(_style(row) for row in data["style"])


def _style(row: dict) -> Style:
    source = row["pattern"].replace("{cn}", CN).replace("{n}", DIGITS)
    return Style(row["name"], re.compile(source), row["number"], row["inline"], row["system"], row.get("role", ""), row.get("weak", False))


def numeral(text: str) -> int:
    """The value of a Chinese, Arabic (either width), enclosed or Roman numeral; 0 where it is none."""
    plain = unicodedata.normalize("NFKC", text).strip("().")
    if plain.isdecimal():
        return int(plain)
    if text[0] in "❶❷❸❹❺❻❼❽❾❿":
        return "❶❷❸❹❺❻❼❽❾❿".index(text[0]) + 1
    if text[0] in "壹贰叁肆伍陆柒捌玖拾":
        return "壹贰叁肆伍陆柒捌玖拾".index(text[0]) + 1
    if text[0] in "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ":
        return ord(text[0]) - ord("Ⅰ") + 1
    if len(plain) == 1 and plain.isascii() and plain.isalpha():
        return ord(plain.upper()) - ord("A") + 1
    return _chinese(plain)


def _chinese(text: str) -> int:
    total, digit = 0, 0
    for char in text:
        if char in _UNITS:
            total += (digit or 1) * _UNITS[char]
            digit = 0
        elif char in _CN_DIGITS:
            digit = digit * 10 + _CN_DIGITS[char]
        else:
            return 0
    return total + digit


def parse(text: str, at: int = 0) -> Label | None:
    """The label that begins at position `at` of `text`, or None.

    >>> parse("（三）强化责任担当").number
    '（三）'
    """
    head = text[at : at + 1]
    if not head or head not in _starts():
        return None
    for style in styles():
        found = style.pattern.match(text, at)
        if found:
            label = label_of(style, found)
            if label:
                return label
    return None


def weaker(text: str) -> Label | None:
    """The doubtful plain number at the start of what looked like 1.2: 2. before 3所学校, or None."""
    style = next(style for style in styles() if style.name == "digit" and style.weak)
    found = style.pattern.match(text)
    return label_of(style, found) if found else None


def automatic(number: str) -> Label | None:
    """The label of a number that the format generates and the text does not contain (（一）, 1., •)."""
    number = number.strip()
    if not number:
        return None
    found = parse(number) or parse(number + "、") or parse(number + " ")
    if not found:
        return Label("bullet", "bullet", 0, "", number, automatic=True)
    shown = found.number if found.style != "bare" else number
    return Label(found.style, found.system, found.value, shown, number, found.role, found.path, False, True)


@cache
def _starts() -> frozenset[str]:
    numerals = "一二三四五六七八九十百零〇两0123456789０１２３４５６７８９⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
    return frozenset(numerals + "（(【[〔第其问隐事反存主具发突缺不风巡审督检群典个共重一安短意查现●▲■◆★—原成整措举建对纠改工办落综关任行做诉投壹贰叁肆伍陆柒捌玖拾ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫABCDEFGHabcdefghＡＢＣＤＥＦＧＨａｂｃｄｅｆｇｈ-*+–•●·▪◆■□◇○▶►➢➤√★☆※△▼▽◎⊙❖✓✔☑❑◈▣▢❏❶❷❸❹❺❻❼❽❾❿") | frozenset(
        chr(code) for start, stop in ((0x2460, 0x2474), (0x3251, 0x3260), (0x32B1, 0x32C0)) for code in range(start, stop)
    )


def label_of(style: Style, found: re.Match) -> Label | None:
    """The label of a match of `style`; None where the numeral is no number (零、)."""
    written = found.group(0)
    if style.name == "bullet":
        return Label("bullet", "bullet", 0, "", written)
    numerals = found.group("v")
    if style.name == "dotted":
        path = tuple(numeral(part) for part in re.split(r"[.．\-－]", numerals))
        return Label(f"dotted{len(path)}", "dotted", path[-1], numerals, written, path=path)
    value = numeral(numerals)
    if value == 0:
        return None
    whole = written.strip(" 　：:、.．，,") if style.name not in {"bracket"} else written
    return Label(style.name, style.system, value, whole if style.number == "whole" else numerals, written, style.role, weak=style.weak or style.name == "digit" and value > 999)
