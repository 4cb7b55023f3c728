"""Add the ticked candidates of a table to the user dictionary: `python -m analysis.words.additions TABLE.csv`."""

import csv
import io
import sys
from pathlib import Path

import pandas as pd

from analysis.errors import InputError
from analysis.store import whole_file
from analysis.words.validation import faults
from analysis.words.vocabulary import DICTIONARY, user_dictionary

COLUMNS = ("take", "term", "domain", "kind", "count", "cohesion", "freedom", "example")
TICKS = frozenset({"1", "1.0", "是", "要", "√", "✓", "✔", "x", "X", "y", "Y"})
OWN_DOMAIN, OWN_KIND = "自定", "事物"


def write_candidates(candidates: pd.DataFrame, path: Path) -> Path:
    """Write the table of candidates for ticking (UTF-8 with BOM, so that Excel opens it)."""
    with whole_file(Path(path)) as part:
        candidates.to_csv(part, index=False, encoding="utf-8-sig", lineterminator="\n")
    return Path(path)


def add_ticked(candidates: pd.DataFrame, dictionary: Path = DICTIONARY) -> list[str]:
    """Append the ticked terms to the dictionary and return them; terms it already has are passed over.

    Everything the file held stays, byte for byte. Raises InputError, and adds nothing, where a ticked
    term could never match.
    """
    known = {entry.term for entry in user_dictionary(dictionary)}
    ticked = candidates[candidates["take"].astype(str).str.strip().isin(TICKS)]
    rows = {row["term"]: row for row in ticked.fillna("").to_dict("records") if row["term"] not in known}
    if not rows:
        return []
    lines = _lines([(term, row["domain"] or OWN_DOMAIN, row["kind"] or OWN_KIND, "") for term, row in rows.items()])
    old = dictionary.read_bytes()
    new = old + (b"" if old.endswith(b"\n") else b"\n") + lines.encode("utf-8")
    found = [fault for fault in faults(new) if fault.fatal]
    if found:
        raise InputError(dictionary.name, f"“{found[0].term}”{found[0].text}", "没有加入任何词")
    with whole_file(dictionary) as part:
        part.write_bytes(new)
    user_dictionary.cache_clear()
    return list(rows)


def main(arguments: list[str]) -> int:
    """Exit status 0, or 1 with one line on standard error."""
    try:
        table = pd.read_csv(arguments[0], dtype=str, keep_default_na=False, encoding="utf-8-sig")
        added = add_ticked(table, Path(arguments[1]) if len(arguments) > 1 else DICTIONARY)
    except (InputError, OSError, KeyError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"加入 {len(added)} 个词：{'、'.join(added)}" if added else "没有新勾选的词")
    return 0


def _lines(rows: list[tuple[str, ...]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("用法：python -m analysis.words.additions 勾选后的候选词表.csv [用户词典.csv]")
    sys.exit(main(sys.argv[1:]))
