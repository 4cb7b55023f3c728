"""How far a run is, on standard error: a bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Callable

Progress = Callable[[float, int, str], None]

STAGE_NAMES = {
    "corpus": "逐份处理",
    "reading": "读取文件",
    "tables": "识别条目",
    "keywords": "提取关键词",
    "contrast": "对照用词",
    "network": "分析共现",
    "coverage": "判断对应关系",
    "review": "计入人工核定",
    "gaps": "汇总缺口",
    "charts": "绘制图表",
    "briefing": "生成简报",
    "done": "完成",
}


class Steps:
    """The steps of one run: tells `progress` (done, total, name) as each begins, and how far one is."""

    def __init__(self, progress: Progress | None, total: int):
        self.progress, self.total, self.begun = progress or _silent, total, 0

    def begin(self, name: str) -> None:
        """The next step begins."""
        self.progress(self.begun, self.total, name)
        self.begun += 1

    def within(self, done: float, whole: int, name: str) -> None:
        """The current step has done `done` of `whole`, being at `name` (a file)."""
        self.progress(self.begun - 1 + min(done / max(whole, 1), 1), self.total, name)

    def end(self) -> None:
        """All is done."""
        self.progress(self.total, self.total, "done")


def reporter(quiet: bool) -> Progress:
    """A function (done, total, name) that shows progress; one that does nothing where `quiet`."""
    if quiet:
        return _silent
    return _bar() if sys.stderr.isatty() else _lines()


def remarks(quiet: bool) -> Callable[[str], None]:
    """A function that says a line on standard error; one that does nothing where `quiet`."""
    return (lambda line: None) if quiet else (lambda line: print(line, file=sys.stderr, flush=True))


def _silent(done: float, total: int, name: str) -> None:
    pass


def _lines() -> Progress:
    """A line whenever the name changes."""
    last = None

    def show(done: float, total: int, name: str) -> None:
        nonlocal last
        if name != last:
            print(f"[{int(done)}/{total}] {STAGE_NAMES.get(name, name)}", file=sys.stderr, flush=True)
        last = name

    return show


def _bar() -> Progress:
    from tqdm import tqdm

    bar = tqdm(total=1, bar_format="{percentage:3.0f}%|{bar:24}| {desc}", file=sys.stderr, leave=False)

    def show(done: float, total: int, name: str) -> None:
        bar.total, bar.n = total, done
        bar.set_description_str(STAGE_NAMES.get(name, name))
        if done >= total:
            bar.close()

    return show
