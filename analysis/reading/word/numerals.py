"""Counters to the numerals of Word's number formats (ECMA-376 Part 1, 17.18.59)."""

from collections.abc import Callable

DIGITS = "〇一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def counting(value: int, digits: str = DIGITS, units: str = "十百千", *, zero: str = "零", one_ten: bool = False, ones: bool = True) -> str:
    """Chinese counting below 10,000: 11 → 十一, 105 → 一百零五.

    `one_ten`: 10 → 一十; `ones` False: 100 → 百 (Japanese); `zero` fills a gap inside the number.
    """
    if not 0 < value < 10_000:
        return str(value)
    text, gap = "", False
    for power in range(3, -1, -1):
        digit = value // 10**power % 10
        if not digit:
            gap = bool(text)
            continue
        silent = digit == 1 and power and (not ones or (power == 1 and not text and not one_ten))
        text += (zero if gap and text else "") + ("" if silent else digits[digit]) + (units[power - 1] if power else "")
        gap = False
    return text


def digital(value: int, digits: str = DIGITS) -> str:
    """Each decimal digit by itself: 10 → 一〇."""
    return "".join(digits[int(digit)] for digit in str(value))


def roman(value: int) -> str:
    """Lower-case Roman numerals: 4 → iv."""
    text = ""
    for worth, sign in _ROMAN:
        count, value = divmod(value, worth)
        text += sign * count
    return text


def letter(value: int) -> str:
    """1 → a, 26 → z, 27 → aa, 28 → bb: Word repeats the letter."""
    return chr(97 + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _listed(signs: str, beyond: Callable[[int], str] = str) -> Callable[[int], str]:
    """Numerals given one by one; past the last of them, `beyond`."""
    return lambda value: signs[value - 1] if 0 < value <= len(signs) else beyond(value)


def _run(first: str, count: int) -> str:
    return "".join(chr(ord(first) + step) for step in range(count))


CIRCLED = _run("①", 20) + _run("㉑", 15) + _run("㊱", 15)

NUMERALS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "decimalHalfWidth": str,
    "decimalFullWidth": lambda value: digital(value, "０１２３４５６７８９"),
    "decimalFullWidth2": lambda value: digital(value, "０１２３４５６７８９"),
    "decimalEnclosedCircle": _listed(CIRCLED),
    "decimalEnclosedCircleChinese": _listed(CIRCLED),
    "decimalEnclosedParen": _listed(_run("⑴", 20)),
    "decimalEnclosedFullstop": _listed(_run("⒈", 20)),
    "ideographEnclosedCircle": _listed(_run("㊀", 10)),
    "ideographTraditional": _listed("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _listed("子丑寅卯辰巳午未申酉戌亥"),
    "upperRoman": lambda value: roman(value).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda value: letter(value).upper(),
    "lowerLetter": letter,
    "chineseCounting": counting,
    "chineseCountingThousand": counting,
    "chineseLegalSimplified": lambda value: counting(value, FORMAL, "拾佰仟", one_ten=True),
    "ideographLegalTraditional": lambda value: counting(value, "零壹貳參肆伍陸柒捌玖", "拾佰仟", one_ten=True),
    "ideographDigital": digital,
    "taiwaneseCounting": counting,
    "taiwaneseCountingThousand": counting,
    "taiwaneseDigital": digital,
    "japaneseCounting": lambda value: counting(value, zero="", ones=False),
    "japaneseDigitalTenThousand": digital,
    "numberInDash": "- {} -".format,
    "none": lambda value: "",
}


LARGEST = 32_767  # the highest number of a Word list


def numeral(form: str, value: int) -> str:
    """`value` in Word's number format `form`; formats that Chinese documents do not use come out as decimals."""
    usual = 0 < value <= LARGEST or form == "none"
    return NUMERALS.get(form, str)(value) if usual else str(value)
