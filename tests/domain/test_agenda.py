"""What is planned."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from referent.domain.agenda import ItemKind, Slot

DAY = date(2026, 11, 26)


@pytest.mark.parametrize("kind", [ItemKind.WELCOME, ItemKind.BREAK, ItemKind.ATTENDANCE, ItemKind.WRITTEN_BRIEFING])
def test_welcome_break_attendance_and_written_briefing_need_no_decision_and_no_slot(kind: ItemKind) -> None:
    assert not kind.wants_decision
    assert not kind.wants_slot


@pytest.mark.parametrize(
    "kind",
    [
        ItemKind.ORDINARY,
        ItemKind.DECISION,
        ItemKind.DISCUSSION,
        ItemKind.BRIEFING,
        ItemKind.APPROVAL,
        ItemKind.ANY_OTHER_BUSINESS,
    ],
)
def test_every_other_kind_wants_a_decision_and_a_slot(kind: ItemKind) -> None:
    assert kind.wants_decision
    assert kind.wants_slot


def test_a_slot_by_the_clock_ends_its_length_after_it_starts() -> None:
    assert Slot(timedelta(minutes=30), time(13, 15)).end == time(13, 45)


def test_a_slot_across_midnight_ends_in_the_small_hours() -> None:
    assert Slot(timedelta(minutes=45), time(23, 30)).end == time(0, 15)


def test_a_slot_by_length_alone_has_no_end_by_the_clock() -> None:
    assert Slot(timedelta(minutes=30)).end is None
