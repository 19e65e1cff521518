"""On which page each heading comes to stand, and how many pages there are, without a program that lays out pages.

Word counts pages itself when fields are updated; until then the document shows these numbers. What `flow` makes of the
blocks is poured over pages as Word and LibreOffice do it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from referent.minutes.blocks import Minutes
from referent.minutes.walk import headings_in
from referent.word.design import Design, contents_level
from referent.word.flow import Box, boxes_of, gap
from referent.word.sections import sections_of

_TOGETHER = 2
"""So many lines of a paragraph, at least, stand at the foot of a page and at the head of the next."""


@dataclass(frozen=True, slots=True)
class PageNumbers:
    contents: tuple[int, ...]
    """The page of each heading that is `in_contents`, in order, counted from 1."""
    total: int


def estimate_pages(minutes: Minutes, design: Design) -> PageNumbers:
    """The page numbers, as far as the widths of the fonts and the distances of the design tell."""
    listed = [heading for heading in headings_in(minutes.blocks) if heading.in_contents]
    titles = [(heading.contents_title, contents_level(heading.level)) for heading in listed]
    page, contents = 0, list[int]()
    for section in sections_of(minutes.blocks, design):
        pour = _Pour(section.text_height(design), page + 1, contents)
        pour.all(boxes_of(section.blocks, design, titles, section.text_width(design)))
        page = pour.page
    return PageNumbers(tuple(contents), page)


@dataclass(slots=True)
class _Pour:
    """Fills page after page of one section. Heights are in twips."""

    height: float
    """Of a page."""
    page: int
    contents: list[int]
    """Gets the page of each heading of the contents."""
    used: float = 0.0
    above: Box | None = None
    """What stands last on this page; None where nothing does yet."""

    def all(self, boxes: Sequence[Box]) -> None:
        for number, box in enumerate(boxes):
            if self.above and (box.begins_page or not self._fits(boxes, number, self.above)):
                self._next_page()
            if self.above:
                self.used += gap(self.above, box)
            elif number:
                self.used += box.repeated
            else:
                self.used += box.before  # only above the first paragraph of all: pages begin without
            self._place(box)

    def _fits(self, boxes: Sequence[Box], number: int, above: Box) -> bool:
        """Whether there is room on this page for what must stand together with the beginning of this box."""
        needed, last = 0.0, number
        while boxes[last].keeps_next and last + 1 < len(boxes) and not boxes[last + 1].begins_page:
            needed += boxes[last].height + gap(boxes[last], boxes[last + 1])
            last += 1
            if needed > self.height:  # together they fit on no page, so they are not kept together
                return self._has_room(gap(above, boxes[number]) + _least_height(boxes[number]))
        return self._has_room(gap(above, boxes[number]) + needed + _least_height(boxes[last]))

    def _has_room(self, height: float) -> bool:
        return self.used + height <= self.height

    def _place(self, box: Box) -> None:
        """The first lines fit, or the page is empty."""
        self.contents += [self.page] * box.listed
        rest = box.lines
        while rest and not box.keeps_lines:
            fitting = int((self.height - self.used + box.leading) // (box.line + box.leading))
            if fitting >= rest:
                break
            here = max(min(fitting, rest - _TOGETHER), 1)
            rest -= here
            self._next_page()
        self.used += box.height_of(rest)
        while self.used > self.height:
            self.page += 1
            self.used -= self.height
        self.above = box

    def _next_page(self) -> None:
        self.page += 1
        self.used = 0.0
        self.above = None


def _least_height(box: Box) -> float:
    """Of what stands on one page at least: the whole, or the first lines of a paragraph that may be parted."""
    is_whole = box.keeps_lines or box.lines < 2 * _TOGETHER
    return box.height_of(box.lines if is_whole else _TOGETHER)
