"""The blocks of the minutes as lines for a terminal: one more reader of the same blocks.

Everything goes in as `rich.text.Text`, never as a string: a string would be read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.segment import Segment
from rich.table import Table as RichTable
from rich.text import Text as RichText

from referent.minutes.blocks import (
    Block,
    Blocks,
    BulletList,
    Cell,
    Heading,
    Inlines,
    LineBreak,
    Link,
    ListItem,
    NumberedList,
    Paragraph,
    Role,
    Tab,
    Table,
    Text,
)

NARROWEST = 10
"""Cells; text deep in a list is not squeezed further than this."""


def text_lines(blocks: Iterable[Block], width: int, console: Console) -> list[RichText]:
    """The blocks below each other, wrapped to `width` cells, with an empty line between them."""
    lines: list[RichText] = []
    for block in blocks:
        shown = list(_block(block, max(NARROWEST, width), console))
        if lines and shown:
            lines.append(RichText())
        lines += shown
    return lines


def _block(block: Block, width: int, console: Console) -> Iterator[RichText]:
    match block:
        case Heading(text=words):
            yield from RichText(words, style="bold").wrap(console, width)
        case Paragraph(inlines=inlines, role=role):
            text = inline_text(inlines)
            text.style = "bold" if role is Role.LABEL else ""
            yield from text.wrap(console, width)
        case BulletList(items=items):
            yield from _list((("•", item) for item in items), width, console)
        case NumberedList(items=items, start=start):
            yield from _list(((f"{number}.", item) for number, item in enumerate(items, start)), width, console)
        case Table():
            yield from _table_lines(block, width, console)
        case _:
            return


def inline_text(inlines: Inlines) -> RichText:
    text = RichText()
    for inline in inlines:
        match inline:
            case Text(text=words, bold=bold, italic=italic):
                text.append(words, style=" ".join(name for name, on in (("bold", bold), ("italic", italic)) if on))
            case Link(text=words, url=url):
                text.append(words, style="underline")
                if url.removeprefix("mailto:") != words:
                    text.append(f" ({url})")
            case LineBreak():
                text.append("\n")
            case Tab():
                text.append("  ")
            case _:
                pass
    return text


def _list(entries: Iterable[tuple[str, ListItem]], width: int, console: Console) -> Iterator[RichText]:
    for marker, item in entries:
        first = f" {marker} "
        rest = " " * len(first)
        lines = [line for block in item.blocks for line in _block(block, max(NARROWEST, width - len(first)), console)]
        for index, line in enumerate(lines or [RichText()]):
            yield RichText.assemble(rest if index else first, line)


def _table_lines(table: Table, width: int, console: Console) -> Iterator[RichText]:
    for segments in console.render_lines(_rich_table(table), console.options.update(width=width), pad=False):
        yield RichText.assemble(*((segment.text, segment.style or "") for segment in _printed(segments)))


def _printed(segments: Iterable[Segment]) -> Iterator[Segment]:
    return (segment for segment in segments if not segment.control)


def _rich_table(table: Table) -> RichTable:
    grid = RichTable(box=box.SQUARE, show_header=False, show_lines=True, padding=(0, 1))
    for _ in range(max((len(row) for row in table.rows), default=0)):
        grid.add_column(overflow="fold")
    for index, row in enumerate(table.rows):
        grid.add_row(*(_cell(cell) for cell in row), style="bold" if index < table.header_rows else "")
    return grid


def _cell(cell: Cell) -> RenderableType:
    return Group(*_cell_texts(cell.blocks))


def _cell_texts(blocks: Blocks) -> Iterator[RichText]:
    for block in blocks:
        match block:
            case Paragraph(inlines=inlines):
                yield inline_text(inlines)
            case BulletList(items=items):
                yield from _cell_list(("•", item) for item in items)
            case NumberedList(items=items, start=start):
                yield from _cell_list(((f"{number}.", item) for number, item in enumerate(items, start)))
            case _:
                pass


def _cell_list(entries: Iterable[tuple[str, ListItem]]) -> Iterator[RichText]:
    for marker, item in entries:
        for index, words in enumerate(_cell_texts(item.blocks)):
            yield RichText.assemble(" " * (len(marker) + 1) if index else f"{marker} ", words)
