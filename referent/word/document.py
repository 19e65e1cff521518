"""Minutes become a DOCX: the parts are put together here, and saved."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO

import docx
from docx.document import Document
from docx.section import _Footer, _Header

from referent.minutes.blocks import Inlines, Minutes
from referent.word.body import Tools, body_elements
from referent.word.design import Design, design_for
from referent.word.inlines import LinkTargets, RunWriter
from referent.word.numbering import Numbering
from referent.word.outline import outline_of
from referent.word.pack import dated
from referent.word.package import empty_package
from referent.word.pages import PageNumbers, estimate_pages
from referent.word.xml import Element, clean

_LONGEST_PROPERTY = 255
"""python-docx refuses longer ones."""


def render_docx(minutes: Minutes, *, pages: PageNumbers | None = None) -> bytes:
    """The minutes as a Word document. The same minutes always give the same bytes; no text can make it fail.

    `pages` are the page numbers as somebody found them out; None: they are estimated.
    """
    design = design_for(minutes)
    pages = pages or estimate_pages(minutes, design)
    document = docx.Document(empty_package(minutes, design))
    _write_body(document, minutes, design, pages)
    _write_margins(document, minutes, pages)
    _write_properties(document, minutes)
    stream = BytesIO()
    document.save(stream)
    return dated(stream, minutes.date)


def _write_body(document: Document, minutes: Minutes, design: Design, pages: PageNumbers) -> None:
    numbering = Numbering()
    outline = outline_of(minutes, pages)
    runs = RunWriter(LinkTargets(document.part), pages.total)
    tools = Tools(design, runs, numbering, outline, iter(outline.entries))
    section: Element = document.element.body[-1]
    for element in list(body_elements(minutes, tools)):
        section.addprevious(element)
    numbering.write(document.part.numbering_part.element)


def _write_margins(document: Document, minutes: Minutes, pages: PageNumbers) -> None:
    """The header and footer; on a first page that differs, both are there and empty."""
    section = document.sections[0]
    _write_margin(section.header, minutes.header, pages)
    _write_margin(section.footer, minutes.footer, pages)
    if not minutes.first_page_differs:
        return
    section.different_first_page_header_footer = True
    if minutes.header:
        section.first_page_header.is_linked_to_previous = False
    if minutes.footer:
        section.first_page_footer.is_linked_to_previous = False


def _write_margin(margin: _Header | _Footer, inlines: Inlines, pages: PageNumbers) -> None:
    if not inlines:
        return
    margin.is_linked_to_previous = False
    paragraph: Element = margin.paragraphs[0]._p
    RunWriter(LinkTargets(margin.part), pages.total).write(paragraph, inlines)


def _write_properties(document: Document, minutes: Minutes) -> None:
    """Dated noon on the day of the meeting, never now."""
    properties = document.core_properties
    noon = datetime.combine(minutes.date, time(12))
    properties.title = _property(minutes.title)
    properties.subject = _property(minutes.subject)
    properties.author = _property(minutes.author)
    properties.last_modified_by = _property(minutes.author)
    properties.language = _property(minutes.language)
    properties.created = noon
    properties.modified = noon
    properties.revision = 1


def _property(text: str) -> str:
    text = " ".join(clean(text).split())
    return text if len(text) <= _LONGEST_PROPERTY else text[: _LONGEST_PROPERTY - 1] + "…"
