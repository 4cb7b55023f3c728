"""Decisions upon the tables: they follow the text, later ones stand, a changed text makes them suspect."""

import pytest
from review_frames import LEVELS, MEASURES, PROBLEMS, decided, decision, evidence, items, links

from analysis import gaps, schema
from analysis.review import apply, settle
from analysis.views.overview import confirmed_covered


def run(decisions, *, problems=PROBLEMS, measures=MEASURES, levels=LEVELS):
    """(links by pair, gaps by problem) of the stages review, gaps, review."""
    tables = {"problems": items("problem", problems), "measures": items("measure", measures)}
    made = apply(**tables, links=links(levels), evidence=evidence(), decisions=decisions)
    found = gaps.find(**tables, segments=schema.frame("segments", []), **made)["gaps"]
    settled = settle(**tables, links=made["links"], gaps=found, decisions=decisions)["gaps"]
    return made["links"].set_index(["problem", "measure"]), settled.set_index("problem"), made["evidence"]


def test_without_decisions_nothing_changes():
    pairs, verdicts, _ = run(decided())
    assert set(pairs["state"]) == {"candidate"} and list(verdicts["verdict"]) == ["covered", "partial"]


@pytest.mark.parametrize(
    "pair, word, level, state, given, verdict",
    [
        (("P01", "M01"), "confirmed", 2, "confirmed", 2, "covered"),
        (("P02", "M02"), "confirmed", 1, "confirmed", 1, "partial"),
        (("P02", "M02"), "confirmed", 2, "confirmed", 2, "covered"),
        (("P02", "M01"), "confirmed", 2, "confirmed", 2, "covered"),
        (("P01", "M01"), "rejected", None, "rejected", 0, "partial"),
        (("P02", "M02"), "rejected", None, "rejected", 0, "uncovered"),
        (("P01", "M01"), "withdrawn", None, "candidate", 2, "covered"),
    ],
)
def test_a_decision_sets_state_level_and_verdict(pair, word, level, state, given, verdict):
    pairs, verdicts, _ = run(decided(decision(*pair, word, level=level)))
    assert (pairs.loc[pair, "state"], pairs.loc[pair, "level"], verdicts.loc[pair[0], "verdict"]) == (state, given, verdict)
    assert (pairs["state"] != "candidate").sum() == (state != "candidate")


def test_a_confirmed_pair_keeps_its_level_when_the_judgement_changes():
    pairs, verdicts, _ = run(decided(decision("P01", "M01", "confirmed", level=2)), levels=LEVELS | {("P01", "M01"): 0})
    assert (pairs.loc[("P01", "M01"), "level"], verdicts.loc["P01", "verdict"], verdicts.loc["P01", "confidence"]) == (2, "covered", 1.0)
    assert "程序原判未涉及" in pairs.loc[("P01", "M01"), "why"]
    assert verdicts.loc["P01", "reason"] == "人工确认：（一）直接对应。"


def test_coverage_is_missing_where_only_a_person_sees_the_cover():
    _, verdicts, _ = run(decided(decision("P02", "M01", "confirmed", level=2, note="路灯属同一工程"), decision("P02", "M02", "rejected")))
    assert verdicts["coverage"].isna().tolist() == [False, True]
    assert verdicts.loc["P02", "reason"] == "人工确认：（一）直接对应，路灯属同一工程。"


def test_a_rejected_cover_becomes_a_gap_that_says_who_rejected_it():
    pairs, verdicts, proof = run(decided(decision("P02", "M02", "rejected", note="只是口号")))
    assert verdicts.loc["P02", "verdict"] == "uncovered" and verdicts.loc["P02", "reason"].startswith("人工否决：（二），只是口号。其余措施未见")
    assert pairs.loc[("P02", "M02"), "why"] == "人工否决（只是口号；程序原判部分涉及）。程序的话。"
    assert proof.set_index("problem")["addressed"].to_dict() == {"P01": 2, "P02": 0} and verdicts.loc["P02", "coverage"] == 0


def test_a_justified_problem_has_the_note_as_reason():
    _, verdicts, _ = run(decided(decision("P02", "", "justified", note="已移交供电单位办结")))
    assert tuple(verdicts.loc["P02", ["verdict", "reason"]]) == ("justified", "已移交供电单位办结")
    assert verdicts.loc["P01", "verdict"] == "covered"


def test_a_later_decision_stands():
    given = [decision("P01", "M01", "confirmed", level=2), decision("P01", "M01", "rejected")]
    assert run(decided(*given))[0].loc[("P01", "M01"), "state"] == "rejected"
    assert run(decided(*given[::-1]))[0].loc[("P01", "M01"), "state"] == "confirmed"


