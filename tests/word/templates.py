"""Word templates as bodies have them, built in code: python-docx's own document, made Danish and given a letterhead."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from referent.minutes.blocks import Minutes
from referent.word import render_docx
from referent.word.margins import margin_parts
from referent.word.template import Template
from tests.word.plain import plain_document
from tests.word.samples import minutes, para

DANISH_IDS = {
    "Heading1": "Overskrift1",
    "Heading2": "Overskrift2",
    "Heading3": "Overskrift3",
    "Title": "Titel",
    "ListBullet": "Opstilling-punkttegn",
    "ListNumber": "Opstilling-talellerbogst",
    "Header": "Sidehoved",
    "Footer": "Sidefod",
}

Change = Callable[[Document], None]

VALUES = {
    "dato": "12-03-2025",
    "lang_dato": "onsdag den 12. marts 2025",
    "sted": "",
    "udvalg": "Økonomiudvalget <A&B>",
}


def on(content: bytes, said: Minutes | None = None) -> bytes:
    return render_docx(said or minutes(para("Brødtekst")), template=Template(content, VALUES))


def template(*changes: Change, start: Callable[[], Document] = plain_document) -> bytes:
    """A .docx on A4 in which the style ids are Danish, with all `changes` made to it."""
    document = start()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)
    section.top_margin, section.bottom_margin = Mm(40), Mm(25)
    for style in document.styles:
        if style.style_id in DANISH_IDS:
            style.element.set(qn("w:styleId"), DANISH_IDS[style.style_id])
    heading = next(style for style in document.styles if style.name == "Heading 1")
    heading.font.size, heading.font.color.rgb, heading.font.name = Pt(15), RGBColor(0x7A, 0x1F, 0x3D), "Georgia"
    for element in document.styles.element.iter(qn("w:basedOn"), qn("w:next"), qn("w:link")):
        element.set(qn("w:val"), DANISH_IDS.get(element.get(qn("w:val")), element.get(qn("w:val"))))
    for change in changes:
        change(document)
    for margin in margin_parts(document):
        for style in margin.element.iter(qn("w:pStyle")):
            style.set(qn("w:val"), DANISH_IDS.get(style.get(qn("w:val")), style.get(qn("w:val"))))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def lines(*texts: str) -> Change:
    """Paragraphs of the body."""

    def change(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text)

    return change


def cut(*pieces: str) -> Change:
    """A paragraph that Word has cut into runs, with marks of the spelling checker and a bookmark in between."""

    def change(document: Document) -> None:
        add_cut(document.add_paragraph(), *pieces)

    return change


def add_cut(paragraph: Paragraph, *pieces: str) -> None:
    for number, piece in enumerate(pieces):
        run = paragraph.add_run(piece)
        if number == 0:
            run.bold = True
        error = OxmlElement("w:proofErr")
        error.set(qn("w:type"), "spellStart" if number % 2 == 0 else "spellEnd")
        paragraph._p.append(error)
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (begin, end):
        mark.set(qn("w:id"), "7")
    begin.set(qn("w:name"), "_GoBack")
    paragraph._p.insert(min(3, len(paragraph._p)), begin)
    paragraph._p.append(end)


def header(*texts: str, picture: bool = False) -> Change:
    """A header of its own, and a footer with the same place names."""

    def change(document: Document) -> None:
        section = document.sections[0]
        section.header.is_linked_to_previous = False
        first = section.header.paragraphs[0]
        if picture:
            first.add_run().add_picture(BytesIO(png()), width=Mm(20))
        first.add_run("\t")
        add_cut(first, *texts)
        section.footer.paragraphs[0].text = "Nordby Kommune, Torvet 1 – {{dato}}"

    return change


def first_page_header(text: str) -> Change:
    def change(document: Document) -> None:
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = text

    return change


def table_cell(text: str) -> Change:
    def change(document: Document) -> None:
        document.add_table(1, 2).cell(0, 1).text = text

    return change


def text_box(text: str) -> Change:
    """A paragraph with an old text box, of which Word writes newer ones a second copy."""

    def change(document: Document) -> None:
        run = document.add_paragraph("Boks: ").add_run()
        picture = OxmlElement("w:pict")
        shape = picture.makeelement(
            "{urn:schemas-microsoft-com:vml}shape", nsmap={"v": "urn:schemas-microsoft-com:vml"}
        )
        shape.set("style", "width:150pt;height:40pt")
        box = shape.makeelement("{urn:schemas-microsoft-com:vml}textbox", None)
        content = OxmlElement("w:txbxContent")
        paragraph, inner, words = OxmlElement("w:p"), OxmlElement("w:r"), OxmlElement("w:t")
        words.text = text
        inner.append(words)
        paragraph.append(inner)
        content.append(paragraph)
        box.append(content)
        shape.append(box)
        picture.append(shape)
        run._r.append(picture)

    return change


def new_section(landscape: bool = False) -> Change:
    def change(document: Document) -> None:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        if landscape:
            section.page_width, section.page_height = Mm(297), Mm(210)

    return change


def as_dotx(content: bytes) -> bytes:
    return repacked(
        content, {"[Content_Types].xml": lambda types: types.replace(b"document.main+xml", b"template.main+xml")}
    )


def repacked(
    content: bytes, changes: dict[str, Callable[[bytes], bytes]], extra: dict[str, bytes] | None = None
) -> bytes:
    """The package with some of its parts changed, and some more."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(stream, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, changes[name](part) if name in changes else part)
        for name, part in (extra or {}).items():
            target.writestr(name, part)
    return stream.getvalue()


def related(content: bytes, kind: str, target: str, *, external: bool = True, part: str = "word/document.xml") -> bytes:
    """The package with one more relationship of `part`."""
    folder, _, name = part.rpartition("/")
    mode = ' TargetMode="External"' if external else ""
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rIdMore" Type="{base}/{kind}" Target="{target}"{mode}/>'.encode()
    return repacked(
        content,
        {f"{folder}/_rels/{name}.rels": lambda xml: xml.replace(b"</Relationships>", relation + b"</Relationships>")},
    )


def png() -> bytes:
    """A small red picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = b"".join(b"\0" + b"\xa0\x20\x40" * 40 for _ in range(20))
    head = struct.pack(">IIBBBBB", 40, 20, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
