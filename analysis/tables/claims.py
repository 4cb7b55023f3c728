"""Section titles that no list knows, or that name the measures only where nothing else does, read by what they hold.

A document's known sections show how its sections are written; a title written like them, with a list below it,
is a section too. Its role is the core that ends it (局党组统筹实施的综合性举措).
"""

import re
from dataclasses import replace
from functools import cache

from analysis.tables.leads import lead_role
from analysis.tables.pieces import Piece
from analysis.tables.titles import (
    CAUSE,
    ITEM_ROLES,
    MEASURE,
    PROBLEM,
    SECTION_SENTENCE,
    deficient,
    headings,
    looks_ahead,
    names_problem,
    normal,
)
from analysis.tables.units import style_key
from analysis.tables.wording import acts

_SECTION_STYLES = {"cn", "chapter"}
_ASIDE = re.compile(r"^(?:另|另外|此外|其他|附)[：:，,]\s*")
PLAIN_LENGTH = 24  # characters of an unnumbered title that no list knows


@cache
def _patterns() -> dict:
    data = headings()
    named = {role: re.compile(rf".*(?:{data['unlisted'][role]})") for role in ITEM_ROLES}
    return named | {
        "never": re.compile(data["unlisted"]["never"]),
        "outer": re.compile(data["unlisted"]["outer"]),
        "wrong": re.compile(data["unlisted"]["wrong"]),
        "otherwise": {role: [re.compile(pattern) for pattern in data["otherwise"][role]] for role in (PROBLEM, MEASURE)},
    }


def unlisted_role(title: str) -> str:
    """The role of a title that no list knows, by the core that ends it, or "".

    >>> unlisted_role("局党组统筹实施的综合性举措")
    'measure'
    """
    plain, patterns = normal(_ASIDE.sub("", title)), _patterns()
    if patterns["never"].search(plain) or patterns["wrong"].search(plain):
        return ""
    return next((role for role in (MEASURE, CAUSE, PROBLEM) if patterns[role].fullmatch(plain)), "")


def otherwise_rank(title: str, role: str) -> int:
    """How readily a title stands for the items of a role that nothing else names: 1 first, 0 never."""
    plain = normal(title)
    if _patterns()["wrong"].search(plain):
        return 0
    return next((rank for rank, pattern in enumerate(_patterns()["otherwise"][role], 1) if pattern.fullmatch(plain)), 0)


def claim(pieces: list[Piece]) -> list[Piece]:
    """The pieces with the titles of unlisted sections titled, and those that tell of the measures where none are listed."""
    return _Claims(list(pieces)).run()


