"""Lines of a text, and the control characters that no document means."""

import re

_ENDS = re.compile(r"\r\n|\n|\r")
_SOFT = re.compile("[\v\f\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\ufeff\u200b\u2060\u00ad\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def numbered_lines(text: str) -> list[tuple[int, str]]:
    """(line number from 1, text without its end) of every line that is not blank; soft breaks part a line too."""
    found = []
    for number, line in enumerate(_ENDS.split(text), 1):
        found += [(number, part.strip()) for part in _SOFT.split(line) if part.strip("\ufeff\u200b\u3000 \t\0")]
    return found


def printable(text: str) -> tuple[str, int]:
    """`text` without control characters and lone surrogates (now U+FFFD), and how many of them there were.

    Invisible characters (byte order marks, zero-width spaces, direction marks) go without being counted.
    """
    text = _INVISIBLE.sub("", _ENDS.sub("\n", text))
    text, surrogates = _SURROGATE.subn("\ufffd", text)
    text, controls = _CONTROL.subn("", text)
    return text, surrogates + controls
