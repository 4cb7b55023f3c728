"""Where each table of a document stands: the line before it and the section that line belongs to."""

from bisect import bisect_left

from analysis.tables.grid import Grid
from analysis.tables.interpret import Interpreter
from analysis.tables.lines import Line
from analysis.tables.sheets import Setting


def settings(grids: list[Grid], lines: list[Line], reading: Interpreter) -> list[Setting]:
    """One setting a table, from the text around it; sheets of a workbook stand nowhere and get an empty one."""
    texts = [line for line in lines if line.kind != "cell"]
    blocks = [line.block for line in texts]
    found, used, last = [], set(), -1
    for grid in grids:
        at = bisect_left(blocks, min(cell.block for cell in grid.cells)) - 1
        follows, last = at == last and bool(found), at
        if at < 0:
            found.append(Setting(follows=follows))
            continue
        line = texts[at]
        title = line.text if line.block not in used and len(line.text) <= 60 else ""
        used.add(line.block)
        role, category, aside = reading.places.get(line.block, ("", "", False))
        found.append(Setting(title, role, category, aside and reading.listed, follows, aside))
    return found
