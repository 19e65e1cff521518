"""Minutes as Markdown: CommonMark with pipe tables, as GitHub and most other readers of Markdown take it.

The title is `#`, an item `##`, its sections `###`. The table of contents is a list of titles without links: what a
heading's address is, each reader of Markdown decides for itself. A table always has a header row there; where ours has
none, it is empty. Page breaks and page numbers are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, repeat

from referent.markup.markdown_text import CELL_BREAK, HARD_BREAK, cell_source, heading_source, paragraph_source
from referent.markup.outline import Entry, has_text, outline_of, runs_of_roles, unbroken
from referent.minutes.blocks import (
    Block,
    Blocks,
    BulletList,
    Cell,
    Contents,
    Heading,
    Inline,
    Inlines,
    Link,
    ListItem,
    Minutes,
    NumberedList,
    Paragraph,
    Role,
    Tab,
    Table,
    Text,
)
from referent.minutes.walk import label_and_value, plain_text

_LINE_TO_SIGN_ON = "…" * 20
_CELL_BULLET = "•"
_CELL_INDENT = "\u00a0" * 3
_BETWEEN_NESTED_CELLS = " · "
_LARGEST_NUMBER = 999_999_999
"""CommonMark knows no list number of more than nine digits."""


def render_markdown(minutes: Minutes) -> str:
    """The minutes as one Markdown text, ending in a newline."""
    draft = Paragraph((Text(minutes.draft, bold=True),))
    return _Writer(outline_of(minutes.blocks)).text((draft, *minutes.blocks)) + "\n"


class _Writer:
    """Writes blocks from first to last; each becomes a chunk, a piece of text between blank lines."""

    def __init__(self, outline: Sequence[Entry]) -> None:
        self._outline = outline
        self._entries = iter(outline)

    def text(self, blocks: Blocks, *, in_item: bool = False) -> str:
        """In an item of a list, a list stands right below its lead-in, so that the list around it stays a tight one.
        Where it must not, because it would be taken for the paragraph's own text, there is a blank line.
        """
        text = ""
        before: Block | None = None
        for block, chunk in self._chunks(blocks):
            is_tight = in_item and isinstance(before, Paragraph) and _may_interrupt(block)
            text += ("\n" if is_tight else "\n\n") * bool(text) + chunk
            before = block
        return text

    def _chunks(self, blocks: Blocks) -> Iterator[tuple[Block, str]]:
        """Each chunk with the (last) block that it is made of."""
        marker = ""
        for role, run in runs_of_roles(blocks):
            if role is not None:
                for chunk in filter(None, self._paragraphs(role, run)):
                    marker = "-" if role is Role.FACT else ""
                    yield run[-1], chunk
                continue
            for block in run:
                wanted = _other_marker(block, marker)
                if chunk := self._block(block, wanted):
                    marker = wanted
                    yield block, chunk

    def _paragraphs(self, role: Role, run: Sequence[Block]) -> Iterator[str]:
        inlines = [block.inlines for block in run if isinstance(block, Paragraph)]
        if role is Role.TITLE:
            yield from (self._heading(plain_text(title)) for title in inlines)
        elif role is Role.FACT:
            facts = [ListItem((Paragraph(_fact(fact)),)) for fact in inlines if has_text(fact)]
            yield self._list(facts, repeat("-"))
        elif role is Role.REFERENCE:
            yield HARD_BREAK.join(source for each in inlines if (source := paragraph_source(each)))
        elif role is Role.SIGNATURE:
            yield from (
                f"{_LINE_TO_SIGN_ON}{HARD_BREAK}{source}" for each in inlines if (source := paragraph_source(each))
            )
        elif role in (Role.SUBTITLE, Role.LABEL):
            yield from (paragraph_source(_bold(each)) for each in inlines)
        else:
            yield from map(paragraph_source, inlines)

    def _block(self, block: Block, marker: str) -> str:
        match block:
            case Heading(text):
                return self._heading(text)
            case BulletList(items):
                return self._list(items, repeat(marker))
            case NumberedList(items, start):
                return self._list(items, (f"{min(number, _LARGEST_NUMBER)}{marker}" for number in count(start)))
            case Table():
                return self._table(block)
            case Contents(title):
                return self._contents(title)
        return ""

    def _heading(self, text: str) -> str:
        level = next(self._entries).level
        source = heading_source(text)
        return f"{'#' * level} {source}" if source else ""

    def _list(self, items: Iterable[ListItem], markers: Iterable[str]) -> str:
        return "\n".join(self._item(item, marker) for item, marker in zip(items, markers, strict=False))

    def _item(self, item: ListItem, marker: str) -> str:
        first, *rest = self.text(item.blocks, in_item=True).split("\n")
        indent = " " * (len(marker) + 1)
        return "\n".join([f"{marker} {first}".rstrip(), *(f"{indent}{line}" if line else "" for line in rest)])

    def _contents(self, title: str) -> str:
        listed = [entry for entry in self._outline if entry.contents_title is not None]
        if not listed:
            return ""
        ranks = unbroken(entry.level for entry in listed)
        lines = [
            f"{'  ' * (rank - 1)}- {paragraph_source((Text(' '.join((entry.contents_title or '').split())),))}"
            for entry, rank in zip(listed, ranks, strict=True)
        ]
        lead_in = paragraph_source((Text(title, bold=True),))
        return "\n\n".join(filter(None, (lead_in, "\n".join(lines))))

    def _table(self, table: Table) -> str:
        width = table.column_count
        if not width:
            return ""
        rows = [[self._cell(cell, _is_bold(table, place, column)) for column, cell in enumerate(row)]
                for place, row in enumerate(table.rows)]  # fmt: skip
        rows = [row + [""] * (width - len(row)) for row in rows]
        if not table.header_rows:
            rows.insert(0, [""] * width)
        rows.insert(1, ["---"] * width)
        return "\n".join(f"| {' | '.join(row)} |" for row in rows)

    def _cell(self, cell: Cell, is_bold: bool) -> str:
        return CELL_BREAK.join(line for line in self._cell_lines(cell.blocks, is_bold) if line)

    def _cell_lines(self, blocks: Iterable[Block], is_bold: bool = False) -> Iterator[str]:
        """No block but text can stand in a cell; lists are made of lines there."""
        for block in blocks:
            match block:
                case Paragraph(inlines, role):
                    is_title = role is Role.TITLE and next(self._entries)
                    yield cell_source(_bold(inlines) if is_bold or is_title or role is Role.LABEL else inlines)
                case Heading(text):
                    next(self._entries)
                    yield cell_source((Text(text, bold=True),))
                case BulletList(items):
                    yield from self._cell_list(items, repeat(_CELL_BULLET))
                case NumberedList(items, start):
                    yield from self._cell_list(items, (f"{number}." for number in count(start)))
                case Table(rows):
                    for row in rows:
                        yield _BETWEEN_NESTED_CELLS.join(self._cell(cell, False) for cell in row)

    def _cell_list(self, items: Iterable[ListItem], markers: Iterable[str]) -> Iterator[str]:
        for item, marker in zip(items, markers, strict=False):
            first, *rest = list(self._cell_lines(item.blocks)) or [""]
            yield f"{marker} {first}"
            yield from (_CELL_INDENT + line for line in rest)


def _other_marker(block: Block, last: str) -> str:
    """A marker that the list before does not have, or the two would be read as one."""
    if isinstance(block, BulletList):
        return "*" if last == "-" else "-"
    if isinstance(block, NumberedList):
        return ")" if last == "." else "."
    return "-" if isinstance(block, Contents) else ""


def _may_interrupt(block: Block) -> bool:
    """Whether a list may stand right below a paragraph: CommonMark wants it to begin with 1, and with text."""
    if not isinstance(block, BulletList | NumberedList) or not block.items or not block.items[0].blocks:
        return False
    first = block.items[0].blocks[0]
    has_words = isinstance(first, Paragraph) and has_text(first.inlines)
    return has_words and (isinstance(block, BulletList) or block.start == 1)


def _is_bold(table: Table, row: int, column: int) -> bool:
    """Markdown has one header row and no header column; what else is a header is bold."""
    return 0 < row < table.header_rows or (row >= table.header_rows and column < table.header_columns)


def _fact(inlines: Inlines) -> Inlines:
    """The label, bold and with a colon, before its value."""
    if Tab() not in inlines:
        return inlines
    before, value = label_and_value(inlines)
    label = plain_text(before).strip()
    colon = "" if label.endswith((":", ".", "?")) or not label else ":"
    return (Text(label + colon, bold=True), Text(" "), *value)


def _bold(inlines: Inlines) -> Inlines:
    def made_bold(inline: Inline) -> Inline:
        return replace(inline, bold=True) if isinstance(inline, Text | Link) else inline

    return tuple(map(made_bold, inlines))
