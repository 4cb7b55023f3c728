"""Replies under a status's name (落实情况：…, 办理情况：…) in a document that names no measures: they are its measures."""

import re
from collections.abc import Iterator
from dataclasses import replace

from analysis.tables.pieces import Piece
from analysis.tables.titles import MEASURE, looks_ahead

ANSWER = re.compile(r"(?:整改|办理|处理|落实|推进|完成|目前|工作|进展|落实)*(?:情况|进展|成效)")
TOLD = 10  # characters of a reply that tells what was done, not only that it was
_NAME = re.compile(r"[【\[]?([^：:】\]]{2,12})(?:[】\]]\s*[：:]?|[：:]|——?)\s*")


def open_answers(pieces: list[Piece]) -> list[Piece]:
    """The pieces with each status field made the name of a measure and its text, where no piece names a measure beside them and most of
    them tell what was done."""
    firsts = list(_firsts(pieces))
    replies = [piece.rest[named.end() :] for piece, first in zip(pieces, firsts, strict=True) if first and (named := _reply(piece))]
    told = sum(len(text) >= TOLD or not text for text in replies)
    if not told or 2 * told < len(replies) or any(piece.role == MEASURE and not (piece.titled and (piece.mixed or looks_ahead(piece.rest))) for piece in pieces):
        return pieces
    return [part for piece, first in zip(pieces, firsts, strict=True) for part in (_opened(piece) if first else [piece])]


def _firsts(pieces: list[Piece]) -> Iterator[bool]:
    """For each piece whether no reply stands between it and the number before it: 整改成效 behind 整改进展 only tells the state."""
    open_reply = False
    for piece in pieces:
        if piece.sep and (piece.label or piece.line.level or piece.titled):
            open_reply = False
        yield not open_reply
        open_reply = open_reply or _reply(piece) is not None


def _reply(piece: Piece) -> re.Match | None:
    """The name and colon at the start of a status field that may hold a reply."""
    named = _NAME.match(piece.rest) if piece.field == "status" else None
    return named if named and ANSWER.fullmatch(named[1]) else None


def _opened(piece: Piece) -> Iterator[Piece]:
    named = _reply(piece)
    if not named:
        yield piece
        return
    rest = piece.rest[named.end() :]
    yield replace(piece, rest=named[1], role=MEASURE, field="", titled=True)
    if rest:
        yield replace(piece, sep="", label=None, rest=rest, role="", field="")
