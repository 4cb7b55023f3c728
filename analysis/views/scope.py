"""What a figure is about: one document, perhaps one category or one measure of it; and a finished view to draw.

A filter changes what is shown, never a state: verdicts and shares stay those of the whole document.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil

import pandas as pd

from analysis.views.naming import ordinal
from analysis.wording import NONE


@dataclass(frozen=True)
class View:
    """One figure's finished content: what it says and the frames it draws.

    `title` states the finding with its number, `note` how to read it and what is left out, `source` the
    document and the denominators. `rows` is the main frame; `more` holds further ones by name. Where there
    is nothing to draw, `empty` says so and the frames have no rows.
    """

    doc: str
    title: str
    note: str = ""
    source: str = ""
    rows: pd.DataFrame = field(default_factory=pd.DataFrame)
    more: dict[str, pd.DataFrame] = field(default_factory=dict)
    empty: str = ""
    page: int = 1
    pages: int = 1


@dataclass(frozen=True)
class Scope:
    """The tables of one document, limited to what is to be shown.

    `all_problems`, `all_measures` and `confirmed` (links) count the whole document: the denominators stay, whatever
    the filter.
    """

    doc: str
    title: str
    frames: dict[str, pd.DataFrame]
    all_problems: int
    all_measures: int
    confirmed: int = 0
    category: str = ""
    measure: str = ""

    @property
    def what(self) -> str:
        """What is counted, with its number: `15个问题`, `“道路交通”类3个问题`, `措施2涉及的6个问题`."""
        count = f"{len(self.frames['problems'])}个问题"
        if self.category:
            return f"“{self.category}”类{count}"
        return f"{ordinal(self.measure)}涉及的{count}" if self.measure else count

    @property
    def source(self) -> str:
        """The source line of every figure of this document."""
        problems = f"{self.all_problems}个问题" if self.all_problems else f"问题{NONE}"
        measures = f"{self.all_measures}项措施" if self.all_measures else f"措施{NONE}"
        checked = f"其中{self.confirmed}处经人工确认" if self.confirmed else "尚未经人工确认"
        return f"来源：《{self.title or self.doc}》，全文{problems}、{measures}；对应关系由程序判断，{checked}"

    def view(self, title: str, note: str = "", **content) -> View:
        """A view of this document with its source line."""
        return View(self.doc, title, note, self.source, **content)

    def nothing(self) -> str:
        """The sentence for a document, or a filter, that leaves no problem; empty where there are some."""
        if len(self.frames["problems"]):
            return ""
        if self.all_problems == 0:
            return "文件中没有读到问题"
        whole = f"（全文{self.all_problems}个问题）"
        if self.category:
            return f"“{self.category}”类没有问题{whole}" if not self.measure else f"{ordinal(self.measure)}没有涉及“{self.category}”类的问题{whole}"
        return f"{ordinal(self.measure)}没有涉及任何问题{whole}"


def scope(frames: dict[str, pd.DataFrame], doc: str, category: str = "", measure: str = "") -> Scope:
    """The tables of document `doc`, limited to the problems of a category or to those that a measure touches.

    With a measure, links and load hold only that measure too.
    """
    own = {name: table[table["doc"] == doc].reset_index(drop=True) for name, table in frames.items() if "doc" in table.columns}
    own = {name: frames[name].iloc[:0] for name in frames if name not in own} | own
    whole = len(own["problems"]), len(own["measures"]), int((own["links"]["state"] == "confirmed").sum())
    titles = own["documents"]["title"].tolist() if "documents" in own else []
    if measure:
        own |= {name: _only(own[name], measure=[measure]) for name in ("links", "load", "measures")}
        own = _with_problems(own, own["links"].loc[own["links"]["level"] > 0, "problem"])
    if category:
        own = _with_problems(own, own["problems"].loc[own["problems"]["category"] == category, "problem"])
    return Scope(doc, titles[0] if titles else "", own, *whole, category, measure)


def _with_problems(frames: dict[str, pd.DataFrame], problems) -> dict[str, pd.DataFrame]:
    """Every table limited to these problems; tables without a column for problems stay as they are."""
    shown = set(problems)
    limited = {name: _only(table, problem=shown) for name, table in frames.items() if "problem" in table.columns}
    items = frames["keywords"]["item"] if "keywords" in frames else pd.Series(dtype=str)
    if len(items):
        limited["keywords"] = frames["keywords"][items.isin(shown) | ~items.str.startswith("P")].reset_index(drop=True)
    return frames | limited


def _only(table: pd.DataFrame, **wanted) -> pd.DataFrame:
    for column, values in wanted.items():
        table = table[table[column].isin(list(values))]
    return table.reset_index(drop=True)


def documents(frames: dict[str, pd.DataFrame]) -> list[str]:
    """The documents that could be read, in order."""
    return frames["documents"].loc[frames["documents"]["error"] == "", "doc"].tolist()


def paged(rows: pd.DataFrame, most: int) -> Iterator[tuple[int, int, pd.DataFrame]]:
    """(page, pages, its rows): pages of nearly equal length, none longer than `most`; one page where there are no rows."""
    pages = max(1, ceil(len(rows) / most))
    ends = [round(len(rows) * page / pages) for page in range(pages + 1)]
    for page in range(pages):
        yield page + 1, pages, rows.iloc[ends[page] : ends[page + 1]].reset_index(drop=True)


