"""The parts of an Office Open XML package and the relations between them."""

import posixpath
import zipfile
import zlib
from urllib.parse import unquote

from lxml import etree

from analysis.reading.draft import Unreadable
from analysis.reading.guard import ASK, LIMITS, MB, check_entities, check_package

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# the strict variant of the standard differs from the usual one only in its namespaces
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
DAMAGED = "请重新下载，或用原软件打开后另存一份"


class Package:
    """An Office package, checked by the guard before anything in it is parsed."""

    def __init__(self, data: bytes):
        self._zip = check_package(data)
        self._names = {name.lower(): name for name in self._zip.namelist()}

    def bytes(self, part: str) -> bytes:
        """The bytes of a part, strict namespaces made usual. Raises Unreadable where it is missing or damaged."""
        name = self._names.get(part.lower())
        if name is None:
            raise Unreadable("文件不完整，缺少必要部分", DAMAGED, part)
        try:
            data = self._zip.read(name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise Unreadable("文件已损坏，无法解压", DAMAGED, part) from error
        check_entities(data, part)
        if b"purl.oclc.org/ooxml" in data[:8192]:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        return data

    def tree(self, part: str) -> etree._Element:
        """A part as an XML tree. Raises Unreadable where it is missing, damaged or too large to hold."""
        data = self.bytes(part)
        if len(data) > LIMITS.tree:
            raise Unreadable(f"正文解压后达{len(data) // MB} MB，超过{LIMITS.tree // MB} MB", ASK, part)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise Unreadable("文件已损坏，XML无法解析", DAMAGED, part) from error

    def related(self, part: str, kind: str) -> list[str]:
        """The parts that `part` (empty = the package) points to with a relation whose type ends in `kind`, in order."""
        return [target for _, type_, target in self.relations(part) if type_.endswith(f"/{kind}")]

    def relations(self, part: str) -> list[tuple[str, str, str]]:
        """(id, type, target part) of the internal relations of `part`."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels.lower() not in self._names:
            return []
        found = []
        for relation in self.tree(rels).iter(_RELATION):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, unquote(relation.get("Target", ""))))
                found.append((relation.get("Id", ""), relation.get("Type", ""), target.lstrip("/")))
        return [entry for entry in found if entry[2].lower() in self._names]

    def main(self, usual: str) -> str:
        """The part that holds the document, `usual` where the package does not say."""
        return next(iter(self.related("", "officeDocument")), usual)
