"""ledger.xlsx, 问题—措施对照台账: a row a problem, all pairs with their evidence, and what each column means."""

import io
from pathlib import Path

import pandas as pd

from analysis.briefing.ledger import rows
from analysis.briefing.ledger.columns import DOCUMENT, PAIRS, PROBLEMS
from analysis.briefing.ledger.dictionary import write_dictionary
from analysis.briefing.ledger.sheet import Formats, write_sheet
from analysis.briefing.material import Material, gather
from analysis.briefing.package import save_steady
from analysis.wording import VERDICTS, share

TITLE = "问题—措施对照台账"
SHEETS = ("对照台账", "逐对依据", "列的说明")


def write_ledger(frames: dict[str, pd.DataFrame], path: Path) -> None:
    """Write the workbook of all readable documents; the same tables give the same bytes."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": TITLE, "author": "整改分析", "subject": "整改材料分析"})
    formats, materials = Formats(book), gather(frames)
    first = [DOCUMENT] if len(materials) > 1 else []
    remark = _remark(materials)
    write_sheet(book, formats, SHEETS[0], TITLE, remark, [*first, *PROBLEMS], rows.problems(frames), frozen=len(first) + 1)
    write_sheet(book, formats, SHEETS[1], f"{TITLE}：逐对依据", "每行一对问题与措施；得分只用于排序，对应与否以人工核定为准", [*first, *PAIRS], rows.pairs(frames), frozen=len(first) + 2)
    write_dictionary(book, formats, SHEETS[2], {SHEETS[0]: [*first, *PROBLEMS], SHEETS[1]: [*first, *PAIRS]})
    book.close()
    save_steady(out.getvalue(), path)


def _remark(materials: list[Material]) -> str:
    """What the ledger is about and its counts, each with its denominator."""
    if len(materials) == 1:
        return f"《{materials[0].name}》　{_counts(materials[0])}"
    return "\n".join(f"《{material.name}》　{_counts(material)}" for material in materials)


def _counts(material: Material) -> str:
    counts = material.counts
    verdicts = "，".join(f"{name}{share(counts[verdict], counts['problems'])}" for verdict, name in VERDICTS.items() if counts[verdict])
    strict = f"直接对应：严格口径{material.shares['strict']}，宽松口径{material.shares['relaxed']}"
    return f"问题{counts['problems']}个，措施{counts['measures']}项。{verdicts}。{strict}。未对应任何问题的措施{share(counts['orphans'], counts['measures'])}。"
