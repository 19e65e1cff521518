"""Tables: full width, fixed columns, header rows that repeat."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from referent.minutes.blocks import Cell, Table
from referent.word.design import CELL_MARGIN
from referent.word.styles import TABLE_STYLE_ID, shade
from referent.word.widths import TableLayout
from referent.word.xml import Element, child, valued

CellWriter = Callable[[Element, Cell, int, int], None]
"""Fills a `w:tc` from a cell; the numbers are those of the row and the column."""

_EMPTY_CELL = Cell(())


def write_table(
    parent: Element,
    table: Table,
    layout: TableLayout,
    indent: int,
    whole: Sequence[bool],
    write_cell: CellWriter,
) -> None:
    """Add the table to `parent`, `indent` twips in. A row that is too short is filled up with empty cells.

    `whole` says of each row whether it stays on one page.
    """
    element = child(parent, "w:tbl")
    _properties(element, table, layout, indent)
    grid = child(element, "w:tblGrid")
    for width in layout.columns:
        child(grid, "w:gridCol", {"w:w": width})
    for row_number, row in enumerate(table.rows):
        is_header = row_number < table.header_rows
        row_element = _row(element, is_header, is_whole=whole[row_number])
        for column, width in enumerate(layout.columns):
            cell_element = _cell(row_element, width, is_header)
            write_cell(cell_element, row[column] if column < len(row) else _EMPTY_CELL, row_number, column)


def _properties(element: Element, table: Table, layout: TableLayout, indent: int) -> None:
    properties = child(element, "w:tblPr")
    valued(properties, "w:tblStyle", TABLE_STYLE_ID)
    child(properties, "w:tblW", {"w:w": sum(layout.columns), "w:type": "dxa"})
    if indent:
        child(properties, "w:tblInd", {"w:w": indent, "w:type": "dxa"})
    child(properties, "w:tblLayout", {"w:type": "fixed"})
    if layout.cell_margin != CELL_MARGIN:
        margins = child(properties, "w:tblCellMar")
        for side in ("left", "right"):
            child(margins, f"w:{side}", {"w:w": layout.cell_margin, "w:type": "dxa"})
    has_header, has_row_headings = table.header_rows > 0, table.header_columns > 0
    child(
        properties,
        "w:tblLook",
        {
            "w:val": f"{0x0600 + 0x0020 * has_header + 0x0080 * has_row_headings:04X}",
            "w:firstRow": int(has_header),
            "w:lastRow": 0,
            "w:firstColumn": int(has_row_headings),
            "w:lastColumn": 0,
            "w:noHBand": 1,
            "w:noVBand": 1,
        },
    )
    if table.description:
        valued(properties, "w:tblDescription", table.description)


def _row(element: Element, is_header: bool, is_whole: bool) -> Element:
    row = child(element, "w:tr")
    if is_whole or is_header:
        properties = child(row, "w:trPr")
        if is_whole:
            child(properties, "w:cantSplit")
        if is_header:
            child(properties, "w:tblHeader")
    return row


def _cell(row: Element, width: int, is_header: bool) -> Element:
    cell = child(row, "w:tc")
    properties = child(cell, "w:tcPr")
    child(properties, "w:tcW", {"w:w": width, "w:type": "dxa"})
    if is_header:
        # The table style shades the first row only, and LibreOffice not even that in every version.
        shade(properties)
        valued(properties, "w:vAlign", "bottom")
    return cell
