"""What happened at a meeting and when, as far as the meeting itself knows; and where a change took place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from referent.domain.meeting import Meeting
from referent.domain.stopwatch import is_running


class Happened(Enum):
    TAKEN_UP = "taken up"
    ENDED = "ended"
    CAME = "came"
    LEFT = "left"
    PAUSED = "paused"
    RESUMED = "resumed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened: at an item, to a person, or (neither) to the meeting."""

    item_id: str | None = None
    person_id: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    at: datetime
    what: Happened
    place: Place = Place()


def happenings(meeting: Meeting) -> tuple[Happening, ...]:
    """What has a time of its own, oldest first. What has none (a vote, a status) is not known from a meeting alone."""
    found: list[Happening] = []
    for item in meeting.items:
        for span in item.spans:
            found.append(Happening(span.start, Happened.TAKEN_UP, Place(item_id=item.id)))
            if span.end is not None:
                found.append(Happening(span.end, Happened.ENDED, Place(item_id=item.id)))
    for noted in meeting.attendance:
        for movement in noted.movements:
            what = Happened.CAME if movement.is_arrival else Happened.LEFT
            found.append(Happening(movement.at, what, Place(person_id=noted.person_id)))
    for pause in meeting.pauses:
        found.append(Happening(pause.start, Happened.PAUSED))
        if pause.end is not None:
            found.append(Happening(pause.end, Happened.RESUMED))
    if meeting.closed_at is not None:
        found.append(Happening(meeting.closed_at, Happened.CLOSED))
    # What ends comes before what begins in the same second.
    return tuple(sorted(found, key=lambda each: (each.at, each.what in (Happened.TAKEN_UP, Happened.CLOSED))))


def place_of(before: Meeting, after: Meeting) -> Place:
    """Where the change from one meeting to the next took place: the person it was about, else the item. Of several
    items the one that is running now, for taking up one ends another.
    """
    old = {noted.person_id: noted for noted in before.attendance}
    for noted in after.attendance:
        if old.get(noted.person_id) != noted:
            return Place(person_id=noted.person_id)
    known = {item.id: item for item in before.items}
    changed = [item for item in after.items if known.get(item.id) != item]
    changed.sort(key=lambda item: not is_running(item.spans))
    return Place(item_id=changed[0].id) if changed else Place()
