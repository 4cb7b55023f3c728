"""From problems through causes to measures: bundled, so that at any size there are few bands to follow."""

import pandas as pd

from analysis.views.naming import label, ordinal, short_title
from analysis.views.scope import Scope, View, scope
from analysis.views.sentences import NO_MEASURES, finding
from analysis.wording import VERDICTS

MOST_PROBLEMS, MOST_CAUSES, MOST_MEASURES, MOST_LINKS = 16, 7, 12, 2
NOWHERE, NO_CAUSE, OTHER = "-", "?", "+"
NODES = ["side", "node", "label", "weight", "place"]
BANDS = ["side", "source", "target", "level", "weight"]


def view(frames: dict[str, pd.DataFrame], doc: str, *, category: str = "", measure: str = "", rows: int = 15, **_) -> list[View]:
    """One figure. `rows`, the bands: `side` (0 left, 1 right), `source`, `target`, `level` (0 leads to no measure), `weight`.

    Every problem weighs 1, shared among its links: at most two direct ones, or the strongest partial one. Each
    passes the cause that is nearest to both ends. `more["nodes"]`: `side` (0 problems, 1 causes, 2 measures),
    `node`, `label`, `weight`, `place` in its column from the top. Beyond 16 problems (fewer on a small figure), categories (else verdicts)
    stand for them and causes are left out; beyond 12 measures, the lightest are one node. What is left out is said in the note.
    """
    shown = scope(frames, doc, category, measure)
    nothing = shown.nothing() or (NO_MEASURES if shown.all_measures == 0 else "")
    if nothing:
        return [shown.view(finding(shown), empty=nothing)]
    paths, left_out = _paths(shown)
    most = min(MOST_PROBLEMS, rows + 1)
    bundles = _bundles(shown, most)
    title = _title(paths)
    paths = paths.assign(problem=paths["problem"].map(bundles["node"]))
    paths["measure"] = _few(paths, "measure", min(MOST_MEASURES, rows - 1) - 1)
    paths["cause"] = _few(paths, "cause", MOST_CAUSES)
    with_causes = len(shown.frames["causes"]) > 0 and len(shown.frames["problems"]) <= most
    nodes = _nodes(shown, paths, bundles, with_causes)
    return [shown.view(title, _note(shown, nodes, left_out), rows=_bands(paths, with_causes), more={"nodes": nodes})]


def _paths(shown: Scope) -> tuple[pd.DataFrame, int]:
    """(one row a link drawn: problem, cause, measure, level, weight; how many links are not drawn)."""
    links = shown.frames["links"]
    touching = links[links["level"] > 0].sort_values(["level", "score"], ascending=False, kind="stable")
    by_problem = {problem: rows.to_dict("records") for problem, rows in touching.groupby("problem", sort=False)}
    near = _nearness(shown.frames["cause_links"])
    rows, drawn = [], 0
    for problem in shown.frames["gaps"]["problem"]:
        strongest = by_problem.get(problem, [])
        direct = [link for link in strongest if link["level"] == 2][:MOST_LINKS]
        chosen = direct or strongest[:1] or [{"measure": NOWHERE, "level": 0}]
        drawn += len(chosen) if strongest else 0
        rows += [
            {"problem": problem, "cause": _cause(near, problem, link["measure"]), "measure": link["measure"], "level": int(link["level"]), "weight": 1 / len(chosen)}
            for link in chosen
        ]
    return pd.DataFrame(rows), len(touching) - drawn


def _nearness(links: pd.DataFrame) -> dict[str, dict[str, float]]:
    """Score by source and target, of the links that hold."""
    near: dict[str, dict[str, float]] = {}
    for link in links[links["level"] > 0].itertuples():
        near.setdefault(link.source, {})[link.target] = float(link.score)
    return near


def _cause(near: dict, problem: str, measure: str) -> str:
    """The cause of the problem that is nearest to both; without a measure, the nearest."""
    causes = near.get(problem, {})
    return max(causes, key=lambda cause: (min(causes[cause], near.get(cause, {}).get(measure, 0)), causes[cause]), default=NO_CAUSE)


def _bundles(shown: Scope, most: int) -> pd.DataFrame:
    """By problem: `node` and `label` of what stands for it."""
    table = shown.frames["gaps"].merge(shown.frames["problems"][["problem", "category"]], on="problem", how="left")
    if len(table) <= most:
        table["node"] = table["problem"]
        table["label"] = [label(row.problem, row.headline, 18) for row in table.itertuples()]
    else:
        by = table["category"] if table["category"].nunique() > 1 else table["verdict"].map(VERDICTS)
        table["node"] = _few(pd.DataFrame({"by": by.replace("", "未分类"), "weight": 1.0}), "by", most - 1)
        sizes = table["node"].map(table["node"].value_counts())
        table["label"] = [f"{'其他' if node == OTHER else node}（{size}个）" for node, size in zip(table["node"], sizes, strict=True)]
    return table.set_index("problem")[["node", "label"]]


