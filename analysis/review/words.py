"""The words a person decides with, and what is stored of each."""

CONFIRM, DIRECT, PARTIAL, REJECT, JUSTIFY, WITHDRAW = "确认", "确认直接", "确认部分", "否决", "已说明", "撤销"
OFFERED = (CONFIRM, DIRECT, PARTIAL, REJECT, JUSTIFY, WITHDRAW)

LEVEL_OF = {DIRECT: 2, PARTIAL: 1}
STORED = {CONFIRM: "confirmed", DIRECT: "confirmed", PARTIAL: "confirmed", REJECT: "rejected", JUSTIFY: "justified", WITHDRAW: "withdrawn"}
SAID = {"confirmed": "人工确认", "rejected": "人工否决", "justified": "人工说明", "withdrawn": "人工撤销"}

JUDGED = "程序原判"
"""Stands in the `why` of a link whose level a person changed, before what the program had judged."""
