"""What a title is: a section of problems, causes, measures or neither; a category (…方面); a problem's name.

Names are data (`data/vocabulary/headings.toml`): a title belongs to a role when one of the role's core
names stands in it and everything around the core is filler.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from analysis import paths

PROBLEM, CAUSE, MEASURE, NEITHER = "problem", "cause", "measure", "neither"
ITEM_ROLES = (PROBLEM, CAUSE, MEASURE)
SENTENCE_LENGTH = 12  # characters; a longer text that ends in a full stop is a sentence, not a title
_SPACES = re.compile(r"[\s　]+")
_BRACKETS = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]")
SECTION_SENTENCE = re.compile(r"[。！？；;，,]")
_CATEGORY = re.compile(r"(?:方面|领域|层面|(?<!薄弱)环节|(?<![分种])类|板块|维度)(?:(?:存在|查摆|检视|反馈|发现)?的?(?:主要|突出|具体)?(?:问题|不足|差距|整改措施|措施|原因)(?:及表现)?)?[：:]?$|^(?:在|从).{2,24}(?:方面|上|中)$")
_CATEGORY_TAIL = re.compile(r"(?:存在|查摆|检视|反馈|发现)?的?(?:主要|突出|具体)?(?:问题|不足|差距)(?:及表现)?$")
_NAMED = re.compile(r"^(?:关于|针对|对(?!照)于?|就|反馈|指出)(?!以上|上述|存在|这些|的(?:主要|突出|具体)).{2,80}?(?:的?(?:突出|主要)?(?:问题|不足|隐患|现象))(?=(?:的?整改(?:落实|进展|完成)?(?:情况|措施|举措|进展)?)?$|[：:。，,；;（(])|^[“\"「].{2,80}[”\"」](?:的)?(?:问题|现象|不足|情况)?$")
_REPLY = re.compile(r"(问题|不足|隐患|现象)的?整改(?:落实|进展|完成)?(?:情况|措施|举措|进展)?$")
_DEFICIENT = re.compile(
    r"不(?!动产|断|忘|仅|但|良)|未(?!来|成年)|没|缺|无(?!障碍|人机|纸|线|缝)|欠|弱|滞后|薄|偏|松|差(?!异|旅)|乏力|漏|脱节|虚|乱|慢|低(?!碳|保)|少(?!年|先|数民族)|难(?!题)|重.{1,8}轻|空|走过场|流于|走形式|形式(?:化|主义)|挂名|"
    r"违|超|逾期|失|问题|隐患|盲区|死角|短板|差距|粗放|单一|随意|混乱|老化|损|堵|占用|闲置|拖|推诿|敷衍|浮|宽|软|散|迟|过期|破|坏|脱落|锈|淤(?!地坝)|积水|扰民|异味|泄|堆|挪|截留|虚报|套取|一言堂|宽松|疏|淡|退化|扯皮|反弹|回潮|架空|重复|有待|亟待|还需|仍需|尚需|待提|待加强|错|假|代签|补签|依赖"
)


@dataclass(frozen=True)
class Role:
    """One role with its core names, longest acceptable title `longest` in characters."""

    name: str
    loose: re.Pattern
    plain: re.Pattern


@dataclass(frozen=True)
class Title:
    """What a title says: `role`, and whether it names a second role beside it (存在问题及整改措施)."""

    role: str
    mixed: bool = False


@cache
def headings() -> dict:
    """The names of sections as `headings.toml` has them."""
    return tomllib.loads((paths.VOCABULARY / "headings.toml").read_text(encoding="utf-8"))


@cache
def _vocabulary() -> tuple[dict, tuple[Role, ...]]:
    return headings(), tuple(_role(headings(), row) for row in headings()["role"])


def _role(data: dict, row: dict) -> Role:
    loose = rf"(?P<front>.{{0,20}}?)(?P<core>{'|'.join(row['loose'])})(?P<back>{data['after']})"
    plain = rf"(?P<front>{data['before']})(?P<core>{'|'.join(row['plain'])})(?P<back>{data['after']})"
    return Role(row["name"], re.compile(loose), re.compile(plain))


def normal(title: str) -> str:
    """A title without spaces, brackets with their content, and closing punctuation."""
    return _BRACKETS.sub("", _SPACES.sub("", title)).rstrip("：:。；;，,、.…") or title.strip()


@lru_cache(maxsize=20_000)
def read_title(title: str) -> Title | None:
    """The role a title names, or None where it is no section's title.

    >>> read_title("存在的主要问题").role
    'problem'
    """
    data, roles = _vocabulary()
    plain = normal(title)
    if title.rstrip().endswith(("，", ",", "、")):
        return None  # a sentence that goes on (为切实做好问题整改工作，)
    if not 2 <= len(plain) <= data["longest"] or (title.rstrip().endswith("。") and len(plain) > SENTENCE_LENGTH) or SECTION_SENTENCE.search(plain) or _NAMED.search(plain):
        return None
    found = [role.name for role in roles if _fits(role, plain, data["predicate"])]
    if not found:
        return None
    return _choose(found, plain)


def _fits(role: Role, title: str, predicate: str) -> bool:
    if role.plain.fullmatch(title):
        return True
    loose = role.loose.fullmatch(title)
    return bool(loose) and not re.search(predicate, loose["front"]) and not re.search(r"[“”\"]", loose["front"])


def _choose(found: list[str], title: str) -> Title:
    """Neither first; of several, what 及 / 和 joins is mixed; otherwise the last noun rules (问题产生的原因)."""
    if found[0] == NEITHER:
        return Title(NEITHER)
    joined = re.search(r"(问题|不足|隐患|短板).{0,6}(?:及其?|和|与|、|以及).{0,8}(原因|措施|举措|整改|建议|打算|方向)", title)
    if joined and not re.search(r"问题(?:产生|形成)?的", title):
        return Title(PROBLEM, mixed=True)
    if MEASURE in found:
        return Title(MEASURE, mixed="问题" in title and "整改" in title)
    return Title(found[0])


def category_like(title: str) -> bool:
    """True for a title that groups items (政治建设方面; 作风方面存在的问题)."""
    plain = normal(title)
    return 2 <= len(plain) <= 40 and bool(_CATEGORY.search(plain)) and not re.search(r"[。；！？]|[\d两三四五六七八九十几]个?方面", plain)


def category_name(title: str) -> str:
    """The category a title names: 作风建设方面存在的问题 → 作风建设方面."""
    plain = _SPACES.sub(" ", title).strip().rstrip("：:。")
    cut = _CATEGORY_TAIL.sub("", plain)
    return cut if len(cut) >= 2 and cut != plain and category_like(plain) else plain


def names_problem(title: str) -> bool:
    """True for the heading of a pair that names its problem: 关于“…”的问题, 针对…问题."""
    return bool(_NAMED.search(_SPACES.sub("", title)))


def problem_name(title: str) -> str:
    """The problem's part of a pair's heading: 关于“…”问题的整改情况 → 关于“…”问题."""
    return _REPLY.sub(r"\1", title) if names_problem(title) else title


def deficient(title: str) -> bool:
    """True where a title says what is wrong (学习不深入), False for a neutral name (理论学习)."""
    return bool(_DEFICIENT.search(title))


def looks_ahead(title: str) -> bool:
    """True for a section of plans (下一步打算), which may stand behind measures told elsewhere."""
    return bool(re.search(headings()["otherwise"]["ahead"], title))
