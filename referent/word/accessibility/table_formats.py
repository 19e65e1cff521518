"""What the style of a table says of each of its cells: header rows and stripes have formats of their own.

Source: ECMA-376 part 1, 17.7.6 (conditional formats) and 17.4.55 (which of them a table uses).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from referent.word.accessibility.styles import Styles
from referent.word.accessibility.words import first_child, value, word
from referent.word.xml import Element

_BITS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}


def uses(table: Element, name: str) -> bool:
    """Whether a table uses a part of its style, such as `firstRow`."""
    look = first_child(table, "tblPr", "tblLook")
    said = value(look, name).casefold()
    if said:
        return said in ("1", "true", "on")
    try:
        return bool(int(value(look) or "0", 16) & _BITS[name])
    except ValueError:
        return False


def formats_of_cells(
    table: Element, cells: Sequence[Sequence[Element]], styles: Styles
) -> Iterator[list[tuple[Element, ...]]]:
    """For each row, for each cell, the parts of the style that hold for it, the nearest first."""
    chain = styles.chain(value(first_child(table, "tblPr", "tblStyle")) or styles.usual("table"))
    parts = {value(part, "type"): part for style in reversed(chain) for part in style.iterchildren(word("tblStylePr"))}
    used = {name for name in _BITS if uses(table, name)}
    for row_number, row in enumerate(cells):
        yield [
            (
                *(parts[kind] for kind in _kinds(row_number, column, len(cells), len(row), used) if kind in parts),
                *chain,
            )
            for column in range(len(row))
        ]


def _kinds(row: int, column: int, rows: int, columns: int, used: set[str]) -> Iterator[str]:
    if "firstRow" in used and row == 0:
        yield "firstRow"
    if "lastRow" in used and row == rows - 1:
        yield "lastRow"
    if "firstColumn" in used and column == 0:
        yield "firstCol"
    if "lastColumn" in used and column == columns - 1:
        yield "lastCol"
    if "noVBand" not in used:
        yield f"band{1 + (column - ('firstColumn' in used)) % 2}Vert"
    if "noHBand" not in used:
        yield f"band{1 + (row - ('firstRow' in used)) % 2}Horz"
    yield "wholeTable"
