"""Going through blocks, whatever they lie inside: all of them, the text in them, the same ones with other inlines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

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
    NumberedList,
    Paragraph,
    Tab,
    Table,
    Text,
)

Holder = TypeVar("Holder", ListItem, Cell)
Change = Callable[[Inline], Inline]


def every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block in the order in which it is read: a list or table, and then what lies inside it."""
    for block in blocks:
        yield block
        if isinstance(block, BulletList | NumberedList):
            for item in block.items:
                yield from every_block(item.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from every_block(cell.blocks)


def headings_in(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Every heading, in the order in which it stands in the document."""
    return (block for block in every_block(blocks) if isinstance(block, Heading))


def text_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """All text of the blocks, a line for each paragraph, heading and line break; titles of the contents too."""
    for block in every_block(blocks):
        if isinstance(block, Heading):
            yield from {block.text: None, block.contents_title: None}
        elif isinstance(block, Paragraph):
            yield from inline_lines(block.inlines)
        elif isinstance(block, Table):
            yield block.description
        elif isinstance(block, Contents):
            yield block.title


def inline_lines(inlines: Inlines) -> Iterator[str]:
    """The text of the inlines, cut where a line, a tab or a page number is; and where links lead."""
    line: list[str] = []
    for inline in inlines:
        if isinstance(inline, Text | Link):
            line.append(inline.text)
        else:
            yield "".join(line)
            line = []
    yield "".join(line)
    yield from (inline.url for inline in inlines if isinstance(inline, Link))


def plain_text(inlines: Inlines, other: str = " ") -> str:
    """The text of the inlines, with `other` for each that is none."""
    return "".join(inline.text if isinstance(inline, Text | Link) else other for inline in inlines)


def label_and_value(fact: Inlines) -> tuple[Inlines, Inlines]:
    """What stands before the first tab of a line of the cover, and what after it."""
    place = next((place for place, inline in enumerate(fact) if isinstance(inline, Tab)), len(fact))
    return fact[:place], fact[place + 1 :]


def with_inlines(blocks: Blocks, change: Change) -> Blocks:
    """The same blocks, each inline in them changed."""
    return tuple(_changed(block, change) for block in blocks)


def _changed(block: Block, change: Change) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, inlines=tuple(map(change, block.inlines)))
    if isinstance(block, BulletList | NumberedList):
        return replace(block, items=tuple(_inside(item, change) for item in block.items))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(_inside(cell, change) for cell in row) for row in block.rows))
    return block


def _inside(holder: Holder, change: Change) -> Holder:
    return replace(holder, blocks=with_inlines(holder.blocks, change))
