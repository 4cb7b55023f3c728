"""What the template shows, document by document: views turned into plain values, nothing counted anew."""

from itertools import groupby
from urllib.parse import quote

import pandas as pd

from analysis.briefing.page.grid import grid
from analysis.schema import VERDICTS
from analysis.views import contributions, pairing
from analysis.views.ledger import ledger
from analysis.views.naming import ordinal, short_title
from analysis.views.overview import overview, shares
from analysis.views.ranking import ranked
from analysis.wording import CURVES, NONE, SEGMENTS, share
from analysis.wording import VERDICTS as NAMES

Frames = dict[str, pd.DataFrame]


def documents(frames: Frames) -> list[dict]:
    """One dict a readable document, in the order of `documents`."""
    table = overview(*(frames[name] for name in ("documents", "gaps", "links", "load")))
    views = {"ledger": ledger(frames), "pairs": pairing.pairs(frames), "parts": pairing.parts(frames), "made": contributions.shares(frames)}
    many = len(table) > 1
    notes = frames["documents"].set_index("doc")
    return [_document(row, frames, views, notes.loc[row["doc"]], many) for row in table.to_dict("records")]


def failures(frames: Frames) -> list[dict]:
    """Inputs that could not be read: name and reason."""
    table = frames["documents"]
    return table[table["error"] != ""][["doc", "error"]].to_dict("records")


def _document(row: dict, frames: Frames, views: dict, note: pd.Series, many: bool) -> dict:
    doc = row["doc"]
    own = {name: table[table["doc"] == doc] for name, table in (frames | views).items()}
    prefix = quote(f"{doc}/") if many else ""
    problems = _problems(own, prefix)
    order = {problem["id"]: problem for problem in problems}
    return row | {
        "anchor": prefix or "overview",
        "prefix": prefix,
        "written": f"{doc}/" if many else "",
        "title": row["title"] or doc,
        "warnings": [line for line in str(note["warnings"]).split("；") if line],
        "shares": shares(row) | {"uncovered": share(row["uncovered"], row["problems"]), "orphans": share(row["orphans"], row["measures"])},
        "bar": _bar(row),
        "groups": [_group(verdict, list(rows), row["problems"]) for verdict, rows in groupby(problems, key=lambda problem: problem["verdict"])],
        "categories": list(dict.fromkeys(order[problem]["category"] for problem in own["problems"]["problem"] if order[problem]["category"])),
        "load": [_measure(measure, prefix) for measure in own["load"].to_dict("records")],
        "grid": grid(own["links"], own["pairs"], order),
    }


def _group(verdict: str, problems: list[dict], whole: int) -> dict:
    return {"verdict": verdict, "name": NAMES[verdict], "problems": problems, "share": share(len(problems), whole)}


def _bar(row: dict) -> list[dict]:
    """The verdicts as parts of one bar; `x`, `middle` and `width` in percent of it."""
    whole, parts, x = row["problems"], [], 0.0
    for verdict in VERDICTS:
        if row[verdict]:
            width = 100 * row[verdict] / whole
            parts.append({"verdict": verdict, "name": NAMES[verdict], "count": row[verdict], "x": f"{x:.3f}", "middle": f"{x + width / 2:.3f}", "width": f"{width:.3f}"})
            x += width
    return parts


def _problems(own: Frames, prefix: str) -> list[dict]:
    rows = {row["problem"]: row for row in own["ledger"].to_dict("records")}
    numbers = dict(zip(own["problems"]["problem"], own["problems"]["number"], strict=True))
    links = {problem: found.to_dict("records") for problem, found in own["pairs"].groupby("problem", sort=False)}
    parts = {problem: found.to_dict("records") for problem, found in own["parts"].groupby("problem", sort=False)}
    names = dict(zip(own["measures"]["measure"], own["measures"]["headline"], strict=True))
    made = _made(own["made"], own["gaps"])
    order = ranked(own["gaps"])["problem"]
    return [_problem(rows[id_], numbers[id_], links.get(id_, []), parts.get(id_, []), names, prefix) | {"made": made.get(id_, [])} for id_ in order]


def _made(shares: pd.DataFrame, gaps: pd.DataFrame) -> dict[str, list[dict]]:
    """Problem → what each curve made of its nearest measure: `name`, `chance` and `parts` in words."""
    nearest = shares.merge(gaps[["problem", "best_measure"]], left_on=["problem", "measure"], right_on=["problem", "best_measure"])
    return {
        row["problem"]: [{"name": name, "chance": contributions.likely(row[curve]), "parts": contributions.said(row, curve)} for curve, name in CURVES.items()]
        for row in nearest.to_dict("records")
    }


def _problem(row: dict, number: str, links: list[dict], parts: list[dict], names: dict, prefix: str) -> dict:
    problem = row["problem"]
    bearing = sorted((link for link in links if link["level"] > 0), key=lambda link: (-link["level"], -_number(link["score"])))
    met = [part for part in parts if not pd.isna(part["addressed"])]
    return row | {
        "id": problem,
        "anchor": prefix + problem,
        "ordinal": ordinal(problem),
        "place": int(problem[1:]),
        "number": number,
        "causes": [line for line in row["causes"].split("\n") if line != NONE],
        "runs": runs(row["text"], parts),
        "met": share(sum(part["addressed"] > 0 for part in met), len(met)) if met else "",
        "bearing": [_link(link, names, prefix) for link in bearing],
        "nearest": next((_link(link, names, prefix) for link in links if link["nearest"]), None),
        "measures_of": " ".join(link["measure"] for link in bearing),
    }


def _number(value) -> float:
    return 0.0 if pd.isna(value) else float(value)


def _link(link: dict, names: dict, prefix: str) -> dict:
    target = f"{prefix}{link['problem']}/{link['measure']}"
    return link | {"anchor": target, "ordinal": ordinal(link["measure"]), "headline": names.get(link["measure"], ""), "short": short_title(names.get(link["measure"], ""), 26), "score": _score(link["score"])}


def _score(value) -> str:
    return "" if pd.isna(value) else f"{value:.2f}"


def runs(text: str, parts: list[dict]) -> list[dict]:
    """The text cut at its segments: `text`, and for a segment its `kind` and whether it is `addressed` (2, 1, 0)."""
    found, place = [], 0
    for part in sorted(parts, key=lambda part: part["start"]):
        if part["start"] < place:
            continue
        found += [{"text": text[place : part["start"]], "kind": "", "addressed": ""}, _run(text, part)]
        place = part["end"]
    return [run for run in [*found, {"text": text[place:], "kind": "", "addressed": ""}] if run["text"]]


def _run(text: str, part: dict) -> dict:
    addressed = "" if pd.isna(part["addressed"]) else int(part["addressed"])
    measure = part["measure"] if addressed and not pd.isna(part["measure"]) else ""
    return {
        "text": text[part["start"] : part["end"]],
        "kind": SEGMENTS[part["kind"]],
        "addressed": addressed,
        "by": ordinal(measure) if measure else "",
    }


def _measure(row: dict, prefix: str) -> dict:
    return row | {
        "id": row["measure"],
        "anchor": prefix + row["measure"],
        "ordinal": ordinal(row["measure"]),
        "place": int(row["measure"][1:]),
        "short": short_title(row["headline"], 9),
        "slogans": "" if pd.isna(row["slogan_share"]) else f"{row['slogan_share']:.0%}",
    }
