"""A document from outside is opened with care: nothing is unpacked beyond what was allowed, and no XML with a DOCTYPE.

Source: ECMA-376 part 2 (the package: a ZIP of parts, in whose XML a DTD is forbidden).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

from referent import document_texts
from referent.cleaning import clean_line
from referent.domain.errors import CodedError
from referent.word.xml import Element

CONTENT_TYPES = "[Content_Types].xml"
_MB = 1_000_000
_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Of the container that holds both encrypted documents and those of Word before 2007."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LONGEST_SHOWN = 80
_ENCODINGS = frozenset({"UTF-8", "UTF-16", "ASCII", "US-ASCII"})


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a document may hold, unpacked."""

    megabytes: int = 200
    xml_megabytes: int = 60
    """All XML together: as a tree it takes many times its size."""
    parts: int = 5_000

    def are_broken_by(self, xml: dict[str, bytes]) -> bool:
        """Whether these parts, which have turned out to be XML, are too much of it."""
        return sum(map(len, xml.values())) > self.xml_megabytes * _MB


class UnreadableDocument(CodedError):  # noqa: N818  (what happened, not an error of ours)
    """A file that is not opened."""

    TEXTS = document_texts.DOCUMENT_FAULTS


def read_file(path: Path, limits: Limits) -> bytes:
    """The file as it is. Raises `UnreadableDocument` where it is too large to be one, and OSError as it comes."""
    if path.stat().st_size > limits.megabytes * _MB:
        raise UnreadableDocument("too_big", megabytes=limits.megabytes)
    return path.read_bytes()


def read_parts(path: Path, limits: Limits | None = None) -> dict[str, bytes]:
    """The XML parts of the package at `path`, by name. Raises `UnreadableDocument`, and OSError as it comes."""
    limits = limits or Limits()
    return unpacked(read_file(path, limits), limits, is_xml_name)


def is_xml_name(name: str) -> bool:
    return name.casefold().endswith((".xml", ".rels"))


def unpacked(content: bytes, limits: Limits, is_wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The wanted parts of a package, by their names. Raises `UnreadableDocument`."""
    if content.startswith(_OLE_SIGNATURE):
        raise UnreadableDocument("encrypted" if _ENCRYPTED in content else "old_word")
    try:
        with ZipFile(BytesIO(content)) as package:
            _check(package, limits)
            parts = {name: package.read(name) for name in package.namelist() if is_wanted(name)}
    except BadZipFile:
        raise UnreadableDocument("damaged" if content.startswith(b"PK") else "not_word") from None
    except (zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise UnreadableDocument("damaged") from None
    if CONTENT_TYPES not in parts:
        raise UnreadableDocument("not_word")
    return parts


def _check(package: ZipFile, limits: Limits) -> None:
    """By the sizes that the package declares: `ZipFile` never unpacks more of a part than that."""
    infos = package.infolist()
    size = sum(info.file_size for info in infos)
    xml_size = sum(info.file_size for info in infos if is_xml_name(info.filename))
    if len(infos) > limits.parts or size > limits.megabytes * _MB or xml_size > limits.xml_megabytes * _MB:
        raise UnreadableDocument("too_big", megabytes=limits.megabytes)
    if any(info.flag_bits & 1 for info in infos):
        raise UnreadableDocument("encrypted")
    if len({info.filename.casefold() for info in infos}) < len(infos):
        raise UnreadableDocument("damaged")


def parsed(name: str, content: bytes) -> Element:
    """The root of the part called `name`. Raises `UnreadableDocument`."""
    plain = content.replace(b"\0", b"").upper()  # also where it is written in UTF-16
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise UnreadableDocument("doctype", part=shown(name))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root: Element = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise UnreadableDocument("damaged") from None
    info = root.getroottree().docinfo
    if info.internalDTD is not None or (info.encoding or "UTF-8").upper() not in _ENCODINGS:
        raise UnreadableDocument("damaged")
    return root


def shown(text: str) -> str:
    """A name from a document as a message may show it."""
    text = re.sub(r"\s+", " ", clean_line(text))
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
