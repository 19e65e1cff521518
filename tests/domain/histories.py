"""Whatever may happen at a meeting, for tests of what holds at any."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import strategies as st

from referent.domain.agenda import Agenda, Participant
from referent.domain.attendance import Movement, Status
from referent.domain.corrections import Kept, correct_item, correct_movement
from referent.domain.errors import MeetingError
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.timeline import clock_happenings, move_moment, never_taken_up
from tests.domain.samples import at, by_length, item

Change = Callable[[Meeting, datetime], Meeting]

NAMES = ("Anna", "Bo", "Carl", "Dea")
PEOPLE = (
    *(Participant(name.lower(), name, sent_apologies=name == "Carl") for name in NAMES),
    Participant("seat", "Vakant", is_vacant=True),
)
NUMBERED = tuple(item(number, by_length(10)) for number in range(1, 6))
BEGUN = at("13.00")

_items = st.sampled_from([planned.id for planned in NUMBERED])
_people = st.sampled_from([person.id for person in PEOPLE])
_ago = st.integers(0, 40).map(lambda minutes: timedelta(minutes=minutes))


def _correct(person: str, place: int, ago: timedelta | None) -> Change:
    """The movement at `place` happened that long ago instead; None: it never happened."""

    def change(meeting: Meeting, now: datetime) -> Meeting:
        movements = meeting.attendance_of(person).movements
        if not movements:
            return meeting
        old = movements[place % len(movements)]
        new = replace(old, at=now - ago) if ago is not None else None
        return correct_movement(meeting, person, old, new, now)

    return change


def _add(person: str, is_arrival: bool, ago: timedelta) -> Change:
    return lambda meeting, now: correct_movement(meeting, person, None, Movement(now - ago, is_arrival), now)


def _correct_the_clock(place: int, ago: timedelta | None) -> Change:
    """What the clock did at `place` was that long ago instead; None: the item was never taken up then."""

    def change(meeting: Meeting, now: datetime) -> Meeting:
        known = clock_happenings(meeting)
        if not known:
            return meeting
        wrong = known[place % len(known)]
        if ago is not None:
            return move_moment(meeting, wrong.at, (now - ago).replace(second=0, microsecond=0), now)
        if wrong.place.item_id is None:
            return meeting
        return never_taken_up(meeting, wrong.place.item_id, wrong.at)

    return change


changes: st.SearchStrategy[Change] = st.one_of(
    st.builds(lambda i: lambda meeting, now: meeting.take_up(i, now), _items),
    st.builds(lambda i: lambda meeting, now: meeting.take_up(i, now), _items),
    st.builds(lambda i: lambda meeting, now: meeting.put_off(i, now), _items),
    st.just(lambda meeting, now: meeting.finish_running(now)),
    st.builds(lambda i, other: lambda meeting, now: meeting.treat_together(i, other), _items, _items),
    st.builds(lambda p: lambda meeting, now: meeting.arrive(p, now), _people),
    st.builds(lambda p: lambda meeting, now: meeting.leave(p, now), _people),
    st.builds(lambda p, s: lambda meeting, now: meeting.set_status(p, s), _people, st.sampled_from(Status)),
    st.builds(lambda p, i: lambda meeting, now: meeting.toggle_outside(p, i), _people, _items),
    st.builds(lambda p, i: lambda meeting, now: meeting.next_recusal(p, i), _people, _items),
    st.builds(lambda p: lambda meeting, now: meeting.set_substitute(p, "Ida"), _people),
    st.builds(_correct, _people, st.integers(0, 3), st.none() | _ago),
    st.builds(_add, _people, st.booleans(), _ago),
    st.builds(_correct_the_clock, st.integers(0, 9), st.none() | _ago),
    st.builds(
        lambda p, k, old, new: lambda meeting, now: correct_item(meeting, p, k, old, new),
        _people,
        st.sampled_from(Kept),
        st.none() | _items,
        st.none() | _items,
    ),
    st.just(lambda meeting, now: meeting.everyone_here()),
    st.just(lambda meeting, now: meeting.add_participant("Eli")),
    st.just(lambda meeting, now: meeting.close(now)),
)
histories = st.lists(st.tuples(changes, st.integers(0, 1500)), max_size=40)
"""What is done, and how many seconds pass after it."""


def before_it_began() -> Meeting:
    return Meeting.planned(Agenda("Rådet", BEGUN.date(), start=BEGUN.time(), participants=PEOPLE, items=NUMBERED))


def held(history: list[tuple[Change, int]]) -> Meeting:
    """The meeting at which all this was done; what makes no sense was refused."""
    meeting, now = before_it_began(), BEGUN
    for change, seconds in history:
        with suppress(MeetingError):
            meeting = change(meeting, now)
        now += timedelta(seconds=seconds)
    return meeting


def items_of(meeting: Meeting) -> dict[int, MeetingItem]:
    """The items that were taken, by their numbers."""
    return {each.planned.number: each for each in meeting.taken_in_order if each.planned.number is not None}
