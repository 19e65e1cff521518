"""The numbers that items are printed with, where one was added at the meeting: the house style's rule for those."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from string import ascii_lowercase

from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.minutes.layout import AddedNumbers, Layout

_PRINTED = re.compile(r"(\d+)(\D*)")


def as_printed(meeting: Meeting, layout: Layout) -> Meeting:
    """`meeting` with each item under the number it is printed with in the house style, on the screen too. What it is
    known by in the record stays as it is.
    """
    rule = layout.items.added_numbers
    if rule is AddedNumbers.NEXT_FREE or not any(item.is_added for item in meeting.items):
        return meeting
    numbers = _lettered(meeting.items) if rule is AddedNumbers.LETTER else _renumbered(meeting.items)
    items = zip(meeting.items, numbers, strict=True)
    return replace(meeting, items=tuple(replace(item, shown_number=number) for item, number in items))


def place_of_number(item: MeetingItem) -> tuple[int, int, str]:
    """Sorts items by the number they are printed with: 3, 3a, 3b, 4, 10; those without one come first."""
    found = _PRINTED.fullmatch(item.printed_number)
    return (int(found[1]), len(found[2]), found[2]) if found else (0, 0, "")


def _renumbered(items: Iterable[MeetingItem]) -> Iterator[str]:
    """All in a row, from where the agenda begins."""
    items = tuple(items)
    following = count(min(_of_the_agenda(items), default=1))
    for item in items:
        yield "" if item.planned.number is None else str(next(following))


def _lettered(items: Iterable[MeetingItem]) -> Iterator[str]:
    """An added item has the number of the one before it and a letter. After the last number, and before the first, it
    has the next free one: no letter is needed there, or has anything to go on from.
    """
    items = tuple(items)
    last = max(_of_the_agenda(items), default=0)
    free = count(last + 1)
    before, added = 0, 0
    for item in items:
        number = item.planned.number
        if number is None:
            yield ""
        elif not item.is_added:
            before, added = number, 0
            yield str(number)
        elif before in (0, last):
            yield str(next(free))
        else:
            yield f"{before}{_letters(added)}"
            added += 1


def _of_the_agenda(items: Iterable[MeetingItem]) -> list[int]:
    return [item.planned.number for item in items if item.planned.number is not None and not item.is_added]


def _letters(place: int) -> str:
    """a, b, … z, aa, bb, …"""
    return ascii_lowercase[place % 26] * (place // 26 + 1)
