"""The parts of a template's package: found, or made where it lacks them; and what it says of itself, replaced."""

from __future__ import annotations

from collections.abc import Callable

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.parser import parse_xml
from docx.package import Package
from docx.parts.numbering import NumberingPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart
from lxml import etree

from referent.minutes.blocks import Look
from referent.word.package import app_properties, core_properties
from referent.word.theme import theme_part
from referent.word.xml import Element, serialised

_KINDS: dict[str, tuple[type[XmlPart], str, str]] = {
    RELATIONSHIP_TYPE.STYLES: (StylesPart, "/word/styles.xml", CONTENT_TYPE.WML_STYLES),
    RELATIONSHIP_TYPE.NUMBERING: (NumberingPart, "/word/numbering.xml", CONTENT_TYPE.WML_NUMBERING),
    RELATIONSHIP_TYPE.SETTINGS: (SettingsPart, "/word/settings.xml", CONTENT_TYPE.WML_SETTINGS),
}


def xml_part(document: Document, relation: str, ours: Callable[[], Element]) -> Element:
    """The root of the document's styles, numbering or settings, by the kind of relation; `ours` where it has none."""
    kind, name, content_type = _KINDS[relation]
    part = _part(document, relation)
    if not isinstance(part, kind):
        for known in [key for key, each in document.part.rels.items() if each.reltype == relation]:
            del document.part.rels[known]
        part = kind(PackURI(name), content_type, parse_xml(serialised(ours())), package_of(document))
        document.part.relate_to(part, relation)
    element: Element = part.element
    return element


def theme_of(document: Document) -> Element | None:
    part = _part(document, RELATIONSHIP_TYPE.THEME)
    return None if part is None else etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))


def add_theme(document: Document, look: Look) -> None:
    """Word expects one; without it it takes its own."""
    name, content = PackURI("/word/theme/theme1.xml"), serialised(theme_part(look))
    theme = Part(name, CONTENT_TYPE.OFC_THEME, content, package_of(document))
    document.part.relate_to(theme, RELATIONSHIP_TYPE.THEME)


def replace_properties(document: Document) -> None:
    """Nothing that the template says of itself goes out: author, company, its own properties, labels, thumbnail."""
    package = package_of(document)
    for name, relation in list(package.rels.items()):
        if relation.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT:
            del package.rels[name]
    core = parse_xml(serialised(core_properties()))
    core_part = CorePropertiesPart(PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, core, package)
    package.relate_to(core_part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    app = serialised(app_properties())
    app_part = Part(PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, app, package)
    package.relate_to(app_part, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)


def package_of(document: Document) -> Package:
    package = document.part.package
    assert isinstance(package, Package)
    return package


def _part(document: Document, relation: str) -> Part | None:
    relations = document.part.rels.values()
    return next((each.target_part for each in relations if each.reltype == relation and not each.is_external), None)