def _few(table: pd.DataFrame, column: str, most: int) -> pd.Series:
    """The column with all but the `most` heaviest values as OTHER; the marks for nothing are kept."""
    weights = table.groupby(column, sort=False)["weight"].sum().drop([NOWHERE, NO_CAUSE], errors="ignore")
    if len(weights) <= most:
        return table[column]
    kept = {*weights.sort_values(ascending=False, kind="stable").index[: most - 1], NOWHERE, NO_CAUSE}
    return table[column].where(table[column].isin(kept), OTHER)


def _bands(paths: pd.DataFrame, with_causes: bool) -> pd.DataFrame:
    legs = [("problem", "cause"), ("cause", "measure")] if with_causes else [("problem", "measure")]
    parts = [
        paths.groupby([source, target, "level"], sort=False)["weight"].sum().reset_index().set_axis(BANDS[1:], axis=1).assign(side=side)
        for side, (source, target) in enumerate(legs)
    ]
    return pd.concat(parts, ignore_index=True)[BANDS]


def _nodes(shown: Scope, paths: pd.DataFrame, bundles: pd.DataFrame, with_causes: bool) -> pd.DataFrame:
    """Nodes with their place: what leads nowhere on top, then the order in which the bands cross least."""
    weights = {column: paths.groupby(column, sort=False)["weight"].sum() for column in ("problem", "cause", "measure")}
    measures = [NOWHERE, *shown.frames["measures"]["measure"], OTHER]
    places = {"measure": {name: place for place, name in enumerate(name for name in measures if name in weights["measure"])}}
    for _ in range(4):
        places["problem"] = _order(paths, "problem", {"measure": places["measure"]} | ({"cause": places["cause"]} if "cause" in places else {}))
        places["cause"] = _order(paths, "cause", {"problem": places["problem"]})
        places["measure"] = _order(paths, "measure", {"problem": places["problem"]})
    names = {"problem": dict(zip(bundles["node"], bundles["label"], strict=True)), "cause": _cause_names(shown), "measure": _measure_names(shown, weights["measure"])}
    sides = ("problem", "cause", "measure") if with_causes else ("problem", "measure")
    rows = [
        {"side": 2 if column == "measure" else number, "node": node, "label": names[column][node], "weight": float(weights[column][node]), "place": place}
        for number, column in enumerate(sides)
        for node, place in places[column].items()
    ]
    return pd.DataFrame(rows, columns=NODES)


def _order(paths: pd.DataFrame, column: str, others: dict[str, dict]) -> dict[str, int]:
    """Nodes of `column` by the weighted mean place of what they are tied to in the first other column, then in the next."""
    weights = paths.groupby(column, sort=False)["weight"].sum()
    pulls = [(paths[other].map(places) * paths["weight"]).groupby(paths[column], sort=False).sum() / weights for other, places in others.items()]
    ordered = sorted(weights.index, key=lambda node: (node != NOWHERE, node in (OTHER, NO_CAUSE), *(round(pull[node], 6) for pull in pulls)))
    return {node: place for place, node in enumerate(ordered)}


def _cause_names(shown: Scope) -> dict[str, str]:
    named = {row.cause: label(row.cause, row.headline, 26) for row in shown.frames["causes"].itertuples()}
    return named | {NO_CAUSE: "未对应到原因", OTHER: "其他原因"}


def _measure_names(shown: Scope, weights: pd.Series) -> dict[str, str]:
    named = {row.measure: f"{ordinal(row.measure)} {short_title(row.headline, 22)}" for row in shown.frames["measures"].itertuples()}
    return named | {NOWHERE: "没有任何对应", OTHER: f"其他{len(_met(shown)) - sum(name in named for name in weights.index)}项措施"}


def _met(shown: Scope) -> set[str]:
    return set(_paths(shown)[0]["measure"]) - {NOWHERE}


def _title(paths: pd.DataFrame) -> str:
    """How many problems lead nowhere, and on how few measures the others rest."""
    gone = round(paths.loc[paths["measure"] == NOWHERE, "weight"].sum())
    whole, ends = round(paths["weight"].sum()), paths.loc[paths["measure"] != NOWHERE, "measure"]
    if not len(ends):
        return f"{whole}个问题都没有任何对应的措施"
    carried = f"{'其余' if gone else ''}{whole - gone}个落到{ends.nunique()}项措施上"
    return f"{whole}个问题中{gone}个没有任何对应，{carried}" if gone else f"{whole}个问题都有措施可落，{carried}"


def _note(shown: Scope, nodes: pd.DataFrame, left_out: int) -> str:
    said = ["每个问题画最强的对应（直接对应至多2项）"]
    if left_out:
        said.append(f"另有{left_out}处对应未画")
    unsure = shown.frames["gaps"]["verdict"].eq("unknown") & ~shown.frames["gaps"]["problem"].isin(shown.frames["links"].query("level > 0")["problem"])
    if unsure.any():
        said.append(f"没有任何对应的含{unsure.sum()}个难以判断")
    idle = len(shown.frames["measures"]) - len(_met(shown))
    if idle:
        said.append(f"{idle}项措施不在所画对应之中")
    if not len(shown.frames["causes"]):
        said.append("文件没有写出原因")
    elif nodes["side"].nunique() < 3:
        said.append("问题较多，已合并，未画原因")
    return "；".join(said)
