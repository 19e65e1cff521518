"""How blocks become paragraphs and tables, container by container: a section of the body, or a cell.

Two read them so and cannot disagree: `body` writes them for Word, `flow` measures them for the estimate of the pages.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from referent.minutes.blocks import (
    Block,
    BulletList,
    Contents,
    Heading,
    Inlines,
    ListItem,
    NumberedList,
    PageBreak,
    Paragraph,
    Role,
    Table,
    Text,
)
from referent.word.design import SPACE_AFTER_TABLE, Design, heading_style_id
from referent.word.numbering import BULLET_NUM_ID
from referent.word.place import Marker, Place
from referent.word.widths import TableLayout, lay_out

_BULLET = Marker("ListBullet", BULLET_NUM_ID)
_MOST_SIGNATURES_TOGETHER = 12
"""So many lines to sign on fit on a page, with their heading."""


@dataclass(frozen=True, slots=True)
class Debt:
    """What a paragraph owes to what stood before it."""

    page_break: bool
    before: float | None
    """The space above it in points; None: that of its style."""


_NO_DEBT = Debt(page_break=False, before=None)


class Container(ABC):
    """Takes the blocks of one container, from first to last.

    It remembers what the next paragraph owes to what stood before it: a page break, or the distance to a table. So
    neither takes an empty paragraph.
    """

    def __init__(self, design: Design, place: Place, *, page_break: bool = False) -> None:
        self._design = design
        self._place = place
        self._page_break = page_break
        self._is_after_table = False
        self._is_begun = False

    # What the two do differently

    @abstractmethod
    def _add_paragraph(self, style: str, inlines: Inlines, place: Place, marker: Marker | None = None) -> None: ...

    @abstractmethod
    def _add_heading(self, heading: Heading, style: str, place: Place, marker: Marker | None) -> None: ...

    @abstractmethod
    def _add_contents(self, title: str) -> None: ...

    @abstractmethod
    def _add_table(self, table: Table, layout: TableLayout, place: Place, *, page_break: bool) -> None: ...

    @abstractmethod
    def _keep_last_with_next(self) -> None: ...

    @abstractmethod
    def _set_space_after_last(self, points: float) -> None: ...

    @abstractmethod
    def _number_list(self, start: int, place: Place) -> Marker: ...

    # What they do alike

    def write(self, blocks: Sequence[Block]) -> None:
        for number, block in enumerate(blocks):
            self._block(block, self._place)
            if _is_kept(blocks, number):
                self._keep_last_with_next()

    def finish_cell(self) -> None:
        """Word wants a paragraph at the end of every cell; the body may end with a table."""
        if self._is_after_table:
            self._add_table_gap()
        elif not self._is_begun:
            self._add_paragraph(self._place.text_style, (), self._place)

    def _settle(self, style: str) -> Debt:
        """What the paragraph that comes now owes, which is paid with it."""
        debt = _NO_DEBT
        if self._page_break:
            debt = Debt(page_break=True, before=0.0)
        elif self._is_after_table:
            debt = Debt(page_break=False, before=max(self._design.styles[style].before, SPACE_AFTER_TABLE))
        self._page_break = self._is_after_table = False
        self._is_begun = True
        return debt

    def _block(self, block: Block, place: Place, marker: Marker | None = None) -> None:
        match block:
            case Paragraph(inlines, role):
                self._add_paragraph(place.style_of(role, marker), inlines, place, marker)
            case Heading():
                if block.page_break_before:
                    self._break_page(place)
                self._add_heading(block, heading_style_id(block.level), place, marker)
            case BulletList(items):
                self._list(items, _BULLET, place.inside_list(is_numbered=False))
            case NumberedList(items, start):
                inside = place.inside_list(is_numbered=True)
                self._list(items, self._number_list(start, inside), inside)
            case Table():
                self._table(block, place)
            case Contents(title):
                self._add_contents(title)
            case PageBreak():
                self._break_page(place)

    def _break_page(self, place: Place) -> None:
        """Word knows no page break inside a cell, and before the first paragraph there is nothing to break."""
        if self._is_begun and not place.cell_depth:
            self._page_break = True

    def _list(self, items: Sequence[ListItem], marker: Marker, place: Place) -> None:
        for item in items:
            self._item(item, marker, place)
        if items and place.list_depth == 1 and not place.cell_depth and not self._is_after_table:
            self._set_space_after_last(self._design.look.paragraph_gap)

    def _item(self, item: ListItem, marker: Marker, place: Place) -> None:
        """Only text can carry the bullet or number; above anything else there is a line with nothing but that."""
        unused: Marker | None = marker
        for block in item.blocks:
            if isinstance(block, PageBreak):
                self._break_page(place)
                continue
            if unused and not isinstance(block, Paragraph | Heading):
                self._add_bare_marker(unused, place)
                unused = None
            self._block(block, place, unused)
            unused = None
        if unused:
            self._add_bare_marker(unused, place)

    def _add_bare_marker(self, marker: Marker, place: Place) -> None:
        self._add_paragraph(place.style_of(Role.BODY, marker), (), place, marker)

    def _table(self, table: Table, place: Place) -> None:
        if not table.column_count:
            return
        if self._is_after_table:
            self._add_table_gap()
        layout = lay_out(table, place.width - place.table_indent, self._design, place.size)
        page_break, self._page_break = self._page_break, False
        self._add_table(table, layout, place, page_break=page_break)
        self._is_after_table = self._is_begun = True

    def _add_table_gap(self) -> None:
        """Without a paragraph between them Word makes one table of two."""
        self._is_after_table = False
        self._add_paragraph("TableGap", (), self._place)


def _is_kept(blocks: Sequence[Block], number: int) -> bool:
    """Whether a block must stand on the page of the one below it, besides what its style says."""
    block = blocks[number]
    if not isinstance(block, Paragraph) or number + 1 == len(blocks):
        return False
    return _introduces(block, blocks[number + 1]) or (_is_signature(block) and _is_kept_signature(blocks, number))


def _is_kept_signature(blocks: Sequence[Block], number: int) -> bool:
    """Lines to sign on stand together, or, where they are too many for that, at least the last two."""
    above = sum(1 for _ in takewhile(_is_signature, reversed(blocks[:number])))
    below = sum(1 for _ in takewhile(_is_signature, blocks[number + 1 :]))
    return below == 1 or 0 < below < _MOST_SIGNATURES_TOGETHER - above


def _is_signature(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.SIGNATURE


def _introduces(block: Paragraph, follower: Block) -> bool:
    """Whether a paragraph says what the list or table below it holds, and is lost alone at the foot of a page."""
    if not isinstance(follower, BulletList | NumberedList | Table):
        return False
    last = block.inlines[-1] if block.inlines else None
    return isinstance(follower, Table) or (isinstance(last, Text) and last.text.rstrip().endswith(":"))
