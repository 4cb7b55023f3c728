"""The command `zhenggai`: arguments in, one call into the flow, a short summary out.

Heavy imports stay inside the functions, so that `--help` answers at once.
"""

import argparse
import sys
from pathlib import Path

from analysis.deck import RATIOS, Deck
from analysis.errors import InputError
from analysis.usage import Parser

DONE, UNUSABLE_INPUT, WRONG_USAGE = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 an input could not be used, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except InputError as error:
        print(f"错误：{error}", file=sys.stderr)
        return UNUSABLE_INPUT
    except KeyboardInterrupt:
        print("已中断；原有文件未改动", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="zhenggai",
        description="整改材料分析：哪条措施对应哪个问题，哪些问题没有措施或只有口号。",
        epilog="示例：zhenggai build 整改方案.txt --out 结果",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="命令", metavar="命令", required=True)
    _build_command(commands)
    _corpus_command(commands)
    _read_command(commands)
    _review_command(commands)
    _figures_command(commands)
    _slide_command(commands)
    _evaluate_command(commands)
    _fit_command(commands)
    _notebooks_command(commands)
    _words_command(commands)
    return parser


def _command(commands, name: str, run, summary: str, example: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=summary, description=summary, epilog=f"示例：{example}")
    command.add_argument("--quiet", action="store_true", help="不显示进度和摘要")
    command.set_defaults(run=run)
    return command


def _build_command(commands) -> None:
    command = _command(commands, "build", _build, "读取、判断、绘图并生成简报", "zhenggai build 整改方案.txt --out 结果")
    command.add_argument("paths", nargs="*", type=Path, metavar="文件", help="整改材料；不写则使用 data/raw 中的样例")
    command.add_argument("--out", type=Path, metavar="文件夹", help="输出文件夹；不写则写入项目的 data/tables 和 figures")
    command.add_argument("--timings", action="store_true", help="显示各步骤用时")
    look = command.add_mutually_exclusive_group()
    look.add_argument("--template", type=Path, metavar="模板", help="幻灯片用本单位的 .pptx 或 .potx 模板")
    look.add_argument("--ratio", choices=RATIOS, default=RATIOS[0], help="幻灯片的宽高比")


def _corpus_command(commands) -> None:
    command = _command(commands, "corpus", _corpus, "成批处理：整个文件夹的整改材料，得到合在一起的各表", "zhenggai corpus 全省整改材料 --out 结果")
    command.add_argument("paths", nargs="+", type=Path, metavar="文件或文件夹", help="整改材料；文件夹连同其中各层都会查找")
    command.add_argument("--out", type=Path, required=True, metavar="文件夹", help="输出文件夹；表格写入其中的 tables，图写入 figures")
    where = command.add_mutually_exclusive_group()
    where.add_argument("--scheduler", default="", metavar="地址", help="在 Dask 集群上运行：调度器的地址，如 tcp://10.0.0.5:8786；各台机器须装有本工具，并以同样的路径看到这些文件")
    where.add_argument("--workers", type=_at_least_one, default=0, metavar="个数", help="同时运行的进程数，每个约占 0.5 GB 内存；不写则与处理器核数相同")


def _at_least_one(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text}不是1以上的整数")
    return int(text)


def _read_command(commands) -> None:
    command = _command(commands, "read", _read, "只读取：得到问题、原因、措施等表", "zhenggai read 整改方案.txt --out 结果")
    command.add_argument("paths", nargs="+", type=Path, metavar="文件", help="整改材料")
    where = command.add_mutually_exclusive_group(required=True)
    where.add_argument("--out", type=Path, metavar="文件夹", help="输出文件夹")
    where.add_argument("--explain", action="store_true", help="不写文件，只显示识别出的结构、位置和所用规则")


def _review_command(commands) -> None:
    summary = "人工核定：导出待核定表、登记决定、查看进度"
    example = "zhenggai review export --out 结果 --unsure"
    command = commands.add_parser("review", help=summary, description=summary, epilog=f"示例：{example}")
    steps = command.add_subparsers(title="步骤", metavar="步骤", required=True)
    export = _command(steps, "export", _review_export, "导出 review.xlsx 供人工填写；已填写的表不会被覆盖", example)
    apply = _command(steps, "apply", _review_apply, "登记填好的 review.xlsx、ledger.xlsx 或同样各列的 .csv", "zhenggai review apply 结果/review.xlsx --out 结果")
    status = _command(steps, "status", _review_status, "各文档已核定多少、严格和宽松口径的覆盖率", "zhenggai review status --out 结果")
    export.add_argument("--unsure", action="store_true", help="只导出宜先看的：把握不大、靠近分界、缺口、文字有改动")
    apply.add_argument("form", type=Path, metavar="文件", help="填好的表")
    apply.add_argument("--reviewer", default="", metavar="姓名", help="表中没有写审核人的行用这个姓名")
    apply.add_argument("--date", default="", metavar="日期", help="表中没有写日期的行用这个日期；不写则留空")
    for step in (export, apply, status):
        step.add_argument("--out", type=Path, metavar="文件夹", help="build 的输出文件夹；不写则是项目自己的样例结果")


