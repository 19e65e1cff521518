"""The blocks as what is poured over pages: paragraphs and rows of tables, each with its height and its distances.

It follows `body`, which writes the same blocks: the same styles, indents, distances and page breaks. Lengths are in
twips. How paragraphs are set was measured with LibreOffice 7.4, and Word 2013 and later do the same: of the space after
one paragraph and the space before the next the larger counts; a line spacing of 1.15 puts its extra below each line,
and not below the last one of a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest
from math import ceil

from referent.minutes.blocks import (
    Block,
    BulletList,
    Cell,
    Contents,
    Heading,
    Inlines,
    ListItem,
    NumberedList,
    PageBreak,
    Paragraph,
    Role,
    Tab,
    Table,
    Text,
)
from referent.word.design import (
    CELL_LIST_STEP,
    CELL_PADDING,
    LIST_STEP,
    ROLE_STYLES,
    SPACE_AFTER_TABLE,
    Design,
    heading_style_id,
)
from referent.word.inlines import with_unbroken_amounts
from referent.word.lines import Room, Type, count_lines
from referent.word.metrics import line_height
from referent.word.numbering import DEEPEST_LEVEL
from referent.word.units import TWIPS_PER_POINT, twips_of_points
from referent.word.widths import TableLayout, column_count, lay_out

NARROWEST_TABLE = 2000
"""Twips; a table deep in a list is moved out rather than squeezed further than this."""
_RULE = 10
"""Twips: the thickness of a table's rules."""
_RULE_ABOVE = 90
"""Twips: the rule above a line to sign on, with the space below it."""


@dataclass(slots=True)
class Box:
    """A paragraph, or a row of a table, which has one line. A page may end between two lines and between two boxes."""

    line: float
    """The height of each line."""
    lines: int = 1
    leading: float = 0.0
    """Between the lines, and below the last one unless it ends the page."""
    before: float = 0.0
    after: float = 0.0
    keeps_next: bool = False
    """The first lines of the next box stand on the page of this one's last."""
    keeps_lines: bool = False
    begins_page: bool = False
    listed: int = 0
    """How many headings of the contents stand in it."""
    repeated: float = 0.0
    """The height of what is repeated above it where it comes to stand first on a page: the header rows of its table."""

    @property
    def height(self) -> float:
        return self.height_of(self.lines)

    def height_of(self, lines: int) -> float:
        """Of so many of its lines."""
        return lines * (self.line + self.leading) - self.leading if lines else 0.0


def gap(upper: Box, lower: Box) -> float:
    """The distance between two boxes on the same page."""
    return upper.leading + max(upper.after, lower.before)


