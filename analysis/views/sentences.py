"""The findings in a sentence, with their numbers: titles of figures and slides."""

import pandas as pd

from analysis.views.scope import Scope
from analysis.wording import NONE

OPEN = (("uncovered", "未见对应措施"), ("partial", "只部分覆盖"), ("unknown", "难以判断"))
NO_MEASURES = "文件没有写出整改措施"


def finding(scope: Scope) -> str:
    """What the verdicts of the problems shown amount to: `15个问题中4个未见对应措施，6个只部分覆盖`."""
    verdicts = scope.frames["gaps"]["verdict"]
    if scope.all_measures == 0:
        return f"{NO_MEASURES}，{scope.what}均未见对应"
    said = [f"{count}个{word}" for verdict, word in OPEN if (count := int((verdicts == verdict).sum()))]
    if not said:
        return f"{scope.what}均有措施直接对应" if (verdicts == "covered").all() else f"{scope.what}均有对应措施或已作说明"
    return f"{scope.what}中{'，'.join(said)}"


def composition(scope: Scope) -> str:
    """How many are covered, and how many are not: `15个问题中3个已覆盖（20%），8个未见对应措施`."""
    verdicts = scope.frames["gaps"]["verdict"]
    if not len(verdicts):
        return f"{scope.what}：{NONE}"
    covered = int((verdicts == "covered").sum())
    rest = [f"，{count}个{word}" for verdict, word in OPEN if (count := int((verdicts == verdict).sum()))]
    return f"{scope.what}中{covered}个已覆盖（{covered / len(verdicts):.0%}）{rest[0] if rest else ''}"


def meetings(scope: Scope) -> str:
    """What the matrix holds: `15个问题与5项措施：直接对应3处、部分涉及5处，8个问题没有任何对应`."""
    links = scope.frames["links"]
    direct, partial = (int((links["level"] == level).sum()) for level in (2, 1))
    empty = len(scope.frames["problems"]) - links.loc[links["level"] > 0, "problem"].nunique()
    rest = f"{empty}个问题没有任何对应{undecided(scope)}" if empty else "每个问题都有对应"
    return f"{scope.what}与{len(scope.frames['load'])}项措施：直接对应{direct}处、部分涉及{partial}处，{rest}"


def undecided(scope: Scope) -> str:
    """What a count of problems without any link adds, since `unknown` is no gap: `（含1个难以判断）`, or nothing."""
    links, gaps = scope.frames["links"], scope.frames["gaps"]
    empty = ~gaps["problem"].isin(links.loc[links["level"] > 0, "problem"])
    count = int((empty & (gaps["verdict"] == "unknown")).sum())
    return f"（含{count}个难以判断）" if count else ""


def burden(load: pd.DataFrame, what: str) -> str:
    """What the measures carry: `5项措施中1项未对应任何问题`."""
    orphans = int(load["orphan"].sum())
    if orphans:
        return f"{what}中{orphans}项未对应任何问题" if orphans < len(load) else f"{what}均未对应任何问题"
    return f"{what}都至少对应一个问题"
