"""Who was there, and when. A person's presence is kept as clock times; everything else is worked out from those."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from referent.domain.stopwatch import Span, to_minute, whole_minutes


class Status(Enum):
    UNKNOWN = "unknown"
    """Nothing noted yet."""
    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    """Stayed away without apologies."""
    AWAY = "away"
    """Not there, no reason noted."""

    @property
    def is_absence(self) -> bool:
        return self in (Status.APOLOGIES, Status.ABSENT, Status.AWAY)


class Part(Enum):
    """How much of an item a person took part in."""

    WHOLE = "whole"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Movement:
    """Someone came or left."""

    at: datetime
    is_arrival: bool


@dataclass(frozen=True, slots=True)
class Attendance:
    """What was noted about one person. `arrivals` and `departures` are in order of time."""

    person_id: str
    status: Status = Status.UNKNOWN
    arrivals: tuple[datetime, ...] = ()
    departures: tuple[datetime, ...] = ()
    substitute: str = ""
    """Who came instead."""
    note: str = ""
    """Printed after the name."""

    @property
    def is_here(self) -> bool:
        """Whether the person is in the room after the last thing that was noted."""
        if self.status.is_absence:
            return False
        return self.movements[-1].is_arrival if self.movements else True

    @property
    def movements(self) -> tuple[Movement, ...]:
        """Arrivals and departures in order of time. Where both have the same time, whoever was in the room left and
        came back; whoever was not came and left.
        """
        arrivals, departures = sorted(self.arrivals), sorted(self.departures)
        found: list[Movement] = []
        while arrivals or departures:
            if arrivals and departures and arrivals[0] == departures[0]:
                is_arrival = not (found and found[-1].is_arrival)
            else:
                is_arrival = not departures or (bool(arrivals) and arrivals[0] < departures[0])
            found.append(Movement((arrivals if is_arrival else departures).pop(0), is_arrival))
        return tuple(found)


def presence(attendance: Attendance) -> tuple[Span, ...]:
    """When the person was in the room, in whole minutes. The first span begins at `datetime.min` for one who was there
    from the start; the last is open for one who stayed. Empty for an absentee.
    """
    if attendance.status.is_absence:
        return ()
    movements = attendance.movements
    came: datetime | None = None if movements and movements[0].is_arrival else datetime.min
    spans: list[Span] = []
    for movement in movements:
        minute = to_minute(movement.at)
        if movement.is_arrival and came is None:
            left_this_minute = bool(spans) and spans[-1].end == minute
            came = spans.pop().start if left_this_minute else minute
        elif not movement.is_arrival and came is not None:
            spans.append(Span(came, minute))
            came = None
    if came is not None:
        spans.append(Span(came))
    return tuple(spans)


def part_in(presence_spans: Iterable[Span], item_spans: Iterable[Span], at: datetime) -> Part:
    """How much of an item, taken in `item_spans`, a person with this `presence` took part in.

    By the minute: whoever leaves in the minute an item begins took no part in it, whoever comes in that minute did.
    """
    presence_spans = tuple(presence_spans)
    there = missed = False
    for start, end in whole_minutes(item_spans, at):
        covered = _covered(presence_spans, start, end)
        there = there or covered is not Part.NONE
        missed = missed or covered is not Part.WHOLE
    if there and missed:
        return Part.SOME
    return Part.WHOLE if there else Part.NONE


def _covered(presence_spans: tuple[Span, ...], start: datetime, end: datetime) -> Part:
    some = False
    for span in presence_spans:
        if span.start <= start and (span.end is None or span.end >= end):
            return Part.WHOLE
        some = some or (span.start < end and (span.end is None or span.end > start))
    return Part.SOME if some else Part.NONE
