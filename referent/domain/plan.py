"""The plan and how the meeting stands against it: planned start and end of each item, used, left, over, projection.

The plan follows the agenda: an item with a slot by the clock is planned by the clock; one with only a length follows on
from the real start of the meeting; one with neither has no plan, and only what it used is known. Where the rest has
been shared out (see `sharing`), that is the plan of the items that waited then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from referent.domain.item import ItemState, MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.sharing import begins, rest_of_running, shares
from referent.domain.stopwatch import MINUTE, NONE, elapsed


@dataclass(frozen=True, slots=True)
class PlannedSpan:
    """When an item is planned to be taken."""

    start: datetime
    end: datetime


def planned_spans(meeting: Meeting) -> dict[str, PlannedSpan]:
    """The planned span of each item that has one, by item id. Without a start of the meeting, known or planned, items
    with only a length have none.
    """
    spans = _agenda_spans(meeting)
    if meeting.shared_since is not None:
        follows = begins(meeting.shared_since) + rest_of_running(meeting, meeting.shared_since) * MINUTE
        for item_id, share in shared_out(meeting).items():
            spans[item_id] = PlannedSpan(follows, follows + share)
            follows += share
    return spans


def shared_out(meeting: Meeting) -> dict[str, timedelta]:
    """What each item got when the rest was shared out, by item id; empty where it was not, or nothing was left."""
    end = planned_end(meeting)
    if meeting.shared_since is None or end is None:
        return {}
    return shares(meeting, end, meeting.shared_since)


def planned_end(meeting: Meeting) -> datetime | None:
    """When the meeting should end: as the agenda says, else when the last slot does."""
    return _stated_end(meeting) or max((span.end for span in _agenda_spans(meeting).values()), default=None)


def _agenda_spans(meeting: Meeting) -> dict[str, PlannedSpan]:
    day_begins = _planned_start(meeting) or datetime.combine(_held_on(meeting), time())
    follows = meeting.started_at or _planned_start(meeting)
    spans: dict[str, PlannedSpan] = {}
    for item in meeting.items:
        slot = item.planned.slot
        if slot is None:
            continue
        start = follows if slot.start is None else _on_the_day(slot.start, day_begins)
        if start is not None:
            spans[item.id] = PlannedSpan(start, start + slot.allotted)
            follows = spans[item.id].end
    return spans


def _held_on(meeting: Meeting) -> date:
    """The day the plan is for: a meeting held on another day than planned keeps its clock times."""
    return meeting.started_at.date() if meeting.started_at else meeting.agenda.date


def _planned_start(meeting: Meeting) -> datetime | None:
    start = meeting.agenda.start
    return datetime.combine(_held_on(meeting), start) if start else None


def _on_the_day(moment: time, day_begins: datetime) -> datetime:
    """A clock time of the plan: half a day or more before the start can only mean after midnight."""
    same_day = datetime.combine(day_begins.date(), moment)
    return same_day if day_begins - same_day < timedelta(hours=12) else same_day + timedelta(days=1)


def used(meeting: Meeting, item: MeetingItem, at: datetime) -> timedelta:
    """How long the item has been treated at `at`, pauses of the clock left out."""
    return elapsed(item.spans, at, meeting.pauses)


def allotted(meeting: Meeting, item: MeetingItem) -> timedelta | None:
    """How long the item may take: its share where the rest was shared out, else its slot; None for one with neither."""
    slot = item.planned.slot
    return shared_out(meeting).get(item.id, slot.allotted if slot else None)


def left(meeting: Meeting, item: MeetingItem, at: datetime) -> timedelta | None:
    """What is left of what the item may take at `at`; negative once it is over; None where it may take any time."""
    length = allotted(meeting, item)
    return None if length is None else length - used(meeting, item, at)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the meeting stands against its plan."""

    planned_end: datetime | None
    projected_end: datetime | None

    @property
    def drift(self) -> timedelta | None:
        """How far the meeting is behind; negative is ahead; None where there is no plan."""
        if self.planned_end is None or self.projected_end is None:
            return None
        return self.projected_end - self.planned_end


def standing(meeting: Meeting, at: datetime) -> Standing:
    """How the meeting stands at `at`, worked out afresh from what is left of it."""
    spans = planned_spans(meeting)
    end = planned_end(meeting)
    if meeting.closed_at is not None:
        return Standing(end, meeting.closed_at)
    if not spans or (meeting.started_at is None and at.date() != meeting.agenda.date):
        return Standing(end, None)
    start = at if meeting.started_at else max(at, _planned_start(meeting) or at)
    return Standing(end, start + _remaining(meeting, spans, at))


def _stated_end(meeting: Meeting) -> datetime | None:
    end = meeting.agenda.end
    return _on_the_day(end, _planned_start(meeting) or datetime.combine(_held_on(meeting), time())) if end else None


def _remaining(meeting: Meeting, spans: dict[str, PlannedSpan], at: datetime) -> timedelta:
    """What is left: the rest of the running slot, the slots that wait, and the holes the agenda leaves between."""
    total = NONE
    previous_end: datetime | None = None
    for item in meeting.items:
        span = spans.get(item.id)
        if span is None:
            continue
        if item.state is ItemState.RUNNING:
            total += max(NONE, left(meeting, item, at) or NONE)
        elif item.state is ItemState.NOT_YET:
            if previous_end is not None and meeting.shared_since is None:
                total += max(NONE, span.start - previous_end)
            total += span.end - span.start
        else:
            previous_end = None
            continue
        previous_end = span.end
    return total
