"""Tables say which cells are headings and what they hold, and are simple (WCAG 1.3.1)."""

from __future__ import annotations

from collections.abc import Iterator

from referent.word.accessibility.findings import Finding, error, warning
from referent.word.accessibility.opened import Opened, SeenTable
from referent.word.accessibility.styles import Styles
from referent.word.accessibility.table_formats import uses
from referent.word.accessibility.words import first_child, value, word
from referent.word.xml import Element, is_on

_SHOWN = tuple(word(name) for name in ("drawing", "pict", "object", "sym", "fldChar", "fldSimple"))


def findings(document: Opened) -> Iterator[Finding]:
    for table in document.tables:
        if sum(len(row) for row in table.rows) > 1:
            yield from _findings(table, document.styles)


def _findings(table: SeenTable, styles: Styles) -> Iterator[Finding]:
    if len(table.rows) > 1 and not _has_header_row(table) and not _has_header_column(table):
        yield error("no_header_row", table.place)
    if not _is_described(table.element, styles):
        yield warning("no_description", table.place)
    if any(_is_merged(cell) for row in table.rows for cell in row):
        yield warning("merged_cells", table.place)
    if table.depth:
        yield warning("nested_table", table.place)
    rows = [number for number, row in enumerate(table.rows, start=1) if row and all(map(_is_empty, row))]
    if rows:
        yield warning("empty_row", table.place, row=rows[0])
    columns = [number for number, column in enumerate(_columns(table), start=1) if all(map(_is_empty, column))]
    if columns and len(rows) < len(table.rows):
        yield warning("empty_column", table.place, column=columns[0])


def _has_header_row(table: SeenTable) -> bool:
    return is_on(first_child(table.row_elements[0], "trPr", "tblHeader"))


def _has_header_column(table: SeenTable) -> bool:
    """Marked on purpose: Word marks the first column together with the first row in every new table."""
    return uses(table.element, "firstColumn") and not uses(table.element, "firstRow")


def _is_described(table: Element, styles: Styles) -> bool:
    """By a description or title of its own, or by a caption above or below it."""
    if any(value(first_child(table, "tblPr", name)).strip() for name in ("tblCaption", "tblDescription")):
        return True
    beside = (table.getprevious(), table.getnext())
    return any(each is not None and each.tag == word("p") and "caption" in styles.names(each) for each in beside)


def _is_merged(cell: Element) -> bool:
    span = value(first_child(cell, "tcPr", "gridSpan"))
    return (span.isdecimal() and int(span) > 1) or first_child(cell, "tcPr", "vMerge") is not None


def _is_empty(cell: Element) -> bool:
    """Merged cells are empty where another one's text stands for them."""
    has_text = any((text.text or "").strip() for text in cell.iter(word("t")))
    return not has_text and not _is_merged(cell) and next(cell.iter(*_SHOWN), None) is None


def _columns(table: SeenTable) -> Iterator[list[Element]]:
    """The cells of each column, where all rows have as many."""
    width = len(table.rows[0])
    if all(len(row) == width for row in table.rows):
        yield from ([row[column] for row in table.rows] for column in range(width))
