"""The columns of the ledger's sheets: name, group, width, meaning, and where the value comes from."""

from dataclasses import dataclass

YES = "√"


@dataclass(frozen=True)
class Column:
    """One column. `key` is the view's column it shows (empty where a person fills it), `width` in characters.

    `kind`: text, short (centred), share (a number in [0, 1] shown as per cent), score, fill (a person's).
    """

    group: str
    name: str
    key: str
    width: float
    meaning: str
    values: str = "文字"
    source: str = ""
    kind: str = "text"


DOCUMENT = Column("问题", "文档", "doc", 12, "问题所在的文件（文件名去掉扩展名）", source="documents.doc")
_PERSON = (
    Column("人工核定", "确认", "", 5.5, "核定人认可左边的结论时选√", f"{YES}或空", "由人填写", "fill"),
    Column("人工核定", "否决", "", 5.5, "核定人不认可左边的结论时选√，并在备注写明理由", f"{YES}或空", "由人填写", "fill"),
    Column("人工核定", "备注", "", 13, "核定人的说明", "文字，500字以内", "由人填写", "fill"),
)

PROBLEMS = (
    Column("问题", "编号", "ordinal", 5.5, "问题在文件中的次序", "从1起的整数", "problems.problem", "short"),
    Column("问题", "类别", "category", 8, "文件给问题分的类别；没有则空", source="problems.category"),
    Column("问题", "存在问题", "text", 38, "问题原文，不含编号", source="problems.text"),
    Column("问题", "原因分析", "causes", 15, "与问题有关的原因；没有则为无", source="causes.headline，cause_links.level"),
    Column("整改", "整改措施", "measures", 30, "涉及该问题的措施及对应程度，一行一项；没有则为无", source="measures.headline，links.level"),
    Column("整改", "责任单位", "owner", 11, "问题写明的责任单位；问题未写的，取所对应措施的", source="problems.owner，measures.owner"),
    Column("整改", "整改时限", "deadline", 11, "问题写明的时限；问题未写的，取所对应措施的", source="problems.deadline，measures.deadline"),
    Column("整改", "完成情况", "status", 8, "文件写明的完成或销号情况", source="problems.status"),
    Column("判断", "结论", "verdict_name", 9.5, "措施是否对应问题的核心不足", "已覆盖、部分覆盖、未覆盖、难以判断、已说明", "gaps.verdict", "short"),
    Column("判断", "理由", "reason", 21, "得出结论的理由", source="gaps.reason"),
    Column("判断", "覆盖比例", "coverage", 6.5, "问题的标题、表述和事例中已有措施回应的比例", "0%至100%，越大越好；空为无从计算", "gaps.coverage", "share"),
    Column("判断", "把握程度", "band", 9, "程序对结论的把握", "把握较大、需复核、难以判断", "gaps.confidence", "short"),
    Column("依据", "最接近的措施", "nearest", 18, "得分最高的措施及对应程度，不论是否足以对应", source="gaps.best_measure，links.level"),
    Column("依据", "问题依据", "evidence_problem", 19, "问题中与之比对的原文", source="links.evidence_problem"),
    Column("依据", "措施依据", "evidence_measure", 24, "措施中与之比对的原文", source="links.evidence_measure"),
    *_PERSON,
)

PAIRS = (
    Column("问题", "编号", "problem_ordinal", 5.5, "问题在文件中的次序", "从1起的整数", "links.problem", "short"),
    Column("问题", "问题", "problem_headline", 24, "问题的标题句", source="problems.headline"),
    Column("问题", "位置", "problem_place", 10, "问题在文件中的位置", source="blocks.place", kind="short"),
    Column("措施", "编号", "measure_ordinal", 5.5, "措施在文件中的次序", "从1起的整数", "links.measure", "short"),
    Column("措施", "措施", "measure_headline", 24, "措施的标题句", source="measures.headline"),
    Column("措施", "位置", "measure_place", 10, "措施在文件中的位置", source="blocks.place", kind="short"),
    Column("判断", "对应程度", "level_name", 9.5, "措施对问题的对应程度", "直接对应、部分涉及、未涉及", "links.level", "short"),
    Column("判断", "得分", "score", 6.5, "程序给出的得分，只用于排序", "0至1，越大越好", "links.score", "score"),
    Column("判断", "原文配对", "paired_name", 6.5, "文件自己的版式是否把二者放在一起", "是或空", "links.paired", "short"),
    Column("判断", "核定状态", "state_name", 8.5, "此前的人工核定", "待确认、已确认、已否决、需重核", "links.state", "short"),
    Column("依据", "问题依据", "evidence_problem", 26, "问题中与之比对的原文", source="links.evidence_problem"),
    Column("依据", "措施依据", "evidence_measure", 32, "措施中与之比对的原文", source="links.evidence_measure"),
    Column("依据", "共有词语", "shared_terms", 14, "双方共有的词语", source="links.shared_terms"),
    Column("依据", "说明", "why", 26, "判断的说明", source="links.why"),
    *_PERSON,
)
