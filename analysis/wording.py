"""The Chinese words for what the tables hold; charts, slides, ledger, page and messages all take them from here."""

VERDICTS = {"uncovered": "未覆盖", "partial": "部分覆盖", "unknown": "难以判断", "covered": "已覆盖", "justified": "已说明"}
LEVELS = {2: "直接对应", 1: "部分涉及", 0: "未涉及"}
STATES = {"candidate": "待确认", "confirmed": "已确认", "rejected": "已否决", "suspect": "需重核"}
SEGMENTS = {"headline": "标题", "claim": "表述", "example": "事例", "action": "举措", "slogan": "口号"}
BANDS = ((0.8, "把握较大"), (0.6, "需复核"), (0.0, "难以判断"))
# Verdicts right in each band, leave one document out over the sixty-six labelled ones: 94 %, 65 %, 58 %.
NONE = "无"


def band(confidence: float) -> str:
    """The band of a confidence in [0, 1]: the first whose lower bound it reaches."""
    return next(name for bound, name in BANDS if confidence >= bound)


def share(part: int, whole: int) -> str:
    """A share with its numerator and denominator, `7/15（47%）`; 0 of 0 is 无, never 100 %."""
    return f"{part}/{whole}（{part / whole:.0%}）" if whole else NONE


PARTS = {
    "words": "用词",
    "bigrams": "字词组合",
    "concepts": "概念",
    "affinity": "概念近似",
    "precedents": "范例对照",
    "likeness": "通篇相似",
    "semantics": "语义相近",
    "substance": "实际举措",
    "remedies": "治本之举",
    "direction": "落实方向",
    "instances": "不止个案",
    "context": "相对突出",
    "order": "排列次序",
    "pairing": "原文配对",
}
"""The parts of a judgement."""
CURVES = {"partial": "涉及", "remedy": "补上"}
"""What a part of a judgement speaks for: that the measure touches the problem, and that it makes up for it."""

COLUMNS = {
    "doc": "文档",
    "path": "文件",
    "sha256": "文件指纹",
    "format": "格式",
    "encoding": "编码",
    "title": "标题",
    "characters": "字数",
    "problems": "问题数",
    "causes": "原因数",
    "measures": "措施数",
    "warnings": "提示",
    "error": "错误",
    "block": "段号",
    "place": "位置",
    "kind": "类型",
    "number": "编号",
    "text": "原文",
    "problem": "问题",
    "cause": "原因",
    "measure": "措施",
    "item": "条目",
    "headline": "标题句",
    "category": "类别",
    "owner": "责任单位",
    "deadline": "整改时限",
    "status": "完成情况",
    "block_first": "起始段",
    "block_last": "结束段",
    "segment": "片段号",
    "start": "起点",
    "end": "终点",
    "rank": "名次",
    "term": "词语",
    "weight": "权重",
    "method": "方法",
    "side": "偏向",
    "log_odds": "对数几率比",
    "z": "z值",
    "problem_count": "问题中次数",
    "cause_count": "原因中次数",
    "measure_count": "措施中次数",
    "taken_up": "另一边提到",
    "echo": "另一边提到的部分",
    "items": "所在条目",
    "sentences": "原句",
    "association": "关联度",
    "score": "得分",
    "level": "对应程度",
    "paired": "原文配对",
    "state": "核定状态",
    "evidence_problem": "问题依据",
    "evidence_measure": "措施依据",
    "shared_terms": "共有词语",
    "why": "说明",
    "source": "起点条目",
    "target": "终点条目",
    "measure_segment": "措施片段号",
    "measure_text": "措施原句",
    "addressed": "已回应",
    "relevance": "相关程度",
    **PARTS,
    "topic": "主题相关",
    "direct": LEVELS[2],
    **{f"{curve}_{part}": f"{said}·{name}" for curve, said in CURVES.items() for part, name in ({"base": "起点"} | PARTS).items()},
    "terms": "相关词语",
    "verdict": "结论",
    "reason": "理由",
    "coverage": "覆盖比例",
    "confidence": "把握程度",
    "best_measure": "最接近的措施",
    "problems_direct": "直接对应问题数",
    "problems_partial": "部分涉及问题数",
    "orphan": "孤立",
    "quantified": "量化",
    "slogan_share": "口号占比",
    "decision": "决定",
    "note": "备注",
    "reviewer": "审核人",
    "date": "日期",
    "fingerprint_problem": "问题指纹",
    "fingerprint_measure": "措施指纹",
    "quote_problem": "问题摘录",
    "quote_measure": "措施摘录",
    "carried_from": "沿用自文档",
    # Columns of the overview and of the ledger's view
    **VERDICTS,
    "confirmed_covered": "已确认覆盖",
    "orphans": "孤立措施数",
    "strict": "严格口径",
    "relaxed": "宽松口径",
    "verdict_name": "结论",
    "best_headline": "最接近的措施标题句",
}