class _Claims:
    def __init__(self, pieces: list[Piece]):
        self.pieces = pieces
        self.keys = [style_key(piece) if piece.label or piece.line.level else "" for piece in pieces]
        self.named = any(piece.titled and piece.role in ITEM_ROLES for piece in pieces)
        self.sections = {self.keys[at] for at, piece in enumerate(pieces) if self.keys[at] and piece.titled and piece.role in ITEM_ROLES and self._styled(at)}

    def run(self) -> list[Piece]:
        titles = [at for at in range(len(self.pieces)) if self._is_title(at)]
        for at in titles:
            if "，" not in self.pieces[at].rest and self._listed(at):
                self._unlisted(at)
        self._problems([at for at in titles if self._listed(at)])
        if any(self._names(at, PROBLEM) for at in range(len(self.pieces))):
            self._measures([at for at in titles if self._listed(at) or self.keys[at] and len(self._below(at)) > 1])
            self._by_content([at for at in titles if self.keys[at] in self.sections and self._listed(at)])
        return self._with_labelled_section()

    def _styled(self, at: int) -> bool:
        return bool(self.pieces[at].line.level) or self.pieces[at].label.style in _SECTION_STYLES

    def _is_title(self, at: int) -> bool:
        """True for a paragraph that could be a section's title, and is none of the known ones."""
        piece = self.pieces[at]
        alone = piece.sep == "\n" and not piece.field and at + 1 < len(self.pieces) and self.pieces[at + 1].sep == "\n"
        if not alone or piece.titled and piece.role in ITEM_ROLES or piece.label and piece.label.role:
            return False
        plain = normal(_ASIDE.sub("", piece.rest))
        broken = SECTION_SENTENCE.search(plain.replace("，", "") if self.keys[at] else plain)
        shaped = 2 <= len(plain) <= headings()["longest"] and not broken and not piece.rest.endswith(("，", ",", "、"))
        if not shaped or names_problem(piece.rest):
            return False
        if self.keys[at]:
            return self.keys[at] in self.sections or not self.named and self._styled(at)
        return at > 0 and len(plain) <= PLAIN_LENGTH and not piece.rest.endswith("。")

    def _listed(self, at: int) -> int:
        """How many numbered paragraphs stand under a title, before the next of its kind or the next known section; a
        single one of 一是…二是… is a text, not a list."""
        count = loose = 0
        for here in range(at + 1, len(self.pieces)):
            piece = self.pieces[here]
            if self.keys[here] and self.keys[here] == self.keys[at] or piece.titled and piece.role in ITEM_ROLES and piece.label is None:
                break
            if self.keys[here] in self.sections or not self.keys[at] and here == at + 3 and not count:
                break
            count += bool(piece.sep and piece.label)
            loose += bool(piece.sep and piece.label and piece.label.style in {"is", "ordinal"})
        return 0 if count == loose == 1 else count

    def _names(self, at: int, role: str) -> bool:
        piece = self.pieces[at]
        return piece.role == role and (piece.titled or bool(piece.label and piece.label.role))

    def _lists(self, role: str, ahead: bool = True) -> bool:
        """True where a titled section or label of the document already lists items of a role; plans only where `ahead`."""
        named = [at for at in range(len(self.pieces)) if self._names(at, role) and (ahead or not looks_ahead(self.pieces[at].rest))]
        return any(self.pieces[at].label and self.pieces[at].label.role or self._filled(at) for at in named)

    def _filled(self, at: int) -> bool:
        """True where what follows a section's name belongs to it: a text, or a number below the section's own."""
        after = self.pieces[at + 1] if at + 1 < len(self.pieces) else None
        return after is not None and not after.titled and not (self.keys[at] and self.keys[at + 1] == self.keys[at])

    def _unlisted(self, at: int) -> None:
        """Title a paragraph with the role its words name: a sibling of known sections, or a line before labelled items."""
        piece, role = self.pieces[at], unlisted_role(self.pieces[at].rest)
        if not role or piece.titled and not _patterns()["outer"].search(piece.rest):  # 其他整改工作推进情况 only sounds like 整改工作情况
            return
        first = next(other for other in self.pieces[at + 1 :] if other.label)
        apart = first.label.role == role or first.label.value == 1 and bool(_patterns()["outer"].search(piece.rest))
        if apart or not self._lists(role) or role == MEASURE and self.keys[at]:
            self._take(at, role)

    def _problems(self, titles: list[int]) -> None:
        """Give the problems to the title before causes and measures half of whose entries or more say what is wrong."""
        after = next((at for at in range(len(self.pieces)) if self._names(at, CAUSE) or self._names(at, MEASURE)), 0)
        blaming = [at for at in titles if at < after and self._blames(at)]
        if not self._lists(PROBLEM) and not self._leads(PROBLEM, []):
            self._best(blaming, PROBLEM)
            if not self._lists(PROBLEM):
                keyed = [at for at in blaming if self.keys[at] in self.sections]
                for at in [at for at in titles if keyed and keyed[0] <= at < after and self.keys[at] == self.keys[keyed[0]] and not self._acts(at)]:
                    self._take_first([at], PROBLEM)  # 查思想 … 查作风 …: one section of problems after the other

    def _measures(self, titles: list[int]) -> None:
        """Give the measures to the titles that tell of them best, where no section after the problems lists any."""
        first = next(at for at in range(len(self.pieces)) if self._names(at, PROBLEM))
        titles = [at for at in titles if at > first and self.pieces[at].role != PROBLEM]
        for at in titles:
            if any((label := self.pieces[here].label) and label.role == MEASURE for here in self._below(at)):
                self._take(at, MEASURE)
        if not self._lists(MEASURE, ahead=False) and not self._leads(MEASURE, titles):
            self._best(titles, MEASURE)

    def _best(self, titles: list[int], role: str) -> None:
        ranks = {at: otherwise_rank(self.pieces[at].rest, role) for at in titles if self.pieces[at].role not in ITEM_ROLES}
        best = min((rank for rank in ranks.values() if rank), default=0)
        for at, rank in ranks.items():
            if rank and rank == best:
                self._take(at, role)

    def _by_content(self, titles: list[int]) -> None:
        """Where no section's name tells of measures, give them to the first list behind the problems that says what to do
        (开方抓药), and the causes to one between that blames (病灶何在)."""
        last = max(at for at in range(len(self.pieces)) if self._names(at, PROBLEM))
        behind = [at for at in titles if at > last and self.pieces[at].role == ""]
        acting = [at for at in behind if self._acts(at)]
        if self._lists(MEASURE) or self._leads(MEASURE, titles) or not acting:
            return
        if not self._lists(CAUSE):
            self._take_first([at for at in behind if at < acting[0] and self._blames(at)], CAUSE)
        self._take_first(acting, MEASURE)

    def _take_first(self, titles: list[int], role: str) -> None:
        free = [at for at in titles if not self.pieces[at].role]
        if free:
            self._take(free[0], role)

    def _entries(self, at: int) -> list[str]:
        return [self.pieces[here].rest for here in self._below(at) if self.pieces[here].label and self.pieces[here].sep]

    def _blames(self, at: int) -> bool:
        entries = self._entries(at)
        return len(entries) > 1 and sum(map(deficient, entries)) >= 0.5 * len(entries)

    def _acts(self, at: int) -> bool:
        entries = self._entries(at)
        return len(entries) > 1 and sum(map(acts, entries)) >= 0.6 * len(entries)

    def _leads(self, role: str, titles: list[int]) -> bool:
        """True where a lead-in sentence outside the sections of `titles` opens a list of a role."""
        inside = {here for at in titles for here in self._below(at) if otherwise_rank(self.pieces[at].rest, role)}
        return any(lead_role(piece.rest) == role for at, piece in enumerate(self.pieces) if at not in inside and piece.label is None and piece.sep)

    def _below(self, at: int) -> list[int]:
        """The pieces right under a title: those before the next of its kind."""
        stop = next((here for here in range(at + 1, len(self.pieces)) if self.keys[here] and (self.keys[here] == self.keys[at] or self.keys[here] in self.sections)), len(self.pieces))
        return list(range(at + 1, stop))

    def _with_labelled_section(self) -> list[Piece]:
        """The pieces with a measures' section before labelled measures that no title opens: all behind all labelled
        problems (问题1 … 问题4, then 措施1 …), or counting on after the problems' own (举措5：…)."""
        labelled = {role: [at for at, piece in enumerate(self.pieces) if piece.label and piece.label.role == role and piece.sep == "\n"] for role in (PROBLEM, MEASURE)}
        problems, measures = labelled[PROBLEM], labelled[MEASURE]
        if len(measures) < 2:
            return self.pieces
        at, value = measures[0], self.pieces[measures[0]].label.value
        behind = len(problems) > 1 and max(problems) < at and value == 1
        since = max((here for here in range(at) if self._names(here, MEASURE)), default=-1)
        units = sum(self._names(here, MEASURE) for here in range(at))
        if behind and since < 0 or value > 1 and units == value - 1:
            if lead_role(self.pieces[at - 1].rest) == MEASURE and self.pieces[at - 1].label is None:
                at -= 1
            self.pieces.insert(at, Piece(self.pieces[at].line, "\n", None, "整改措施", role=MEASURE, titled=True, apart=True))
        return self.pieces

    def _take(self, at: int, role: str) -> None:
        piece = self.pieces[at]
        self.pieces[at] = replace(piece, role=role, titled=True, category=False, apart=not self.keys[at])
