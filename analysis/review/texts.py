"""What identifies an item beyond its id: a fingerprint of its text, and a short quotation for a person to see."""

import hashlib

_LENGTH = 16  # hexadecimal digits of a fingerprint
_QUOTED = 60  # characters of a quotation
CUT = "……（下略，全文见数据表）"  # how the ledger ends a text that no cell can hold


def squeeze(text: str) -> str:
    """`text` without white space: a new line break or a blank between characters changes no meaning."""
    return "".join(text.split())


def fingerprint(text: str) -> str:
    """The first digits of the SHA-256 of the squeezed text; empty for an empty text."""
    return hashlib.sha256(squeeze(text).encode("utf-8", "replace")).hexdigest()[:_LENGTH] if text else ""


def quote(text: str) -> str:
    """The beginning of the squeezed text."""
    return squeeze(text)[:_QUOTED]


def shows(shown: str, text: str) -> bool:
    """Whether the cell `shown` holds `text`, perhaps cut where a cell ends or without what a workbook cannot hold."""
    whole, seen = _printable(text), _printable(shown.removesuffix(CUT))
    return whole.startswith(seen) if shown.endswith(CUT) else whole == seen


def _printable(text: str) -> str:
    return "".join(character for character in squeeze(text) if character.isprintable())
