"""The reader's speed and memory beside LibreOffice's text export and the usual libraries: `python -m analysis.reading.benchmark`.

Files are made for the run: a Word document of 2,000 paragraphs, a ledger of 1,000 rows, a PDF of 300 pages, a
text of 10 MB. Every contender runs in a process of its own; its imports are not timed, the child process that
the reader starts is. The others only bring out text: no numbers, ranges, furniture or paragraphs.
"""

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from analysis.reading.office import find_office

SENTENCE = "对照上级要求和群众期盼，仍有部分问题整改不够彻底，责任落实不够到位，需要建立台账逐项销号。"
_TIMED = """
import sys, time
path = sys.argv[1]
{imports}
start = time.perf_counter()
{call}
seconds = time.perf_counter() - start
try:
    import resource
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
except ImportError:
    peak = 0
print(f"{{seconds:.3f}} {{peak}}")
"""
_READ = ("from analysis.reading import read; import analysis.reading.inputs", "assert not read([path])['documents']['error'][0]")
_OFFICE = (
    "from pathlib import Path; from analysis.reading.office import convert, find_office",
    'convert(Path(path).read_bytes(), Path(path).suffix, "{to}", program=find_office())',
)
# file → (contender, imports, call)
CONTENDERS = {
    "方案.docx": (
        ("本程序", *_READ),
        ("python-docx", "import docx", "[p.text for p in docx.Document(path).paragraphs]"),
        ("LibreOffice", _OFFICE[0], _OFFICE[1].format(to="txt:Text (encoded):UTF8")),
    ),
    "台账.xlsx": (
        ("本程序", *_READ),
        ("openpyxl", "import openpyxl", "[[c.value for c in row] for sheet in openpyxl.load_workbook(path) for row in sheet]"),
        ("LibreOffice", _OFFICE[0], _OFFICE[1].format(to="csv")),
    ),
    "报告.pdf": (
        ("本程序", *_READ),
        ("pypdfium2", "import pypdfium2", "[page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]"),
        ("pypdf", "import pypdf", "[page.extract_text() for page in pypdf.PdfReader(path).pages]"),
    ),
    "全文.txt": (("本程序", *_READ), ("open().read()", "", "open(path, encoding='utf-8').read()")),
}


def main() -> None:
    """Make the files, time every contender on each, print one line each."""
    print("文件\t方法\t秒\t内存（MB）")
    with tempfile.TemporaryDirectory(prefix="zhenggai-") as folder:
        code = "import sys, pathlib; from analysis.reading.benchmark import make; make(pathlib.Path(sys.argv[1]))"
        subprocess.run([sys.executable, "-X", "utf8", "-c", code, folder], check=True)  # apart: its memory would count as the contenders'
        for path in (Path(folder, name) for name in CONTENDERS):
            for name, imports, call in CONTENDERS[path.name]:
                seconds, peak = timed(path, name, imports, call)
                print(path.name, name, seconds, peak, sep="\t", flush=True)


def timed(path: Path, name: str, imports: str, call: str) -> tuple[str, str]:
    """(seconds, peak memory in MB of the process or its largest child) of one contender; 未安装 where it is not there."""
    if name == "LibreOffice" and not find_office():
        return "未安装", ""
    code = _TIMED.format(imports=imports, call=call)
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", code, str(path)], capture_output=True, text=True, check=False)
    seconds, peak = done.stdout.split() if done.returncode == 0 else ("未安装" if "ModuleNotFoundError" in done.stderr else "失败", "")
    return seconds, peak


def make(folder: Path) -> None:
    """Write the four files."""
    files = {"方案.docx": _docx(2_000), "台账.xlsx": _xlsx(1_000), "报告.pdf": _pdf(300), "全文.txt": (f"1.{SENTENCE}\n" * 75_000).encode()}
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _docx(paragraphs: int) -> bytes:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:p><w:r><w:t>1.{SENTENCE}</w:t></w:r></w:p>" * paragraphs
    kinds = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{kinds}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{kinds}/relationships"><Relationship Id="a" Target="word/document.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def _xlsx(rows: int) -> bytes:
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("台账")
        for row in range(rows):
            sheet.write_row(row, 0, [row + 1, "安全类", f"{row}.{SENTENCE}", f"{row}.{SENTENCE}\n2.{SENTENCE}", "办公室", "主任", "2024年8月底前", "已完成"])
    return buffer.getvalue()


def _pdf(pages: int) -> bytes:
    """Pages of 25 lines in the project's own font, embedded."""
    import matplotlib
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

    from analysis.fonts import REGULAR

    buffer = io.BytesIO()
    with matplotlib.rc_context({"pdf.fonttype": 42}), PdfPages(buffer) as out:
        for page in range(pages):
            figure = Figure(figsize=(8.27, 11.69))
            lines = "\n".join(f"{SENTENCE[at:]}{SENTENCE[:at]}"[:36] for at in range(25))
            figure.text(0.12, 0.92, f"{lines}\n— {page + 1} —", fontproperties=FontProperties(fname=REGULAR, size=12), va="top")
            out.savefig(figure)
    return buffer.getvalue()



if __name__ == "__main__":
    main()
