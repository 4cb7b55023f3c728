"""Which present document an absent one is, and what of its decisions goes over to the new name."""

import pandas as pd
import pytest
from review_frames import decided, decision, items

from analysis.review import apply, renamed
from analysis.review.matching import standing

PROBLEMS = {f"P{at:02d}": f"{what}。{where}{what}，群众多次反映，至今没有办结。" for at, (what, where) in enumerate([("停车难", "北河街"), ("路灯损坏", "河西路"), ("雨天积水", "东桥下"), ("摊点占道", "老车站")], 1)}
MEASURES = {f"M{at:02d}": f"{what}。{when}前{what}并逐处公示结果。" for at, (what, when) in enumerate([("新增泊位", "六月底"), ("更换路灯", "七月底"), ("改造管网", "年底"), ("划定经营区", "八月底")], 1)}
PAIRS = list(zip(PROBLEMS, MEASURES, strict=True))


def made(*pairs, doc="方案", old="", word="confirmed"):
    rows = [decision(problem, measure, word, level=2, problems=PROBLEMS, measures=MEASURES) for problem, measure in pairs or PAIRS]
    return decided(*(row | {"doc": doc, "carried_from": old} for row in rows))


def after(decisions, present, *, files=None):
    """What comes of `present`: name → (SHA-256, problems, measures)."""
    gone = renamed.absent(decisions, present, files or {})
    open_docs = renamed.undecided(decisions, present)
    like = {doc: renamed.likenesses(gone, present[doc][0], items("problem", present[doc][1]), items("measure", present[doc][2])) for doc in open_docs}
    return renamed.carry(decisions, like)


def carried(outcome):
    return list(zip(outcome.added["doc"], outcome.added["carried_from"], outcome.added["problem"], strict=True))


def edited(texts: dict[str, str], *which: str) -> dict[str, str]:
    return {item: text.replace("群众多次反映，", "群众反映强烈，") if item in which else text for item, text in texts.items()}


def other(texts: dict[str, str], *which: str) -> dict[str, str]:
    return {item: f"完全不同的一件事，编号{item}。" if item in which else text for item, text in texts.items()}


def test_a_renamed_document_gets_copies_of_the_decisions():
    outcome = after(made(), {"修改稿": ("", PROBLEMS, MEASURES)})
    assert carried(outcome) == [("修改稿", "方案", problem) for problem in PROBLEMS]
    assert outcome.lines == ("“修改稿”沿用“方案”的4条决定（所核定的8个条目文字都未变）；原有决定仍保留",)


@pytest.mark.parametrize(
    "problems, measures, goes",
    [
        (edited(PROBLEMS, "P01", "P02", "P03", "P04"), MEASURES, True),
        (other(PROBLEMS, "P01"), MEASURES, True),
        (other(PROBLEMS, "P01", "P02"), MEASURES, False),
        (edited(PROBLEMS, "P01", "P02", "P03", "P04"), other(MEASURES, "M01"), False),
        ({"P01": "环境脏乱。"}, {"M01": "定期清扫。"}, False),
    ],
    ids=["half edited", "one gone", "two gone", "more than half changed", "another document"],
)
def test_nearly_all_texts_must_be_found_and_half_of_them_unchanged(problems, measures, goes):
    outcome = after(made(), {"修改稿": ("", problems, measures)})
    assert bool(len(outcome.added)) is goes
    assert [line[:10] for line in outcome.lines] == (["“修改稿”沿用“方案"] if goes else ["“修改稿”未沿用“方"] if len(problems) > 1 else [])


def test_the_same_file_needs_no_text_and_one_text_alone_is_not_enough():
    decisions, alone = made(PAIRS[0], word="rejected"), {"修改稿": ("ab", {"P01": PROBLEMS["P01"]}, other(MEASURES, "M01"))}
    assert len(after(decisions, alone).added) == 0
    outcome = after(decisions, alone, files={"方案": "ab"})
    assert carried(outcome) == [("修改稿", "方案", "P01")] and "文件相同，所核定的2个条目中1个文字有改动" in outcome.lines[0]


def test_a_document_that_is_present_or_has_decisions_of_its_own_is_left_alone():
    whole = ("", PROBLEMS, MEASURES)
    assert after(made(), {"方案": whole, "修改稿": whole}).lines == ()
    both = pd.concat([made(), made(PAIRS[0], doc="修改稿", word="rejected")], ignore_index=True)
    assert after(both, {"修改稿": whole}).lines == ()


def test_two_decided_documents_or_two_present_ones_are_ambiguous():
    whole = ("", PROBLEMS, MEASURES)
    two = pd.concat([made(doc="甲"), made(doc="乙")], ignore_index=True)
    outcome = after(two, {"修改稿": whole})
    assert carried(outcome) == [] and outcome.lines == ("“修改稿”与已核定的“甲”、“乙”都相符，未沿用任何决定；请把文件名改回其中一份的名字，再运行一次",)
    outcome = after(made(), {"一稿": whole, "二稿": whole})
    assert carried(outcome) == [] and outcome.lines == ("“一稿”、“二稿”都与已核定的“方案”相符，未沿用任何决定；请把其中一份的文件名改回“方案”，再运行一次",)


def test_the_same_file_goes_before_one_that_only_reads_alike():
    present = {"一稿": ("ab", PROBLEMS, MEASURES), "二稿": ("cd", PROBLEMS, MEASURES)}
    assert {doc for doc, *_ in carried(after(made(), present, files={"方案": "cd"}))} == {"二稿"}
    two = pd.concat([made(doc="甲"), made(doc="乙")], ignore_index=True)
    assert {old for _, old, _ in carried(after(two, {"一稿": present["一稿"]}, files={"乙": "ab"}))} == {"乙"}


def test_a_name_changed_twice_and_back_takes_the_latest_decisions():
    whole = ("", PROBLEMS, MEASURES)
    history = pd.concat([made(), made(doc="二稿", old="方案"), made(PAIRS[0], doc="二稿", word="withdrawn")], ignore_index=True)
    assert carried(after(history, {"三稿": whole})) == [("三稿", "二稿", problem) for problem in ("P02", "P03", "P04")]
    back = after(history, {"方案": whole}).added
    assert back["decision"].tolist().count("withdrawn") == 1
    held, lost = standing(items("problem", PROBLEMS).assign(doc="方案"), items("measure", MEASURES).assign(doc="方案"), pd.concat([history, back], ignore_index=True))
    assert held["方案", "P01", "M01"].decision == "withdrawn" and held["方案", "P02", "M02"].decision == "confirmed" and lost == 0
    assert after(pd.concat([history, back], ignore_index=True), {"方案": whole}).lines == ()


def test_what_was_carried_over_is_suspect_where_the_text_changed():
    problems = edited(PROBLEMS, "P02")
    rows = after(made(), {"d": ("", problems, MEASURES)}).added
    frames = {"problems": items("problem", problems), "measures": items("measure", MEASURES)}
    levels = pd.DataFrame([{"doc": "d", "problem": problem, "measure": measure, "level": 1, "score": 0.5, "state": "candidate", "why": "程序的话。"} for problem, measure in PAIRS])
    links = apply(**frames, links=levels, evidence=pd.DataFrame(columns=["doc", "problem", "measure", "addressed"]), decisions=rows)["links"]
    assert links["state"].tolist() == ["confirmed", "suspect", "confirmed", "confirmed"]
