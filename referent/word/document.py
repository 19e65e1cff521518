"""Minutes become a DOCX: the parts are put together here, and saved."""

from __future__ import annotations

from datetime import datetime, time

from docx.document import Document

from referent.minutes.blocks import Minutes
from referent.word.body import Tools, body_elements
from referent.word.ground import Ground, own_ground
from referent.word.inlines import LinkTargets, RunWriter
from referent.word.margins import write_margins
from referent.word.numbering import Numbering
from referent.word.outline import outline_of
from referent.word.pack import pack
from referent.word.pages import PageNumbers
from referent.word.sections import sections_of
from referent.word.template import Template
from referent.word.turned import divide
from referent.word.xml import clean

_LONGEST_PROPERTY = 255
"""python-docx refuses longer ones."""


def render_docx(minutes: Minutes, *, pages: PageNumbers | None = None, template: Template | None = None) -> bytes:
    """The minutes as a Word document. The same minutes always give the same bytes; no text can make it fail.

    `pages` are the page numbers as somebody found them out; None: they are estimated. On a `template` its letterhead,
    page set-up, header, footer and styles rule, and the minutes stand where it says `{{indhold}}`, else at the end.
    """
    ground = template.ground(minutes) if template else own_ground(minutes)
    pages = pages or ground.estimate_pages()
    write_margins(ground, pages.total)
    _write_body(ground, pages)
    _write_properties(ground.document, minutes)
    return pack(ground.document.part.package, minutes.date)


def _write_body(ground: Ground, pages: PageNumbers) -> None:
    numbering = Numbering()
    outline = outline_of(ground.minutes, pages)
    runs = RunWriter(LinkTargets(ground.document.part), pages.total)
    tools = Tools(ground.design, runs, numbering, outline, iter(outline.entries))
    ground.put(body_elements(ground.minutes, tools), numbering)
    divide(ground.document, ground.section, sections_of(ground.minutes.blocks, ground.design), ground.design)


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
