"""What a format's reader takes and gives: `Source` in, `Draft` out, `Unreadable` where it cannot."""

from collections.abc import Callable
from dataclasses import dataclass, field

CONTENT_KINDS = ("title", "heading1", "heading2", "heading3", "heading4", "heading5", "heading6", "paragraph", "item", "cell")
KINDS = (*CONTENT_KINDS, "furniture")


def ignore(share: float) -> None:
    """Take no notice of progress."""


@dataclass(frozen=True)
class Source:
    """A file as bytes, the suffix of its name (lower case), and a call that is told the share done, in [0, 1]."""

    data: bytes
    suffix: str = ""
    tick: Callable[[float], None] = ignore


@dataclass(slots=True)
class Block:
    """A paragraph, list item or cell: where it stands, what the format says it is, its generated number, its text."""

    place: str
    kind: str
    text: str
    number: str = ""


@dataclass
class Draft:
    """A document as its reader saw it. `encoding` is empty where the format fixes it; `title` where it states none."""

    format: str
    blocks: list[Block] = field(default_factory=list)
    encoding: str = ""
    title: str = ""
    warnings: list[str] = field(default_factory=list)


class Unreadable(Exception):
    """A file that cannot be read, without its path: what is wrong, what is accepted, and where."""

    def __init__(self, problem: str, accepted: str = "", place: str = ""):
        self.problem, self.accepted, self.place = problem, accepted, place
        super().__init__(problem)
