"""What the minutes are put on: our own empty document, or (`template.ground`) a body's Word template.

Either way there is a document, a place in it for the blocks, and a design that fits both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import docx
from docx.document import Document

from referent.minutes.blocks import Minutes
from referent.word.design import Design, design_for
from referent.word.numbering import Numbering
from referent.word.package import empty_package
from referent.word.pages import PageNumbers, estimate_pages
from referent.word.xml import Element


@dataclass(frozen=True)
class Ground:
    """A document that waits for its minutes."""

    document: Document
    minutes: Minutes
    """As they are printed here."""
    design: Design
    place: Element
    """The child of the body before which the blocks go."""
    section: Element
    """The `w:sectPr` that the blocks stand under."""

    def estimate_pages(self) -> PageNumbers:
        return estimate_pages(self.minutes, self.design)

    def put(self, blocks: Element, numbering: Numbering) -> None:
        """Move the elements of `blocks` to their place, and their lists among the document's."""
        for element in list(blocks):
            self.place.addprevious(element)
        numbering.write(self.document.part.numbering_part.element)

    def translate(self, elements: Sequence[Element]) -> None:
        """Make elements with our names for styles and lists say the same here, where those are called as we do."""


def own_ground(minutes: Minutes) -> Ground:
    """Our own empty document."""
    design = design_for(minutes)
    document = docx.Document(empty_package(minutes, design))
    section: Element = document.element.body[-1]
    return Ground(document, minutes, design, section, section)
