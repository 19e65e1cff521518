"""Which blocks stand on upright pages and which on turned ones: a wide table gets landscape pages of its own.

The estimate of page numbers reads the same sections: each begins on a new page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from referent.minutes.blocks import (
    Block,
    BulletList,
    Heading,
    Link,
    NumberedList,
    PageBreak,
    Paragraph,
    Role,
    Table,
    Text,
)
from referent.word.design import Design
from referent.word.widths import fit_of

_DECENT_SIZE = 8.0
"""Points. A table that needs smaller type on an upright page is turned, where that gives it more."""
_LONGEST_COMPANION = 300
"""Characters. A paragraph directly above or below a turned table goes along with it unless it is longer."""
_LEADING_ROLES = frozenset({Role.LABEL, Role.REFERENCE})


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of one kind. A section begins on a new page."""

    blocks: tuple[Block, ...]
    is_landscape: bool

    def text_width(self, design: Design) -> int:
        """In twips."""
        return design.landscape_width if self.is_landscape else design.text_width

    def text_height(self, design: Design) -> int:
        """In twips."""
        return design.landscape_height if self.is_landscape else design.text_height


def sections_of(blocks: Sequence[Block], design: Design) -> tuple[Section, ...]:
    """All of `blocks`, in their order. A table inside a list or a cell is never turned.

    A turned table takes along the headings and the short paragraph directly above it, and a short one directly below.
    """
    sections: list[Section] = []
    done = 0
    for position, block in enumerate(blocks):
        if not isinstance(block, Table) or not stands_landscape(block, design):
            continue
        first, after = _start(blocks, position, done), _end(blocks, position)
        _add(sections, blocks[done:first], is_landscape=False)
        _add(sections, blocks[first:after], is_landscape=True)
        done = after
    _add(sections, blocks[done:], is_landscape=False)
    return tuple(sections) or (Section((), is_landscape=False),)


def stands_landscape(table: Table, design: Design) -> bool:
    """Whether an upright page is too narrow for the table, and a turned one serves it better."""
    if not table.column_count or design.turned <= 0:
        return False
    upright = fit_of(table, design.text_width, design)
    if upright.is_whole and upright.size >= min(_DECENT_SIZE, design.table_size):
        return False
    return fit_of(table, design.landscape_width, design) > upright


def _add(sections: list[Section], blocks: Sequence[Block], *, is_landscape: bool) -> None:
    """Page breaks at the edges of a section say what the section says already."""
    if all(isinstance(block, PageBreak) for block in blocks):
        return
    if sections and sections[-1].is_landscape and is_landscape:
        blocks = (*sections.pop().blocks, *blocks)
    sections.append(Section(tuple(blocks), is_landscape))


def _start(blocks: Sequence[Block], position: int, done: int) -> int:
    """Where that begins which only says what the table is."""
    first = position
    if first > done and _is_companion(blocks[first - 1]):
        first -= 1
    while first > done and _leads(blocks[first - 1]):
        first -= 1
    return first


def _end(blocks: Sequence[Block], position: int) -> int:
    """After the table, or after a paragraph below it that does not introduce something else.

    A section ends in a paragraph, in Word; without one of ours it would be an empty one.
    """
    below = blocks[position + 1 : position + 3]
    introduces = isinstance(below[-1], BulletList | NumberedList | Table) if below else False
    return position + 2 if below and _is_companion(below[0]) and not introduces else position + 1


def _is_companion(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.role is not Role.BODY:
        return False
    return sum(len(inline.text) for inline in block.inlines if isinstance(inline, Text | Link)) <= _LONGEST_COMPANION


def _leads(block: Block) -> bool:
    return isinstance(block, Heading) or (isinstance(block, Paragraph) and block.role in _LEADING_ROLES)
