"""Pieces to a tree: nesting found from the numbering styles of the document itself, not from fixed levels."""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

from analysis.tables.pieces import Piece
from analysis.tables.units import SECTION_ROLES, Units, style_key

_LOOSE = {"is", "ordinal"}
_INNER = {"paren", "circled", "half", "bullet", "letter"}
_OUTER, _FINER = {"cn", "chapter"}, {"digit", "paren", "circled", "half", "cnparen", "bullet", "is", "ordinal"}
_SYSTEMS = {"cn", "digit"}


@dataclass
class Node:
    """A numbered part, a titled section or a text, with what stands under it.

    `key` is what it counts with; `opener` marks a problem with fields of its own, `barrier` a field in which
    numbers count on their own, `inline` a part that does not begin its paragraph.
    """

    piece: Piece | None
    key: str
    value: int = 0
    role: str = ""
    opener: bool = False
    barrier: bool = False
    inline: bool = False
    children: list["Node"] = field(default_factory=list)

    @property
    def label(self):
        return self.piece.label if self.piece else None

    @property
    def titled(self) -> bool:
        return bool(self.piece and self.piece.titled)

    @property
    def numbered(self) -> bool:
        """True for a part that can be an item: numbered, or a heading of the format or of its shape."""
        return self.key not in {"text", "field", "root"} and not self.attribute

    @property
    def attribute(self) -> bool:
        """True for a field such as 责任单位：…, numbered or not."""
        return bool(self.piece and self.piece.field)

    def parts(self) -> list["Node"]:
        """The numbered children."""
        return [child for child in self.children if child.numbered]

    def walk(self):
        """This node and all below it, in document order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


def build_tree(pieces: list[Piece], units: Units) -> Node:
    """The document as a tree under a root without a piece."""
    return _Builder(pieces, units).run()


class _Builder:
    def __init__(self, pieces: list[Piece], units: Units):
        self.pieces, self.units = pieces, units
        self.root = Node(None, "root")
        self.stack = [self.root]
        self.node_at: dict[int, Node] = {}
        self.keys = [style_key(piece) if piece.label or piece.line.level or piece.category else "" for piece in pieces]
        self.begun: set[str] = set()  # styles in which some list began at 1
        self.places = self._places()
        self.next_same = self._next_same()
        self.sections = list(accumulate(bool(piece.titled and piece.sep) for piece in pieces))
        self.totals = {key: self.keys.count(key) for key in set(self.keys) if key.startswith("h")}

    def _places(self) -> dict[str, list[int]]:
        """key → indices of the pieces with it, ascending."""
        places: dict[str, list[int]] = {}
        for index, key in enumerate(self.keys):
            if key:
                places.setdefault(key, []).append(index)
        return places

    def _next_same(self) -> list[int]:
        following, after = [-1] * len(self.pieces), {}
        for at in range(len(self.pieces) - 1, -1, -1):
            if self.keys[at]:
                following[at] = after.get(self.keys[at], -1)
                after[self.keys[at]] = at
        return following

    def run(self) -> Node:
        for at, piece in enumerate(self.pieces):
            if piece.line.level:
                self._heading(at, piece) if piece.sep else self._inside(at, piece)
            else:
                self._inside(at, piece)
        return self.root

    def _inside(self, at: int, piece: Piece) -> None:
        if piece.label is None and piece.titled and piece.sep + piece.rest and piece.role:
            self._name(at, piece)
        elif piece.label is None and (piece.category or piece.holder) and piece.sep:
            self._plain_category(at, piece, "holder" if piece.holder else "plain")
        elif piece.label:
            self._labelled(at, piece)
        else:
            key = f"attribute:{piece.field}" if piece.field else "text"
            self.stack[self._lead_depth(at, piece) - 1].children.append(Node(piece, key))

    def _lead_depth(self, at: int, piece: Piece) -> int:
        """How much of the stack a text stays under: words before a number that counts on (在机制上，三是…) are not its predecessor's."""
        after = self.pieces[at + 1] if at + 1 < len(self.pieces) else piece
        leads = piece.sep and after.label and after.label.value > 1 and not after.sep and piece.rest.endswith(("，", "：", ","))
        return self._depth(at + 1, after) if leads else len(self.stack)

    def _push(self, node: Node, at: int) -> None:
        self.stack[-1].children.append(node)
        self.stack.append(node)
        self.node_at[at] = node
        node.opener = at in self.units.openers

    def _name(self, at: int, piece: Piece) -> None:
        """An unnumbered section name: a field of the unit it belongs to, else a section."""
        owner = self.units.owner.get(at)
        if owner == at:
            self._pop_to(self._section_depth(at))
            self._push(Node(piece, "unit", 0, ""), at)
            self.stack[-1].children.append(Node(piece, "field", 0, piece.role))
            self.stack.append(self.stack[-1].children[-1])
            return
        if owner is not None and self.node_at.get(owner) in self.stack:
            self._pop_to(self.stack.index(self.node_at[owner]) + 1)
            self._push(Node(piece, "field", 0, piece.role, barrier=True), at)
            return
        self._pop_to(self._section_depth(at))
        self._push(Node(piece, "name", 0, piece.role), at)

    def _section_depth(self, at: int) -> int:
        """How much of the stack an unnumbered name stays under: what goes on counting after it."""
        for depth in range(len(self.stack) - 1, 0, -1):
            node = self.stack[depth]
            if node.key in {"text", "field", "name", "unit"}:
                continue
            upcoming = self._upcoming(at, node.key)
            if node.label and node.value and upcoming == node.value + 1 and not (node.role in SECTION_ROLES and self.pieces[at].role in SECTION_ROLES):
                return depth + 1
            if node.key.startswith("h") and not node.role and not node.label:
                return depth + 1
        return 1

    def _upcoming(self, at: int, key: str) -> int:
        """Value of the next piece with this key after `at`."""
        places = self.places.get(key, [])
        found = bisect_right(places, at)
        if found >= len(places):
            return 0
        label = self.pieces[places[found]].label
        return label.value if label else 0

    def _pop_to(self, depth: int) -> None:
        del self.stack[max(depth, 1) :]

    def _heading(self, at: int, piece: Piece) -> None:
        """A heading of the format: its level rules, styles only among headings of one level."""
        level, key = piece.line.level, style_key(piece)
        depth = 1
        for place in range(len(self.stack) - 1, 0, -1):
            node = self.stack[place]
            if node.key.startswith("h") and ":" in node.key:
                known = int(node.key[1])
                if known < level or (known == level and node.key != key and node.label and piece.label and not self._sibling_later(place, key)):
                    depth = place + 1
                    break
        plain = next((place for place in range(len(self.stack) - 1, 0, -1) if piece.label and self.stack[place].key == piece.label.style and self.stack[place].value == piece.label.value - 1), 0)
        counted = any(node.key == key and piece.label and node.value == piece.label.value - 1 for node in self.stack[1:])
        depth = depth if counted else plain or depth
        self._pop_to(depth)
        self._push(Node(piece, key, piece.label.value if piece.label else 0, piece.role), at)

    def _sibling_later(self, place: int, key: str) -> bool:
        """True where a node of this very key is open further up: the new heading is its sibling."""
        return any(node.key == key for node in self.stack[1:place])

    def _plain_category(self, at: int, piece: Piece, key: str) -> None:
        found = self._last_with(key)
        if found:
            self._pop_to(found)
        else:
            while len(self.stack) > 1 and not self.stack[-1].role and not self.stack[-1].key.startswith("h"):
                self.stack.pop()
        self._push(Node(piece, key, 0, piece.role), at)

    def _last_with(self, key: str) -> int:
        return next((place for place in range(len(self.stack) - 1, 0, -1) if self.stack[place].key == key), 0)

    def _labelled(self, at: int, piece: Piece) -> None:
        self._pop_to(self._depth(at, piece))
        if piece.label.value == 1:
            self.begun.add(piece.label.style)
        node = Node(piece, style_key(piece) if piece.sep else piece.label.style, piece.label.value, piece.role)
        node.inline = not piece.sep
        self._push(node, at)

    def _depth(self, at: int, piece: Piece) -> int:
        """The depth at which a numbered part hangs: beside its predecessor, else under what is open."""
        label, same = piece.label, self._same(piece)
        limit = self._barrier(at)
        expecting = [place for place in same if self.stack[place].value == label.value - 1 and (place > limit or at in self.units.openers or self._breaks_out(at, place))]
        if at in self.units.openers and same:
            outer = [place for place in same if self.stack[place].opener or place <= limit or not limit]
            return (outer or same)[0]
        if label.value and expecting:
            return expecting[0]
        open_same = [place for place in same if place > limit]
        if open_same and (label.value > 1 or label.style == "bullet"):
            return open_same[0]
        if open_same:
            return self._restart(at, piece, open_same[0])
        if label.value > 1:
            mixed = self._mixed(piece, limit)
            if mixed:
                return mixed
            if same:
                return same[0]
        return self._nested(piece)

    def _same(self, piece: Piece) -> list[int]:
        """Open places that count in this style, innermost first; a heading only where no heading carries on."""
        style = piece.label.style
        places = []
        for place in range(len(self.stack) - 1, 0, -1):
            node = self.stack[place]
            if node.key == style or (node.label and node.key.startswith("h") and node.label.style == style and self.totals.get(node.key, 0) == 1):
                places.append(place)
        return places

    def _barrier(self, at: int) -> int:
        """Place of the innermost field: what stands in it counts on its own."""
        return next((place for place in range(len(self.stack) - 1, 0, -1) if self.stack[place].barrier), 0)

    def _breaks_out(self, at: int, place: int) -> bool:
        """A count that goes on outside a field ends the field, unless the field's unit is what counts there."""
        return not self.stack[place].opener

    def _restart(self, at: int, piece: Piece, place: int) -> int:
        """1 again: a list inside the open part where the outer count goes on after it, else a new list beside."""
        if not piece.sep or self._nested_before(place) or self._outer_goes_on(at, self.stack[place].value):
            return len(self.stack)
        return place

    def _nested_before(self, place: int) -> bool:
        """True where the open part's sibling right before it held a list of the same style: so does this one."""
        node, parent = self.stack[place], self.stack[place - 1]
        if len(parent.children) < 2 or parent.children[-1] is not node or node.children:
            return False
        before = parent.children[-2]
        return before.key == node.key and node.value == before.value + 1 and any(child.key == node.key and not child.inline for child in before.children)

    def _outer_goes_on(self, at: int, value: int) -> bool:
        last, here = 1, self.next_same[at]
        while here >= 0 and not self._section_between(at, here):
            label = self.pieces[here].label
            if label.value == last + 1 and not (label.value == value + 1 and self.next_same[here] < 0):
                last = label.value
            else:
                return label.value == value + 1
            here = self.next_same[here]
        return False

    def _section_between(self, start: int, stop: int) -> bool:
        return self.sections[stop] > self.sections[start]

    def _mixed(self, piece: Piece, limit: int) -> int:
        """A part that carries on an open count in another style of the same numerals: （1） ⑵ ③."""
        if piece.label.system not in _SYSTEMS or piece.label.style in self.begun:
            return 0
        for place in range(len(self.stack) - 1, limit, -1):
            node = self.stack[place]
            if node.label and node.label.system == piece.label.system and node.value == piece.label.value - 1 and not node.key.startswith("h") and not node.role:
                return place
        return 0

    def _nested(self, piece: Piece) -> int:
        """A style not open yet: under what is open, but never under 一是… unless it is a small style."""
        depth = len(self.stack)
        if piece.label.style not in _INNER:
            while depth > 1 and (self.stack[depth - 1].key in _LOOSE and piece.label.style not in _LOOSE or self.stack[depth - 1].key == "bullet" and piece.sep):
                depth -= 1
        while depth > 1 and piece.label.style in _OUTER and self.stack[depth - 1].key in _FINER:
            depth -= 1
        return depth
