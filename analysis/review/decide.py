"""Rows that a person filled, to decisions on pairs; the first row that cannot be one stops all of them."""

import re
from pathlib import Path

import pandas as pd

from analysis import schema
from analysis.errors import InputError
from analysis.review.columns import LEDGER_MARKS, TICKED
from analysis.review.forms import LEDGER_PROBLEMS, REVIEW, Entry
from analysis.review.texts import fingerprint, quote, shows, squeeze
from analysis.review.words import CONFIRM, JUSTIFY, LEVEL_OF, OFFERED, REJECT, STORED
from analysis.wording import LEVELS, VERDICTS

LEVEL_NAMED = {name: level for level, name in LEVELS.items()}
VERDICT_NAMED = {name: verdict for verdict, name in VERDICTS.items()}
LEVEL_BEHIND = {"covered": 2, "partial": 1}
LONGEST_NOTE = 500
RENEW = "请用 zhenggai build 或 zhenggai review export 新生成的表重填"
_ID = re.compile(r"(?:[PM]|问题|措施)?0*(\d+)")


def decisions(path: Path, entries: list[Entry], frames: dict[str, pd.DataFrame], *, reviewer: str = "", date: str = "") -> pd.DataFrame:
    """Frame decisions of all `entries` of the file `path`, checked against the tables the form was made from.

    `reviewer` and `date` stand where a row names none. Raises InputError naming the cell of the first row that is
    not a decision, or that contradicts an earlier row.
    """
    tables = _Tables(frames)
    rows: dict[tuple, dict] = {}
    for entry in entries:
        for row in _Row(path, entry, tables).decisions():
            row |= {"reviewer": row["reviewer"] or reviewer, "date": row["date"] or date}
            key = tuple(row[name] for name in ("doc", "problem", "measure", "fingerprint_problem", "fingerprint_measure"))
            if key in rows and (rows[key]["decision"], rows[key]["level"]) != (row["decision"], row["level"]):
                raise InputError(path, f"与前面对{row['problem']} {row['measure']}的决定矛盾", "同一对只能有一个决定", _first(entry))
            rows.setdefault(key, row)
    return schema.frame("decisions", rows.values())


def _first(entry: Entry) -> str:
    """The place of the first filled cell that decides."""
    return next(entry.places[name] for name in ("决定", *LEDGER_MARKS) if entry.get(name))


class _Tables:
    """The tables a form was made from, by key."""

    def __init__(self, frames: dict[str, pd.DataFrame]):
        self.items = {side: _by(frames[f"{side}s"], "doc", side) for side in ("problem", "measure")}
        self.links = _by(frames["links"], "doc", "problem", "measure")
        self.gaps = _by(frames["gaps"], "doc", "problem")
        self.docs = list(dict.fromkeys(frames["problems"]["doc"]))


def _by(table: pd.DataFrame, *columns: str) -> dict[tuple, dict]:
    return dict(zip(zip(*(table[column] for column in columns), strict=True), table.to_dict("records"), strict=True))


