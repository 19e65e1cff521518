"""A Word template is checked before it is opened: it comes from outside, and what it holds goes into a public document.

In: the bytes of the file. Out: nothing, or `TemplateRefused` with everything that is wrong. `guarded` opens it; here it
is asked what is in it.

Sources: ECMA-376 part 2 (the package: parts, relationships) and part 1 (WordprocessingML).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from referent import document_texts
from referent.word.guarded import CONTENT_TYPES, Limits, UnreadableDocument, is_xml_name, parsed, shown, unpacked
from referent.word.xml import Element, qualified

TEMPLATE_LIMITS = Limits(megabytes=50, xml_megabytes=20, parts=500)
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


@dataclass(frozen=True)
class Fault:
    """One reason; `code` is a key of `TEMPLATE_FAULTS`. `str()` says in Danish what is wrong and what to do."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return document_texts.TEMPLATE_FAULTS[self.code].format_map(self.values)


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
    try:
        parts = unpacked(content, TEMPLATE_LIMITS, lambda name: not name.endswith("/"))
    except UnreadableDocument as error:
        raise refused(error.code, **error.values) from None
    faults = {str(fault): fault for fault in _faults(parts)}
    if faults:
        raise TemplateRefused(*faults.values())


def _faults(parts: dict[str, bytes]) -> Iterator[Fault]:
    xml = {name: content for name, content in parts.items() if _is_xml(name, content)}
    if TEMPLATE_LIMITS.are_broken_by(xml):
        yield Fault("too_big", {"megabytes": TEMPLATE_LIMITS.megabytes})
        return
    roots: dict[str, Element] = {}
    broken: list[Fault] = []
    for name, content in xml.items():
        try:
            roots[name] = parsed(name, content)
        except UnreadableDocument as error:
            broken.append(Fault(error.code, error.values))
    if CONTENT_TYPES in roots:
        yield from _kind_faults(roots[CONTENT_TYPES], parts)
    for name, root in roots.items():
        yield from _relation_faults(root) if name.endswith(".rels") else _part_faults(root)
    yield from broken


def _is_xml(name: str, content: bytes) -> bool:
    """By the content too: what a part is called says nothing of how it will be read."""
    return is_xml_name(name) or content.lstrip(_BEFORE_XML).startswith(b"<")


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
            yield Fault("embedded", {"part": shown(posixpath.basename(target))})
        elif "vba" in kind.casefold() or "macro" in kind.casefold():
            yield Fault("macros")


def _external_faults(kind: str, target: str) -> Iterator[Fault]:
    if kind == "attachedTemplate":
        yield Fault("attached_template", {"target": shown(target)})
    elif kind != "hyperlink":
        yield Fault("external", {"target": shown(target)})
    elif not _is_safe(target):
        yield Fault("unsafe_link", {"target": shown(target)})


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
                yield Fault("unsafe_link", {"target": shown(target)})


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
