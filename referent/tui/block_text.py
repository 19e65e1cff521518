"""The blocks of the minutes as something a terminal can show: one more reader of the same blocks.

Everything goes in as `rich.text.Text`, never as a string: a string would be read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text as RichText

from referent.minutes.blocks import (
    Block,
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


def renderable(blocks: Iterable[Block]) -> RenderableType:
    """The blocks below each other, with a line between them."""
    return Group(*_spaced(blocks))


def _spaced(blocks: Iterable[Block]) -> Iterator[RenderableType]:
    first = True
    for block in blocks:
        shown = _block(block)
        if shown is None:
            continue
        if not first:
            yield RichText("")
        first = False
        yield shown


def _block(block: Block) -> RenderableType | None:
    match block:
        case Heading(text=text):
            return RichText(text, style="bold")
        case Paragraph(inlines=inlines, role=role):
            return RichText.assemble(inline_text(inlines), style="bold" if role is Role.LABEL else "")
        case BulletList(items=items):
            return _list(("•", item) for item in items)
        case NumberedList(items=items, start=start):
            return _list((f"{number}.", item) for number, item in enumerate(items, start))
        case Table():
            return _table(block)
        case _:
            return None


def inline_text(inlines: Inlines) -> RichText:
    text = RichText()
    for inline in inlines:
        match inline:
            case Text(text=words, bold=bold, italic=italic):
                text.append(words, style=" ".join(name for name, on in (("bold", bold), ("italic", italic)) if on))
            case Link(text=words, url=url):
                text.append(words, style="underline")
                if words != url:
                    text.append(f" ({url})")
            case LineBreak():
                text.append("\n")
            case Tab():
                text.append("  ")
    return text


def _list(entries: Iterable[tuple[str, ListItem]]) -> RenderableType:
    grid = RichTable.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    for marker, item in entries:
        grid.add_row(RichText(marker), Group(*(shown for block in item.blocks if (shown := _block(block)) is not None)))
    return Padding(grid, (0, 0, 0, 1))


def _table(table: Table) -> RenderableType:
    grid = RichTable(box=box.SQUARE, show_header=False, show_lines=True, padding=(0, 1))
    for _ in range(max((len(row) for row in table.rows), default=0)):
        grid.add_column(overflow="fold")
    for index, row in enumerate(table.rows):
        grid.add_row(*(_cell(cell) for cell in row), style="bold" if index < table.header_rows else "")
    return grid


def _cell(cell: Cell) -> RenderableType:
    return Group(*(shown for block in cell.blocks if (shown := _block(block)) is not None))
