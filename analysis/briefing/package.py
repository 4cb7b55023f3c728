"""Office files that are the same bytes for the same content: fixed times, in the members and around them."""

import io
import re
import zipfile
from pathlib import Path

_MOMENT = (1980, 1, 1, 0, 0, 0)
_STAMP = "2020-01-01T00:00:00Z"
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def steady(content: bytes) -> bytes:
    """The package with every time in it fixed; workbooks inside it are treated alike."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
        for name in source.namelist():
            data = _member(name, source.read(name))
            stored = zipfile.ZIP_STORED if name.endswith((".png", ".xlsx")) else zipfile.ZIP_DEFLATED
            info = zipfile.ZipInfo(name, _MOMENT)
            info.external_attr = 0o644 << 16
            target.writestr(info, data, stored)
    return out.getvalue()


def _member(name: str, data: bytes) -> bytes:
    if name.endswith(".xlsx"):
        return steady(data)
    if name == "docProps/core.xml":
        return _TIMES.sub(rb"\g<1>" + _STAMP.encode() + rb"\g<3>", data)
    return data


def save_steady(content: bytes, path: Path) -> Path:
    """Write the package, made steady, to `path`, whole or not at all."""
    from analysis.store import whole_file

    with whole_file(Path(path)) as part:
        part.write_bytes(steady(content))
    return Path(path)
