"""The seal of a DOCX is a custom document property, beside those that the body's own template may have.

See `referent.seal` for what it is for, and for how it is checked.
"""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package
from lxml import etree

from referent.seal import DOCX_SEAL_PART, NO_SEAL, seal_of_parts
from referent.word.xml import Element, serialised

_NAME = "referent"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""That of user-defined properties (ECMA-376 part 1, 22.3.2.1); their `pid` counts from 2."""
_FIRST_ID = 2


def make_room_for_seal(package: Package) -> None:
    """Give the package the property, with `NO_SEAL` for its value. A seal that came with a template is replaced."""
    properties = _without_seal(_taken_out(package))
    taken = [int(known.get("pid", 0)) for known in properties]
    seal = etree.SubElement(properties, f"{{{_CUSTOM}}}property", fmtid=_FORMAT_ID)
    seal.set("pid", str(max(taken, default=_FIRST_ID - 1) + 1))
    seal.set("name", _NAME)
    etree.SubElement(seal, f"{{{_TYPES}}}lpwstr").text = f"sha256:{NO_SEAL.decode()}"
    part = Part(PackURI(f"/{DOCX_SEAL_PART}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, serialised(properties), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def with_seal(parts: dict[str, bytes]) -> dict[str, bytes]:
    """The parts of a package that has room for the seal, with the seal."""
    properties = parts[DOCX_SEAL_PART].replace(b"sha256:" + NO_SEAL, b"sha256:" + seal_of_parts(parts))
    return {**parts, DOCX_SEAL_PART: properties}


def _taken_out(package: Package) -> bytes:
    """The part of custom properties that the package had, which it has no longer; empty where there was none."""
    content = b""
    for relationship in list(package.rels.values()):
        if relationship.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            content = b"" if relationship.is_external else relationship.target_part.blob
            del package.rels[relationship.rId]
    return content


def _without_seal(content: bytes) -> Element:
    """The properties in `content`; none where it is not to be understood."""
    try:
        properties = etree.fromstring(content, etree.XMLParser(resolve_entities=False))
    except etree.XMLSyntaxError:
        return etree.fromstring(f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}"/>')
    for known in list(properties):
        if known.get("name", "").casefold() == _NAME or not known.get("pid", "").isdecimal():
            properties.remove(known)
    return properties
