"""Items → segments: the headline, claims and examples of a problem or cause; the headline, actions and
slogans of a measure.

A segment is a sentence, or a part of a long one, cut at its commas: short enough to be quoted as evidence.
"""

import re

import pandas as pd

from analysis import cues, schema

LONGEST = 60
"""Characters up to which neighbouring clauses of a sentence stand together."""

_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_CLAUSE = re.compile(r"[^，,]+")
_EDGE = " \t\r\n　，,、。；;：:"
_BULLETS = "-*•·●■◆▪–"

Span = tuple[int, int]


def split(problems: pd.DataFrame, causes: pd.DataFrame, measures: pd.DataFrame) -> pd.DataFrame:
    """All segments of all items as a frame of table segments, numbered 1, 2, 3 … within an item.

    `text` equals `item_text[start:end]`; separators, sub-item numbers (一是, 1.) and lines and
    closing brackets with owner and deadline belong to no segment.
    """
    rows = []
    for key, items, cut in (("problem", problems, _claims), ("cause", causes, _claims), ("measure", measures, _actions)):
        for doc, item, text, headline in items[["doc", key, "text", "headline"]].itertuples(index=False):
            found = _item(text, headline, cut)
            rows += [_row(doc, item, text, number, *part) for number, part in enumerate(found, 1)]
    return schema.frame("segments", rows)


def _row(doc: str, item: str, text: str, number: int, kind: str, start: int, end: int) -> dict:
    return {"doc": doc, "item": item, "segment": number, "kind": kind, "text": text[start:end], "start": start, "end": end}


def _item(text: str, headline: str, cut) -> list[tuple[str, int, int]]:
    """(kind, start, end) of an item's segments, in order; the headline first."""
    start, end = _headline(text, headline)
    return ([("headline", start, end)] if end > start else []) + cut(text, end)


def _headline(text: str, headline: str) -> Span:
    """Where the headline stands; the first sentence where the text does not contain it as given."""
    start = text.find(headline) if headline else -1
    if start >= 0:
        return start, start + len(headline)
    spans = _sentences(text, 0)
    return spans[0] if spans else (0, 0)


def _sentences(text: str, begin: int) -> list[Span]:
    """Sentences from `begin` on, without sub-item numbers and closing brackets."""
    closing = [match.span() for match in cues.expression("pattern", "closing").finditer(text)]
    spans = []
    for match in _SENTENCE.finditer(text, begin):
        start, end = match.span()
        if any(low < start < high for low, high in closing):
            continue
        spans.append(_trim(text, start, min([low for low, _ in closing if start <= low < end], default=end)))
    return [(start, end) for start, end in spans if end - start >= 2]


def _trim(text: str, start: int, end: int) -> Span:
    """The span without separators at its edges and without a sub-item number in front."""
    start = _skip(text, start, end)
    marker = cues.expression("pattern", "marker").match(text, start, end)
    start = _skip(text, marker.end(), end) if marker else start
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in _EDGE + _BULLETS:
        start += 1
    return start


def _clauses(text: str, start: int, end: int) -> list[Span]:
    spans = (_trim(text, *match.span()) for match in _CLAUSE.finditer(text, start, end))
    return [(low, high) for low, high in spans if high > low]


def _claims(text: str, begin: int) -> list[tuple[str, int, int]]:
    """Claims and examples; an example lasts to the next 。 or to the end of its paragraph."""
    found, example, before = [], False, begin
    for start, end in _sentences(text, begin):
        example = example and not any(mark in text[before:start] for mark in "。！？\n")
        for low, high in _clauses(text, start, end):
            leads = cues.is_example(text[low:high])
            joins = found and not leads and low > start and high - found[-1][1] <= LONGEST
            if joins:
                found[-1] = (found[-1][0], found[-1][1], high)
            else:
                example = example or leads
                found.append(("example" if example else "claim", low, high))
        before = end
    return found


def _actions(text: str, begin: int) -> list[tuple[str, int, int]]:
    """Actions and slogans: neighbouring clauses of one sentence that are alike stand together."""
    found: list[tuple[str, int, int]] = []
    for start, end in _sentences(text, begin):
        clauses = [] if cues.is_field(text[start:end]) else _clauses(text, start, end)
        for kind, (low, high) in zip(_kinds([text[a:b] for a, b in clauses]), clauses):
            if found and low > start and found[-1][0] == kind and high - found[-1][1] <= LONGEST:
                found[-1] = (kind, found[-1][1], high)
            else:
                found.append((kind, low, high))
    return found


def _kinds(clauses: list[str]) -> list[str]:
    """The kind of each clause; one without any cue takes that of the clause after it, or before it."""
    kinds = [_kind(clause) for clause in clauses]
    for place in reversed(range(len(kinds) - 1)):
        kinds[place] = kinds[place] or kinds[place + 1]
    for place in range(1, len(kinds)):
        kinds[place] = kinds[place] or kinds[place - 1]
    return [kind or "slogan" for kind in kinds]


def _kind(clause: str) -> str:
    """action, slogan, or empty where the clause shows neither."""
    if cues.substance(clause) >= cues.ACTION:
        return "action"
    return "slogan" if cues.exhorts(clause) else ""
