"""A Word template is checked before it is opened: it comes from outside, and what it holds goes into a public document.

In: the bytes of the file. Out: nothing, or `TemplateRefused` with everything that is wrong. Nothing is unpacked before
the sizes are known, and no XML is parsed that declares entities.

Sources: ECMA-376 part 2 (the package: parts, relationships, no DTD) and part 1 (WordprocessingML).
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import urlsplit
from zipfile import BadZipFile, ZipFile

from lxml import etree

from referent import texts
from referent.cleaning import clean_line
from referent.word.xml import Element, qualified

LARGEST_TEMPLATE_MB = 50
"""Unpacked, all parts together."""
_LARGEST_XML_MB = 20
"""All XML together, unpacked: as a tree it takes many times its size."""
_MOST_PARTS = 500
_MB = 1_000_000

_OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Of the container that holds both encrypted documents and those of Word before 2007."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CONTENT_TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN_TYPES = (f"{_WORD}.document.main+xml", f"{_WORD}.template.main+xml")
_BEFORE_XML = b"\xef\xbb\xfe\xff\0 \t\r\n"
_STRICT = b"http://purl.oclc.org/ooxml/"
_SAFE_SCHEMES = frozenset({"http", "https", "mailto"})
_EMBEDDED = frozenset({"oleObject", "package", "control", "activeXControlBinary", "aFChunk", "subDocument", "frame"})
_FETCHING_FIELDS = frozenset(
    ["INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE", "RD", "MACROBUTTON"]
)
_TRACKED = frozenset(
    qualified(f"w:{name}")
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange", "pPrChange"),
        *("rPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange"),
    )
)
_LONGEST_SHOWN = 80


@dataclass(frozen=True)
class Fault:
    """One reason; `code` is a key of `texts.TEMPLATE_FAULTS`. `str()` says in Danish what is wrong and what to do."""

    code: str
    values: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return texts.template_fault(self.code, self.values)


class TemplateRefused(Exception):  # noqa: N818  (what happened, not an error of ours)
    """A Word template that is not used. `str()` gives the Danish sentences, one for each of `faults`."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*(fault.code for fault in faults))
        self.faults = faults

    def __str__(self) -> str:
        return " ".join(map(str, self.faults))


def refused(code: str, **values: object) -> TemplateRefused:
    """The refusal for one reason."""
    return TemplateRefused(Fault(code, values))


