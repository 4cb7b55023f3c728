"""Text that XML can hold: a document's control characters would make a file that Office refuses to open."""

import re

import pandas as pd

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def plain(text: object) -> str:
    """`text` without characters that XML 1.0 forbids or discourages; line ends are \\n, a tab is a space, missing is empty."""
    if text is None or pd.isna(text):
        return ""
    return _ILLEGAL.sub("", str(text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
