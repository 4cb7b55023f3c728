"""The parser of the command line, in Chinese: what it says of wrong usage is one line, its help has Chinese headings."""

import argparse
import re

# argparse's own sentences, of Python 3.11 to 3.14; what matches none is passed on as it is.
SENTENCES = (
    (r"the following arguments are required: (.*)", r"缺少 \1"),
    (r"one of the arguments (.*) is required", r"须给出其中之一：\1"),
    (r"unrecognized arguments: (.*)", r"不认识 \1"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 不能与 \2 同用"),
    (r"argument (\S+): invalid choice: '?(.*?)'? \(choose from (.*)\)", r"\1 不能是 \2，可选：\3"),
    (r"argument (\S+): expected .*", r"\1 后面缺少内容"),
    (r"argument (\S+): invalid \S+ value: (.*)", r"\1 不能是 \2"),
    (r"ambiguous option: (\S+) could match (.*)", r"\1 可能是：\2"),
)
HEADINGS = (("usage: ", "用法："), ("positional arguments:", "参数："), ("options:", "选项："))


class Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in one line of Chinese and ends with status 2."""

    def __init__(self, **options):
        super().__init__(add_help=False, **options)
        self.add_argument("-h", "--help", action="help", help="显示这段说明")

    def error(self, message: str):
        self.exit(2, f"用法错误：{chinese(message)}；说明见 {self.prog} --help\n")

    def format_help(self) -> str:
        text = super().format_help()
        for english, name in HEADINGS:
            text = re.sub(rf"^{english}", name, text, flags=re.MULTILINE)
        return text


def chinese(message: str) -> str:
    """argparse's sentence in Chinese, on one line."""
    for sentence, said in SENTENCES:
        found = re.fullmatch(sentence, message, re.DOTALL)
        if found:
            return " ".join(found.expand(said).replace("'", "").split())
    return " ".join(message.split())