def boxes_of(blocks: Sequence[Block], design: Design, titles: Sequence[tuple[str, int]], width: int) -> list[Box]:
    """All of `blocks` on pages with `width` twips for text; `titles` are those of the contents, with their levels."""
    flow = _Flow(design, titles, _Place(width))
    flow.write(blocks)
    return flow.boxes


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: in the body, a list, a cell."""

    width: int
    list_depth: int = 0
    in_cell: bool = False
    text_style: str = "Normal"
    size: float | None = None
    keeps_units: bool = False

    @property
    def indent(self) -> int:
        step = CELL_LIST_STEP if self.in_cell else LIST_STEP
        return step * min(self.list_depth, DEEPEST_LEVEL + 1)

    def text_style_of(self, role: Role) -> str:
        if role is not Role.BODY:
            return ROLE_STYLES[role]
        return "ListContinue" if self.list_depth and not self.in_cell else self.text_style


@dataclass(slots=True)
class _Flow:
    """What stands in one container, the body or a cell, from first to last."""

    design: Design
    titles: Sequence[tuple[str, int]]
    place: _Place
    boxes: list[Box] = field(default_factory=list)
    begins_page: bool = False
    is_after_table: bool = False

    def write(self, blocks: Sequence[Block]) -> None:
        for block, follower in zip_longest(blocks, blocks[1:]):
            self._block(block, self.place)
            if introduces(block, follower):
                self.boxes[-1].keeps_next = True

    def finish_cell(self) -> None:
        if self.is_after_table:
            self._add_table_gap()
        elif not self.boxes:
            self._add(self._paragraph((), self.place.text_style, self.place))

    def _block(self, block: Block, place: _Place) -> None:
        match block:
            case Paragraph(inlines, role):
                self._add(self._paragraph(inlines, place.text_style_of(role), place))
            case Heading():
                self._heading(block, place)
            case BulletList(items) | NumberedList(items):
                self._list(items, replace(place, list_depth=place.list_depth + 1))
            case Table():
                self._table(block, place)
            case Contents(title):
                self._contents(title, place)
            case PageBreak():
                self._break_page(place)

    def _paragraph(self, inlines: Inlines, style_id: str, place: _Place) -> Box:
        style = self.design.styles[style_id]
        font, size = self.design.font_of(style), place.size or style.size
        left, hanging = (place.indent, 0) if place.list_depth else (style.left, style.hanging)
        room = Room(
            right=(place.width - style.right) / TWIPS_PER_POINT,
            left=left / TWIPS_PER_POINT,
            start=(left - hanging) / TWIPS_PER_POINT,
            tab=None if style.tab is None or style.tab_right else style.tab / TWIPS_PER_POINT,
        )
        text = with_unbroken_amounts(inlines) if place.keeps_units else inlines
        solid = round(line_height(font, size) * TWIPS_PER_POINT) + (_RULE_ABOVE if style.rule_above else 0)
        line = max(solid if style.exact_line is None else twips_of_points(style.exact_line), 1)
        return Box(
            line=line,
            lines=count_lines(text, Type(font, size, style.bold, style.italic), room),
            leading=max(int(line * style.line), 1) - line if style.exact_line is None else 0,
            before=twips_of_points(style.before),
            after=twips_of_points(style.after),
            keeps_next=style.keep_next,
            keeps_lines=style.keep_lines,
        )

    def _add(self, box: Box) -> None:
        if self.begins_page:
            box.begins_page, box.before = True, 0.0
        elif self.is_after_table:
            box.before = max(box.before, twips_of_points(SPACE_AFTER_TABLE))
        self.begins_page = self.is_after_table = False
        self.boxes.append(box)

    def _heading(self, heading: Heading, place: _Place) -> None:
        if heading.page_break_before:
            self._break_page(place)
        box = self._paragraph((Text(heading.text),), heading_style_id(heading.level), place)
        box.listed = int(heading.in_contents)
        self._add(box)

    def _break_page(self, place: _Place) -> None:
        if self.boxes and not place.in_cell:
            self.begins_page = True

    def _contents(self, title: str, place: _Place) -> None:
        if not self.titles:
            return
        if title:
            self._add(self._paragraph((Text(title),), "TOCHeading", place))
        for text, level in self.titles:
            self._add(self._paragraph((Text(text), Tab(), Text("00")), f"TOC{level}", place))

    def _list(self, items: Sequence[ListItem], place: _Place) -> None:
        for item in items:
            self._item(item, place)
        if place.list_depth == 1 and not place.in_cell and not self.is_after_table and self.boxes:
            self.boxes[-1].after = twips_of_points(self.design.look.paragraph_gap)

    def _item(self, item: ListItem, place: _Place) -> None:
        """What cannot carry the bullet or number, such as a table, stands below a line with nothing else."""
        first = next((block for block in item.blocks if not isinstance(block, PageBreak)), None)
        if not isinstance(first, Paragraph | Heading):
            self._add(self._paragraph((), place.text_style_of(Role.BODY), place))
        for block in item.blocks:
            self._block(block, place)

    def _table(self, table: Table, place: _Place) -> None:
        if not column_count(table):
            return
        if self.is_after_table:
            self._add_table_gap()
        indent = max(min(place.indent, place.width - NARROWEST_TABLE), 0)
        layout = lay_out(table, place.width - indent, self.design, place.size)
        rows = list(self._rows(table, layout))
        rows[0].begins_page, self.begins_page = self.begins_page, False
        self.boxes += rows
        self.is_after_table = True

    def _add_table_gap(self) -> None:
        self.is_after_table = False
        self._add(self._paragraph((), "TableGap", self.place))

    def _rows(self, table: Table, layout: TableLayout) -> Iterator[Box]:
        repeated = float(_RULE)
        for number, row in enumerate(table.rows):
            is_header = number < table.header_rows
            cells = [
                self._cell(cell, _cell_place(table, layout, number, column))
                for column, cell in zip(range(len(layout.columns)), row, strict=False)
            ]
            text = max((_stacked(boxes) for boxes in cells), default=0.0)
            height = text + 2 * CELL_PADDING + _RULE
            is_whole = text <= self.design.tallest_row * TWIPS_PER_POINT
            line = height if is_whole else cells[0][0].line
            yield Box(
                line=line + (_RULE if number == 0 else 0),
                lines=ceil(height / line),
                keeps_lines=is_whole,
                keeps_next=is_header,
                listed=sum(box.listed for boxes in cells for box in boxes),
                repeated=0.0 if is_header or number == 0 else repeated,
            )
            if is_header:
                repeated += height

    def _cell(self, cell: Cell, place: _Place) -> list[Box]:
        flow = _Flow(self.design, (), place)
        flow.write(cell.blocks)
        flow.finish_cell()
        return flow.boxes


def _cell_place(table: Table, layout: TableLayout, row: int, column: int) -> _Place:
    return _Place(
        width=layout.columns[column] - 2 * layout.cell_margin,
        in_cell=True,
        text_style=cell_style(table, row, column),
        size=layout.size,
        keeps_units=layout.keeps_units,
    )


def cell_style(table: Table, row: int, column: int) -> str:
    if row < table.header_rows:
        return "TableHeading"
    return "TableRowHeading" if column < table.header_columns else "TableText"


def introduces(block: Block, follower: Block | None) -> bool:
    """Whether a paragraph says what the list or table below it holds, and is lost alone at the foot of a page."""
    if not isinstance(block, Paragraph) or not isinstance(follower, BulletList | NumberedList | Table):
        return False
    last = block.inlines[-1] if block.inlines else None
    return isinstance(follower, Table) or (isinstance(last, Text) and last.text.rstrip().endswith(":"))


def _stacked(boxes: Sequence[Box]) -> float:
    """The height of boxes in a cell."""
    inside = sum(box.height for box in boxes) + sum(gap(upper, lower) for upper, lower in pairwise(boxes))
    return boxes[0].before + inside + boxes[-1].after
