"""Whatever happens in a meeting, and in whatever order: what is always so, and that all of it can be undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from referent.domain.attendance import Attendance, Movement, Status, presence
from referent.domain.corrections import Kept, correct_item, correct_movement
from referent.domain.decisions import ActionItem, TextField, Vote
from referent.domain.errors import MeetingError
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import is_running
from referent.domain.timeline import move_moment, never_taken_up
from referent.session import MeetingSession
from tests.domain.samples import at, planned
from tests.fakes import FakeClock

Change = Callable[[Meeting, FakeClock], Meeting]

items = st.sampled_from(["item-1", "item-2", "break", "item-3", "added-item-1"])
persons = st.sampled_from(["anna", "bo", "carl", "seat", "added-person-1"])
statuses = st.sampled_from(list(Status))
guests = st.sampled_from(["Gry", "Hans", "Ida"])

changes: st.SearchStrategy[Change] = st.one_of(
    st.builds(lambda i: lambda meeting, clock: meeting.take_up(i, clock.now()), items),
    st.builds(lambda i: lambda meeting, clock: meeting.put_off(i, clock.now()), items),
    st.builds(lambda i: lambda meeting, clock: meeting.withdraw(i, clock.now()), items),
    st.builds(lambda i: lambda meeting, clock: meeting.put_back(i), items),
    st.builds(lambda i: lambda meeting, clock: meeting.add_item("Nyt", i), items | st.none()),
    st.builds(lambda i: lambda meeting, clock: meeting.toggle_closed(i), items),
    st.builds(
        lambda minutes: (
            lambda meeting, clock: move_moment(
                meeting, meeting.last_moment, clock.now() - timedelta(minutes=minutes), clock.now()
            )
        ),
        st.integers(0, 3),
    ),
    st.builds(lambda i: lambda meeting, clock: never_taken_up(meeting, i, last_start(meeting, i)), items),
    st.just(lambda meeting, clock: meeting.pause(clock.now())),
    st.just(lambda meeting, clock: meeting.resume(clock.now())),
    st.just(lambda meeting, clock: meeting.close(clock.now())),
    st.just(lambda meeting, clock: meeting.everyone_here()),
    st.builds(lambda p, s: lambda meeting, clock: meeting.set_status(p, s), persons, statuses),
    st.builds(lambda p: lambda meeting, clock: meeting.arrive(p, clock.now()), persons),
    st.builds(lambda p: lambda meeting, clock: meeting.leave(p, clock.now()), persons),
    st.builds(lambda p, i: lambda meeting, clock: meeting.toggle_outside(p, i), persons, items),
    st.builds(lambda p, i: lambda meeting, clock: meeting.next_recusal(p, i), persons, items),
    st.builds(lambda p: lambda meeting, clock: meeting.set_substitute(p, "Ida"), persons),
    st.builds(lambda i, g: lambda meeting, clock: meeting.toggle_guest(i, g), items, guests),
    st.builds(
        lambda p, is_arrival, minutes: (
            lambda meeting, clock: correct_movement(
                meeting, p, None, Movement(clock.now() - timedelta(minutes=minutes), is_arrival), clock.now()
            )
        ),
        persons,
        st.booleans(),
        st.integers(0, 30),
    ),
    st.builds(
        lambda p, kept, old, new: lambda meeting, clock: correct_item(meeting, p, kept, old, new),
        persons,
        st.sampled_from(Kept),
        st.none() | items,
        st.none() | items,
    ),
    st.just(lambda meeting, clock: meeting.add_participant("Dea Dal")),
    st.builds(lambda i: lambda meeting, clock: meeting.cast_votes(i, Vote(3, 2, 1), "Nej."), items),
    st.builds(lambda i: lambda meeting, clock: meeting.add_action(i, ActionItem("Ring")), items),
)


def last_start(meeting: Meeting, item_id: str) -> datetime:
    spans = meeting.item(item_id).spans
    return spans[-1].start if spans else datetime.min


steps = st.lists(st.tuples(changes, st.sampled_from([0, 1, 20, 90])), max_size=25)


def play(session: MeetingSession, clock: FakeClock, series: list[tuple[Change, int]]) -> None:
    """Do each change in turn, with so many seconds after it; one that makes no sense is refused and has no effect."""
    for change, seconds in series:
        before = session.meeting
        try:
            session.act("noget", lambda meeting, change=change: change(meeting, clock))  # type: ignore[misc]
        except MeetingError:
            assert session.meeting is before
        clock.advance(seconds=seconds)


def undo_all(session: MeetingSession) -> None:
    try:
        while True:
            session.undo()
    except MeetingError as refused:
        if refused.code != "nothing_to_undo":
            raise


@given(steps)
def test_undoing_goes_back_through_every_meeting_there_was_to_the_beginning(series: list[tuple[Change, int]]) -> None:
    session = MeetingSession(planned(), clock := FakeClock())
    passed = [session.meeting]
    for step in series:
        play(session, clock, [step])
        if session.meeting != passed[-1]:
            passed.append(session.meeting)
    for before in reversed(passed[:-1]):
        session.undo()
        assert session.meeting == before
    assert session.meeting == planned()
    assert session.events == ()


@given(steps, st.text(min_size=1))
def test_undoing_everything_never_takes_a_text_back(series: list[tuple[Change, int]], text: str) -> None:
    session = MeetingSession(planned(), clock := FakeClock())
    half = len(series) // 2
    play(session, clock, series[:half])
    session.write("item-2", TextField.DECISION, text)
    play(session, clock, series[half:])
    undo_all(session)
    assert session.meeting == planned().write("item-2", TextField.DECISION, text)


@given(steps)
def test_nobody_is_two_things_and_the_clock_is_on_one_item_at_most(series: list[tuple[Change, int]]) -> None:
    session = MeetingSession(planned(), clock := FakeClock())
    play(session, clock, series)
    everyone_is_present_or_absent_or_unknown(session.meeting)
    whoever_is_here_is_in_the_room_now(session.meeting)
    the_clock_is_on_one_item_at_most_and_never_in_a_closed_meeting(session.meeting)


def everyone_is_present_or_absent_or_unknown(meeting: Meeting) -> None:
    listed = [person.id for person in meeting.people if not person.is_vacant]
    absent = [person.id for person in meeting.absentees]
    noted = {person_id: meeting.attendance_of(person_id) for person_id in listed}
    present = [person_id for person_id in listed if noted[person_id].status is Status.PRESENT]
    unknown = [person_id for person_id in listed if noted[person_id].status is Status.UNKNOWN]
    assert sorted(present + absent + unknown) == sorted(listed)
    assert all(bool(presence(noted[person_id])) == (person_id not in absent) for person_id in listed)
    assert len({entry.person_id for entry in meeting.attendance}) == len(meeting.attendance)


def whoever_is_here_is_in_the_room_now(meeting: Meeting) -> None:
    for noted in meeting.attendance:
        assert noted.is_here == is_running(presence(noted)), noted


def the_clock_is_on_one_item_at_most_and_never_in_a_closed_meeting(meeting: Meeting) -> None:
    running = [item for item in meeting.items if is_running(item.spans)]
    assert len(running) <= 1
    if meeting.closed_at is not None:
        assert not running
        assert not meeting.is_paused
    assert (meeting.started_at is None) == (not meeting.taken_in_order)
    ids = [item.id for item in meeting.items]
    assert len(set(ids)) == len(ids)


@given(st.lists(st.integers(0, 200), max_size=6), st.lists(st.integers(0, 200), max_size=6))
def test_presence_is_in_order_and_never_overlaps(arrivals: list[int], departures: list[int]) -> None:
    def moments(seconds: list[int]) -> tuple[datetime, ...]:
        return tuple(at("13.00") + timedelta(seconds=value) for value in sorted(set(seconds)))

    spans = presence(Attendance("anna", Status.PRESENT, moments(arrivals), moments(departures)))
    for span, following in pairwise(spans):
        assert span.end is not None
        assert span.start <= span.end < following.start
