"""On which page each heading probably comes to stand, and how many pages there are.

Word counts pages itself when fields are updated; until then the document shows these numbers. They are an estimate:
text is poured over pages line by line with the type sizes, distances and column widths of the design, but words are
not wrapped one by one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from referent.minutes.blocks import (
    Block,
    BulletList,
    Contents,
    Heading,
    Inlines,
    LineBreak,
    Link,
    Minutes,
    NumberedList,
    PageBreak,
    Paragraph,
    Role,
    Table,
    Text,
)
from referent.word.design import (
    CELL_LIST_STEP,
    CELL_PADDING,
    LIST_STEP,
    ROLE_STYLES,
    Design,
    ParagraphStyle,
    contents_level,
    heading_style_id,
)
from referent.word.metrics import line_height, text_width
from referent.word.units import TWIPS_PER_POINT
from referent.word.widths import column_count, lay_out

_RAGGED = 1.03
"""Lines are not full to the brim: words are wrapped whole."""
_LINES_KEPT_WITH_HEADING = 2


@dataclass(frozen=True, slots=True)
class PageNumbers:
    contents: tuple[int, ...]
    """The page of each heading that is `in_contents`, in order, counted from 1."""
    total: int


def estimate_pages(minutes: Minutes, design: Design) -> PageNumbers:
    pour = _Pour(design, _contents_titles(minutes.blocks))
    for block in minutes.blocks:
        pour.block(block, 0)
    return PageNumbers(tuple(pour.contents), pour.page)


def _contents_titles(blocks: Sequence[Block]) -> list[tuple[str, int]]:
    """What the table of contents holds at the top level, where nearly all headings stand."""
    return [
        (block.contents_text or block.text, contents_level(block.level))
        for block in blocks
        if isinstance(block, Heading) and block.in_contents
    ]


@dataclass(slots=True)
class _Pour:
    """Fills page after page. Heights are in points."""

    design: Design
    titles: list[tuple[str, int]]
    page: int = 1
    used: float = 0.0
    contents: list[int] = field(default_factory=list)

    @property
    def height(self) -> float:
        return self.design.text_height / TWIPS_PER_POINT

    def block(self, block: Block, depth: int) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph(inlines, role):
                self._paragraph(self._style(role, depth), inlines, depth)
            case BulletList(items) | NumberedList(items):
                for item in items:
                    for inner in item.blocks:
                        self.block(inner, depth + 1)
            case Table():
                self._table(block)
            case Contents(title):
                self._contents(title)
            case PageBreak():
                self._next_page()

    def _style(self, role: Role, depth: int) -> ParagraphStyle:
        return self.design.styles["ListBullet" if depth and role is Role.BODY else ROLE_STYLES[role]]

    def _heading(self, heading: Heading) -> None:
        if heading.page_break_before:
            self._next_page()
        self._paragraph(self.design.styles[heading_style_id(heading.level)], (Text(heading.text),), 0)
        if heading.in_contents:
            self.contents.append(self.page)

    def _contents(self, title: str) -> None:
        if self.titles:
            self._paragraph(self.design.styles["TOCHeading"], (Text(title),), 0)
        for text, level in self.titles:
            self._paragraph(self.design.styles[f"TOC{level}"], (Text(text),), 0)

    def _paragraph(self, style: ParagraphStyle, inlines: Inlines, depth: int) -> None:
        width = (self.design.text_width - style.right - max(style.left, depth * LIST_STEP)) / TWIPS_PER_POINT
        lines = _line_count(inlines, self.design.font_of(style), style.size, style.bold, width)
        line = style.exact_line or line_height(self.design.font_of(style), style.size) * style.line
        if style.keep_next:
            following = line_height(self.design.look.body_font, self.design.look.body_size) * _LINES_KEPT_WITH_HEADING
            self._make_room(style.before + lines * line + following)
        self._add(style.before if self.used else 0.0)
        for _ in range(lines):
            self._make_room(line)
            self._add(line)
        self.used = min(self.used + style.after, self.height)

    def _table(self, table: Table) -> None:
        if not column_count(table):
            return
        layout = lay_out(table, self.design.text_width, self.design)
        look = self.design.look
        line = line_height(look.body_font, layout.size)
        for number, row in enumerate(table.rows):
            bold = number < table.header_rows
            lines = max(
                (
                    _cell_lines(cell.blocks, look.body_font, layout.size, bold, width - 2 * layout.cell_margin)
                    for cell, width in zip(row, layout.columns, strict=False)
                ),
                default=1,
            )
            height = lines * line + 2 * CELL_PADDING / TWIPS_PER_POINT
            self._make_room(height)
            self._add(height)

    def _make_room(self, height: float) -> None:
        if self.used and self.used + height > self.height:
            self._next_page()

    def _add(self, height: float) -> None:
        self.used += height
        while self.used > self.height:
            self.page += 1
            self.used -= self.height

    def _next_page(self) -> None:
        if self.used:
            self.page += 1
            self.used = 0.0


def _cell_lines(blocks: Sequence[Block], font: str, size: float, bold: bool, width: int) -> int:
    lines = 0
    for block in blocks:
        if isinstance(block, Paragraph):
            lines += _line_count(block.inlines, font, size, bold, width / TWIPS_PER_POINT)
        elif isinstance(block, BulletList | NumberedList):
            lines += sum(_cell_lines(item.blocks, font, size, bold, width - CELL_LIST_STEP) for item in block.items)
        else:
            lines += 1
    return max(lines, 1)


def _line_count(inlines: Inlines, font: str, size: float, bold: bool, width: float) -> int:
    lines, used = 0, 0.0
    for inline in inlines:
        if isinstance(inline, Text | Link):
            used += text_width(inline.text, font, size, bold or inline.bold)
        elif isinstance(inline, LineBreak):
            lines, used = lines + _lines_for(used, width), 0.0
    return lines + _lines_for(used, width)


def _lines_for(used: float, width: float) -> int:
    return max(1, math.ceil(used * (_RAGGED if used > width else 1.0) / max(width, 1.0)))
