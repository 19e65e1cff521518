"""Pauses and the end of a meeting: every transition leads to a new meeting or is refused."""

from __future__ import annotations

import pytest

from referent.domain.errors import MeetingError
from referent.domain.item import ItemState
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span
from tests.domain.samples import at, planned


def running_item_1() -> Meeting:
    return planned().take_up("item-1", at("13.01.30"))


def test_a_pause_runs_until_it_is_ended() -> None:
    meeting = running_item_1().pause(at("13.05"))
    assert meeting.is_paused
    assert meeting.pause(at("13.06")) == meeting
    resumed = meeting.resume(at("13.10"))
    assert not resumed.is_paused
    assert resumed.pauses == (Span(at("13.05"), at("13.10")),)


def test_going_on_without_a_pause_changes_nothing() -> None:
    assert running_item_1().resume(at("13.05")) == running_item_1()


def test_taking_up_an_item_ends_a_pause() -> None:
    meeting = running_item_1().pause(at("13.05")).take_up("item-2", at("13.15"))
    assert meeting.pauses == (Span(at("13.05"), at("13.15")),)


@pytest.mark.parametrize("attempt", ["pause", "close"])
def test_a_meeting_that_has_not_begun_can_be_neither_paused_nor_closed(attempt: str) -> None:
    with pytest.raises(MeetingError) as refused:
        getattr(planned(), attempt)(at("13.00"))
    assert refused.value.code == "not_started"


def test_closing_the_meeting_ends_the_running_item_and_the_pause() -> None:
    meeting = running_item_1().pause(at("13.05")).close(at("13.20"))
    assert meeting.closed_at == at("13.20")
    assert meeting.running is None
    assert not meeting.is_paused
    assert meeting.item("item-1").state is ItemState.TREATED


def test_a_closed_meeting_cannot_be_paused() -> None:
    with pytest.raises(MeetingError) as refused:
        running_item_1().close(at("13.20")).pause(at("13.21"))
    assert refused.value.code == "meeting_closed"


def test_taking_up_an_item_opens_a_closed_meeting_again_with_its_first_start() -> None:
    meeting = running_item_1().close(at("13.20")).take_up("item-2", at("13.25"))
    assert meeting.closed_at is None
    assert meeting.started_at == at("13.01.30")


def test_a_meeting_is_raised_once() -> None:
    closed = running_item_1().close(at("14.00"))
    with pytest.raises(MeetingError, match="hævet"):
        closed.close(at("15.00"))
