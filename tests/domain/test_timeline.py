"""When items were taken up and the meeting raised can be put right afterwards, within reason."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from referent.domain.errors import MeetingError
from referent.domain.happenings import Happened
from referent.domain.item import ItemState
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span
from referent.domain.timeline import clock_happenings, move_moment, never_taken_up
from tests.domain.histories import Change, held, histories
from tests.domain.samples import at, planned

NOW = at("14.00")


def under_way() -> Meeting:
    """Items 1 and 2 were treated, with a break of the clock in the second; item 3 runs."""
    meeting = planned().take_up("item-1", at("13.00")).take_up("item-2", at("13.10"))
    return meeting.pause(at("13.20")).resume(at("13.25")).take_up("item-3", at("13.40"))


def spans(meeting: Meeting, item_id: str) -> list[tuple[str, str]]:
    return [(f"{span.start:%H.%M}", f"{span.end:%H.%M}" if span.end else "") for span in meeting.item(item_id).spans]


def test_what_ends_when_something_else_begins_is_told_once() -> None:
    told = [(f"{each.at:%H.%M}", each.what) for each in clock_happenings(under_way().close(at("13.50")))]
    assert told == [
        ("13.00", Happened.TAKEN_UP),
        ("13.10", Happened.TAKEN_UP),
        ("13.20", Happened.PAUSED),
        ("13.25", Happened.RESUMED),
        ("13.40", Happened.TAKEN_UP),
        ("13.50", Happened.CLOSED),
    ]


def test_an_item_that_was_put_off_while_it_ran_has_an_end_of_its_own() -> None:
    meeting = planned().take_up("item-1", at("13.00")).put_off("item-1", at("13.05"))
    assert [each.what for each in clock_happenings(meeting)] == [Happened.TAKEN_UP, Happened.ENDED]


def test_with_the_time_of_an_item_goes_the_end_of_the_one_before() -> None:
    meeting = move_moment(under_way(), at("13.10"), at("13.07"), NOW)
    assert spans(meeting, "item-1") == [("13.00", "13.07")]
    assert spans(meeting, "item-2") == [("13.07", "13.40")]


def test_with_the_first_item_the_whole_meeting_began_earlier() -> None:
    meeting = move_moment(under_way(), at("13.00"), at("12.55"), NOW)
    assert meeting.started_at == at("12.55")
    assert spans(meeting, "item-1") == [("12.55", "13.10")]


def test_the_end_of_the_meeting_and_of_its_last_item_are_one() -> None:
    meeting = move_moment(under_way().close(at("13.50")), at("13.50"), at("13.45"), NOW)
    assert meeting.closed_at == at("13.45")
    assert spans(meeting, "item-3") == [("13.40", "13.45")]


def test_a_pause_can_be_put_right_too() -> None:
    assert move_moment(under_way(), at("13.25"), at("13.22"), NOW).pauses == (Span(at("13.20"), at("13.22")),)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("13.10", "12.59", "before_the_former"),
        ("13.10", "13.20", "after_the_next"),
        ("13.10", "13.30", "after_the_next"),
        ("13.40", "14.01", "in_the_future"),
        ("13.11", "13.12", "unknown_movement"),
    ],
)
def test_what_cannot_be_is_refused(old: str, new: str, code: str) -> None:
    with pytest.raises(MeetingError) as refused:
        move_moment(under_way(), at(old), at(new), NOW)
    assert refused.value.code == code


def test_nobody_can_have_left_after_the_meeting() -> None:
    meeting = under_way().everyone_here().leave("anna", at("13.48")).close(at("13.50"))
    with pytest.raises(MeetingError) as refused:
        move_moment(meeting, at("13.50"), at("13.45"), NOW)
    assert str(refused.value) == "Det, der skete lige før, skete kl. 13.48."
    assert move_moment(meeting, at("13.50"), at("13.49"), NOW).closed_at == at("13.49")


def test_in_the_same_minute_it_comes_after_what_came_before() -> None:
    meeting = planned().take_up("item-1", at("13.00.40")).take_up("item-2", at("13.10.20"))
    assert move_moment(meeting, at("13.10.20"), at("13.00"), NOW).item("item-2").spans == (Span(at("13.00.41")),)


def test_where_an_item_was_taken_up_by_mistake_the_one_before_went_on() -> None:
    meeting = never_taken_up(under_way(), "item-3", at("13.40"))
    assert meeting.item("item-3").state is ItemState.NOT_YET
    assert meeting.running is not None
    assert meeting.running.id == "item-2"
    assert meeting.next_untreated == meeting.item("break")


def test_a_mistake_in_the_middle_of_an_item_leaves_no_trace() -> None:
    before = planned().take_up("item-1", at("13.00"))
    mistaken = before.take_up("item-3", at("13.05")).take_up("item-1", at("13.06"))
    assert never_taken_up(mistaken, "item-3", at("13.05")) == before


def test_an_item_that_was_taken_twice_was_taken_once() -> None:
    again = under_way().take_up("item-1", at("13.45")).take_up("item-3", at("13.46"))
    meeting = never_taken_up(again, "item-1", at("13.45"))
    assert spans(meeting, "item-1") == [("13.00", "13.10")]
    assert meeting.item("item-1").state is ItemState.TREATED
    assert spans(meeting, "item-3") == [("13.40", "")]


def test_what_is_written_in_it_stays_and_an_item_that_was_put_off_stays_so() -> None:
    meeting = planned().take_up("item-1", at("13.00")).take_up("item-2", at("13.05")).put_off("item-2", at("13.06"))
    meeting = never_taken_up(meeting, "item-2", at("13.05"))
    assert meeting.item("item-2").state is ItemState.PUT_OFF
    assert spans(meeting, "item-1") == [("13.00", "13.06")]


def test_where_nothing_else_was_taken_up_the_meeting_has_not_begun() -> None:
    meeting = planned().take_up("item-1", at("13.00")).pause(at("13.01")).share_rest(at("13.02"))
    assert never_taken_up(meeting, "item-1", at("13.00")) == planned()


def test_a_meeting_that_began_with_a_mistake_began_with_what_came_next() -> None:
    meeting = never_taken_up(under_way(), "item-1", at("13.00"))
    assert meeting.started_at == at("13.10")
    assert meeting.item("item-1").state is ItemState.NOT_YET


def test_what_was_put_off_in_the_same_second_stays_put_off() -> None:
    meeting = planned().take_up("item-1", at("13.00")).put_off("item-1", at("13.05")).take_up("item-2", at("13.05"))
    meeting = never_taken_up(meeting, "item-2", at("13.05"))
    assert (meeting.running, meeting.item("item-1").state) == (None, ItemState.PUT_OFF)
    assert spans(meeting, "item-1") == [("13.00", "13.05")]


def test_of_two_that_ended_in_the_same_second_the_last_goes_on() -> None:
    meeting = planned().take_up("item-1", at("13.00")).take_up("item-2", at("13.05")).take_up("item-3", at("13.05"))
    meeting = never_taken_up(meeting, "item-3", at("13.05"))
    assert meeting.running is not None
    assert meeting.running.id == "item-2"


def test_what_was_treated_together_with_it_waits_again_too() -> None:
    meeting = under_way().treat_together("break", "item-3")
    meeting = never_taken_up(meeting, "item-3", at("13.40"))
    assert meeting.item("break").state is ItemState.NOT_YET
    assert meeting.item("break").together_with is None


def test_nobody_can_have_left_before_the_meeting() -> None:
    meeting = planned().everyone_here().take_up("item-1", at("13.00")).leave("anna", at("13.05"))
    with pytest.raises(MeetingError) as refused:
        move_moment(meeting, at("13.00"), at("13.10"), NOW)
    assert str(refused.value) == "Det, der skete lige efter, skete kl. 13.05."
    assert move_moment(meeting, at("13.00"), at("13.04"), NOW).started_at == at("13.04")


def test_a_time_at_which_it_was_not_taken_up_is_refused() -> None:
    with pytest.raises(MeetingError) as refused:
        never_taken_up(under_way(), "item-3", at("13.41"))
    assert refused.value.code == "unknown_movement"


@given(histories)
def test_whatever_is_put_right_one_item_is_taken_at_a_time(history: list[tuple[Change, int]]) -> None:
    meeting = held(history)
    taken = sorted((span for item in meeting.items for span in item.spans), key=lambda span: (span.start, not span.end))
    for before, after in pairwise(taken):
        assert before.end is not None
        assert before.start <= before.end <= after.start or before.start == after.start == after.end
    assert all(meeting.started_at is not None and meeting.started_at <= span.start for span in taken)
