"""A cell's number as its number format shows it: dates as written, percentages, units, leading zeros."""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

# formats that Excel knows by id and files do not repeat; 14 to 22 and 27 to 58 as Chinese Excel shows them
BUILTIN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
    27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"', 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "h:mm:ss",
    50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
_TOKEN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|AM/PM|上午/下午|y+|m+|d+|h+|s+(?:\.0+)?|a{3,4}|[0#?.,%]+|General|.', re.IGNORECASE)
_PART = re.compile(r"[yd]|h|s(?!c)|aaa", re.IGNORECASE)
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
SYSTEM_DATE = 'yyyy"年"m"月"d"日"'  # what [$-F800] asks the system for
_WEEK = "一二三四五六日"
EPOCH = datetime(1899, 12, 30)
EPOCH_1904 = datetime(1904, 1, 1)
LARGEST = 1e20  # from here on numbers are shown as stored
DIGITS = 11  # significant digits that the format General shows


def display(value: str, form: str, *, epoch: datetime = EPOCH) -> str:
    """The number `value` (as stored) in number format `form`; text that is no number comes back as it is."""
    try:
        number = float(value)
    except ValueError:
        return value
    if not abs(number) < LARGEST:  # also what is no number at all
        return value
    if not form or form == "@" or form.lower() == "general":
        return general(number)
    section = _section(form, number)
    if is_date(section):
        return _date(number, section, epoch) or general(number)
    return _number(value, section, signed=";" not in form)


def general(number: float) -> str:
    """A number without a format: whole numbers without a point, others with the digits Excel shows."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.{DIGITS - 1}g}"


def is_date(form: str) -> bool:
    """Whether a number format shows a date or a time."""
    bare = _LITERAL.sub("", form)
    return bool(_PART.search(bare)) or bool(re.fullmatch(r"[^0#?]*m+[^0#?]*", bare, re.IGNORECASE))


def _section(form: str, number: float) -> str:
    """The part of a format for positive, negative or zero numbers."""
    parts = re.findall(r'(?:"[^"]*"|\\.|[^;])+', form)
    if number < 0 and len(parts) > 1:
        return parts[1]
    return parts[2] if number == 0 and len(parts) > 2 else parts[0]


def _date(number: float, form: str, epoch: datetime) -> str:
    try:
        moment = epoch + timedelta(days=number) + timedelta(microseconds=500)
    except OverflowError:
        return ""
    form = SYSTEM_DATE if "[$-F800]" in form.upper() else form
    out, minutes = "", False
    for token in _TOKEN.findall(form):
        low = token.lower()
        if low[0] in "ymdhsa" and low.isalpha() or low[:1] == "s":
            out += _moment(low, moment, minutes)
            minutes = low[0] == "h"
        else:
            out += _literal(token)
            minutes = minutes and not token.isalnum() and token != "年"
    return out.strip()


def _moment(token: str, moment: datetime, minutes: bool) -> str:
    kind, wide = token[0], len(token) > 1
    if kind in "md" and len(token) > 2:
        return f"{moment.month}月" if kind == "m" else "星期" + _WEEK[moment.weekday()]
    if kind == "y":
        return str(moment.year) if len(token) > 2 else f"{moment.year % 100:02d}"
    if kind == "a":
        return ("星期" if len(token) > 3 else "") + _WEEK[moment.weekday()]
    number = {"m": moment.minute if minutes else moment.month, "d": moment.day, "h": moment.hour, "s": moment.second}[kind]
    return f"{number:02d}" if wide and len(token) == 2 else str(number)


def _number(value: str, form: str, *, signed: bool) -> str:
    holes = [token for token in _TOKEN.findall(form) if re.search(r"[0#?]", token) and not token.startswith(('"', "\\", "["))]
    if not holes:
        return "".join(_literal(token) for token in _TOKEN.findall(form)) or general(float(value))
    pattern = holes[0]
    shown = _digits(Decimal(value) * (100 if "%" in form else 1), pattern, signed)
    done, out = False, ""
    for token in _TOKEN.findall(form):
        if token in holes:
            out += (shown + ("%" if "%" in token else "")) if not done else ""
            done = True
        else:
            out += _literal(token)
    return out.strip()


def _digits(number: Decimal, pattern: str, signed: bool) -> str:
    whole, _, part = pattern.partition(".")
    decimals, least = sum(part.count(hole) for hole in "0#?"), part.count("0")
    rounded = abs(number).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    head, _, tail = text.partition(".")
    tail = tail[:least] + tail[least:].rstrip("0")
    head = head.rjust(whole.count("0"), "0")
    sign = "-" if signed and number < 0 and rounded else ""
    return sign + head + (f".{tail}" if tail else "")


def _literal(token: str) -> str:
    if token[0] == '"':
        return token[1:-1]
    if token[0] == "\\":
        return token[1:]
    return "" if token[0] in "[_*" else token
