"""The minutes part by part: what opens them, the people, each item, and what closes them.

A part is built when it is asked for, so that a screen can show what somebody reads of a document of any length.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.minutes.blocks import Blocks
from referent.minutes.closing import closing_blocks
from referent.minutes.editions import Edition
from referent.minutes.items import item_blocks, people_blocks
from referent.minutes.layout import Layout
from referent.minutes.opening import opening_blocks
from referent.minutes.public import without_hidden_address
from referent.minutes.values import Source
from referent.minutes.walk import with_inlines


class PartOf(Enum):
    """Where a part belongs."""

    OPENING = "opening"
    PEOPLE = "people"
    ITEM = "item"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the minutes; `build` may give nothing."""

    of: PartOf
    build: Callable[[], Blocks]
    item: MeetingItem | None = None


def parts_of(source: Source, edition: Edition) -> tuple[Part, ...]:
    """Every part, in the order in which they stand in the document. Raises `EditionError` for an extract of an item
    that does not exist.
    """

    def part(of: PartOf, blocks: Callable[[], Blocks], item: MeetingItem | None = None) -> Part:
        return Part(of, (lambda: with_inlines(blocks(), without_hidden_address)) if edition.is_public else blocks, item)

    found = [part(PartOf.OPENING, lambda: tuple(opening_blocks(source)))]
    if not edition.is_extract:
        found.append(part(PartOf.PEOPLE, lambda: people_blocks(source)))
    for item in edition.items_of(source.meeting):
        found.append(part(PartOf.ITEM, lambda item=item: item_blocks(source, item), item))  # type: ignore[misc]
    if not edition.is_extract and not edition.is_agenda:
        found.append(part(PartOf.CLOSING, lambda: tuple(closing_blocks(source))))
    return tuple(found)


def minutes_parts(meeting: Meeting, layout: Layout, edition: Edition) -> tuple[Part, ...]:
    """The parts of the minutes of `meeting` in the house style `layout`."""
    return parts_of(edition.source(meeting, layout), edition)
