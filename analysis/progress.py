"""How far a run is, on standard error: a bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Callable

Progress = Callable[[int, int, str], None]

STAGE_NAMES = {
    "reading": "读取文件",
    "tables": "识别条目",
    "keywords": "提取关键词",
    "coverage": "判断对应关系",
    "gaps": "汇总缺口",
    "charts": "绘制图表",
    "briefing": "生成简报",
    "done": "完成",
}


def reporter(quiet: bool) -> Progress:
    """A function (done, total, name) that shows progress; one that does nothing where `quiet`."""
    if quiet:
        return lambda done, total, name: None
    return _bar() if sys.stderr.isatty() else _line


def _line(done: int, total: int, name: str) -> None:
    print(f"[{done}/{total}] {STAGE_NAMES.get(name, name)}", file=sys.stderr, flush=True)


def _bar() -> Progress:
    from tqdm import tqdm

    bar = tqdm(total=1, bar_format="{percentage:3.0f}%|{bar:24}| {desc}", file=sys.stderr, leave=False)

    def show(done: int, total: int, name: str) -> None:
        bar.total, bar.n = total, done
        bar.set_description_str(STAGE_NAMES.get(name, name))
        if done >= total:
            bar.close()

    return show
