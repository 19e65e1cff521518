"""The titles and headings of a document, in order, each with the level it gets where no level may be skipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from referent.minutes.blocks import Block, Heading, Inlines, Link, Paragraph, Role, Text
from referent.minutes.walk import every_block

_DEEPEST = 6
_TITLE_LEVEL = 0
"""The document's title stands above every item."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A title or heading as it stands in the text."""

    level: int
    """1 to 6; 1 is the title, where there is one."""
    anchor: str
    """What a link to it names; told apart from every other in the document."""
    contents_title: str | None
    """What the table of contents calls it; None: it is not in there."""


def outline_of(blocks: Iterable[Block]) -> tuple[Entry, ...]:
    """An entry for each title paragraph and each heading, in the order in which they stand."""
    found = list(_titles_and_headings(blocks))
    levels = unbroken([_TITLE_LEVEL if isinstance(block, Paragraph) else block.level for block in found])
    return tuple(
        Entry(min(level, _DEEPEST), f"afsnit-{number}", _contents_title(block))
        for number, (block, level) in enumerate(zip(found, levels, strict=True), start=1)
    )


def unbroken(levels: Iterable[int]) -> list[int]:
    """The same order of ranks from 1, without gaps: 0, 1, 3, 3, 2 becomes 1, 2, 3, 3, 3."""
    ranks: list[int] = []
    above: list[int] = []
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        ranks.append(len(above))
    return ranks


def has_text(inlines: Inlines) -> bool:
    return any(isinstance(inline, Text | Link) and inline.text.strip() for inline in inlines)


def runs_of_roles(blocks: Iterable[Block]) -> Iterator[tuple[Role | None, list[Block]]]:
    """The blocks as they stand, neighbouring paragraphs of one role together; None: other blocks."""

    def role(block: Block) -> Role | None:
        return block.role if isinstance(block, Paragraph) else None

    for key, run in groupby(blocks, role):
        yield key, list(run)


def _titles_and_headings(blocks: Iterable[Block]) -> Iterator[Heading | Paragraph]:
    for block in every_block(blocks):
        match block:
            case Heading() | Paragraph(role=Role.TITLE):
                yield block


def _contents_title(block: Heading | Paragraph) -> str | None:
    return block.contents_title if isinstance(block, Heading) and block.in_contents else None
