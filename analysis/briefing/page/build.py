"""One self-contained file: the template with style, script and data inlined under a strict content security policy."""

import base64
import hashlib
import json
from pathlib import Path

import pandas as pd
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from analysis import wording
from analysis.briefing.page import content, data
from analysis.store import whole_file

HERE = Path(__file__).resolve().parent
STYLES = ("colours", "text", "layout", "documents", "problems", "matrix", "panel", "print")
SCRIPTS = ("elements", "theme", "filters", "marks", "panel", "matrix", "links", "events")


def write_page(frames: dict[str, pd.DataFrame], path: Path) -> Path:
    """Write the page of all documents in `frames` to `path`, whole or not at all; the same frames give the same bytes."""
    with whole_file(Path(path)) as part:
        part.write_text(render(frames), encoding="utf-8", newline="\n")
    return Path(path)


def render(frames: dict[str, pd.DataFrame]) -> str:
    """The page as one text."""
    style, script = _style(), _script()
    page = _environment().get_template("page.html")
    return page.render(
        documents=content.documents(frames),
        failures=content.failures(frames),
        wording=wording,
        data=_embedded(data.texts(frames)),
        style=style,
        script=script,
        policy=policy(style, script),
    )


def policy(style: str, script: str) -> str:
    """Nothing may load but this style, this script and images inside the file."""
    allowed = {"default-src": "'none'", "style-src": f"'{_digest(style)}'", "script-src": f"'{_digest(script)}'", "img-src": "data:"}
    return "; ".join(f"{name} {value}" for name, value in (allowed | {"base-uri": "'none'", "form-action": "'none'"}).items())


def _environment() -> Environment:
    loader = FileSystemLoader(HERE / "template", encoding="utf-8")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _style() -> str:
    """The style sheets in order. `dark.css` is used twice: for a dark system, and for a reader who chose dark."""
    dark = _source("style", "dark.css")
    chosen = dark.replace(":root", ':root[data-theme="dark"]')
    system = dark.replace(":root", ':root:not([data-theme="light"])')
    themes = f"@media screen {{\n{chosen}}}\n@media screen and (prefers-color-scheme: dark) {{\n{system}}}\n"
    first, *rest = (_source("style", f"{name}.css") for name in STYLES)
    return "\n" + first + themes + "".join(rest)


def _script() -> str:
    return '\n(() => {\n"use strict";\n' + "".join(_source("script", f"{name}.js") for name in SCRIPTS) + "})();\n"


def _source(folder: str, name: str) -> str:
    return (HERE / folder / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _embedded(value) -> str:
    """JSON that cannot leave its script element: every < is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
