"""What is planned."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from referent.domain.agenda import Agenda, ItemKind, Slot, on_or_after

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


def test_an_agenda_without_times_has_no_planned_start_or_end() -> None:
    agenda = Agenda("Forum", DAY)
    assert agenda.planned_start is None
    assert agenda.planned_end is None


def test_the_planned_start_and_end_are_on_the_day_of_the_meeting() -> None:
    agenda = Agenda("Forum", DAY, start=time(13), end=time(15, 30))
    assert agenda.planned_start == datetime(2026, 11, 26, 13)
    assert agenda.planned_end == datetime(2026, 11, 26, 15, 30)


def test_an_end_before_the_start_is_on_the_next_day() -> None:
    agenda = Agenda("Forum", DAY, start=time(22), end=time(0, 30))
    assert agenda.planned_end == datetime(2026, 11, 27, 0, 30)


def test_an_end_without_a_start_is_on_the_day_of_the_meeting() -> None:
    assert Agenda("Forum", DAY, end=time(0, 30)).planned_end == datetime(2026, 11, 26, 0, 30)


def test_the_very_moment_counts_as_on_or_after_it() -> None:
    moment = datetime(2026, 11, 26, 13)
    assert on_or_after(time(13), moment) == moment
    assert on_or_after(time(12, 59), moment) == datetime(2026, 11, 27, 12, 59)
