"""What was noted about a person can be put right afterwards, within reason."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given

from referent.domain.attendance import Attendance, Movement, Status
from referent.domain.corrections import Kept, correct_item, correct_movement, moment_at
from referent.domain.errors import MeetingError
from referent.domain.meeting import Meeting
from tests.domain.histories import Change, held, histories
from tests.domain.samples import at, planned

NOW = at("14.00")


def came(clock: str) -> Movement:
    return Movement(at(clock), is_arrival=True)


def left(clock: str) -> Movement:
    return Movement(at(clock), is_arrival=False)


def moved(meeting: Meeting) -> list[Movement]:
    return list(meeting.attendance_of("anna").movements)


def under_way() -> Meeting:
    return (
        planned().everyone_here().take_up("item-1", at("13.00")).leave("anna", at("13.20")).arrive("anna", at("13.30"))
    )


def test_a_time_can_be_changed() -> None:
    meeting = correct_movement(under_way(), "anna", left("13.20"), left("13.15"), NOW)
    assert moved(meeting) == [left("13.15"), came("13.30")]


def test_a_time_can_be_taken_away_where_what_is_left_makes_sense() -> None:
    meeting = correct_movement(under_way(), "anna", came("13.30"), None, NOW)
    assert moved(meeting) == [left("13.20")]
    assert moved(correct_movement(meeting, "anna", left("13.20"), None, NOW)) == []


def test_what_was_forgotten_can_be_added() -> None:
    meeting = correct_movement(under_way(), "anna", None, left("13.40"), NOW)
    assert moved(meeting) == [left("13.20"), came("13.30"), left("13.40")]


def test_one_noted_as_absent_was_there_after_all_when_an_arrival_is_added() -> None:
    meeting = correct_movement(under_way(), "carl", None, came("13.40"), NOW)
    assert meeting.attendance_of("carl") == Attendance("carl", Status.PRESENT, arrivals=(at("13.40"),))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (left("13.20"), None, None),
        (left("13.20"), left("13.40"), None),
        (None, came("13.45"), "arrived_twice"),
        (None, left("13.10"), "left_twice"),
        (None, left("14.01"), "in_the_future"),
        (None, left("00.30"), "before_the_meeting"),
        (left("13.21"), None, "unknown_movement"),
    ],
)
def test_nobody_comes_or_leaves_twice_running_or_at_an_impossible_time(
    old: Movement | None, new: Movement | None, code: str | None
) -> None:
    if code is None:
        correct_movement(under_way(), "anna", old, new, NOW)
        return
    with pytest.raises(MeetingError) as refused:
        correct_movement(under_way(), "anna", old, new, NOW)
    assert refused.value.code == code
    assert str(refused.value)


def test_nothing_happens_after_the_meeting_was_raised() -> None:
    meeting = under_way().close(at("13.50"))
    with pytest.raises(MeetingError, match=r"13\.50"):
        correct_movement(meeting, "anna", None, left("13.55"), NOW)


def test_an_absentee_cannot_have_left() -> None:
    with pytest.raises(MeetingError, match="ikke til stede"):
        correct_movement(under_way(), "carl", None, left("13.40"), NOW)


def test_a_vacant_seat_neither_comes_nor_goes() -> None:
    with pytest.raises(MeetingError, match="vakant"):
        correct_movement(under_way(), "seat", None, came("13.40"), NOW)
    with pytest.raises(MeetingError, match="vakant"):
        correct_item(under_way(), "seat", Kept.OUTSIDE, None, "item-1")


@pytest.mark.parametrize("kept", Kept)
def test_what_was_noted_at_one_item_can_be_moved_to_another_and_taken_away(kept: Kept) -> None:
    noted = correct_item(planned(), "anna", kept, None, "item-1")
    assert getattr(noted.item("item-1"), kept.value) == ("anna",)
    moved = correct_item(noted, "anna", kept, "item-1", "item-2")
    assert getattr(moved.item("item-1"), kept.value) == ()
    assert getattr(moved.item("item-2"), kept.value) == ("anna",)
    assert correct_item(moved, "anna", kept, "item-2", None) == planned()


def test_one_who_is_recused_has_not_been_found_not_to_be() -> None:
    meeting = correct_item(planned().next_recusal("anna", "item-1"), "anna", Kept.CLEARED, None, "item-1")
    assert (meeting.item("item-1").recused, meeting.item("item-1").cleared) == ((), ("anna",))


@pytest.mark.parametrize(
    ("clock", "moment"),
    [(time(13, 10), at("13.10")), (time(12, 50), at("12.50")), (time(0, 30), at("00.30") + timedelta(days=1))],
)
def test_a_clock_time_is_the_one_nearest_to_the_start_of_the_meeting(clock: time, moment: datetime) -> None:
    meeting = planned().take_up("item-1", at("13.00"))
    assert moment_at(meeting, clock) == moment


@given(histories)
def test_whatever_is_corrected_people_come_and_go_in_turn(history: list[tuple[Change, int]]) -> None:
    for noted in held(history).attendance:
        turns = [movement.is_arrival for movement in noted.movements]
        assert all(one is not other for one, other in pairwise(turns))
