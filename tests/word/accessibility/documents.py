"""Documents for the accessibility rules, made with python-docx: a clean one, and what each test does to it."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from referent.word.accessibility import Finding, check_parts
from tests.word.plain import plain_document


def document() -> Document:
    """A document without findings and without text. The pale headings of python-docx's template are made black."""
    made = plain_document()
    made.core_properties.title = "Referat"
    for style in made.styles:
        if style.type == WD_STYLE_TYPE.PARAGRAPH:
            for colour in list(style.element.iter(qn("w:color"))):
                colour.getparent().remove(colour)
    return made


def parts_of(made: Document) -> dict[str, bytes]:
    stream = BytesIO()
    made.save(stream)
    with ZipFile(stream) as package:
        return {name: package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels"))}


def findings(made: Document) -> tuple[Finding, ...]:
    return check_parts(parts_of(made))


def codes(made: Document) -> list[str]:
    return [finding.code for finding in findings(made)]


def add_xml(parent: Paragraph | Run | Table, xml: str) -> None:
    """Add an element in Word's own namespaces: `<w:shd w:fill="000000"/>`."""
    prefixes = [prefix for prefix in ("w", "r", "wp") if f"{prefix}:" in xml]
    parent._element.append(parse_xml(re.sub(r"(?=[\s/>])", f" {nsdecls(*prefixes)}", xml, count=1)))


def shade(paragraph: Paragraph, fill: str) -> None:
    paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{fill}"/>'))


def add_link(paragraph: Paragraph, text: str, url: str = "https://example.dk") -> None:
    target = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    add_xml(paragraph, f'<w:hyperlink r:id="{target}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink>')


def add_table(made: Document, *rows: tuple[str, ...], header: bool = True, described: bool = True) -> Table:
    """A table that is as it should be, unless told otherwise."""
    table: Table = made.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    if header:
        table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    if described:
        description = parse_xml(f'<w:tblDescription {nsdecls("w")} w:val="Beløb for hver post"/>')
        table._tbl.tblPr.append(description)
    return table


def add_picture(paragraph: Paragraph, properties: str, inside: str = "") -> None:
    """A drawing whose `wp:docPr` has these attributes."""
    add_xml(
        paragraph.add_run(),
        f'<w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="Billede 1" {properties}/>'
        f"{inside}</wp:inline></w:drawing>",
    )
