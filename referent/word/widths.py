"""How wide the columns of a table are, so that no word and no amount is broken in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from referent.minutes.blocks import Table
from referent.word.columns import Column, measured
from referent.word.design import CELL_MARGIN, SMALLEST_TABLE_SIZE, TIGHT_CELL_MARGIN, Design

_SIZE_STEP = 0.5
_LABEL = 1 / 6
"""Of the table's width: a column whose lines are all shorter holds labels."""
_DEAREST = 1.25
"""How many times the lines it may cost the others that labels stand on one."""
_MOST_LINES = 100_000.0
_HALVINGS = 24
"""Of the number of lines, until it is found: to a hundredth of a line."""


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


@dataclass(frozen=True, slots=True, order=True)
class Fit:
    """How well a table stands in a width; the greater, the better."""

    is_whole: bool
    """No word is broken, and no number parted from its unit."""
    words_are_whole: bool
    size: float
    """The type size in points."""


def fit_of(table: Table, width: int, design: Design) -> Fit:
    """How well the table would stand in `width` twips."""
    whole = _attempt(table, width, design, None, keeps_units=True)
    if whole.fits:
        return Fit(is_whole=True, words_are_whole=True, size=whole.layout.size)
    parted = _attempt(table, width, design, None, keeps_units=False)
    return Fit(is_whole=False, words_are_whole=parted.fits, size=parted.layout.size)


@dataclass(frozen=True, slots=True)
class _Attempt:
    layout: TableLayout
    fits: bool
    amounts_fit: bool


def _attempt(table: Table, width: int, design: Design, largest: float | None, *, keeps_units: bool) -> _Attempt:
    columns, amounts = measured(table, design.look.body_font, keeps_units)
    size, margin = _fit(columns, width, largest or design.table_size)
    least = [column.least(size, margin) for column in columns]
    shares = _shares(columns, width, size, margin)
    return _Attempt(
        TableLayout(_rounded(shares, width), size, amounts, margin, keeps_units),
        fits=sum(least) <= width,
        amounts_fit=all(shares[number] >= least[number] for number in amounts),
    )


def _fit(columns: Sequence[Column], width: int, largest: float) -> tuple[float, int]:
    """The largest type size and margin at which every word fits, or else the smallest there are."""
    size = largest
    while sum(column.least(size, CELL_MARGIN) for column in columns) > width:
        if size <= SMALLEST_TABLE_SIZE:
            return size, TIGHT_CELL_MARGIN
        size = max(size - _SIZE_STEP, SMALLEST_TABLE_SIZE)
    return size, CELL_MARGIN


def _shares(columns: Sequence[Column], width: int, size: float, margin: int) -> list[float]:
    """Widths that together are `width`: nowhere a word broken, and beyond that the fullest cell as low as can be."""
    least = [column.least(size, margin) for column in columns]
    if sum(least) >= width:
        return _capped(least, width)
    lines = _fewest_lines(columns, width, size, margin)
    shares = _with_whole_labels(columns, width, size, margin, lines)
    return [share * width / sum(shares) for share in shares]


def _with_whole_labels(columns: Sequence[Column], width: int, size: float, margin: int, lines: float) -> list[float]:
    """What takes the fullest cells down to `lines`. Narrow columns stand on one line ("Punkt 1"), where that costs the
    fullest cells little.
    """
    one_line = [column.wish(size, margin, 1.0) for column in columns]
    labels = [wish <= width * _LABEL for wish in one_line]
    others = [column for column, is_label in zip(columns, labels, strict=True) if not is_label]
    room = round(width - sum(wish for wish, is_label in zip(one_line, labels, strict=True) if is_label))
    if others and sum(column.least(size, margin) for column in others) <= room:
        dearer = _fewest_lines(others, room, size, margin)
        if dearer <= lines * _DEAREST:
            wishes = [column.wish(size, margin, dearer) for column in columns]
            return [one if label else wish for one, label, wish in zip(one_line, labels, wishes, strict=True)]
    return [column.wish(size, margin, lines) for column in columns]


def _fewest_lines(columns: Sequence[Column], width: int, size: float, margin: int) -> float:
    """That the fullest cells can all be brought down to."""

    def fits(lines: float) -> bool:
        return sum(column.wish(size, margin, lines) for column in columns) <= width

    few, many = 1.0, _MOST_LINES
    if fits(few):
        return few
    for _ in range(_HALVINGS):
        middle = (few + many) / 2
        few, many = (few, middle) if fits(middle) else (middle, many)
    return many


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
