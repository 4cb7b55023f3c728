"""Titles: which name a section of problems, causes, measures or neither; which name a category or a problem."""

import pytest

from analysis.tables.titles import category_like, category_name, deficient, names_problem, problem_name, read_title


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("存在问题", "problem"),
        ("存 在 问 题", "problem"),
        ("存在的主要问题", "problem"),
        ("存在的突出问题和不足", "problem"),
        ("问题表现", "problem"),
        ("查摆出的突出问题", "problem"),
        ("问题清单", "problem"),
        ("审计发现的问题", "problem"),
        ("思想政治方面存在的问题", "problem"),
        ("班子成员存在的具体问题", "problem"),
        ("安全隐患", "problem"),
        ("检查情况", "problem"),
        ("存在问题（15个）", "problem"),
        ("原因分析", "cause"),
        ("原因剖析", "cause"),
        ("问题根源", "cause"),
        ("问题产生的原因", "cause"),
        ("成因", "cause"),
        ("主观原因", "cause"),
        ("整改措施", "measure"),
        ("整改举措", "measure"),
        ("整改要求", "measure"),
        ("整改建议", "measure"),
        ("整改情况", "measure"),
        ("整改方向", "measure"),
        ("整改对策", "measure"),
        ("整改措施、责任单位和完成时限", "measure"),
        ("整改工作打算", "measure"),
        ("拟采取的主要措施", "measure"),
        ("提升举措", "measure"),
        ("审计查出的主要问题", "problem"),
        ("专家组反馈意见", "problem"),
        ("缺陷描述", "problem"),
        ("对照检查发现的问题", "problem"),
        ("反馈的主要问题", "problem"),
        ("当前存在的主要问题和困难", "problem"),
        ("主客观原因", "cause"),
        ("问题溯源", "cause"),
        ("有关要求", "neither"),
        ("组织机构", "neither"),
        ("处理措施", "measure"),
        ("对策", "measure"),
        ("努力方向和改进措施", "measure"),
        ("下一步打算", "measure"),
        ("下一步安排", "measure"),
        ("今后努力方向", "measure"),
        ("整改措施及下一步打算", "measure"),
        ("反馈问题整改落实情况", "measure"),
        ("总体情况", "neither"),
        ("整改工作部署", "neither"),
        ("组织领导", "neither"),
        ("附件1", "neither"),
        ("有关指标", "neither"),
        ("保障措施", "neither"),
        ("上年度整改措施落实情况", "neither"),
    ],
)
def test_sections(title, role):
    assert read_title(title).role == role


@pytest.mark.parametrize(
    "title", ["整改措施不到位", "作风建设还有薄弱环节", "公共卫生存在安全隐患", "关于学习不深入的问题", "对反馈问题整改不力", "原因是多方面的", "强化措施落实", "问题清单更新不及时", "枫渡镇审计发现问题整改方案", "整改时限", "为切实做好问题整改工作，", "“台账不清”问题"]
)
def test_no_section(title):
    assert read_title(title) is None


@pytest.mark.parametrize(("title", "mixed"), [("存在问题及整改措施", True), ("存在问题和原因分析", True), ("存在问题", False), ("问题产生的原因", False)])
def test_mixed(title, mixed):
    assert read_title(title).mixed is mixed


@pytest.mark.parametrize(("title", "category"), [("政治建设方面", True), ("燃气领域", True), ("责任落实类", True), ("生活垃圾分类", False), ("还有薄弱环节", False), ("培训不系统", False)])
def test_category_like(title, category):
    assert category_like(title) is category


def test_category_name_leaves_the_word_problem_out():
    assert category_name("作风建设方面存在的问题") == "作风建设方面"
    assert category_name("医疗质量方面：") == "医疗质量方面"


@pytest.mark.parametrize(("title", "named"), [("关于“学习不深”的问题", True), ("针对管理松散问题", True), ("关于学用脱节问题的整改情况", True), ("针对上述问题", False), ("学习不深的问题", False)])
def test_names_problem(title, named):
    assert names_problem(title) is named


def test_problem_name_leaves_the_reply_out():
    assert problem_name("关于“学用脱节”问题的整改情况") == "关于“学用脱节”问题"


@pytest.mark.parametrize(("title", "wrong"), [("学习不深入", True), ("重建设轻管理", True), ("台账缺失", True), ("理论学习", False), ("安全生产", False), ("不动产登记", False), ("无障碍设施", False)])
def test_deficient(title, wrong):
    assert deficient(title) is wrong
