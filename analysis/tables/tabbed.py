"""Tables typed with tab stops in a text: header and rows become the cells of a grid."""

from dataclasses import replace

from analysis.tables.headers import kind_of
from analysis.tables.lines import Line
from analysis.tables.titles import MEASURE, PROBLEM


def open_tabs(lines: list[Line]) -> list[Line]:
    """The lines with each run of tabbed rows under a ledger's header turned into cells, addressed as a table of its own."""
    found: list[Line] = []
    name, row = "", 0
    for line in lines:
        parts = [part.strip() for part in line.text.split("\t")]
        if line.kind == "cell" or len(parts) < 2:
            name = ""
        elif not name and _is_header(parts):
            name, row = f"{line.place}起的表", 0
        if not name:
            found.append(line)
            continue
        row += 1
        found += [replace(line, kind="cell", place=f"{name}!{chr(65 + at)}{row}", text=part) for at, part in enumerate(parts[:26]) if part]
    return found


def _is_header(parts: list[str]) -> bool:
    kinds = [kind_of(part) for part in parts]
    return sum(map(bool, kinds)) >= 2 and bool({PROBLEM, MEASURE} & set(kinds))