def _figures_command(commands) -> None:
    command = _command(commands, "figures", _figures, "只画图：可选版面、格式，可只看一类问题或一项措施", "zhenggai figures 整改方案.txt --out 结果 --size half --formats pdf")
    command.add_argument("paths", nargs="+", type=Path, metavar="文件", help="整改材料")
    command.add_argument("--out", type=Path, required=True, metavar="文件夹", help="输出文件夹；图写入其中的 figures")
    command.add_argument("--size", choices=("slide", "half", "a4"), default="slide", help="版面：整页幻灯片、半页、A4")
    command.add_argument("--formats", nargs="+", choices=("png", "svg", "pdf"), default=["png", "svg"], help="格式")
    command.add_argument("--charts", nargs="+", metavar="图", help="只画这几种；不写则全部")
    only = command.add_mutually_exclusive_group()
    only.add_argument("--category", default="", metavar="类别", help="只看这一类问题")
    only.add_argument("--measure", default="", metavar="措施", help="只看这一项措施，如 M03")


def _slide_command(commands) -> None:
    command = _command(commands, "slide", _slide, "把一幅图放进已有演示文稿的某张幻灯片", "zhenggai slide 结果/figures/整改方案_coverage.png 汇报.pptx --on 整改情况")
    command.add_argument("figure", type=Path, metavar="图", help="figures 文件夹中的 .png；旁边有同名 .svg 的一并放入")
    command.add_argument("deck", type=Path, metavar="演示文稿", help="已有的 .pptx")
    command.add_argument("--on", required=True, metavar="标题", help="幻灯片的标题、名称或页码")
    command.add_argument("--alt", default="", metavar="文字", help="图的替代文字；不写则用图的文件名")
    command.add_argument("--out", type=Path, metavar="文件", help="另存为；不写则直接修改演示文稿")


def _evaluate_command(commands) -> None:
    command = _command(commands, "evaluate", _evaluate, "用已标注的文档检验本工具，并与基线比较", "zhenggai evaluate data/labels")
    command.add_argument("folder", type=Path, metavar="文件夹", help="含 名称.gold.json 的文件夹")
    command.add_argument("--errors", action="store_true", help="列出每一处判断错误及其依据")
    command.add_argument("--calibration", action="store_true", help="把握程度与实际正确率对照")
    command.add_argument("--ablations", action="store_true", help="逐一关闭各部分后的成绩")


def _fit_command(commands) -> None:
    command = _command(commands, "fit", _fit, "用已标注的文档重新拟合判断的权重和阈值", "zhenggai fit data/labels data/training")
    command.add_argument("folders", nargs="*", type=Path, metavar="文件夹", help="含 名称.gold.json 的文件夹；不写则用项目自带的标注")


def _notebooks_command(commands) -> None:
    command = _command(commands, "notebooks", _notebooks, "在自己的文件上重跑六册笔记本", "zhenggai notebooks 整改方案.txt --out 结果")
    command.add_argument("path", type=Path, metavar="文件", help="整改材料")
    command.add_argument("--out", type=Path, required=True, metavar="文件夹", help="输出文件夹；笔记本写入其中的 notebooks")


def _words_command(commands) -> None:
    command = _command(commands, "words", _words, "维护词表：检查、发现新词、加入勾选的词", "zhenggai words discover 整改方案.txt --table 候选词.csv")
    command.add_argument("action", choices=("check", "discover", "add"), metavar="check|discover|add", help="check 检查词表；discover 在文档中找候选词；add 把勾选的候选词加入词典")
    command.add_argument("paths", nargs="*", type=Path, metavar="文件", help="discover：整改材料")
    command.add_argument("--table", type=Path, metavar="候选词.csv", help="discover 写入、add 读取的候选词表")


def _build(options) -> int:
    from analysis import flow, reviewing, summary
    from analysis.paths import RAW, Output
    from analysis.progress import remarks, reporter
    from analysis.timing import Timings

    paths = options.paths or sorted(path for path in RAW.iterdir() if not path.name.startswith("."))
    out, timings, deck = Output.of(options.out), Timings(), Deck(options.template, options.ratio)
    if deck.template:
        from analysis.briefing.slides.template import open_deck

        open_deck(deck.template)  # a template that cannot be used is said before the work, not after it
    kept = reviewing.keep_filled(out.ledger)
    frames = flow.build(paths, out, deck=deck, progress=reporter(options.quiet), timings=timings, say=remarks(options.quiet))
    fitted = [] if options.quiet else [f"模板：{line}" for line in deck.report]
    for line in [*fitted, *kept, *(timings.lines() if options.timings else [])]:
        print(line, file=sys.stderr)
    return _finish(frames["documents"], [] if options.quiet else summary.of_build(frames, out))


