"""Present and absent are everyone, at the whole meeting and at each item."""

from __future__ import annotations

from hypothesis import given

from referent.domain.agenda import Participant
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.domain.room import is_absent, was_away
from tests.domain.histories import Change, held, histories
from tests.domain.samples import at, planned


def absent_from(meeting: Meeting, item: MeetingItem | None = None) -> list[Participant]:
    return [person for person in meeting.people if not person.is_vacant and is_absent(meeting, person.id, item)]


def present_at(meeting: Meeting, item: MeetingItem | None = None) -> list[Participant]:
    return [person for person in meeting.people if not person.is_vacant and not is_absent(meeting, person.id, item)]


def ids(people: object) -> list[str]:
    return [person.id for person in people]  # type: ignore[attr-defined]


@given(histories)
def test_present_and_absent_are_everyone_and_nobody_is_both(history: list[tuple[Change, int]]) -> None:
    meeting = held(history)
    listed = [person.id for person in meeting.people if not person.is_vacant]
    for item in (None, *meeting.items):
        present, absent = ids(present_at(meeting, item)), ids(absent_from(meeting, item))
        assert sorted(present + absent) == sorted(listed), item
    assert sorted(ids(absent_from(meeting))) == sorted(ids(meeting.absentees))


@given(histories)
def test_whoever_is_absent_from_the_meeting_is_absent_from_each_item(history: list[tuple[Change, int]]) -> None:
    meeting = held(history)
    for item in meeting.items:
        assert set(ids(absent_from(meeting))) <= set(ids(absent_from(meeting, item)))


@given(histories)
def test_a_vacant_seat_is_nowhere(history: list[tuple[Change, int]]) -> None:
    meeting = held(history)
    assert all(noted.person_id != "seat" for noted in meeting.attendance)
    for item in (None, *meeting.items):
        assert "seat" not in ids(present_at(meeting, item)) + ids(absent_from(meeting, item))


def taken() -> Meeting:
    return planned().take_up("item-1", at("13.00")).take_up("item-2", at("13.10")).close(at("13.30"))


def test_one_who_left_in_the_minute_an_item_began_is_absent_from_it() -> None:
    meeting = planned().take_up("item-1", at("13.00")).leave("anna", at("13.10")).take_up("item-2", at("13.10"))
    assert not was_away(meeting, "anna", meeting.item("item-1"))
    assert was_away(meeting, "anna", meeting.item("item-2"))


def test_one_who_was_outside_is_absent_and_one_who_was_recused_is_not() -> None:
    meeting = taken().toggle_outside("anna", "item-1").next_recusal("bo", "item-1")
    assert ids(absent_from(meeting, meeting.item("item-1"))) == ["anna", "carl"]


def test_nobody_is_away_from_an_item_that_was_never_taken() -> None:
    meeting = taken().put_back("item-2")
    assert not was_away(meeting, "anna", meeting.item("item-3"))
