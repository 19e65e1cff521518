"""The headings of the minutes, and those of the table of contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from referent.minutes.blocks import Block, BulletList, Contents, Heading, Minutes, NumberedList, Table


def headings_in(blocks: Sequence[Block]) -> Iterator[Heading]:
    """Every heading, in the order in which it stands in the document."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, BulletList | NumberedList):
            for item in block.items:
                yield from headings_in(item.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from headings_in(cell.blocks)


def contents_title(heading: Heading) -> str:
    return heading.text if heading.contents_text is None else heading.contents_text


def prints_contents(minutes: Minutes) -> bool:
    return any(isinstance(block, Contents) for block in minutes.blocks)