@pytest.mark.parametrize(
    "text",
    ["停车难。老城区车位缺口五百个，夜间占道停放。", "全县中小学校食堂管理松散。"],
    ids=["edited", "another text under the same id"],
)
@pytest.mark.parametrize("word", ["confirmed", "rejected"])
def test_a_changed_text_makes_the_pair_suspect_and_the_verdict_unknown(text, word):
    pairs, verdicts, _ = run(decided(decision("P01", "M01", word, level=2 if word == "confirmed" else None)), problems=PROBLEMS | {"P01": text})
    assert pairs["state"].to_dict() == {key: "suspect" if key == ("P01", "M01") else "candidate" for key in LEVELS}
    assert verdicts.loc["P01", "verdict"] == "unknown" and "需重核" in verdicts.loc["P01", "reason"]


def test_a_changed_measure_makes_the_pair_suspect_and_white_space_does_not():
    given = decided(decision("P01", "M01", "confirmed", level=2))
    assert run(given, measures=MEASURES | {"M01": MEASURES["M01"].replace("三百", "十")})[0].loc[("P01", "M01"), "state"] == "suspect"
    assert run(given, measures=MEASURES | {"M01": MEASURES["M01"].replace("。年", "。\n 年")})[0].loc[("P01", "M01"), "state"] == "confirmed"


def test_a_new_decision_on_the_changed_text_stands_and_leaves_other_pairs_suspect():
    new = PROBLEMS | {"P01": PROBLEMS["P01"].replace("三百", "五百")}
    old = [decision("P01", measure, "confirmed", level=1) for measure in MEASURES]
    pairs, _, _ = run(decided(*old, decision("P01", "M01", "rejected", problems=new)), problems=new)
    assert tuple(pairs.loc["P01", "state"]) == ("rejected", "suspect")


def test_ids_shift_and_the_decision_follows_the_text():
    shifted = {"P01": "积水。桥下逢雨积水。", "P02": PROBLEMS["P01"], "P03": PROBLEMS["P02"]}
    levels = {(problem, measure): 1 for problem in shifted for measure in MEASURES}
    pairs, verdicts, _ = run(decided(decision("P01", "M01", "confirmed", level=2), decision("P02", "", "justified", note="已办结")), problems=shifted, levels=levels)
    assert pairs["state"].to_dict() == {key: "confirmed" if key == ("P02", "M01") else "candidate" for key in levels}
    assert list(verdicts["verdict"]) == ["partial", "covered", "justified"]


def test_ids_shift_and_the_text_is_edited():
    shifted = {"P01": "积水。桥下逢雨积水。", "P02": PROBLEMS["P01"].replace("三百", "五百")}
    levels = {(problem, measure): 1 for problem in shifted for measure in MEASURES}
    pairs, _, _ = run(decided(decision("P01", "M01", "confirmed", level=2)), problems=shifted, levels=levels)
    assert pairs["state"].to_dict() == {key: "suspect" if key == ("P02", "M01") else "candidate" for key in levels}


def test_a_justification_of_a_changed_text_no_longer_counts():
    _, verdicts, _ = run(decided(decision("P02", "", "justified", note="已办结")), problems=PROBLEMS | {"P02": PROBLEMS["P02"] + "至今未修。"})
    assert verdicts.loc["P02", "verdict"] == "partial" and verdicts.loc["P02", "reason"].startswith("此前的人工说明因问题文字有改动，需重核。")


def test_the_strict_share_never_exceeds_the_relaxed_one():
    given = decided(decision("P01", "M01", "confirmed", level=2), decision("P02", "M01", "confirmed", level=2), decision("P02", "", "justified", note="已办结"))
    pairs, verdicts, _ = run(given)
    assert (pairs["state"] == "confirmed").sum() == 2
    assert confirmed_covered(verdicts.reset_index(), pairs.reset_index()) == 1 == (verdicts["verdict"] == "covered").sum()


def test_measures_whose_numbers_repeat_are_named_by_their_order():
    measures = items("measure", MEASURES).assign(number="（一）")
    tables = {"problems": items("problem", PROBLEMS), "measures": measures}
    made = apply(**tables, links=links(), evidence=evidence(), decisions=(decisions := decided(decision("P01", "M01", "confirmed", level=2))))
    found = gaps.find(**tables, segments=schema.frame("segments", []), **made)["gaps"]
    settled = settle(**tables, links=made["links"], gaps=found, decisions=decisions)["gaps"]
    assert settled["reason"].iloc[0].startswith("人工确认：措施1直接对应")
