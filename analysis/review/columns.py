"""The columns of review.xlsx: what a person reads on the left, what a person fills on the right."""

SHEET = "待核定"
SHOWN = (
    ("文档", 12), ("问题编号", 7), ("问题", 34), ("措施编号", 7), ("措施", 34), ("问题依据", 26), ("措施依据", 34),
    ("判断", 9), ("结论", 9), ("把握", 9), ("理由", 34), ("先看的原因", 16), ("核定状态", 8),
)  # fmt: skip
FILLED = (("决定", 10), ("备注", 24), ("审核人", 9), ("日期", 11))
CODE = ("核对码", 8)
"""Fingerprints of both texts as the person saw them; with them a decision finds its pair although ids have shifted."""

COLUMNS = (*SHOWN, *FILLED, CODE)
NAMES = tuple(name for name, _ in COLUMNS)

LEDGER_MARKS = ("确认", "否决")
TICKED = ("√", "✓", "✔", "是", "1", "y", "Y", "v", "V")
