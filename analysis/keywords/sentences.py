"""Sentences of an item, and which of them contain a term."""

import re

_END = re.compile(r"(?<=[。！？；])|\n")


def split(text: str) -> list[str]:
    """The sentences of a text, closing mark included, blanks around them removed."""
    return [sentence.strip() for sentence in _END.split(text) if sentence and sentence.strip()]


def containing(text: str, term: str) -> list[str]:
    """The sentences that contain `term` as a string."""
    return [sentence for sentence in split(text) if term in sentence]
