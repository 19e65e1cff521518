"""The blocks of the minutes, written as Word's paragraphs, lists and tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from referent.minutes.blocks import Cell, Heading, Inlines, Minutes, Table, Text
from referent.word.container import Container
from referent.word.contents import begin_bookmark, end_bookmark, mark_for_contents, write_contents
from referent.word.design import SIGNATURE_STYLE_ID, Design
from referent.word.flow import rows_of
from referent.word.inlines import RunWriter, with_unbroken_amounts
from referent.word.numbering import Numbering
from referent.word.outline import Entry, Outline
from referent.word.paragraphs import Shape, end_section, keep_with_next, make_flat, set_space_after, write_paragraph
from referent.word.place import Marker, Place
from referent.word.sections import sections_of
from referent.word.tables import write_table
from referent.word.widths import TableLayout
from referent.word.xml import Element, root

_WIDER = 4
"""Twips; not to be seen."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What every writer of one document shares."""

    design: Design
    runs: RunWriter
    numbering: Numbering
    outline: Outline
    entries: Iterator[Entry]
    """The contents' entries that have not yet met their heading."""


def body_elements(minutes: Minutes, tools: Tools) -> Element:
    """A `w:body` with everything but the properties of its sections, which `turned.divide` puts there."""
    body = root("w:body")
    *earlier, last = sections_of(minutes.blocks, tools.design)
    for section in earlier:
        writer = _BlockWriter(body, tools, Place(section.text_width(tools.design)))
        writer.write(section.blocks)
        writer.finish_section()
    _BlockWriter(body, tools, Place(last.text_width(tools.design))).write(last.blocks)
    return body


class _BlockWriter(Container):
    """Writes blocks into a section of the body or a table's cell."""

    def __init__(self, parent: Element, tools: Tools, place: Place, *, page_break: bool = False) -> None:
        super().__init__(tools.design, place, page_break=page_break)
        self._parent = parent
        self._tools = tools
        self._is_wider = False

    def finish_section(self) -> None:
        """The last paragraph tells Word that the section ends; after a table it is an empty one."""
        if self._is_after_table or not self._is_begun:
            self._add_table_gap()
            make_flat(self._last)
        end_section(self._last)

    @property
    def _last(self) -> Element:
        return self._parent[-1]

    def _add_paragraph(self, style: str, inlines: Inlines, place: Place, marker: Marker | None = None) -> None:
        self._runs(self._paragraph(style, place, marker), inlines, style, place)

    def _add_heading(self, heading: Heading, style: str, place: Place, marker: Marker | None) -> None:
        paragraph = self._paragraph(style, place, marker)
        entry = next(self._tools.entries, None) if heading.in_contents else None
        if entry:
            begin_bookmark(paragraph, entry)
        self._runs(paragraph, (Text(heading.text),), style, place)
        if entry:
            end_bookmark(paragraph, entry)
            if self._tools.outline.needs_marks:
                mark_for_contents(paragraph, entry)

    def _paragraph(self, style: str, place: Place, marker: Marker | None) -> Element:
        """An empty one with the shape that it has here; an indent only where its style does not already say so."""
        shape = self._shape(style, right_aligned=place.right_aligned)
        if marker:
            shape = replace(shape, num_id=marker.num_id, list_level=place.list_level)
        if marker and place.cell_depth:
            shape = replace(shape, left=place.indent, hanging=place.list_step)
        elif place.list_depth and not marker:
            shape = replace(shape, left=place.indent)
        elif style == SIGNATURE_STYLE_ID:
            shape = replace(shape, right=self._right_of_rule())
        return write_paragraph(self._parent, shape)

    def _shape(self, style: str, *, right_aligned: bool = False) -> Shape:
        debt = self._settle(style)
        return Shape(style, page_break=debt.page_break, before=debt.before, right_aligned=right_aligned)

    def _right_of_rule(self) -> int | None:
        """Every other line to sign on is a trifle wider than its style says.

        Word and LibreOffice draw one border around paragraphs that follow each other with the same border and the same
        indents: all but the first would lose their rule.
        """
        self._is_wider = not self._is_wider
        return None if self._is_wider else max(self._design.styles[SIGNATURE_STYLE_ID].right - _WIDER, 0)

    def _runs(self, paragraph: Element, inlines: Inlines, style: str, place: Place) -> None:
        text = with_unbroken_amounts(inlines) if place.keeps_units else inlines
        is_as_styled = place.size is None or place.size == self._design.styles[style].size
        self._tools.runs.write(paragraph, text, None if is_as_styled else place.size)

    def _add_contents(self, title: str) -> None:
        write_contents(self._parent, title, self._tools.outline, self._shape)

    def _add_table(self, table: Table, layout: TableLayout, place: Place, *, page_break: bool) -> None:
        def write_cell(element: Element, cell: Cell, row: int, column: int) -> None:
            inside = place.inside_cell(table, layout, row, column)
            # The first paragraph of a table takes the whole table to the next page.
            writer = _BlockWriter(element, self._tools, inside, page_break=page_break and row == column == 0)
            writer.write(cell.blocks)
            writer.finish_cell()

        whole = [row.keeps_lines for row in rows_of(table, layout, self._design, place)]
        write_table(self._parent, table, layout, place.table_indent, whole, write_cell)

    def _keep_last_with_next(self) -> None:
        keep_with_next(self._last)

    def _set_space_after_last(self, points: float) -> None:
        set_space_after(self._last, points)

    def _number_list(self, start: int, place: Place) -> Marker:
        first = place.first_numbered_level or 0
        return Marker("ListNumber", self._tools.numbering.new_list(place.list_level, start, first, place.cell_depth))
