"""The blocks of the minutes, written as Word's paragraphs, lists and tables.

A `BlockWriter` fills one container, the body or a table's cell, from first to last. It remembers what the next
paragraph owes to what stood before it: a page break, or the distance to a table. So neither takes an empty paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from referent.minutes.blocks import (
    Block,
    BulletList,
    Cell,
    Contents,
    Heading,
    Inlines,
    ListItem,
    Minutes,
    NumberedList,
    PageBreak,
    Paragraph,
    Role,
    Table,
    Text,
)
from referent.word.contents import begin_bookmark, end_bookmark, mark_for_contents, write_contents
from referent.word.design import ROLE_STYLES, Design, heading_style_id
from referent.word.inlines import RunWriter, with_unbroken_amounts
from referent.word.numbering import BULLET_NUM_ID, Numbering
from referent.word.outline import Entry, Outline
from referent.word.paragraphs import Shape, end_section, keep_with_next, make_flat, set_space_after, write_paragraph
from referent.word.place import Place
from referent.word.sections import sections_of
from referent.word.tables import Row, write_table
from referent.word.widths import TableLayout, column_count, lay_out, row_height
from referent.word.xml import Element, root

_SPACE_AFTER_TABLE = 10
"""Points, above the paragraph that follows."""
_NARROWEST_TABLE = 2000
"""Twips; a table deep in a list is moved out rather than squeezed further than this."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What every writer of one document shares."""

    design: Design
    runs: RunWriter
    numbering: Numbering
    outline: Outline
    entries: Iterator[Entry]
    """The contents' entries that have not yet met their heading."""


@dataclass(frozen=True, slots=True)
class _Marker:
    """The bullet or number that an item's first paragraph carries."""

    num_id: int
    style: str


def body_elements(minutes: Minutes, tools: Tools) -> Element:
    """A `w:body` with everything but the properties of its sections, which `turned.divide` puts there."""
    body = root("w:body")
    *earlier, last = sections_of(minutes.blocks, tools.design)
    for section in earlier:
        writer = BlockWriter(body, tools, Place(section.text_width(tools.design)))
        writer.write(section.blocks)
        writer.finish_section()
    BlockWriter(body, tools, Place(last.text_width(tools.design))).write(last.blocks)
    return body


def _introduces(block: Block, follower: Block | None) -> bool:
    """Whether a paragraph says what the list or table below it holds, and is lost alone at the foot of a page."""
    if not isinstance(block, Paragraph) or not isinstance(follower, BulletList | NumberedList | Table):
        return False
    last = block.inlines[-1] if block.inlines else None
    return isinstance(follower, Table) or (isinstance(last, Text) and last.text.rstrip().endswith(":"))


