"""What was noted about a person, put right afterwards: another time, another item, or not at all."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, time, timedelta
from enum import Enum
from itertools import pairwise

from referent.domain.attendance import Attendance, Movement, Status
from referent.domain.decisions import ActionItem
from referent.domain.errors import MeetingError
from referent.domain.meeting import Meeting

LONGEST = timedelta(hours=12)
"""Nothing that belongs to a meeting happens longer before it begins."""
_CLOCK = re.compile(r"(?:kl\.? ?)?(\d{1,2})[.:]?(\d{2})")


class Kept(Enum):
    """What is noted about a person at one item; the value is the field of `MeetingItem`."""

    OUTSIDE = "outside"
    RECUSED = "recused"
    CLEARED = "cleared"


def moment_at(meeting: Meeting, clock: time) -> datetime:
    """The moment that a clock time at this meeting means: the one nearest to its start, for meetings that pass
    midnight.
    """
    planned = datetime.combine(meeting.agenda.date, meeting.agenda.start or time(12))
    start = meeting.started_at or planned
    days = [datetime.combine(start.date() + timedelta(days=days), clock) for days in (-1, 0, 1)]
    return min(days, key=lambda moment: abs(moment - start))


def parse_clock(typed: str) -> time | None:
    """ "10.10", "10:10", "1010" or "kl. 9.05"; None where it is no time of day."""
    found = _CLOCK.fullmatch(" ".join(typed.casefold().split()))
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return None
    return time(int(found[1]), int(found[2]))


def typed_moment(meeting: Meeting, typed: str) -> datetime:
    """The moment that is meant by what was typed. Raises `MeetingError` where it is no time of day."""
    clock = parse_clock(typed)
    if clock is None:
        raise MeetingError("not_a_clock_time")
    return moment_at(meeting, clock)


def correct_movement(
    meeting: Meeting, person_id: str, old: Movement | None, new: Movement | None, now: datetime
) -> Meeting:
    """`new` instead of `old`; without `old` it is added, without `new` it is taken away. Raises `MeetingError` for what
    has not happened yet, and where the person would come or leave twice running.
    """
    person = meeting.person(person_id)
    if person.is_vacant:
        raise MeetingError("vacant_seat")
    noted = meeting.attendance_of(person_id)
    movements = list(noted.movements)
    if old is not None:
        if old not in movements:
            raise MeetingError("unknown_movement")
        movements.remove(old)
    if new is not None:
        _refuse_other_times(meeting, new.at, now)
        if noted.status.is_absence and not new.is_arrival:
            raise MeetingError("not_present", name=person.name)
        movements.append(new)
    changed = replace(
        noted,
        status=Status.PRESENT if new is not None else noted.status,
        substitute="" if new is not None else noted.substitute,
        arrivals=tuple(sorted(movement.at for movement in movements if movement.is_arrival)),
        departures=tuple(sorted(movement.at for movement in movements if not movement.is_arrival)),
    )
    _refuse_twice(person.name, changed)
    return meeting.with_attendance(changed)


def _refuse_other_times(meeting: Meeting, at: datetime, now: datetime) -> None:
    start = meeting.started_at or datetime.combine(meeting.agenda.date, meeting.agenda.start or time(12))
    if meeting.closed_at is not None and at > meeting.closed_at:
        raise MeetingError("after_the_meeting", time=f"{meeting.closed_at:%H.%M}")
    if at > now:
        raise MeetingError("in_the_future", time=f"{at:%H.%M}")
    if start - at > LONGEST:
        raise MeetingError("before_the_meeting", time=f"{at:%H.%M}")


def _refuse_twice(name: str, noted: Attendance) -> None:
    for before, after in pairwise(noted.movements):
        if before.is_arrival is after.is_arrival:
            code = "arrived_twice" if after.is_arrival else "left_twice"
            raise MeetingError(code, name=name, first=f"{before.at:%H.%M}", second=f"{after.at:%H.%M}")


def correct_item(meeting: Meeting, person_id: str, kept: Kept, old: str | None, new: str | None) -> Meeting:
    """What was noted of a person at the item `old` belongs to the item `new`; without `old` it is added, without `new`
    it is taken away.
    """
    if meeting.person(person_id).is_vacant:
        raise MeetingError("vacant_seat")
    if old is not None:
        meeting = _without(meeting, person_id, kept, old)
    if new is None:
        return meeting
    if kept is not Kept.OUTSIDE:  # one cannot be inhabil and found not to be
        meeting = _without(meeting, person_id, Kept.RECUSED if kept is Kept.CLEARED else Kept.CLEARED, new)
    people: tuple[str, ...] = getattr(meeting.item(new), kept.value)
    return meeting if person_id in people else meeting.with_item(new, **{kept.value: (*people, person_id)})


def _without(meeting: Meeting, person_id: str, kept: Kept, item_id: str) -> Meeting:
    people: tuple[str, ...] = getattr(meeting.item(item_id), kept.value)
    if person_id not in people:
        return meeting
    return meeting.with_item(item_id, **{kept.value: tuple(other for other in people if other != person_id)})


def correct_action(meeting: Meeting, item_id: str, old: ActionItem, new: ActionItem | None) -> Meeting:
    """`new` instead of the action item `old`; without `new` it is taken away."""
    actions = list(meeting.item(item_id).actions)
    if old not in actions:
        raise MeetingError("unknown_action")
    place = actions.index(old)
    actions[place : place + 1] = [] if new is None else [new]
    return meeting.with_item(item_id, actions=tuple(actions))
