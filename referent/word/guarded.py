"""A document from outside is opened with care: nothing is unpacked beyond what was allowed, and no XML with a DOCTYPE.

Source: ECMA-376 part 2 (the package: a ZIP of parts, in whose XML a DTD is forbidden).
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

from referent import texts
from referent.word.xml import Element

_MB = 1_000_000
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Of the container that holds both encrypted documents and those of Word before 2007."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_XML_SUFFIXES = (".xml", ".rels")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a document may hold, unpacked."""

    megabytes: int = 200
    xml_megabytes: int = 60
    """All XML together: as a tree it takes many times its size."""
    parts: int = 5_000


class UnreadableDocument(Exception):  # noqa: N818  (what happened, not an error of ours)
    """A file that is not opened. `code` is a key of `texts.DOCUMENT_FAULTS`; `str()` gives the Danish sentence."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        return texts.document_fault(self.code, self.values)


def read_parts(path: Path, limits: Limits | None = None) -> dict[str, bytes]:
    """The XML parts of the package at `path`, by name. Raises `UnreadableDocument`, and OSError as it comes."""
    limits = limits or Limits()
    with path.open("rb") as file:
        try:
            with ZipFile(file) as package:
                return _read(package, limits)
        except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError):
            file.seek(0)
            raise UnreadableDocument(_kind_of(file.read(limits.megabytes * _MB))) from None


def _read(package: ZipFile, limits: Limits) -> dict[str, bytes]:
    """By the sizes that the package declares: `ZipFile` never unpacks more of a part than that."""
    infos = package.infolist()
    if any(info.flag_bits & 1 for info in infos):
        raise UnreadableDocument("encrypted")
    wanted = [info for info in infos if info.filename.casefold().endswith(_XML_SUFFIXES)]
    sizes = sum(info.file_size for info in infos), sum(info.file_size for info in wanted)
    if len(infos) > limits.parts or sizes[0] > limits.megabytes * _MB or sizes[1] > limits.xml_megabytes * _MB:
        raise UnreadableDocument("too_big", megabytes=limits.megabytes)
    parts = {info.filename: package.read(info) for info in wanted}
    if "[Content_Types].xml" not in parts:
        raise UnreadableDocument("not_word")
    return parts


def parsed(content: bytes) -> Element:
    """The root of one part. Raises `UnreadableDocument`."""
    plain = content.replace(b"\0", b"").upper()  # also where it is written in UTF-16
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise UnreadableDocument("doctype")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root: Element = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise UnreadableDocument("damaged") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument("doctype")
    return root


def _kind_of(content: bytes) -> str:
    if content.startswith(_OLE_SIGNATURE):
        return "encrypted" if _ENCRYPTED in content else "old_word"
    return "damaged" if content.startswith(b"PK") else "not_word"
