"""The top ten of each side of the bundled documents: no stop word, no broken word, nothing said twice."""

import json
import re
from itertools import accumulate

import pandas as pd
import pytest

from analysis.keywords import of_sides
from analysis.keywords.tools import standard
from analysis.paths import LABELS
from analysis.schema import frame
from analysis.words import Tokenizer, stop_words

SIDES = (("problem", "P"), ("cause", "C"), ("measure", "M"))
BASE = Tokenizer("rjieba", ())


def _items(kind, letter):
    rows = []
    for path in sorted(LABELS.glob("*.gold.json")):
        found = json.loads(path.read_text(encoding="utf-8")).get(f"{kind}s", [])
        name = path.name.removesuffix(".gold.json")
        rows += [{"doc": name, kind: f"{letter}{n:02}", "headline": item["headline"], "text": item["text"]} for n, item in enumerate(found, start=1)]
    return frame(f"{kind}s", rows)


@pytest.fixture(scope="module")
def tables():
    return {f"{kind}s": _items(kind, letter) for kind, letter in SIDES}


@pytest.fixture(scope="module")
def keywords(tables):
    return of_sides(**tables, methods=("phrase",))["keywords"]


def test_every_side_has_its_terms(keywords):
    counts = keywords[keywords["item"] != "causes"].groupby(["doc", "item"]).size()
    assert len(counts) == 12 and (counts == 10).all()


def test_no_term_is_a_stop_word_or_a_bare_commonplace(keywords):
    terms = set(keywords["term"])
    assert not terms & stop_words()
    assert not terms & {"工作", "问题", "加强", "落实", "整改", "制度", "责任", "措施"}


def _ends(words):
    return {0, *accumulate(map(len, words))}


def test_no_term_is_a_broken_word(keywords, tables):
    """Each term begins and ends where a word of its own sentence does, in jieba's dictionary or in ours."""
    text = "\n".join(pd.concat(tables.values())["text"])
    cuts = _ends(BASE.lcut(text)) | _ends(standard().words(text))
    spans = {term: [match.span() for match in re.finditer(re.escape(term), text)] for term in keywords["term"]}
    assert [term for term, found in spans.items() if not any(set(span) <= cuts for span in found)] == []


def test_no_term_contains_another(keywords):
    for _, side in keywords.groupby(["doc", "item"]):
        terms = list(side["term"])
        assert [(one, other) for one in terms for other in terms if one != other and one in other] == []
