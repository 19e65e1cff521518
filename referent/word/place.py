"""Where in the document a block stands, and what it takes from there."""

from __future__ import annotations

from dataclasses import dataclass, replace

from referent.minutes.blocks import Role, Table
from referent.word.design import CELL_LIST_STEP, LIST_STEP, ROLE_STYLES
from referent.word.numbering import DEEPEST_LEVEL
from referent.word.widths import TableLayout

_NARROWEST_TABLE = 2000
"""Twips; a table deep in a list is moved out rather than squeezed further than this."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The bullet or number that an item's first paragraph carries."""

    style: str
    num_id: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document a block stands. Lengths are in twips."""

    width: int
    """Of what it stands in, between the margins."""
    list_depth: int = 0
    """How many lists are around it, in this cell or in the body."""
    first_numbered_level: int | None = None
    cell_depth: int = 0
    text_style: str = "Normal"
    size: float | None = None
    """A type size in points that overrides the styles', for tables."""
    right_aligned: bool = False
    keeps_units: bool = False
    """A number and its unit are not parted by a line end."""

    @property
    def list_step(self) -> int:
        return CELL_LIST_STEP if self.cell_depth else LIST_STEP

    @property
    def list_level(self) -> int:
        return min(self.list_depth - 1, DEEPEST_LEVEL)

    @property
    def indent(self) -> int:
        return self.list_step * min(self.list_depth, DEEPEST_LEVEL + 1)

    @property
    def table_indent(self) -> int:
        return max(min(self.indent, self.width - _NARROWEST_TABLE), 0)

    def style_of(self, role: Role, marker: Marker | None) -> str:
        """The style of a paragraph here."""
        if role is not Role.BODY:
            return ROLE_STYLES[role]
        if self.cell_depth:
            return self.text_style
        if marker:
            return marker.style
        return "ListContinue" if self.list_depth else self.text_style

    def inside_list(self, *, is_numbered: bool) -> Place:
        inside = replace(self, list_depth=self.list_depth + 1, right_aligned=False)
        if is_numbered and inside.first_numbered_level is None:
            return replace(inside, first_numbered_level=inside.list_level)
        return inside

    def inside_cell(self, table: Table, layout: TableLayout, row: int, column: int) -> Place:
        """In a cell of a table that stands here."""
        return Place(
            width=layout.columns[column] - 2 * layout.cell_margin,
            cell_depth=self.cell_depth + 1,
            text_style=_cell_style(table, row, column),
            size=layout.size,
            right_aligned=column in layout.amount_columns,
            keeps_units=layout.keeps_units,
        )


def _cell_style(table: Table, row: int, column: int) -> str:
    if row < table.header_rows:
        return "TableHeading"
    return "TableRowHeading" if column < table.header_columns else "TableText"
