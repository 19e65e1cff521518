"""How wide the columns of a table are, so that no word and no amount is broken in the middle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

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
from referent.word.design import CELL_LIST_STEP, CELL_MARGIN, SMALLEST_TABLE_SIZE, TIGHT_CELL_MARGIN, Design
from referent.word.inlines import with_unbroken_amounts
from referent.word.metrics import text_width
from referent.word.units import TWIPS_PER_POINT

_SPACES = re.compile(r"[ \t\r\n]+")
_AMOUNT = re.compile(
    r"[-+–−]?\d+(?:[.\u00a0 ]\d{3})*(?:,(?:\d+|-))?"
    r"(?:[\u00a0 ](?:mio\.|mia\.|t\.)?[\u00a0 ]?(?:kr\.?|pct\.?|%))?%?"
)
_SIZE_STEP = 0.5
_LONGEST_ADDRESS = 20
"""Web and mail addresses may be broken after this many characters; they would take the whole table."""
_SLACK = 1.01
_SLACK_TWIPS = 20


@dataclass(frozen=True, slots=True)
class TableLayout:
    columns: tuple[int, ...]
    """Widths in twips."""
    size: float
    """The type size in points."""
    amount_columns: frozenset[int]
    """Columns of nothing but numbers below their header, which stand to the right."""
    cell_margin: int = CELL_MARGIN
    """Between a rule and the text, in twips; smaller where the table is crowded."""
    keeps_units: bool = True
    """A number and its unit stay together; False only where the table has no room even at its smallest."""


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column asks for: widths in twips at a type size of one point, and what type size does not change."""

    narrowest: float
    natural: float
    list_indent: int

    def least(self, size: float, margin: int) -> float:
        return self.narrowest * size * _SLACK + 2 * margin + self.list_indent + _SLACK_TWIPS

    def wish(self, size: float, margin: int) -> float:
        return max(self.natural * size * _SLACK + 2 * margin + self.list_indent, self.least(size, margin))


def lay_out(table: Table, width: int, design: Design, largest: float | None = None) -> TableLayout:
    """Columns that together are `width` twips wide.

    Where the longest words and amounts do not fit, the type is made smaller, down to 7.5 points; then the cells'
    margins; then a number may stand apart from its unit. Where even that is not enough, the widest columns give way
    and their longest words are broken; the others stay whole.
    """
    whole = _attempt(table, width, design, largest, keeps_units=True)
    if whole.fits:
        return whole.layout
    parted = _attempt(table, width, design, largest, keeps_units=False)
    return whole.layout if whole.amounts_fit and not parted.fits else parted.layout


@dataclass(frozen=True, slots=True)
class _Attempt:
    layout: TableLayout
    fits: bool
    amounts_fit: bool


def _attempt(table: Table, width: int, design: Design, largest: float | None, *, keeps_units: bool) -> _Attempt:
    count = column_count(table)
    amounts = _amount_columns(table, count)
    columns = [_measure(table, number, design.look.body_font, keeps_units) for number in range(count)]
    size, margin = _fit(columns, width, largest or design.table_size)
    least = [column.least(size, margin) for column in columns]
    shares = _shares(columns, width, size, margin)
    return _Attempt(
        TableLayout(_rounded(shares, width), size, amounts, margin, keeps_units),
        fits=sum(least) <= width,
        amounts_fit=all(shares[number] >= least[number] for number in amounts),
    )


def column_count(table: Table) -> int:
    return max((len(row) for row in table.rows), default=0)


def _fit(columns: Sequence[_Column], width: int, largest: float) -> tuple[float, int]:
    """The largest type size and margin at which every word fits, or else the smallest there are."""
    size = largest
    while sum(column.least(size, CELL_MARGIN) for column in columns) > width:
        if size <= SMALLEST_TABLE_SIZE:
            return size, TIGHT_CELL_MARGIN
        size = max(size - _SIZE_STEP, SMALLEST_TABLE_SIZE)
    return size, CELL_MARGIN


def _shares(columns: Sequence[_Column], width: int, size: float, margin: int) -> list[float]:
    least = [column.least(size, margin) for column in columns]
    if sum(least) >= width:
        return _capped(least, width)
    wishes = [min(column.wish(size, margin), width) for column in columns]
    if sum(wishes) <= width:
        return [wish * width / sum(wishes) for wish in wishes]
    rest = (width - sum(least)) / (sum(wishes) - sum(least))
    return [low + (wish - low) * rest for low, wish in zip(least, wishes, strict=True)]


def _capped(least: Sequence[float], width: int) -> list[float]:
    """What each asks for, up to one cap for all, so that the sum is `width`."""
    left, cap = float(width), 0.0
    for position, share in enumerate(sorted(least)):
        cap = left / (len(least) - position)
        if share > cap:
            break
        left -= share
    return [min(share, cap) for share in least]


def _rounded(shares: Sequence[float], width: int) -> tuple[int, ...]:
    """Whole twips that add up exactly."""
    edges = [0]
    total = 0.0
    for share in shares:
        total += share
        edges.append(round(total))
    edges[-1] = width
    return tuple(right - left for left, right in pairwise(edges))


def _measure(table: Table, number: int, font: str, keeps_units: bool) -> _Column:
    narrowest = natural = 0.0
    deepest = 0
    for row_number, row in enumerate(table.rows):
        if number >= len(row):
            continue
        for inlines, depth, bold in _paragraphs(row[number].blocks, 0, row_number < table.header_rows):
            text = with_unbroken_amounts(inlines) if keeps_units else inlines
            deepest = max(deepest, depth)
            for line, line_bold in _lines(text, bold):
                natural = max(natural, text_width(line, font, TWIPS_PER_POINT, line_bold))
                for word in _SPACES.split(line):
                    narrowest = max(narrowest, text_width(_breakable(word), font, TWIPS_PER_POINT, line_bold))
    return _Column(narrowest, natural, deepest * CELL_LIST_STEP)


def _paragraphs(blocks: Sequence[Block], depth: int, bold: bool) -> Iterator[tuple[Inlines, int, bool]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.inlines, depth, bold
        elif isinstance(block, Heading):
            yield (Text(block.text),), depth, True
        elif isinstance(block, BulletList | NumberedList):
            for item in block.items:
                yield from _paragraphs(item.blocks, depth + 1, bold)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from _paragraphs(cell.blocks, depth, bold)


def _lines(inlines: Inlines, bold: bool) -> Iterator[tuple[str, bool]]:
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


def _amount_columns(table: Table, count: int) -> frozenset[int]:
    body = table.rows[table.header_rows :]
    # The first column says what a row is about: a number there is a name, not an amount.
    return frozenset(number for number in range(1, count) if body and _is_amounts(body, number))


def _is_amounts(rows: Sequence[Sequence[Cell]], number: int) -> bool:
    texts = [_plain(row[number]) for row in rows if number < len(row) and row[number].blocks]
    filled = [text for text in texts if text is None or text.strip(" -–")]
    return bool(filled) and all(text is not None and _AMOUNT.fullmatch(text.strip()) for text in filled)


def _plain(cell: Cell) -> str | None:
    """The text of a cell that is one paragraph; None for anything else."""
    if len(cell.blocks) != 1 or not isinstance(cell.blocks[0], Paragraph):
        return None
    return "".join(inline.text if isinstance(inline, Text | Link) else "\n" for inline in cell.blocks[0].inlines)
