"""The meeting as it happened: an immutable value, and the named transitions that lead from one to the next.

Every transition returns a new `Meeting` or raises `MeetingError`; none changes anything. Its fields, and what can be
asked of it, are in `known`; what was noted is put right in `corrections`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from referent.domain.agenda import Agenda, AgendaItem, ItemKind, Participant
from referent.domain.attendance import Attendance, Status
from referent.domain.decisions import ActionItem, TextField, Vote
from referent.domain.errors import MeetingError
from referent.domain.item import MeetingItem, Outcome, Recusal
from referent.domain.known import KnownMeeting
from referent.domain.stopwatch import Span, close_last, is_running


@dataclass(frozen=True)
class Meeting(KnownMeeting):
    """A meeting under way, held, or not yet begun."""

    @classmethod
    def planned(cls, agenda: Agenda) -> Meeting:
        """A meeting of which nothing has happened yet."""
        return cls(agenda=agenda, items=tuple(MeetingItem(item) for item in agenda.items))

    # Items and the clock

    def take_up(self, item_id: str, at: datetime) -> Meeting:
        """Put the clock on an item. Ends the running one and a pause; opens the meeting, or a closed one again."""
        if is_running(self.item(item_id).spans):
            raise MeetingError("already_running")
        meeting = self.finish_running(at)
        taken = meeting.item(item_id)
        meeting = meeting.with_item(item_id, spans=(*taken.spans, Span(at)), outcome=Outcome.OPEN, together_with=None)
        return replace(
            meeting, started_at=meeting.started_at or at, closed_at=None, pauses=close_last(meeting.pauses, at)
        )

    def finish_running(self, at: datetime) -> Meeting:
        """End the running item, if there is one: it has been treated."""
        running = self.running
        if running is None:
            return self
        return self.with_item(running.id, spans=close_last(running.spans, at), outcome=Outcome.TREATED)

    def put_off(self, item_id: str, at: datetime) -> Meeting:
        """The item is put off to another meeting; if it was running, the clock stops at `at`."""
        return self._set_aside(item_id, Outcome.PUT_OFF, at)

    def withdraw(self, item_id: str, at: datetime) -> Meeting:
        """The item is withdrawn from the agenda; if it was running, the clock stops at `at`."""
        return self._set_aside(item_id, Outcome.WITHDRAWN, at)

    def _set_aside(self, item_id: str, outcome: Outcome, at: datetime) -> Meeting:
        spans = close_last(self.item(item_id).spans, at)
        return self.with_item(item_id, spans=spans, outcome=outcome, together_with=None)

    def put_back(self, item_id: str) -> Meeting:
        """An item that was put off or withdrawn waits again, or counts as treated where it was taken before."""
        outcome = Outcome.TREATED if self.item(item_id).spans else Outcome.OPEN
        return self.with_item(item_id, outcome=outcome, together_with=None)

    def treat_together(self, item_id: str, other_id: str) -> Meeting:
        """The item is treated together with another, under that one's decision; so are those that were treated together
        with it. `put_back` takes it back.
        """
        other_id = self.item(other_id).together_with or other_id
        if other_id == item_id:
            raise MeetingError("together_with_itself")
        if is_running(self.item(item_id).spans):
            raise MeetingError("already_running")
        meeting = self
        for item in self.items:
            if item.id == item_id or item.together_with == item_id:
                meeting = meeting.with_item(item.id, together_with=other_id, outcome=Outcome.TREATED)
        return meeting

    def toggle_closed(self, item_id: str) -> Meeting:
        """The item is treated behind closed doors, or in the open after all. What the agenda has closed stays closed:
        its case was never meant to be published.
        """
        item = self.item(item_id)
        if item.planned.is_closed_item:
            raise MeetingError("closed_by_agenda")
        return self.with_item(item_id, closed_at_meeting=not item.closed_at_meeting)

    def add_item(self, title: str, after: str | None, kind: ItemKind = ItemKind.ORDINARY) -> Meeting:
        """A new item, standing after the item `after` (None: last). It gets the next free number."""
        if not title.strip():
            raise MeetingError("no_title")
        numbers = [item.planned.number for item in self.items if item.planned.number is not None]
        number = None if kind is ItemKind.BREAK else max(numbers, default=0) + 1
        planned = AgendaItem(id=self.next_added_item_id, title=title.strip(), number=number, kind=kind)
        where = len(self.items) if after is None else [item.id for item in self.items].index(self.item(after).id) + 1
        return replace(self, items=(*self.items[:where], MeetingItem(planned, is_added=True), *self.items[where:]))

    def pause(self, at: datetime) -> Meeting:
        """Stop the clock; `resume` or taking up an item starts it again."""
        if self.started_at is None:
            raise MeetingError("not_started")
        if self.closed_at is not None:
            raise MeetingError("meeting_closed")
        return self if self.is_paused else replace(self, pauses=(*self.pauses, Span(at)))

    def resume(self, at: datetime) -> Meeting:
        return replace(self, pauses=close_last(self.pauses, at))

    def share_rest(self, at: datetime) -> Meeting:
        """From now on the plan is what is left at `at`, shared out."""
        if self.started_at is None:
            raise MeetingError("not_started")
        if self.closed_at is not None:
            raise MeetingError("meeting_closed")
        return replace(self, shared_since=at)

    def plan_as_agenda(self) -> Meeting:
        """The plan is the agenda's again."""
        return replace(self, shared_since=None)

    def close(self, at: datetime) -> Meeting:
        """Raise the meeting (mødet hævet): the running item and a pause end with it."""
        if self.started_at is None:
            raise MeetingError("not_started")
        if self.closed_at is not None:
            raise MeetingError("meeting_closed")
        return replace(self.finish_running(at), pauses=close_last(self.pauses, at), closed_at=at)

    # What the minute taker writes

    def write(self, item_id: str, field: TextField, text: str) -> Meeting:
        """Replace the whole text of one field of one item."""
        return self.with_item(item_id, **{field.value: text})

    def add_action(self, item_id: str, action: ActionItem) -> Meeting:
        return self.with_item(item_id, actions=(*self.item(item_id).actions, action))

    def cast_votes(self, item_id: str, vote: Vote | None, dissent: str) -> Meeting:
        """How the item was voted on (None: not at all), and the dissent in the dissenters' own words."""
        return self.with_item(item_id, vote=vote, dissent=dissent)

    # People

    def set_status(self, person_id: str, status: Status) -> Meeting:
        """Set a person present or absent. The person moves to the end of the record; an absentee was never there, so
        clock times noted before are dropped, and one who was there had no substitute.
        """
        person = self.person(person_id)
        if person.is_vacant:
            raise MeetingError("vacant_seat")
        noted = self.attendance_of(person_id)
        if noted.status is status and person_id in self._attendance_by_id:
            return self
        if status.is_absence:
            changed = replace(noted, status=status, arrivals=(), departures=())
        else:
            changed = replace(noted, status=status, substitute="")
        others = tuple(entry for entry in self.attendance if entry.person_id != person_id)
        return replace(self, attendance=(*others, changed))

    def everyone_here(self) -> Meeting:
        """All of whom nothing is known are present; absentees stay absent."""
        meeting = self
        for person in self.people:
            if not person.is_vacant and self.attendance_of(person.id).status is Status.UNKNOWN:
                meeting = meeting.set_status(person.id, Status.PRESENT)
        return meeting

    def arrive(self, person_id: str, at: datetime) -> Meeting:
        """The person came in, late or again. One who was noted as absent is not any more, and one who comes back in the
        second of leaving never left.
        """
        noted = self._attendance_of_someone(person_id)
        self._refuse_when_closed()
        if noted.is_here and noted.status is Status.PRESENT:
            raise MeetingError("already_present", name=self.person(person_id).name)
        if noted.departures and noted.departures[-1] == at:
            return self.with_attendance(replace(noted, departures=noted.departures[:-1]))
        return self.with_attendance(replace(noted, status=Status.PRESENT, arrivals=(*noted.arrivals, at)))

    def leave(self, person_id: str, at: datetime) -> Meeting:
        """The person left the meeting."""
        noted = self._attendance_of_someone(person_id)
        self._refuse_when_closed()
        if not noted.is_here:
            raise MeetingError("not_present", name=self.person(person_id).name)
        return self.with_attendance(replace(noted, status=Status.PRESENT, departures=(*noted.departures, at)))

    def _refuse_when_closed(self) -> None:
        """Nobody comes or goes at a meeting that has been raised."""
        if self.closed_at is not None:
            raise MeetingError("meeting_closed")

    def toggle_outside(self, person_id: str, item_id: str) -> Meeting:
        """The person is out of the room during this item, or was not after all."""
        self._attendance_of_someone(person_id)
        return self.with_item(item_id, outside=_toggled(self.item(item_id).outside, person_id))

    def next_recusal(self, person_id: str, item_id: str) -> Meeting:
        """The person is inhabil in this item; then, was found not to be; then, it was never asked."""
        self._attendance_of_someone(person_id)
        item = self.item(item_id)
        was = item.recusal_of(person_id)
        recused, cleared = _without(item.recused, person_id), _without(item.cleared, person_id)
        if was is Recusal.NONE:
            recused = (*recused, person_id)
        elif was is Recusal.RECUSED:
            cleared = (*cleared, person_id)
        return self.with_item(item_id, recused=recused, cleared=cleared)

    def set_substitute(self, person_id: str, name: str) -> Meeting:
        """Who came instead; an empty name: nobody. One who sends a substitute is not there."""
        noted = self._attendance_of_someone(person_id)
        meeting = self.with_attendance(replace(noted, substitute=name.strip()))
        if name.strip() and not noted.status.is_absence:
            return meeting.set_status(person_id, Status.APOLOGIES)
        return meeting

    def set_note(self, person_id: str, note: str) -> Meeting:
        """What is printed after the name."""
        return self.with_attendance(replace(self._attendance_of_someone(person_id), note=note.strip()))

    def add_participant(self, name: str, title: str = "") -> Meeting:
        """Someone who turned up without being on the agenda is on the list and present."""
        if not name.strip():
            raise MeetingError("no_name")
        person = Participant(id=f"added-person-{len(self.added_people) + 1}", name=name.strip(), title=title.strip())
        return replace(self, added_people=(*self.added_people, person)).set_status(person.id, Status.PRESENT)

    def toggle_guest(self, item_id: str, label: str) -> Meeting:
        """A guest of this item stayed away, or came after all; see `Guest.label`."""
        item = self.item(item_id)
        invited = [guest.label for guest in item.guest_list][: len(item.planned.invitees)]
        came = _toggled(tuple(guest.label for guest in item.guests_who_came), label)
        ordered = [guest for guest in invited if guest in came] + [guest for guest in came if guest not in invited]
        return self.with_item(item_id, guests=None if ordered == invited else tuple(ordered))

    def _attendance_of_someone(self, person_id: str) -> Attendance:
        if self.person(person_id).is_vacant:
            raise MeetingError("vacant_seat")
        return self.attendance_of(person_id)


def _toggled(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return _without(names, name) if name in names else (*names, name)


def _without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(other for other in names if other != name)