class _Row:
    """One filled row, and what its columns mean."""

    def __init__(self, path: Path, entry: Entry, tables: _Tables):
        self.path, self.entry, self.tables = path, entry, tables
        self.doc = self._doc()

    def bad(self, column: str, problem: str, accepted: str = "") -> InputError:
        return InputError(self.path, problem, accepted, self.entry.places.get(column, _first(self.entry)))

    def decisions(self) -> list[dict]:
        problem = self._end("problem", "存在问题" if self.entry.kind == LEDGER_PROBLEMS else "问题")
        if len(self.entry.get("备注")) > LONGEST_NOTE:
            raise self.bad("备注", f"备注超过{LONGEST_NOTE}字", "请缩短")
        if self.entry.kind == LEDGER_PROBLEMS:
            return self._of_verdict(problem)
        word = self._word()
        if word == JUSTIFY:
            if not self.entry.get("备注"):
                raise self.bad("备注", f"决定为“{JUSTIFY}”而没有备注", "请在备注写明该问题不需要措施的理由")
            return [self._row(problem, None, word)]
        return [self._row(problem, self._end("measure", "措施"), *self._meaning(word))]

    def _doc(self) -> str:
        said = self.entry.get("文档")
        if said in self.tables.docs:
            return said
        if len(renamed := self._holding()) == 1:
            return renamed[0]
        if said or len(self.tables.docs) != 1:
            raise self.bad("文档", f"没有名为“{said}”的文档", f"现有：{'、'.join(self.tables.docs[:5])}")
        return self.tables.docs[0]

    def _holding(self) -> list[str]:
        """The documents that hold both texts of the check code: the file may have another name since."""
        marks = {side: self._code(side) for side in self.tables.items}
        found = [{doc for (doc, _), row in self.tables.items[side].items() if mark and fingerprint(row["text"]) == mark} for side, mark in marks.items()]
        return sorted(set.intersection(*found))

    def _end(self, side: str, column: str) -> dict:
        """Problem or measure as {id, fingerprint, quote}: by the check code, else by number and wording."""
        number, shown = self.entry.get(f"{'问题' if side == 'problem' else '措施'}编号"), self.entry.get(column)
        match = _ID.fullmatch(number)
        if not match:
            raise self.bad(f"{'问题' if side == 'problem' else '措施'}编号", f"编号“{number}”无法识别", "如 P03、M02")
        own = {item: row for (doc, item), row in self.tables.items[side].items() if doc == self.doc}
        item = f"{side[0].upper()}{int(match[1]):02d}"
        code = self._code(side)
        if code:
            same = [name for name, row in own.items() if fingerprint(row["text"]) == code]
            item = item if item in same or not same else same[0]
            if not same:  # the text changed since the form was made: kept as a decision on the old one
                return {"id": item, "fingerprint": code, "quote": quote(shown)}
        elif shown and not (item in own and _says(shown, own[item])):
            like = [name for name, row in own.items() if _says(shown, row)]
            if len(like) != 1:
                raise self.bad(column, f"{item}的文字与现有表格不一致", RENEW)
            item = like[0]
        if item not in own:
            raise self.bad(f"{'问题' if side == 'problem' else '措施'}编号", f"{self.doc}中没有{item}", RENEW)
        return {"id": item, "fingerprint": fingerprint(own[item]["text"]), "quote": quote(own[item]["text"])}

    def _code(self, side: str) -> str:
        parts = self.entry.get("核对码").split("-")
        return parts[side == "measure"] if len(parts) == 2 else ""

    def _word(self) -> str:
        """The decision in the words of the review sheet; the ledger's ticks are 确认 and 否决."""
        if self.entry.kind == REVIEW:
            word = squeeze(self.entry.get("决定"))
            if word not in OFFERED:
                raise self.bad("决定", f"决定“{word}”不在可选之列", f"可选：{'、'.join(OFFERED)}")
            return word
        for name in LEDGER_MARKS:
            if self.entry.get(name) and self.entry.get(name) not in TICKED:
                raise self.bad(name, f"“{self.entry.get(name)}”无法识别", "只接受√或空")
        if all(self.entry.get(name) for name in LEDGER_MARKS):
            raise self.bad(LEDGER_MARKS[0], "同一行既确认又否决", "请只留一个√")
        return CONFIRM if self.entry.get(LEDGER_MARKS[0]) else REJECT

    def _meaning(self, word: str) -> tuple[str, int | None]:
        """(word, level) of a decision on a pair."""
        if word in LEVEL_OF:
            return word, LEVEL_OF[word]
        judged = LEVEL_NAMED.get(self.entry.get("判断") or self.entry.get("对应程度"), self._judged())
        if judged == 0 and self.entry.kind == REVIEW and word == CONFIRM:
            raise self.bad("决定", "程序判为未涉及，“确认”说不清是否对应", "请选确认直接、确认部分或否决")
        if judged == 0 and self.entry.kind != REVIEW:
            if word == REJECT:
                raise self.bad(LEDGER_MARKS[1], "程序判为未涉及，否决说不清对应到什么程度", "请在 review.xlsx 中选确认直接或确认部分")
            return REJECT, None
        return (word, judged) if word == CONFIRM else (word, None)

    def _judged(self) -> int:
        """The level in the tables, where the form shows none."""
        problem, measure = self._end("problem", "问题")["id"], self._end("measure", "措施")["id"]
        link = self.tables.links.get((self.doc, problem, measure))
        return int(link["level"]) if link else 0

    def _of_verdict(self, problem: dict) -> list[dict]:
        """A verdict confirmed confirms its nearest measure; one rejected rejects all measures that carry it."""
        word = self._word()
        gap = self.tables.gaps[self.doc, problem["id"]]
        verdict = VERDICT_NAMED.get(self.entry.get("结论"), gap["verdict"])
        if verdict != gap["verdict"]:
            raise self.bad("结论", f"结论与现有表格（{VERDICTS[gap['verdict']]}）不一致", RENEW)
        level = LEVEL_BEHIND.get(verdict)
        best = self.tables.items["measure"].get((self.doc, gap["best_measure"]))
        if level is None and (verdict != "uncovered" or word == REJECT):
            raise self.bad(LEDGER_MARKS[word == REJECT], f"结论为{VERDICTS[verdict]}，{word}说不清涉及哪条措施", "请在“逐对依据”或 review.xlsx 中逐对填写")
        if word == CONFIRM:
            return [self._row(problem, _known(best), CONFIRM if level else REJECT, level)] if best else []
        own = [key[2] for key, link in self.tables.links.items() if key[:2] == (self.doc, problem["id"]) and link["level"] == level]
        return [self._row(problem, _known(self.tables.items["measure"][self.doc, measure]), REJECT) for measure in own]

    def _row(self, problem: dict, measure: dict | None, word: str, level: int | None = None) -> dict:
        measure = measure or {"id": "", "fingerprint": "", "quote": ""}
        return {
            "doc": self.doc,
            "problem": problem["id"],
            "measure": measure["id"],
            "decision": STORED[word],
            "level": level,
            "note": self.entry.get("备注"),
            "reviewer": self.entry.get("审核人"),
            "date": self.entry.get("日期"),
            "fingerprint_problem": problem["fingerprint"],
            "fingerprint_measure": measure["fingerprint"],
            "quote_problem": problem["quote"],
            "quote_measure": measure["quote"],
        }


def _known(row: dict) -> dict:
    return {"id": row["measure"], "fingerprint": fingerprint(row["text"]), "quote": quote(row["text"])}


def _says(shown: str, row: dict) -> bool:
    return shows(shown, row["text"]) or shows(shown, row["headline"])
