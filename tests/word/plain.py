"""python-docx's own document without the hundred styles for tables, which are nine tenths of what there is to read."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

KEPT = ("Normal Table", "Table Grid", "Medium Shading 1")


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
        if style.get(qn("w:type")) == "table" and name.get(qn("w:val")) not in KEPT:
            styles.remove(style)
