"""Which unnumbered section names are labels inside a problem's own unit (整改措施：… under every problem).

A name that stands once is a section; names that come back again and again, with the same numbering counting
on between them, belong to the numbered part before them.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from analysis.tables.pieces import Piece

SECTION_ROLES = {"problem", "cause", "measure"}


@dataclass
class Units:
    """`owner` = index of the piece that opens the unit, for each unnumbered role piece inside one (-1 = a unit
    without a number); `openers` = indices of the pieces that open a unit."""

    owner: dict[int, int] = field(default_factory=dict)
    openers: set[int] = field(default_factory=set)


def find_units(pieces: list[Piece]) -> Units:
    """The units of a document's pieces; empty where it has plain sections."""
    names = [at for at, piece in enumerate(pieces) if piece.titled and piece.label is None and piece.role in SECTION_ROLES and not piece.line.level and not piece.apart]
    groups = _groups(pieces, names)
    if len(groups) < 2:
        return Units()
    before = [_labels_between(pieces, groups[at - 1][-1] if at else -1, group[0]) for at, group in enumerate(groups)]
    key = _counting_key(before)
    if key is None or any(not labels for labels in before):  # 反馈问题：… 落实情况：… twice under one number
        bare = _bare_units(pieces, groups)
        if key is None or bare.openers:
            return bare
    units = Units()
    for labels, group in zip(before, groups, strict=True):
        if key in labels:
            units.openers.add(labels[key][0])
            units.owner.update(dict.fromkeys(group, labels[key][0]))
    units.openers |= _skipped(pieces, sorted(units.openers), key)
    return units


def style_key(piece: Piece) -> str:
    """The key under which numbered pieces count together: headings apart from paragraphs."""
    style = piece.label.style if piece.label else "plain"
    return f"h{piece.line.level}:{style}" if piece.line.level else style


def _groups(pieces: list[Piece], names: list[int]) -> list[list[int]]:
    """Runs of role names that belong to one unit: a role that comes again, or a new problem, begins the next."""
    groups: list[list[int]] = []
    causes_first = _causes_first(pieces, names)
    for at in names:
        roles = [pieces[other].role for other in groups[-1]] if groups else []
        fresh = not groups or pieces[at].role == "problem" or pieces[at].role in roles and pieces[groups[-1][-1]].role != pieces[at].role
        fresh = fresh or causes_first and pieces[at].role == "cause" and _numbered_between(pieces, groups[-1][-1], at)  # the problem before had none
        repeated = groups and pieces[at].role == pieces[groups[-1][-1]].role and pieces[at].role != "problem" and _numbered_between(pieces, groups[-1][-1], at)
        if fresh or repeated:
            groups.append([at])
        else:
            groups[-1].append(at)
    return groups


def _causes_first(pieces: list[Piece], names: list[int]) -> bool:
    """True where a unit's cause stands before its measure, as the first names or those with no number between them tell."""
    told = {(pieces[one].role, pieces[two].role) for one, two in pairwise(names) if not _numbered_between(pieces, one, two)}
    return bool(names) and ("measure", "cause") not in told and (pieces[names[0]].role == "cause" or ("cause", "measure") in told)


def _numbered_between(pieces: list[Piece], one: int, two: int) -> bool:
    return any((piece.label or piece.line.level) and piece.sep for piece in pieces[one + 1 : two])


def _labels_between(pieces: list[Piece], start: int, stop: int) -> dict[str, tuple[int, int, int]]:
    """key → (index of the last label, its value, how often the key stands) among the pieces between two groups."""
    found: dict[str, tuple[int, int, int]] = {}
    for at in range(start + 1, stop):
        piece = pieces[at]
        if (piece.label or piece.line.level or piece.category) and piece.sep:
            key = style_key(piece)
            found[key] = (at, piece.label.value if piece.label else 0, found.get(key, (0, 0, 0))[2] + 1)
    return found


def _counting_key(before: list[dict]) -> str | None:
    """The key whose last label before each group counts on; of several the innermost that stands once a group."""
    best, chosen = 0.0, None
    for key in {key for labels in before for key in labels}:
        values = [labels[key][1] if key in labels else None for labels in before]
        share = _counts_on(values)
        once = sum(labels[key][2] == 1 for labels in before if key in labels) / len(before)
        depth = sum(labels[key][0] for labels in before if key in labels) / (1 + max(labels[key][0] for labels in before if key in labels) * len(before))
        score = share + 0.3 * once + 0.1 * depth
        if share >= 0.75 and score > best:
            best, chosen = score, key
    return chosen


def _counts_on(values: list[int | None]) -> float:
    """Share of the values that follow their predecessor (+1, the same again, a small gap, 1 again, or no number at all)."""
    good = 0
    last = 0
    for value in values:
        if value is None:
            continue
        good += value == 0 or value == last + 1 or value == 1 or last and last <= value <= last + 3
        last = value
    return good / len(values)


def _skipped(pieces: list[Piece], openers: list[int], key: str) -> set[int]:
    """Numbered parts between two openers that fill the gap in their count: problems without any field of their own."""
    filled = set()
    for one, two in pairwise(openers):
        start, stop = (pieces[at].label.value if pieces[at].label else 0 for at in (one, two))
        wanted = stop - 1
        for at in range(two - 1, one, -1):
            piece = pieces[at]
            if wanted > start and piece.label and piece.sep and style_key(piece) == key and piece.label.value == wanted:
                filled.add(at)
                wanted -= 1
    if openers and pieces[openers[-1]].label:
        last = pieces[openers[-1]].label.value
        for at in range(openers[-1] + 1, len(pieces)):
            piece = pieces[at]
            if piece.label and piece.sep and style_key(piece) == key and piece.label.value == last + 1 and last >= 2:
                filled.add(at)
                last += 1
    return filled


def _bare_units(pieces: list[Piece], groups: list[list[int]]) -> Units:
    """Units that nothing numbers: every group begins with the problem's own name (存在问题：… 整改措施：…)."""
    units = Units()
    single = [not _numbered_between(pieces, group[0], group[-1]) for group in groups]
    if all(pieces[group[0]].role == "problem" and len(group) > 1 for group in groups) and all(single):
        for group in groups:
            units.openers.add(group[0])
            units.owner.update(dict.fromkeys(group, group[0]))
    return units
