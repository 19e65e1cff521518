"""What the minutes are put on: our own empty document, or a body's Word template.

Either way there is a document, a place in it for the blocks, and a design that fits both.
"""

from __future__ import annotations

from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml.text.paragraph import CT_P
from docx.shared import Pt
from docx.text.parfmt import ParagraphFormat

from referent.minutes.blocks import Minutes
from referent.word.design import SPACE_AFTER_TABLE, Design, design_for
from referent.word.numbering import Numbering
from referent.word.package import empty_package
from referent.word.page_setup import keep_margins_after, sections_in
from referent.word.pages import PageNumbers, estimate_pages
from referent.word.paragraphs import Shape, write_paragraph
from referent.word.template_terms import Terms, add_numbering
from referent.word.xml import Element, qualified, root

_TABLE = qualified("w:tbl")
_PARAGRAPH = qualified("w:p")


@dataclass(frozen=True)
class Ground:
    """A document that waits for its minutes."""

    document: Document
    minutes: Minutes
    """As they are printed here: with the look of a template, and without the title that it has itself."""
    design: Design
    place: Element
    """The child of the body before which the blocks go."""
    section: Element
    """The `w:sectPr` that the blocks stand under."""
    terms: Terms | None = None
    """What a template calls our styles and lists; None: there is no template."""
    pages_around: tuple[int, int] = (0, 0)
    """How many pages a template has before and after those of the blocks."""

    def estimate_pages(self) -> PageNumbers:
        """As far as the minutes tell: what else a template has on their pages is not counted."""
        pages = estimate_pages(self.minutes, self.design)
        before, after = self.pages_around
        return PageNumbers(tuple(page + before for page in pages.contents), before + pages.total + after)

    def put(self, blocks: Element, numbering: Numbering) -> None:
        """Move the elements of `blocks` to their place, and their lists among the document's."""
        elements = list(blocks)
        lists = root("w:numbering")
        numbering.write(lists)
        if self.terms:
            self.terms.translate(elements)
            _drop_bookmarks(self.document.element.body, elements)
            keep_margins_after(self.section, self.document.element.body)
        for element in self._apart(elements):
            self.place.addprevious(element)
        add_numbering(self.document.part.numbering_part.element, lists, self.terms)
        _end_section(self.place)

    def _apart(self, elements: list[Element]) -> list[Element]:
        """With a paragraph between our tables and a template's, or Word makes one of two; its text keeps off too."""
        before = self.place.getprevious()
        if elements and elements[0].tag == _TABLE and before is not None and before.tag == _TABLE:
            elements.insert(0, self._gap())
        if elements and elements[-1].tag == _TABLE and self.place.tag == _TABLE:
            elements.append(self._gap())
        if elements and elements[-1].tag == _TABLE and isinstance(self.place, CT_P):
            below = ParagraphFormat(self.place)
            below.space_before = below.space_before or Pt(SPACE_AFTER_TABLE)
        return elements

    def _gap(self) -> Element:
        gap = write_paragraph(root("w:body"), Shape("TableGap"))
        if self.terms:
            self.terms.translate([gap])
        return gap


def own_ground(minutes: Minutes) -> Ground:
    """Our own empty document."""
    design = design_for(minutes)
    document = docx.Document(empty_package(minutes, design))
    section: Element = document.element.body[-1]
    return Ground(document, minutes, design, section, section)


def _drop_bookmarks(body: Element, elements: list[Element]) -> None:
    """Those of a template that are called as ours are: it was made from a document of ours."""
    start, end, name = qualified("w:bookmarkStart"), qualified("w:bookmarkEnd"), qualified("w:name")
    ours = {mark.get(name) for element in elements for mark in element.iter(start)}
    doubles = {mark.get(qualified("w:id")) for mark in body.iter(start) if mark.get(name) in ours}
    for mark in [mark for mark in body.iter(start, end) if mark.get(qualified("w:id")) in doubles]:
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)


def _end_section(place: Element) -> None:
    """A paragraph that only ends a template's section gives that to the last of ours, and goes."""
    if place.tag != _PARAGRAPH:
        return
    last, section = place.getprevious(), place.find(f"{qualified('w:pPr')}/{qualified('w:sectPr')}")
    body = place.getparent()
    if last is None or last.tag != _PARAGRAPH or section is None or body is None or sections_in(last):
        return
    properties = last.find(qualified("w:pPr"))
    if properties is None:
        properties = root("w:pPr")
        last.insert(0, properties)
    properties.append(section)
    body.remove(place)
