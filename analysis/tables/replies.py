"""Problem and reply in one paragraph, under a heading that announces both (存在问题及整改情况): …。已整改，…"""

import re

from analysis.tables.items import Item, headline
from analysis.tables.titles import MEASURE

_REPLY = re.compile(r"(?:(?<=[。！？；])|(?<=\n))[\s　]*(?=(?:目前|现|下一步|截至目前)?[，,]?(?:已(?:完成整改|整改|经整改|全部整改|基本整改|按要求|立即|于|建立|制定|修订|组织|完成)|正在(?:整改|推进|按)|立行立改|即知即改|整改情况[:：]|整改措施[:：]))")


def split_reply(problem: Item) -> list[Item]:
    """The problem and the measure that its text goes on with, paired; the problem alone where it states none."""
    found = _REPLY.search(problem.text)
    if not found or found.start() < 4:
        return [problem]
    reply = re.sub(r"^整改(?:情况|措施)[:：]", "", problem.text[found.end() :])
    measure = Item(MEASURE, "", reply, problem.block_first, problem.block_last, problem.place, "同段中的整改情况", origin=problem.origin)
    problem.text = problem.text[: found.start()].rstrip()
    problem.headline = headline(problem.text)
    problem.pairs.append(measure)
    return [problem, measure]
