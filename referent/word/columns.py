"""What the columns of a table ask for: how wide their words are, how much text they hold, which are amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from referent.minutes.blocks import (
    Block,
    BulletList,
    Cell,
    Heading,
    Inlines,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Table,
    Text,
)
from referent.minutes.walk import plain_text
from referent.word.design import CELL_LIST_STEP
from referent.word.inlines import with_unbroken_amounts
from referent.word.metrics import text_width
from referent.word.units import TWIPS_PER_POINT

_SPACES = re.compile(r"[ \t\r\n]+")
_AMOUNT = re.compile(
    r"[-+–−]?\d+(?:[.\u00a0 ]\d{3})*(?:,(?:\d+|-))?"
    r"(?:[\u00a0 ](?:mio\.|mia\.|t\.)?[\u00a0 ]?(?:kr\.?|pct\.?|%))?%?"
)
_LONGEST_ADDRESS = 20
"""Web and mail addresses may be broken after this many characters; they would take the whole table."""
_SLACK = 1.01
_SLACK_TWIPS = 20


@dataclass(frozen=True, slots=True)
class Column:
    """What a column asks for: widths in twips at a type size of one point, and what type size does not change."""

    narrowest: float
    """Its longest word."""
    natural: float
    """Its longest line."""
    volume: float
    """All lines of its fullest cell, one after the other."""
    list_indent: int

    def least(self, size: float, margin: int) -> float:
        return self.narrowest * size * _SLACK + 2 * margin + self.list_indent + _SLACK_TWIPS

    def wish(self, size: float, margin: int, lines: float) -> float:
        """What takes every cell down to so many lines, and no more than every line on its own takes."""
        text = min(self.natural, self.volume / lines)
        return max(text * size * _SLACK + 2 * margin + self.list_indent, self.least(size, margin))


@lru_cache(maxsize=64)
def measured(table: Table, font: str, keeps_units: bool) -> tuple[tuple[Column, ...], frozenset[int]]:
    """What the columns ask for, and which of them are nothing but amounts below their header.

    Remembered, for in one export a table is asked several times: may it stand upright, where do pages end, how is it
    written.
    """
    columns = tuple(_measure(table, number, font, keeps_units) for number in range(table.column_count))
    return columns, _amount_columns(table)


def _measure(table: Table, number: int, font: str, keeps_units: bool) -> Column:
    narrowest = natural = volume = 0.0
    deepest = 0
    for row_number, row in enumerate(table.rows):
        if number >= len(row):
            continue
        in_cell = 0.0
        is_heading = row_number < table.header_rows or number < table.header_columns
        for inlines, depth, bold in _paragraphs_of(row[number].blocks, 0, is_heading):
            text = with_unbroken_amounts(inlines) if keeps_units else inlines
            deepest = max(deepest, depth)
            for line, line_bold in _lines_of(text, bold):
                width = text_width(line, font, TWIPS_PER_POINT, line_bold)
                natural = max(natural, width)
                in_cell += width
                for word in _SPACES.split(line):
                    narrowest = max(narrowest, text_width(_breakable(word), font, TWIPS_PER_POINT, line_bold))
        volume = max(volume, in_cell)
    return Column(narrowest, natural, volume, deepest * CELL_LIST_STEP)


def _paragraphs_of(blocks: Sequence[Block], depth: int, bold: bool) -> Iterator[tuple[Inlines, int, bool]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.inlines, depth, bold
        elif isinstance(block, Heading):
            yield (Text(block.text),), depth, True
        elif isinstance(block, BulletList | NumberedList):
            for item in block.items:
                yield from _paragraphs_of(item.blocks, depth + 1, bold)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from _paragraphs_of(cell.blocks, depth, bold)


def _lines_of(inlines: Inlines, bold: bool) -> Iterator[tuple[str, bool]]:
    """The text between line breaks; a line counts as bold where any of it is."""
    line, line_bold = "", bold
    for inline in inlines:
        if isinstance(inline, Text | Link):
            line += inline.text
            line_bold = line_bold or inline.bold
        elif isinstance(inline, LineBreak):
            yield line, line_bold
            line, line_bold = "", bold
        else:
            line += " "
    yield line, line_bold


def _breakable(word: str) -> str:
    return word[:_LONGEST_ADDRESS] if "://" in word or "@" in word else word


def _amount_columns(table: Table) -> frozenset[int]:
    body = table.rows[table.header_rows :]
    # The first column says what a row is about: a number there is a name, not an amount.
    return frozenset(number for number in range(1, table.column_count) if body and _is_amounts(body, number))


def _is_amounts(rows: Sequence[Sequence[Cell]], number: int) -> bool:
    texts = [_plain(row[number]) for row in rows if number < len(row) and row[number].blocks]
    filled = [text for text in texts if text is None or text.strip(" -–")]
    return bool(filled) and all(text is not None and _AMOUNT.fullmatch(text.strip()) for text in filled)


def _plain(cell: Cell) -> str | None:
    """The text of a cell that is one paragraph; None for anything else."""
    if len(cell.blocks) != 1 or not isinstance(cell.blocks[0], Paragraph):
        return None
    return plain_text(cell.blocks[0].inlines, other="\n")