def _corpus(options) -> int:
    from analysis import corpus, summary
    from analysis.paths import Output
    from analysis.progress import remarks, reporter

    out = Output.of(options.out)
    how = {"workers": options.workers, "scheduler": options.scheduler, "progress": reporter(options.quiet), "say": remarks(options.quiet)}
    table = corpus.run(options.paths, out, **how)
    return _finish(table, [] if options.quiet else summary.of_corpus(table, out))


def _read(options) -> int:
    from analysis import flow, summary
    from analysis.paths import Output
    from analysis.progress import remarks, reporter

    if options.explain:
        from analysis.tables import explain

        frames = flow.tabulate(options.paths, flow.READ)
        return _finish(frames["documents"], explain.lines(options.paths, frames))
    out = Output.of(options.out)
    frames = flow.read(options.paths, out, progress=reporter(options.quiet), say=remarks(options.quiet))
    return _finish(frames["documents"], [] if options.quiet else summary.of_reading(frames, out))


def _review_export(options) -> int:
    from analysis import reviewing
    from analysis.paths import Output

    return _say(options, reviewing.export(Output.of(options.out), unsure=options.unsure))


def _review_apply(options) -> int:
    from analysis import reviewing
    from analysis.paths import Output

    return _say(options, reviewing.apply(options.form, Output.of(options.out), reviewer=options.reviewer, date=options.date))


def _review_status(options) -> int:
    from analysis import reviewing
    from analysis.paths import Output

    return _say(options, reviewing.status(Output.of(options.out)))


def _say(options, lines: list[str]) -> int:
    return _finish(None, [] if options.quiet else lines)


def _figures(options) -> int:
    from analysis import flow
    from analysis.charts import CHARTS, SIZES
    from analysis.paths import Output
    from analysis.progress import reporter

    unknown = [stem for stem in options.charts or () if stem not in CHARTS]
    if unknown:
        print(f"用法错误：没有这种图：{'、'.join(unknown)}；可选：{'、'.join(CHARTS)}", file=sys.stderr)
        return WRONG_USAGE
    wanted = {name: getattr(options, name) for name in ("formats", "charts", "category", "measure")} | {"size": SIZES[options.size]}
    frames, done = flow.figures(options.paths, Output.of(options.out), wanted, progress=reporter(options.quiet))
    return _finish(frames["documents"], [] if options.quiet or not done else [f"已画{len(done)}幅图：{options.out / 'figures'}"])


def _slide(options) -> int:
    from analysis.briefing.slides.insert import place_figure

    remarks = place_figure(options.deck, options.on, options.figure, options.alt or options.figure.stem, out=options.out)
    return _finish(None, [] if options.quiet else [*remarks, f"已放入：{options.out or options.deck}"])


def _evaluate(options) -> int:
    from analysis.evaluation import report
    from analysis.progress import reporter

    lines = report.lines(options.folder, errors=options.errors, ablations=options.ablations, calibration=options.calibration, progress=reporter(options.quiet))
    return _finish(None, lines)


def _fit(options) -> int:
    from analysis.evaluation import fitting

    path, model = fitting.refit(options.folders)
    said = f"已用{len(model.documents)}份标注文档重新拟合，写入 {path}；可用 git diff 查看变化，用 zhenggai evaluate 检验"
    return _finish(None, [] if options.quiet else [said])


def _notebooks(options) -> int:
    from analysis import rerun
    from analysis.progress import reporter

    done = rerun.notebooks(options.path, options.out, progress=reporter(options.quiet))
    return _finish(None, [] if options.quiet else [f"笔记本：{path}" for path in done])


def _words(options) -> int:
    from analysis import vocabulary

    if options.action == "check":
        found = vocabulary.faults()
        return _finish(None, found or ["词表没有发现问题"]) or (UNUSABLE_INPUT if found else DONE)
    if options.table is None or (options.action == "discover") != bool(options.paths):
        print("用法错误：words discover 需要文件和 --table；words add 只需要 --table", file=sys.stderr)
        return WRONG_USAGE
    if options.action == "discover":
        documents, lines = vocabulary.discover(options.paths, options.table)
        return _finish(documents, [] if options.quiet else lines)
    lines = vocabulary.add(options.table)
    return _finish(None, [] if options.quiet else lines)


def _finish(documents, *parts: list[str]) -> int:
    """Print the parts; list each unusable input on standard error and say so in the status."""
    for line in (line for part in parts for line in part):
        print(line)
    if documents is None:
        return DONE
    bad = documents[documents["error"] != ""]
    for row in bad.itertuples():
        print(f"错误：{row.error}", file=sys.stderr)
    return UNUSABLE_INPUT if len(bad) else DONE
