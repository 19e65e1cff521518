"""Whether the body can make decisions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from referent.domain.agenda import Profile
from referent.domain.attendance import Status
from referent.domain.meeting import Meeting
from referent.domain.quorum import Quorum, QuorumState, has_lost_quorum, quorum
from tests.domain.histories import Change, held, histories
from tests.domain.samples import at
from tests.domain.test_voting import council


def municipal(meeting: Meeting) -> Meeting:
    return replace(meeting, agenda=replace(meeting.agenda, profile=Profile.MUNICIPAL))


def test_a_body_with_its_own_rules_has_none() -> None:
    assert quorum(council()) is None
    assert not has_lost_quorum(council())


def test_half_of_the_members_are_needed_and_a_vacant_seat_is_one() -> None:
    found = quorum(municipal(council()))
    assert found == Quorum(members=6, present=5, unknown=0)
    assert found.needed == 3


@pytest.mark.parametrize(("members", "needed"), [(1, 1), (2, 1), (9, 5), (10, 5), (31, 16)])
def test_at_least_half_means_rounded_up(members: int, needed: int) -> None:
    assert Quorum(members, 0, 0).needed == needed


def test_the_departure_that_breaks_it_is_the_one_after_which_too_few_are_left() -> None:
    meeting = municipal(council()).leave("asta", at("13.01")).leave("alf", at("13.02"))
    assert not has_lost_quorum(meeting)
    assert has_lost_quorum(meeting.leave("vera", at("13.03")))
    assert not has_lost_quorum(meeting.leave("vera", at("13.03")).arrive("asta", at("13.04")))


def test_those_outside_or_recused_at_the_running_item_do_not_count() -> None:
    meeting = municipal(council()).leave("asta", at("13.01")).toggle_outside("alf", "item-1")
    gone = meeting.next_recusal("vera", "item-1")
    assert has_lost_quorum(gone)
    assert not has_lost_quorum(gone.take_up("item-2", at("13.05")))


def test_a_substitute_counts() -> None:
    meeting = municipal(council()).set_status("asta", Status.APOLOGIES).set_substitute("asta", "Ida")
    found = quorum(meeting)
    assert found is not None
    assert found.present == 5


def test_before_the_roll_call_it_is_open_and_never_broken() -> None:
    meeting = municipal(Meeting.planned(council().agenda))
    found = quorum(meeting)
    assert found == Quorum(6, 0, 5)
    assert found.state is QuorumState.OPEN


def test_a_meeting_that_has_not_begun_or_is_raised_has_lost_nothing() -> None:
    meeting = municipal(council())
    for person in ("asta", "alf", "vera"):
        meeting = meeting.set_status(person, Status.ABSENT)
    assert has_lost_quorum(meeting)
    assert not has_lost_quorum(meeting.close(at("14.00")))
    assert not has_lost_quorum(replace(meeting, started_at=None))


@given(histories)
def test_never_more_are_counted_than_there_are_members(history: list[tuple[Change, int]]) -> None:
    found = quorum(municipal(held(history)))
    assert found is not None
    assert 0 <= found.present + found.unknown <= found.members
