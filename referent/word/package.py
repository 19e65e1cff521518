"""Our own empty document: A4, in the language of the minutes, for Word of today, with every style defined.

It takes the place of python-docx's default template, which is US Letter, American English and Word 2013's idea of 2010.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from lxml import etree

from referent.minutes.blocks import Look, Minutes
from referent.word.design import Design
from referent.word.styles import styles_part
from referent.word.theme import theme_part
from referent.word.units import A4_HEIGHT_MM, A4_WIDTH_MM, DEFAULT_TAB, twips_of_mm
from referent.word.xml import Element, child, root, serialised, valued

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEADER_DISTANCE_MM = 12.5

_CONTENT_TYPES = {
    "/word/document.xml": f"{_WORD_TYPE}.document.main+xml",
    "/word/styles.xml": f"{_WORD_TYPE}.styles+xml",
    "/word/settings.xml": f"{_WORD_TYPE}.settings+xml",
    "/word/numbering.xml": f"{_WORD_TYPE}.numbering+xml",
    "/word/fontTable.xml": f"{_WORD_TYPE}.fontTable+xml",
    "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_PACKAGE_RELATIONSHIPS = {
    "word/document.xml": f"{_OFFICE}/relationships/officeDocument",
    "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
    "docProps/app.xml": f"{_OFFICE}/relationships/extended-properties",
}
_DOCUMENT_RELATIONSHIPS = {
    name: f"{_OFFICE}/relationships/{name.removesuffix('.xml')}"
    for name in ("styles.xml", "settings.xml", "numbering.xml", "fontTable.xml")
} | {"theme/theme1.xml": f"{_OFFICE}/relationships/theme"}


def empty_package(minutes: Minutes, design: Design) -> BytesIO:
    """A complete DOCX without any text, ready to be opened."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(_PACKAGE_RELATIONSHIPS),
        "word/document.xml": _document(design),
        "word/_rels/document.xml.rels": _relationships(_DOCUMENT_RELATIONSHIPS),
        "word/styles.xml": styles_part(design, minutes.language),
        "word/settings.xml": settings_part(minutes.language),
        "word/numbering.xml": root("w:numbering"),
        "word/fontTable.xml": _font_table({design.look.body_font, design.look.heading_font}),
        "word/theme/theme1.xml": theme_part(design.look),
        "docProps/core.xml": core_properties(),
        "docProps/app.xml": app_properties(),
    }
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as package:
        for name, element in parts.items():
            package.writestr(name, serialised(element))
    stream.seek(0)
    return stream


def _content_types() -> Element:
    namespace = f"{_PACKAGE}/content-types"
    types = _unprefixed("Types", namespace)
    for extension, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(types, f"{{{namespace}}}Default", Extension=extension, ContentType=kind)
    for name, kind in _CONTENT_TYPES.items():
        etree.SubElement(types, f"{{{namespace}}}Override", PartName=name, ContentType=kind)
    return types


def _relationships(targets: dict[str, str]) -> Element:
    namespace = f"{_PACKAGE}/relationships"
    relationships = _unprefixed("Relationships", namespace)
    for number, (target, kind) in enumerate(targets.items(), start=1):
        etree.SubElement(relationships, f"{{{namespace}}}Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return relationships


def _document(design: Design) -> Element:
    document = root("w:document")
    child(document, "w:body").append(section_properties(design.look))
    return document


def section_properties(look: Look) -> Element:
    """The `w:sectPr` of an A4 page with the margins of the look."""
    section = root("w:sectPr")
    child(section, "w:pgSz", {"w:w": twips_of_mm(A4_WIDTH_MM), "w:h": twips_of_mm(A4_HEIGHT_MM)})
    child(
        section,
        "w:pgMar",
        {
            "w:top": twips_of_mm(look.margin_top),
            "w:right": twips_of_mm(look.margin_right),
            "w:bottom": twips_of_mm(look.margin_bottom),
            "w:left": twips_of_mm(look.margin_left),
            "w:header": twips_of_mm(min(_HEADER_DISTANCE_MM, look.margin_top / 2)),
            "w:footer": twips_of_mm(min(_HEADER_DISTANCE_MM, look.margin_bottom / 2)),
            "w:gutter": 0,
        },
    )
    child(section, "w:cols", {"w:space": 708})
    return section


def settings_part(language: str) -> Element:
    """Without `updateFields`, which makes Word ask a question whenever the document is opened."""
    settings = root("w:settings")
    child(settings, "w:zoom", {"w:percent": 100})
    valued(settings, "w:defaultTabStop", DEFAULT_TAB)
    valued(settings, "w:characterSpacingControl", "doNotCompress")
    compatibility = child(settings, "w:compat")
    child(
        compatibility,
        "w:compatSetting",
        {"w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": 15},
    )
    valued(settings, "w:themeFontLang", language)
    valued(settings, "w:decimalSymbol", ",")
    valued(settings, "w:listSeparator", ";")
    return settings


def _font_table(names: set[str]) -> Element:
    fonts = root("w:fonts")
    for name in sorted(names):
        font = child(fonts, "w:font", {"w:name": name})
        valued(font, "w:charset", "00")
        valued(font, "w:family", "auto")
        valued(font, "w:pitch", "variable")
    return fonts


def core_properties() -> Element:
    """Title, author and the like, still without any."""
    namespaces = {
        "cp": f"{_PACKAGE}/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    return etree.Element(f"{{{namespaces['cp']}}}coreProperties", nsmap=namespaces)


def app_properties() -> Element:
    """The program that wrote the document, and nothing of the one it runs on."""
    namespace = f"{_OFFICE}/extended-properties"
    properties = _unprefixed("Properties", namespace)
    etree.SubElement(properties, f"{{{namespace}}}Application").text = "referent"
    return properties


def _unprefixed(name: str, namespace: str) -> Element:
    """A root whose namespace is the default one, as every other program writes these files."""
    return etree.fromstring(f'<{name} xmlns="{namespace}"/>')
