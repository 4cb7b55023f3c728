"""What the script shows of a pair: the texts once, and for each pair where its evidence stands."""

import pandas as pd

from analysis.views import contributions, pairing
from analysis.views.naming import ordinal, short_title
from analysis.wording import COLUMNS, CURVES, LEVELS, PARTS, STATES


def texts(frames: dict[str, pd.DataFrame]) -> dict:
    """Document → items, parts and pairs, as plain values; positions count UTF-16 units, as the script does."""
    pairs = {doc: rows for doc, rows in pairing.pairs(frames).groupby("doc", sort=False)}
    parts = {doc: rows for doc, rows in pairing.parts(frames).groupby("doc", sort=False)}
    made = {doc: _made(rows) for doc, rows in contributions.shares(frames).groupby("doc", sort=False)}
    documents = frames["documents"]
    signals = [COLUMNS[name] for name in pairing.SIGNALS]
    return {
        "names": {"levels": [LEVELS[level] for level in sorted(LEVELS)], "states": STATES, "signals": signals, "parts": [*PARTS.values()], "curves": [*CURVES.values()]},
        "documents": {doc: _document(doc, frames, pairs.get(doc), parts.get(doc)) | {"made": made.get(doc, {})} for doc in documents[documents["error"] == ""]["doc"]},
    }


def _made(shares: pd.DataFrame) -> dict[str, list]:
    """Pair → for each curve its chance in words and the share of each of `PARTS` in percent."""
    parts = [(curve, [f"{curve}_{part}" for part in PARTS]) for curve in CURVES]
    return {f"{row['problem']}/{row['measure']}": [[contributions.likely(row[curve]), *(round(100 * row.get(name, 0)) for name in names)] for curve, names in parts] for row in shares.to_dict("records")}


def _document(doc: str, frames: dict[str, pd.DataFrame], pairs: pd.DataFrame | None, parts: pd.DataFrame | None) -> dict:
    items = {row[key]: _item(row, key) for name, key in (("problems", "problem"), ("measures", "measure")) for row in _of(frames[name], doc)}
    found: dict[str, list] = {}
    for part in parts.to_dict("records") if parts is not None else []:
        found.setdefault(part["problem"], []).append(_part(part, items[part["problem"]]["text"]))
    links = pairs.to_dict("records") if pairs is not None else []
    return {"items": items, "parts": found, "pairs": {f"{link['problem']}/{link['measure']}": _pair(link, items) for link in links}}


def _of(table: pd.DataFrame, doc: str) -> list[dict]:
    return table[table["doc"] == doc].to_dict("records")


def _item(row: dict, key: str) -> dict:
    return {"name": ordinal(row[key]), "short": short_title(row["headline"], 24), "text": row["text"]}


def _pair(link: dict, items: dict) -> list:
    return [
        int(link["level"]),
        None if pd.isna(link["score"]) else float(link["score"]),
        link["state"],
        int(link["paired"]),
        int(link["nearest"]),
        _units(items[link["problem"]]["text"], link["span_problem"]),
        _units(items[link["measure"]]["text"], link["span_measure"]),
        list(link["words"]),
        list(link["concepts"]),
        link["why"],
    ]


def _part(part: dict, text: str) -> list:
    numbers = [None if pd.isna(part[name]) else float(part[name]) for name in ("relevance", *pairing.SIGNALS)]
    addressed = None if pd.isna(part["addressed"]) else int(part["addressed"])
    measure, quoted = ("" if pd.isna(part[name]) else part[name] for name in ("measure", "measure_text"))
    return [_units(text, (part["start"], part["end"])), part["kind"], addressed, measure, quoted, numbers]


def _units(text: str, span: tuple[int, ...]) -> list[int]:
    """Positions in characters → in UTF-16 units."""
    return [len(text[: int(place)].encode("utf-16-le", "surrogatepass")) // 2 for place in span]
