"""The blocks as what is poured over pages: paragraphs and rows of tables, each with its height and its distances.

Lengths are in twips. How paragraphs are set was measured with LibreOffice 7.4, and Word 2013 and later do the same: of
the space after one paragraph and the space before the next the larger counts; a line spacing of 1.15 puts its extra
below each line, and not below the last one of a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import ceil

from referent.minutes.blocks import Block, Cell, Heading, Inlines, Tab, Table, Text
from referent.word.container import Container
from referent.word.design import CELL_PADDING, Design
from referent.word.inlines import with_unbroken_amounts
from referent.word.lines import Room, Type, count_lines
from referent.word.metrics import line_height
from referent.word.numbering import DEFAULT_NUMBER_NUM_ID
from referent.word.place import Marker, Place
from referent.word.units import TWIPS_PER_POINT, twips_of_points
from referent.word.widths import TableLayout

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
    flow = _Flow(design, Place(width), titles)
    flow.write(blocks)
    return flow.boxes


@lru_cache(maxsize=64)
def rows_of(table: Table, layout: TableLayout, design: Design, place: Place) -> tuple[Box, ...]:
    """The rows of a table that stands at `place`. One that is too high for a page is parted, others are kept whole.

    Remembered, for both the estimate and the writing of a document ask.
    """
    return tuple(_rows(table, layout, design, place))


def _rows(table: Table, layout: TableLayout, design: Design, place: Place) -> Iterator[Box]:
    repeated = float(_RULE)
    for number, row in enumerate(table.rows):
        is_header = number < table.header_rows
        cells = [
            _in_cell(cell, design, place.inside_cell(table, layout, number, column))
            for column, cell in zip(range(len(layout.columns)), row, strict=False)
        ]
        text = max((_stacked(boxes) for boxes in cells), default=0.0)
        height = text + 2 * CELL_PADDING + _RULE
        is_whole = text <= design.tallest_row * TWIPS_PER_POINT
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


class _Flow(Container):
    """Measures what stands in a section of the body or in a cell."""

    def __init__(self, design: Design, place: Place, titles: Sequence[tuple[str, int]] = ()) -> None:
        super().__init__(design, place)
        self._titles = titles
        self.boxes: list[Box] = []

    def _add_paragraph(self, style: str, inlines: Inlines, place: Place, marker: Marker | None = None) -> None:
        debt = self._settle(style)
        box = self._measured(style, inlines, place)
        box.begins_page = debt.page_break
        if debt.before is not None:
            box.before = twips_of_points(debt.before)
        self.boxes.append(box)

    def _measured(self, style_id: str, inlines: Inlines, place: Place) -> Box:
        style = self._design.styles[style_id]
        font, size = self._design.font_of(style), place.size or style.size
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

    def _add_heading(self, heading: Heading, style: str, place: Place, marker: Marker | None) -> None:
        self._add_paragraph(style, (Text(heading.text),), place, marker)
        self.boxes[-1].listed = int(heading.in_contents)

    def _add_contents(self, title: str) -> None:
        if title and self._titles:
            self._add_paragraph("TOCHeading", (Text(title),), self._place)
        for text, level in self._titles:
            self._add_paragraph(f"TOC{level}", (Text(text), Tab(), Text("00")), self._place)

    def _add_table(self, table: Table, layout: TableLayout, place: Place, *, page_break: bool) -> None:
        first, *others = rows_of(table, layout, self._design, place)
        self.boxes += [replace(first, begins_page=page_break), *others]

    def _keep_last_with_next(self) -> None:
        self.boxes[-1].keeps_next = True

    def _set_space_after_last(self, points: float) -> None:
        self.boxes[-1].after = twips_of_points(points)

    def _number_list(self, start: int, place: Place) -> Marker:
        return Marker("ListNumber", DEFAULT_NUMBER_NUM_ID)


def _in_cell(cell: Cell, design: Design, place: Place) -> list[Box]:
    flow = _Flow(design, place)
    flow.write(cell.blocks)
    flow.finish_cell()
    return flow.boxes


def _stacked(boxes: Sequence[Box]) -> float:
    """The height of boxes in a cell."""
    inside = sum(box.height for box in boxes) + sum(gap(upper, lower) for upper, lower in pairwise(boxes))
    return boxes[0].before + inside + boxes[-1].after
