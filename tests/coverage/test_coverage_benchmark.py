"""The benchmark: documents made up, ranks counted, and what the commands print."""

import json

import numpy as np
import pandas as pd
import pytest

from analysis.coverage import judge
from analysis.coverage.benchmark import document, lecoqa, main, mrr, print_ranking, tfidf

SAMPLES = pd.DataFrame(
    [
        ("P01", "headline", "停车难问题突出"),
        ("P02", "headline", "档案管理粗放"),
        ("P01", "claim", "老城片区车位不足，乱停乱放严重"),
        ("P02", "example", "以前的卷宗散放在走廊"),
        ("C01", "claim", "规划滞后"),
        ("M01", "headline", "破解停车难题"),
        ("M02", "headline", "规范档案管理"),
        ("M01", "action", "新增停车泊位，推行错峰共享"),
        ("M02", "slogan", "进一步提高思想认识"),
    ],
    columns=["item", "kind", "text"],
)
SET = [
    {"问题": "地役权如何设立？", "相关法规": {"甲法第一条": "地役权自合同生效时设立。\n"}},
    {"问题": "车位归谁所有？", "相关法规": {"甲法第二条": "车位的归属由当事人约定。\n", "甲法第三条": "占用道路的车位属于业主共有。"}},
    {"问题": "合同何时生效？", "相关法规": {"甲法第一条": "地役权自合同生效时设立。\n"}},
]


def test_a_document_has_the_shape_the_judgement_takes():
    frames = document(3, SAMPLES, seed=7)
    assert len(frames["problems"]) == len(frames["measures"]) == 3 and frames["causes"].empty
    texts = dict(zip(frames["problems"]["problem"], frames["problems"]["text"], strict=True)) | dict(
        zip(frames["measures"]["measure"], frames["measures"]["text"], strict=True)
    )
    for row in frames["segments"].itertuples():
        assert texts[row.item][row.start : row.end] == row.text
    assert frames["segments"].groupby("item").size().between(3, 5).all()
    assert set(frames["segments"].query("segment == 1")["kind"]) == {"headline"}
    assert len(judge(**frames)["links"]) == 9


def test_a_seed_gives_one_document():
    one, same, other = (document(4, SAMPLES, seed=seed)["problems"]["text"].tolist() for seed in (1, 1, 2))
    assert one == same != other


def test_the_sides_keep_their_own_words():
    segments = document(5, SAMPLES, seed=3)["segments"]
    kinds = segments.groupby(segments["item"].str[0])["kind"].agg(set)
    assert kinds["P"] <= {"headline", "claim", "example"} and kinds["M"] <= {"headline", "action", "slogan"}
    assert not segments["text"].str.contains("规划").any(), "causes are left out"


@pytest.mark.parametrize(
    "scores, right, expected",
    [([[3, 2, 1]], [[0]], 1), ([[3, 2, 1]], [[2, 1]], 1 / 2), ([[1, 1, 1]], [[0]], 1 / 3), ([[3, 2, 1], [1, 2, 3]], [[0], [0]], 2 / 3)],
)
def test_reciprocal_rank(scores, right, expected):
    assert mrr(np.array(scores), right) == pytest.approx(expected)


@pytest.mark.parametrize("analyzer", ["word", "char"])
def test_plain_cosine(analyzer):
    found = tfidf(["停车难"], ["停车难", "档案"], analyzer)
    assert found == pytest.approx(np.array([[1.0, 0.0]]))


def test_the_set_is_read_with_each_article_once(tmp_path):
    questions, articles, right = lecoqa(written(tmp_path))
    assert questions == [record["问题"] for record in SET]
    assert articles[0] == "地役权自合同生效时设立。" and len(articles) == 3
    assert right == [[0], [1, 2], [0]]


def test_the_ranking_prints_every_method_on_both_parts(tmp_path, capsys):
    assert print_ranking(written(tmp_path), tuned=1) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split() == ["MRR", "over", "3", "articles", "1-1", "2-3"]
    assert [line[:32].strip() for line in lines] == [
        "TF-IDF, words", "TF-IDF, character bigrams", "zhenggai, summed relevance", "zhenggai, item similarity",
    ]  # fmt: skip
    assert lines[-1].split()[-2:] == ["1.000", "1.000"]


def test_the_speed_prints_a_line_a_size(capsys):
    assert main(["--sizes", "2", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "2 x 2, with loading" in lines[0]
    assert [line.split()[:3] for line in lines[-2:]] == [["2", "x", "2"], ["3", "x", "3"]]
    assert all(unit in lines[-1] for unit in (" s", " us", " MB", " kB"))


def written(folder):
    path = folder / "set.json"
    path.write_text(json.dumps(SET, ensure_ascii=False), encoding="utf-8")
    return path
