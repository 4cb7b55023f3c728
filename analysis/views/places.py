"""Where in its document an item stands, for who wants to check it there."""

import pandas as pd

_ITEMS = {"problems": "problem", "causes": "cause", "measures": "measure"}


def places(frames: dict[str, pd.DataFrame]) -> dict[tuple[str, str], str]:
    """(doc, item) to its place: `第3行`, or `第3行 至 第5行` where it runs over several blocks; no entry where it is not known."""
    if "blocks" not in frames:
        return {}
    known = {(row.doc, row.block): row.place for row in frames["blocks"].itertuples()}
    found = {}
    for table, column in _ITEMS.items():
        for row in frames[table].itertuples():
            ends = [known.get((row.doc, block), "") for block in (row.block_first, row.block_last) if not pd.isna(block)]
            said = " 至 ".join(dict.fromkeys(end for end in ends if end))
            if said:
                found[row.doc, getattr(row, column)] = said
    return found
