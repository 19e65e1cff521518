"""What is known of a meeting at one moment, and what can be asked of it. What can happen to it is told by `meeting`.

What can be worked out (who was absent, what an item took, how far the meeting is ahead) is not kept here, see
`attendance` and `plan`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, Self

from referent.domain.agenda import Agenda, Participant
from referent.domain.attendance import Attendance, Status
from referent.domain.errors import MeetingError
from referent.domain.item import ItemState, MeetingItem
from referent.domain.stopwatch import Span, is_running


@dataclass(frozen=True)
class KnownMeeting:
    """A meeting under way, held, or not yet begun. It has no slots: what is looked up often is worked out once."""

    agenda: Agenda
    items: tuple[MeetingItem, ...] = ()
    """In the order they are printed: the agenda's, with those added at the meeting where they stand."""
    added_people: tuple[Participant, ...] = ()
    """Those who turned up without being on the agenda."""
    attendance: tuple[Attendance, ...] = ()
    """One for each person for whom something was noted, in the order in which the statuses were set."""
    pauses: tuple[Span, ...] = ()
    started_at: datetime | None = None
    closed_at: datetime | None = None
    approved_on: date | None = None
    shared_since: datetime | None = None
    """From when the rest of the time is shared out (see `sharing`) instead of planned as the agenda has it; for this
    run of the program only, and in no file.
    """

    @property
    def people(self) -> tuple[Participant, ...]:
        """Everyone on the list: the agenda's people, then those who were added."""
        return self.agenda.participants + self.added_people

    @cached_property
    def _person_by_id(self) -> dict[str, Participant]:
        return {person.id: person for person in self.people}

    @cached_property
    def _attendance_by_id(self) -> dict[str, Attendance]:
        return {noted.person_id: noted for noted in self.attendance}

    @cached_property
    def _item_by_id(self) -> dict[str, MeetingItem]:
        return {item.id: item for item in self.items}

    @cached_property
    def last_moment(self) -> datetime:
        """The last thing known to have happened: how far spans that still run are counted."""
        moments = [moment for moment in (self.started_at, self.closed_at) if moment]
        for item in self.items:
            moments.extend(moment for span in item.spans for moment in (span.start, span.end) if moment)
        for noted in self.attendance:
            moments.extend((*noted.arrivals, *noted.departures))
        return max(moments, default=datetime.min)

    def person(self, person_id: str) -> Participant:
        if person_id not in self._person_by_id:
            raise MeetingError("unknown_person")
        return self._person_by_id[person_id]

    def attendance_of(self, person_id: str) -> Attendance:
        """What was noted about the person; where nothing was, apologies sent beforehand count."""
        if person_id in self._attendance_by_id:
            return self._attendance_by_id[person_id]
        sent_apologies = self.person(person_id).sent_apologies
        return Attendance(person_id, Status.APOLOGIES if sent_apologies else Status.UNKNOWN)

    @property
    def absentees(self) -> tuple[Participant, ...]:
        """Those who were absent throughout: in the order noted, then those whose apologies nobody noted again."""
        noted = [entry.person_id for entry in self.attendance]
        rest = [person.id for person in self.people if person.id not in self._attendance_by_id]
        return tuple(
            self.person(person_id)
            for person_id in noted + rest
            if self.attendance_of(person_id).status.is_absence and not self.person(person_id).is_vacant
        )

    def item(self, item_id: str) -> MeetingItem:
        if item_id not in self._item_by_id:
            raise MeetingError("unknown_item")
        return self._item_by_id[item_id]

    @property
    def running(self) -> MeetingItem | None:
        """The item the clock is on."""
        return next((item for item in self.items if is_running(item.spans)), None)

    @property
    def next_untreated(self) -> MeetingItem | None:
        """The item to take up next: the first after the running one that still waits, else the first of all. Where the
        running one was taken out of its turn, those that it was moved in front of come first.
        """
        after = min(self._places_taken_last[:2], default=-1) + 1 if self.running else 0
        waiting = [item for item in self.items[after:] + self.items[:after] if item.state is ItemState.NOT_YET]
        return waiting[0] if waiting else None

    @property
    def _places_taken_last(self) -> list[int]:
        """Where the items stand that were taken; the one that was taken last comes first."""
        taken = [(item.spans[-1].start, place) for place, item in enumerate(self.items) if item.spans]
        return [place for _, place in sorted(taken, reverse=True)]

    @property
    def taken_in_order(self) -> tuple[MeetingItem, ...]:
        """The items that were taken, in the order in which they were first taken, each with its times."""
        taken = (self.as_taken(item) for item in self.items)
        return tuple(sorted((item for item in taken if item.spans), key=lambda item: item.spans[0].start))

    def as_taken(self, item: MeetingItem) -> MeetingItem:
        """The item with the times at which it was taken: where it was treated together with another, that one's."""
        other = self._item_by_id.get(item.together_with or "")
        return item if item.spans or other is None else replace(item, spans=other.spans)

    @property
    def is_paused(self) -> bool:
        return is_running(self.pauses)

    @property
    def next_added_item_id(self) -> str:
        """The id that the next item to be added will get."""
        return f"added-item-{sum(item.is_added for item in self.items) + 1}"

    # What every transition is made of

    def with_attendance(self, changed: Attendance) -> Self:
        """With what was noted about one person replaced; the person keeps the place in the record."""
        if changed == self.attendance_of(changed.person_id):
            return self
        if changed.person_id in self._attendance_by_id:
            kept = tuple(changed if entry.person_id == changed.person_id else entry for entry in self.attendance)
            return replace(self, attendance=kept)
        return replace(self, attendance=(*self.attendance, changed))

    def with_item(self, item_id: str, **changes: Any) -> Self:
        """With fields of one item replaced."""
        changed = replace(self.item(item_id), **changes)
        return replace(self, items=tuple(changed if item.id == item_id else item for item in self.items))
