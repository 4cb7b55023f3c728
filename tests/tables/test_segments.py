from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import schema
from analysis.tables import segments

PROBLEM = "河道管护不到位。沿线垃圾清捞不及时，责任段划分不清；群众投诉后推来推去。比如，柳溪桥下漂浮物堆积三周，附近住户两次反映；至今未清。再比如，青石坝闸门锈死。"
MEASURE = "强化河道管护。提高认识，压实责任。一是将全河划分为12个责任段，逐段落实河段长，每周巡查两次；二是六月底前更换青石坝闸门。营造人人爱河的良好氛围。（责任单位：水务站；完成时限：6月底）"


def kinds_of(side: str, text: str, headline: str) -> list[tuple[str, str]]:
    empty = {name: schema.frame(name, []) for name in ("problems", "causes", "measures")}
    row = {"doc": "d", side.removesuffix("s"): "X01", "headline": headline, "text": text}
    found = segments.split(**(empty | {side: schema.frame(side, [row])}))
    assert all(text[start:end] == part for part, start, end in found[["text", "start", "end"]].itertuples(index=False))
    assert list(found["segment"]) == list(range(1, len(found) + 1))
    return list(zip(found["kind"], found["text"], strict=True))


def test_a_problem_is_its_headline_claims_and_examples():
    assert kinds_of("problems", PROBLEM, "河道管护不到位") == [
        ("headline", "河道管护不到位"),
        ("claim", "沿线垃圾清捞不及时，责任段划分不清"),
        ("claim", "群众投诉后推来推去"),
        ("example", "比如，柳溪桥下漂浮物堆积三周，附近住户两次反映"),
        ("example", "至今未清"),
        ("example", "再比如，青石坝闸门锈死"),
    ]


def test_a_list_marker_belongs_to_no_segment():
    text = "河道管护不到位\n- 比如，柳溪桥下漂浮物堆积三周；\n• 青石坝闸门锈死。"
    assert kinds_of("problems", text, "河道管护不到位") == [
        ("headline", "河道管护不到位"),
        ("example", "比如，柳溪桥下漂浮物堆积三周"),
        ("claim", "青石坝闸门锈死"),
    ]


def test_a_measure_is_its_headline_actions_and_slogans_without_the_bracket():
    assert kinds_of("measures", MEASURE, "强化河道管护") == [
        ("headline", "强化河道管护"),
        ("slogan", "提高认识，压实责任"),
        ("action", "将全河划分为12个责任段，逐段落实河段长，每周巡查两次"),
        ("action", "六月底前更换青石坝闸门"),
        ("slogan", "营造人人爱河的良好氛围"),
    ]


def test_lines_that_only_name_owner_and_deadline_belong_to_no_segment():
    text = "强化河道管护\n更换青石坝闸门。\n责任单位：水务站\n完成时限：2026年6月底前"
    assert kinds_of("measures", text, "强化河道管护") == [("headline", "强化河道管护"), ("action", "更换青石坝闸门")]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("新增停车泊位320个", "action"),
        ("修订采购管理办法", "action"),
        ("每季度抽查一次合同台账", "action"),
        ("对欠租户逐户送达催缴通知书", "action"),
        ("疑难案件由班子成员领衔", "action"),
        ("全面推行小组研讨并更换教具", "action"),
        ("未持证上岗的一律清退", "action"),
        ("进一步提高政治站位", "slogan"),
        ("坚决守护好每一分资金", "slogan"),
        ("切实增强责任意识", "slogan"),
        ("不断提升服务群众的能力和水平", "slogan"),
        ("对未戴安全帽的当场清退", "action"),
        ("不断增强“四个意识”", "slogan"),
    ],
)
def test_an_action_can_be_checked_and_an_exhortation_cannot(clause, kind):
    assert kinds_of("measures", f"整治行动。{clause}。", "整治行动")[1] == (kind, clause)


def test_an_item_that_is_one_sentence_is_one_headline():
    assert kinds_of("problems", "三号仓库灭火器过期", "三号仓库灭火器过期") == [("headline", "三号仓库灭火器过期")]


def test_a_long_sentence_is_cut_at_its_commas():
    text = "会议多。" + "，".join(["各类协调会议占去了大量时间"] * 9) + "。"
    parts = kinds_of("problems", text, "会议多")[1:]
    assert len(parts) > 1 and all(len(part) <= segments.LONGEST for _, part in parts)


def test_a_headline_that_the_text_lacks_gives_way_to_the_first_sentence():
    assert kinds_of("causes", "认识不足。抓得不紧。", "另有标题")[0] == ("headline", "认识不足")


@given(st.text(alphabet="甲乙，。；\n一是1.（）比如责任：、 ", max_size=60), st.sampled_from(["problems", "measures"]))
def test_offsets_hold_and_segments_do_not_overlap(text, side):
    spans = [span[1:] for span in segments._item(text, "", segments._claims if side == "problems" else segments._actions)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
