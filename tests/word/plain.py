"""python-docx's own document without the hundred and more styles that no test asks for, which are most of it."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

KEPT = {
    *("Normal", "header", "Header Char", "footer", "Footer Char", "heading 1", "heading 2", "heading 3"),
    *("Heading 1 Char", "Heading 2 Char", "Heading 3 Char", "Title", "Title Char", "Subtitle", "Subtitle Char"),
    *("List Bullet", "List Number", "List Continue", "TOC Heading", "caption", "Default Paragraph Font", "No List"),
    *("Normal Table", "Table Grid", "Medium Shading 1"),
}


def plain_document() -> Document:
    """An empty document, as `docx.Document()` gives it."""
    return docx.Document(BytesIO(_plain()))


@cache
def _plain() -> bytes:
    document = docx.Document()
    _thin_out(document.styles.element)
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/stylesWithEffects"):
            styles = etree.fromstring(relation.target_part.blob)
            _thin_out(styles)
            relation.target_part._blob = etree.tostring(styles, xml_declaration=True, encoding="UTF-8", standalone=True)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _thin_out(styles: etree._Element) -> None:
    for style in list(styles.iterchildren(qn("w:style"))):
        (name,) = style.iterchildren(qn("w:name"))
        if name.get(qn("w:val")) not in KEPT:
            styles.remove(style)
