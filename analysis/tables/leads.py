"""Lead-in sentences that stand for a heading (发现存在以下隐患：), where a document has no heading of that role."""

import re
import tomllib
from dataclasses import replace
from functools import cache

from analysis import paths
from analysis.tables.pieces import Piece
from analysis.tables.titles import ITEM_ROLES

_OPENS = re.compile(r"(?:[：:]|如下。)$")


@cache
def _patterns() -> dict[str, re.Pattern]:
    data = tomllib.loads((paths.VOCABULARY / "leads.toml").read_text(encoding="utf-8"))
    return {role: re.compile("|".join(data[role])) for role in ITEM_ROLES}


def lead_role(text: str) -> str:
    """The role of the list that a sentence opens, or "".

    >>> lead_role("检查发现存在以下安全隐患：")
    'problem'
    """
    sentence = re.split(r"[。；]", text.rstrip("。"))[-1]
    if not _OPENS.search(text):
        return ""
    found = [(match.end(), role) for role, pattern in _patterns().items() if (match := pattern.search(sentence))]
    return max(found)[1] if found else ""


def promote(pieces: list[Piece]) -> list[Piece]:
    """The pieces with lead-in sentences made section titles, for the roles that nothing else in the document names."""
    pieces = _within_sections(pieces)
    opened = len(pieces) > 1 and pieces[0].titled and bool(pieces[1].titled or lead_role(pieces[1].rest))  # a document's title, with nothing under it
    named = {piece.role for piece in pieces[opened:] if piece.role in ITEM_ROLES}
    promoted = []
    for at, piece in enumerate(pieces):
        role = lead_role(piece.rest) if piece.label is None and not piece.titled and not piece.field and piece.sep else ""
        opens = role and role not in named and at + 1 < len(pieces)
        promoted.append(replace(piece, role=role, titled=True) if opens else piece)
    return promoted


def _within_sections(pieces: list[Piece]) -> list[Piece]:
    """The pieces with a list's announcement (…。各项措施如下：) in the first paragraph of a section of its own role made plain text."""
    return [replace(piece, role="", titled=False) if at > 1 and _announces(*pieces[at - 2 : at + 1]) else piece for at, piece in enumerate(pieces)]


def _announces(section: Piece, text: Piece, piece: Piece) -> bool:
    plain = text.label is None and text.sep == "\n" and not (text.titled or text.field)
    return plain and section.titled and section.role == piece.role != "" and piece.titled and not piece.sep and piece.label is None
