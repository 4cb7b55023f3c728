"""A problem is led to the causes that come nearest to it, however weak their words."""

import pytest

from analysis import coverage, schema
from analysis.tables import segments

TEXTS = {
    "problems": ["食堂留样不规范。台账补记、代签。", "河道采砂监管不严。夜间盗采时有发生。"],
    "causes": ["河道监管力量不足。夜间巡查排不出班次。", "食堂台账无人核对。管理员更换频繁。"],
    "measures": ["规范食堂台账。每餐留样由两人签字。", "加密河道巡查。每晚两班查处盗采。"],
}


def item_frames(texts):
    return {
        side: schema.frame(
            side, [{"doc": "d", side[:-1]: f"{side[0].upper()}{n:02d}", "number": str(n), "headline": text.split("。")[0], "text": text} for n, text in enumerate(own, 1)]
        )
        for side, own in texts.items()
    }


@pytest.fixture(scope="module")
def levels():
    items = item_frames(TEXTS)
    links = coverage.judge(**items, segments=segments.split(**items), pairs=schema.frame("pairs", []))["cause_links"]
    return {(row.source, row.target): row.level for row in links.itertuples()}


@pytest.mark.parametrize(("near", "far"), [(("P01", "C02"), ("P01", "C01")), (("P02", "C01"), ("P02", "C02")), (("C01", "M02"), ("C01", "M01")), (("C02", "M01"), ("C02", "M02"))])
def test_the_nearest_counts_and_the_far_one_does_not(levels, near, far):
    assert levels[near] >= 1 and levels[far] == 0


def test_nothing_in_common_is_no_link():
    items = item_frames(TEXTS | {"causes": ["甲乙丙丁。"]})
    links = coverage.judge(**items, segments=segments.split(**items), pairs=schema.frame("pairs", []))["cause_links"]
    assert links["level"].max() == 0