class BlockWriter:
    """Writes blocks into one container: a section of the body or a table's cell."""

    def __init__(self, container: Element, tools: Tools, place: Place, *, page_break: bool = False) -> None:
        self._container = container
        self._tools = tools
        self._place = place
        self._page_break = page_break
        self._is_after_table = False
        self._last_paragraph: Element | None = None

    def write(self, blocks: Sequence[Block]) -> None:
        for block, follower in zip_longest(blocks, blocks[1:]):
            self._block(block, self._place)
            if self._last_paragraph is not None and _introduces(block, follower):
                keep_with_next(self._last_paragraph)

    def finish_cell(self) -> None:
        """Word wants a paragraph at the end of every cell; the body may end with a table."""
        if self._is_after_table:
            self._table_gap()
        elif self._last_paragraph is None:
            self._paragraph(Shape(self._place.text_style))

    def finish_section(self) -> None:
        """The last paragraph tells Word that the section ends; after a table it is an empty one."""
        if self._is_after_table or self._last_paragraph is None:
            make_flat(self._table_gap())
        end_section(self._container[-1])

    def _block(self, block: Block, place: Place, marker: _Marker | None = None) -> None:
        match block:
            case Paragraph():
                self._text_paragraph(block, place, marker)
            case Heading():
                self._heading(block, place, marker)
            case BulletList(items):
                self._list(items, BULLET_NUM_ID, "ListBullet", self._inside_list(place))
            case NumberedList(items, start):
                self._numbered_list(items, start, self._inside_list(place))
            case Table():
                self._table(block, place)
            case Contents(title):
                self._contents(title)
            case PageBreak():
                self._break_page(place)

    def _text_paragraph(self, block: Paragraph, place: Place, marker: _Marker | None) -> None:
        style = self._style(block.role, place, marker)
        paragraph = self._paragraph(self._shape(style, place, marker))
        self._inlines(paragraph, block.inlines, place, style)

    def _style(self, role: Role, place: Place, marker: _Marker | None) -> str:
        if role is not Role.BODY:
            return ROLE_STYLES[role]
        if place.cell_depth:
            return place.text_style
        if marker:
            return marker.style
        return "ListContinue" if place.list_depth else place.text_style

    def _heading(self, block: Heading, place: Place, marker: _Marker | None) -> None:
        if block.page_break_before:
            self._break_page(place)
        style = heading_style_id(block.level)
        paragraph = self._paragraph(self._shape(style, place, marker))
        entry = next(self._tools.entries, None) if block.in_contents else None
        if entry:
            begin_bookmark(paragraph, entry)
        self._inlines(paragraph, (Text(block.text),), place, style)
        if entry:
            end_bookmark(paragraph, entry)
            if self._tools.outline.needs_marks:
                mark_for_contents(paragraph, entry)

    def _inlines(self, paragraph: Element, inlines: Inlines, place: Place, style: str) -> None:
        text = with_unbroken_amounts(inlines) if place.keeps_units else inlines
        is_as_styled = place.size is None or place.size == self._tools.design.styles[style].size
        self._tools.runs.write(paragraph, text, None if is_as_styled else place.size)

    def _shape(self, style: str, place: Place, marker: _Marker | None) -> Shape:
        """The paragraph's shape where it stands; its indent only where its style does not already say so."""
        shape = Shape(style, right_aligned=place.right_aligned)
        if marker:
            shape = replace(shape, num_id=marker.num_id, list_level=place.list_level)
            if place.cell_depth:
                shape = replace(shape, left=place.indent, hanging=place.list_step)
        elif place.list_depth:
            shape = replace(shape, left=place.indent)
        return shape

    def _paragraph(self, shape: Shape) -> Element:
        """A paragraph that pays what the container owes: the page break, the distance to a table."""
        before = None
        if self._page_break:
            before = 0.0
        elif self._is_after_table:
            before = max(self._tools.design.styles[shape.style].before, _SPACE_AFTER_TABLE)
        if before is not None:
            shape = replace(shape, page_break=self._page_break, before=before)
        paragraph = write_paragraph(self._container, shape)
        self._page_break = self._is_after_table = False
        self._last_paragraph = paragraph
        return paragraph

    def _break_page(self, place: Place) -> None:
        """Word knows no page break inside a cell, and before the first paragraph there is nothing to break."""
        is_begun = self._is_after_table or self._last_paragraph is not None
        if not place.cell_depth and is_begun:
            self._page_break = True

    def _inside_list(self, place: Place) -> Place:
        return replace(place, list_depth=place.list_depth + 1, right_aligned=False)

    def _numbered_list(self, items: Sequence[ListItem], start: int, place: Place) -> None:
        if place.first_numbered_level is None:
            place = replace(place, first_numbered_level=place.list_level)
        first = place.first_numbered_level or 0
        num_id = self._tools.numbering.new_list(place.list_level, start, first, place.cell_depth)
        self._list(items, num_id, "ListNumber", place)

    def _list(self, items: Sequence[ListItem], num_id: int, style: str, place: Place) -> None:
        for item in items:
            self._item(item, _Marker(num_id, style), place)
        if place.list_depth == 1 and not place.cell_depth and not self._is_after_table:
            self._space_after_list()

    def _item(self, item: ListItem, marker: _Marker, place: Place) -> None:
        blocks = iter(item.blocks)
        for block in blocks:
            if isinstance(block, PageBreak):
                self._break_page(place)
                continue
            can_carry_marker = isinstance(block, Paragraph | Heading)
            if not can_carry_marker:
                self._bare_marker(marker, place)
            self._block(block, place, marker if can_carry_marker else None)
            break
        else:
            self._bare_marker(marker, place)
        for block in blocks:
            self._block(block, place)

    def _bare_marker(self, marker: _Marker, place: Place) -> None:
        """An item that does not begin with text: nothing else can carry its bullet or number."""
        self._paragraph(self._shape(self._style(Role.BODY, place, marker), place, marker))

    def _space_after_list(self) -> None:
        if self._last_paragraph is not None:
            set_space_after(self._last_paragraph, self._tools.design.look.paragraph_gap)

    def _contents(self, title: str) -> None:
        if not self._tools.outline.entries:
            return
        shape = Shape(
            "TOCHeading", page_break=self._page_break, before=_SPACE_AFTER_TABLE if self._is_after_table else None
        )
        write_contents(self._container, shape, title, self._tools.outline)
        self._page_break = self._is_after_table = False
        self._last_paragraph = self._container[-1]

    def _table(self, table: Table, place: Place) -> None:
        if not column_count(table):
            return
        if self._is_after_table:
            self._table_gap()
        indent = max(min(place.indent, place.width - _NARROWEST_TABLE), 0)
        layout = lay_out(table, place.width - indent, self._tools.design, place.size)
        starts_page, self._page_break = self._page_break, False

        def write_cell(element: Element, cell: Cell, row: int, column: int) -> None:
            inside = self._inside_cell(table, layout, row, column, place)
            # The first paragraph of a table takes the whole table to the next page.
            writer = BlockWriter(element, self._tools, inside, page_break=starts_page and row == column == 0)
            writer.write(cell.blocks)
            writer.finish_cell()

        def may_split(row: Row) -> bool:
            return row_height(row, layout, self._tools.design) > self._tools.design.tallest_row

        write_table(self._container, table, layout, indent, may_split, write_cell)
        self._is_after_table = True

    def _inside_cell(self, table: Table, layout: TableLayout, row: int, column: int, place: Place) -> Place:
        return Place(
            width=layout.columns[column],
            cell_depth=place.cell_depth + 1,
            text_style=_cell_style(table, row, column),
            size=layout.size,
            right_aligned=column in layout.amount_columns,
            keeps_units=layout.keeps_units,
        )

    def _table_gap(self) -> Element:
        """Without a paragraph between them Word makes one table of two."""
        gap = write_paragraph(self._container, Shape("TableGap", page_break=self._page_break))
        self._page_break = self._is_after_table = False
        return gap


def _cell_style(table: Table, row: int, column: int) -> str:
    if row < table.header_rows:
        return "TableHeading"
    return "TableRowHeading" if column < table.header_columns else "TableText"