def check_template(content: bytes) -> None:
    """Raise `TemplateRefused`, with all that is wrong, where the bytes are not a Word document that may be opened."""
    if content.startswith(_OLE_SIGNATURE):
        raise refused("encrypted" if _ENCRYPTED in content else "old_word")
    try:
        with ZipFile(BytesIO(content)) as package:
            _check_sizes(package)
            parts = {name: package.read(name) for name in package.namelist() if not name.endswith("/")}
    except BadZipFile:
        raise refused("damaged" if content.startswith(b"PK") else "not_word") from None
    except (zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise refused("damaged") from None
    faults = {str(fault): fault for fault in _faults(parts)}
    if faults:
        raise TemplateRefused(*faults.values())


def _check_sizes(package: ZipFile) -> None:
    """By the sizes that the package declares; `ZipFile` never unpacks more of a part than that."""
    infos = package.infolist()
    if sum(info.file_size for info in infos) > LARGEST_TEMPLATE_MB * _MB:
        raise refused("too_big", megabytes=LARGEST_TEMPLATE_MB)
    if len(infos) > _MOST_PARTS or len({info.filename.casefold() for info in infos}) < len(infos):
        raise refused("damaged")
    if any(info.flag_bits & 1 for info in infos):
        raise refused("encrypted")


def _faults(parts: dict[str, bytes]) -> Iterator[Fault]:
    if _CONTENT_TYPES not in parts:
        yield Fault("not_word")
        return
    xml = {name: content for name, content in parts.items() if _is_xml(name, content)}
    if sum(map(len, xml.values())) > _LARGEST_XML_MB * _MB:
        yield Fault("too_big", {"megabytes": LARGEST_TEMPLATE_MB})
        return
    roots: dict[str, Element] = {}
    broken = False
    for name, content in xml.items():
        if _has_doctype(content):
            yield Fault("doctype", {"part": _shown(name)})
        elif (root := _parsed(content)) is None:
            broken = True
        else:
            roots[name] = root
    if _CONTENT_TYPES in roots:
        yield from _kind_faults(roots[_CONTENT_TYPES], parts)
    for name, root in roots.items():
        yield from _relation_faults(root) if name.endswith(".rels") else _part_faults(root)
    if broken:
        yield Fault("damaged")


def _is_xml(name: str, content: bytes) -> bool:
    """By the content too: what a part is called says nothing of how it will be read."""
    return name.casefold().endswith((".xml", ".rels")) or content.lstrip(_BEFORE_XML).startswith(b"<")


def _has_doctype(content: bytes) -> bool:
    """In any encoding that XML may have here: UTF-8, or UTF-16 with its zero bytes between."""
    plain = content.replace(b"\0", b"").upper()
    return b"<!DOCTYPE" in plain or b"<!ENTITY" in plain


def _parsed(content: bytes) -> Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root: Element = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None
    info = root.getroottree().docinfo
    encoding = (info.encoding or "UTF-8").upper()
    return root if info.internalDTD is None and encoding in ("UTF-8", "UTF-16", "ASCII", "US-ASCII") else None


def _kind_faults(types: Element, parts: dict[str, bytes]) -> Iterator[Fault]:
    kinds = {str(element.get("ContentType") or "") for element in types}
    lower = [kind.casefold() for kind in kinds]
    names = [name.casefold() for name in parts]
    if any("macroenabled" in kind for kind in lower) or any("vba" in word for word in (*lower, *names)):
        yield Fault("macros")
    elif not kinds & set(_MAIN_TYPES):
        yield Fault("not_word")
    if any("activex" in kind or "oleobject" in kind for kind in lower):
        yield Fault("embedded", {"part": "ActiveX/OLE"})
    if any(_STRICT in content for name, content in parts.items() if name.endswith(".rels")):
        yield Fault("strict")


def _relation_faults(relations: Element) -> Iterator[Fault]:
    for relation in relations.iterchildren("{*}Relationship"):
        if any(relation.get(name) is None for name in ("Id", "Type", "Target")):
            yield Fault("damaged")
        kind = (relation.get("Type") or "").rpartition("/")[2]
        target = relation.get("Target") or ""
        if (relation.get("TargetMode") or "").casefold() == "external":
            yield from _external_faults(kind, target)
        elif kind in _EMBEDDED:
            yield Fault("embedded", {"part": _shown(posixpath.basename(target))})
        elif "vba" in kind.casefold() or "macro" in kind.casefold():
            yield Fault("macros")


def _external_faults(kind: str, target: str) -> Iterator[Fault]:
    if kind == "attachedTemplate":
        yield Fault("attached_template", {"target": _shown(target)})
    elif kind != "hyperlink":
        yield Fault("external", {"target": _shown(target)})
    elif not _is_safe(target):
        yield Fault("unsafe_link", {"target": _shown(target)})


def _is_safe(target: str) -> bool:
    try:
        return urlsplit(target.strip()).scheme.casefold() in _SAFE_SCHEMES and "\\" not in target
    except ValueError:
        return False


def _part_faults(root: Element) -> Iterator[Fault]:
    if next(root.iter(*_TRACKED), None) is not None:
        yield Fault("tracked_changes")
    for instruction in _instructions(root):
        word, *arguments = instruction.split() or [""]
        if word.upper() in _FETCHING_FIELDS:
            yield Fault("unsafe_field", {"field": word.upper()})
        elif word.upper() == "HYPERLINK" and arguments and not arguments[0].startswith("\\"):
            target = arguments[0].strip('"')
            if not _is_safe(target):
                yield Fault("unsafe_link", {"target": _shown(target)})


def _instructions(root: Element) -> Iterator[str]:
    """What each field says, also one that Word has cut over several runs or that stands within another."""
    open_fields: list[str] = []
    for element in root.iter(qualified("w:fldChar"), qualified("w:instrText"), qualified("w:fldSimple")):
        if element.tag == qualified("w:fldSimple"):
            yield element.get(qualified("w:instr")) or ""
        elif element.tag == qualified("w:instrText"):
            if open_fields:
                open_fields[-1] += element.text or ""
        elif element.get(qualified("w:fldCharType")) == "begin":
            open_fields.append("")
        elif element.get(qualified("w:fldCharType")) == "end" and open_fields:
            yield open_fields.pop()
    yield from open_fields


def _shown(text: str) -> str:
    """A name from the template as a message may show it."""
    text = re.sub(r"\s+", " ", clean_line(text))
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
