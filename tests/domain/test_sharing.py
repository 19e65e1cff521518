"""What is left of a meeting, shared out among the items that wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referent.domain.agenda import AgendaItem, ItemKind
from referent.domain.errors import MeetingError
from referent.domain.item import ItemState
from referent.domain.meeting import Meeting
from referent.domain.plan import allotted, left, planned_end, planned_spans, shared_out, standing
from tests.domain.samples import agenda, at, by_length, item

MINUTE = timedelta(minutes=1)


def pause(number: int, minutes: int) -> AgendaItem:
    return replace(item(number, by_length(minutes)), kind=ItemKind.BREAK, number=None)


def under_way() -> Meeting:
    """Item 1 began at 13.00; then 20 minutes, a break of 10, and 40 minutes; to end at 15.00."""
    planned = agenda(
        item(1, by_length(30)), item(2, by_length(20)), pause(3, 10), item(4, by_length(40)), start="13.00", end="15.00"
    )
    return Meeting.planned(planned).take_up("item-1", at("13.00"))


def minutes_of(meeting: Meeting) -> dict[str, int]:
    return {item_id: share // MINUTE for item_id, share in shared_out(meeting).items()}


def test_the_rest_is_shared_in_proportion_and_breaks_are_kept() -> None:
    shared = under_way().share_rest(at("13.20"))  # 10 minutes of item 1, the break, and 80 minutes more
    assert minutes_of(shared) == {"item-2": 27, "item-3": 10, "item-4": 53}


def test_the_plan_follows_the_running_item_and_ends_when_the_meeting_should() -> None:
    spans = planned_spans(under_way().share_rest(at("13.20")))
    assert spans["item-1"].start == at("13.00")
    assert spans["item-2"].start == at("13.30")
    assert spans["item-3"].start == at("13.57")
    assert spans["item-4"].end == at("15.00")


def test_an_item_that_is_over_its_time_has_nothing_left_to_keep() -> None:
    shared = under_way().share_rest(at("13.50"))
    assert minutes_of(shared) == {"item-2": 20, "item-3": 10, "item-4": 40}


def test_the_running_item_gives_way_where_there_is_too_little() -> None:
    shared = under_way().share_rest(at("13.01"))
    late = replace(shared, agenda=replace(shared.agenda, end=at("13.20").time()))
    assert minutes_of(late) == {"item-2": 1, "item-3": 10, "item-4": 1}


def test_the_clock_and_the_projection_follow_the_plan() -> None:
    meeting = under_way().share_rest(at("13.20"))
    assert standing(meeting, at("13.20")).drift == timedelta()
    meeting = meeting.take_up("item-2", at("13.30"))
    assert allotted(meeting, meeting.item("item-2")) == 27 * MINUTE
    assert left(meeting, meeting.item("item-2"), at("13.40")) == 17 * MINUTE
    assert minutes_of(meeting) == {"item-2": 27, "item-3": 10, "item-4": 53}


def test_the_agenda_is_the_plan_again_when_that_is_taken_back() -> None:
    meeting = under_way()
    assert meeting.share_rest(at("13.20")).plan_as_agenda() == meeting
    assert shared_out(meeting) == {}


def test_what_is_put_off_gives_its_time_to_the_others() -> None:
    meeting = under_way().share_rest(at("13.20")).put_off("item-2", at("13.21"))
    assert minutes_of(meeting) == {"item-3": 10, "item-4": 80}


def test_an_item_added_at_the_meeting_counts_as_the_average() -> None:
    meeting = under_way().add_item("Nyt", None).share_rest(at("13.20"))
    shares = minutes_of(meeting)
    assert sum(shares.values()) == 90
    added = next(item_id for item_id in shares if item_id.startswith("added"))
    assert shares[added] in (26, 27)


def test_after_the_end_there_is_nothing_to_share() -> None:
    assert shared_out(under_way().share_rest(at("15.00"))) == {}
    assert shared_out(under_way().share_rest(at("15.30"))) == {}


def test_a_plan_by_the_clock_is_shared_out_to_the_end_of_its_last_slot() -> None:
    planned = agenda(item(1, by_length(30)), item(2, by_length(30)), start="13.00", end=None)
    meeting = Meeting.planned(planned).take_up("item-1", at("13.00")).share_rest(at("13.45"))
    assert planned_end(meeting) == at("14.00")
    assert minutes_of(meeting) == {"item-2": 15}


LENGTHS = st.lists(st.integers(1, 90), min_size=1, max_size=12)


@given(LENGTHS, st.lists(st.integers(1, 20), max_size=2), st.integers(0, 400), st.integers(0, 59), st.integers(1, 60))
def test_whatever_is_left_is_shared_out_to_the_minute(
    lengths: list[int], breaks: list[int], passed: int, seconds: int, running: int
) -> None:
    """Sums to what is left, breaks whole, in whole minutes, in proportion to a minute, and nobody without a minute."""
    waiting = [item(number, by_length(length)) for number, length in enumerate(lengths, 2)]
    pauses = [pause(number, length) for number, length in enumerate(breaks, 100)]
    planned = agenda(item(1, by_length(running)), *waiting, *pauses, start="13.00", end="19.00")
    since = at("13.00") + timedelta(minutes=passed, seconds=seconds)
    meeting = Meeting.planned(planned).take_up("item-1", at("13.00")).share_rest(since)
    shared = shared_out(meeting)
    whole = at("13.00") + timedelta(minutes=passed + (seconds > 0))
    room = (at("19.00") - whole) // MINUTE - sum(breaks)
    if room <= 0:
        assert shared == {}
        return
    assert all(share % MINUTE == timedelta() for share in shared.values())
    assert [shared[f"item-{number}"] // MINUTE for number in range(100, 100 + len(breaks))] == breaks
    got = [shared[entry.id] // MINUTE for entry in waiting]
    spans = planned_spans(meeting)
    last = list(spans)[-1] if breaks else waiting[-1].id
    assert spans[last].end == at("19.00")
    assert sum(got) <= room
    if room >= len(lengths):
        assert min(got) >= 1
        for one, share in zip(lengths, got, strict=True):
            for other, others_share in zip(lengths, got, strict=True):
                if share > 1 and others_share > 1:  # in proportion, but for the minute that rounding moves
                    assert abs(share * other - others_share * one) <= one + other


@given(LENGTHS, st.integers(0, 300))
def test_an_item_that_is_planned_longer_never_gets_less(lengths: list[int], passed: int) -> None:
    waiting = [item(number, by_length(length)) for number, length in enumerate(lengths, 2)]
    planned = agenda(item(1), *waiting, start="13.00", end="18.00")
    since = at("13.00") + timedelta(minutes=passed)
    meeting = Meeting.planned(planned).take_up("item-1", at("13.00")).share_rest(since)
    shared = shared_out(meeting)
    if not shared or len(lengths) > 300 - passed:
        return
    got = sorted(zip(lengths, (shared[entry.id] // MINUTE for entry in waiting), strict=True))
    for (one, less), (other, more) in pairwise(got):
        assert less <= more + (one == other)
    assert sum(minutes for _, minutes in got) == 300 - passed


def test_a_meeting_that_has_not_begun_or_is_raised_has_no_rest() -> None:
    for meeting in (Meeting.planned(under_way().agenda), under_way().close(at("14.00"))):
        with pytest.raises(MeetingError):
            meeting.share_rest(at("14.10"))
    assert under_way().item("item-1").state is ItemState.RUNNING
