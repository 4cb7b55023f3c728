"""Generated outlines of known truth: any numbering, any noise, categories or none, sections with or without numbers."""

from types import SimpleNamespace

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.tables.outline import read_outline

CN = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
FULL = str.maketrans("0123456789", "０１２３４５６７８９")
STYLES = {
    "一、": lambda n: f"{CN[n]}、",
    "（一）": lambda n: f"（{CN[n]}）",
    "(一)": lambda n: f"({CN[n]})",
    "1.": lambda n: f"{n + 1}.",
    "1、": lambda n: f"{n + 1}、",
    "１．": lambda n: f"{n + 1}．".translate(FULL),
    "（1）": lambda n: f"（{n + 1}）",
    "⑴": lambda n: chr(0x2474 + n),
    "①": lambda n: chr(0x2460 + n),
    "1）": lambda n: f"{n + 1}）",
    "第一，": lambda n: f"第{CN[n]}，",
    "一是": lambda n: f"{CN[n]}是",
}
SECTION = ["一、", "（一）", "1.", "第一章 ", ""]
NAMES = {
    "problem": ["存在问题", "存在的主要问题", "问题清单", "查摆出的突出问题", "审计发现的问题", "班子存在的不足"],
    "cause": ["原因分析", "问题产生的原因", "原因剖析", "问题根源"],
    "measure": ["整改措施", "整改举措", "下一步打算", "今后努力方向", "努力方向和改进措施", "处理措施"],
}
SENTENCES = {
    "problem": ["值班记录不全", "台账更新不及时", "培训走过场", "门窗老化破损", "公示内容缺失", "巡查频次不足", "应急物资过期", "停车秩序混乱"],
    "cause": ["思想认识有偏差", "制度执行不严", "人手长期不足", "考核导向不准", "督查力度偏软"],
    "measure": ["建立值班日志", "每周更新台账", "组织实操培训", "更换破损门窗", "按月公示", "增加夜间巡查", "补齐应急物资", "施划停车泊位"],
}
BODIES = ["", "比如，三月份共发现12处。", "涉及资金3.5万元，占比20%。", "2024年以来多次出现。", "一些同志“等靠要”思想严重（见附表）。"]
NOISE = ["第 3 页 共 9 页", "- 4 -", "##paidbegin##", "当前位置：首页 > 资料 > 正文", "【字号：大 中 小】", "分享到：微信 微博"]
CATEGORIES = ["学习教育方面", "安全管理方面", "服务群众方面"]


@st.composite
def document(draw):
    """(lines, truth): a document's lines and the texts of its items by role."""
    section_style = draw(st.sampled_from(SECTION))
    lines, truth = [], {}
    for at, role in enumerate(("problem", "cause", "measure")):
        name = draw(st.sampled_from(NAMES[role]))
        number = {"一、": f"{CN[at]}、", "（一）": f"（{CN[at]}）", "1.": f"{at + 1}.", "第一章 ": f"第{CN[at]}章 ", "": ""}[section_style]
        lines.append(number + name)
        style = draw(st.sampled_from([style for style in STYLES if _fits(style, section_style)]))
        heads = draw(st.lists(st.sampled_from(SENTENCES[role]), min_size=2, max_size=6, unique=True))
        texts = [f"{head}。{draw(st.sampled_from(BODIES))}" for head in heads]
        truth[role] = texts
        grouped = role == "problem" and style not in {"一、", "（一）", "(一)", "第一，", "一是"} and section_style in {"一、", "第一章 ", ""} and draw(st.booleans())
        lines += _listed(draw, texts, style, grouped)
    return _with_noise(draw, lines), truth


def _fits(style: str, section: str) -> bool:
    """An item's style differs in kind from its section's: 1. under 1. is no outline."""
    same = {"一、": {"一、"}, "（一）": {"（一）", "(一)"}, "1.": {"1.", "1、", "１．", "1）", "一、"}, "第一章 ": set(), "": set()}
    return style not in same[section] and not (section == "（一）" and style == "一、")


def _listed(draw, texts: list[str], style: str, grouped: bool) -> list[str]:
    if not grouped:
        if draw(st.booleans()) and style not in {"1）"}:
            return ["".join(STYLES[style](at) + text for at, text in enumerate(texts))]
        return [STYLES[style](at) + text for at, text in enumerate(texts)]
    cut = draw(st.integers(1, len(texts) - 1))
    again = draw(st.booleans())
    lines = []
    for group, (part, first) in enumerate(((texts[:cut], 0), (texts[cut:], cut))):
        lines.append(f"（{CN[group]}）{CATEGORIES[group]}")
        lines += [STYLES[style](at + (0 if again else first)) + text for at, text in enumerate(part)]
    return lines


def _with_noise(draw, lines: list[str]) -> list[str]:
    noise = draw(st.lists(st.tuples(st.integers(0, len(lines)), st.sampled_from(NOISE)), max_size=3))
    for at, text in sorted(noise, reverse=True):
        lines = [*lines[:at], text, *lines[at:]]
    return ["某单位整改材料", *lines]


@settings(max_examples=150, deadline=None)
@given(document())
def test_known_truth(made):
    lines, truth = made
    rows = [SimpleNamespace(block=at, place=f"第{at}行", kind="paragraph", number="", text=text) for at, text in enumerate(lines, 1)]
    outline = read_outline(rows)
    found = {role: [item.text for item in outline.of(role)] for role in truth}
    assert found == truth, "\n".join(lines)
