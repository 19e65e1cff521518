"""The plan, and how the meeting stands against it."""

from __future__ import annotations

from datetime import date, timedelta

from referent.domain.agenda import AgendaItem, ItemKind
from referent.domain.meeting import Meeting
from referent.domain.plan import PlannedSpan, left, planned_spans, standing, used
from tests.domain.samples import DAY, agenda, at, by_clock, by_length, item

MINUTE = timedelta(minutes=1)


def meeting_of(*items: AgendaItem, start: str | None = "13.00", end: str | None = None) -> Meeting:
    return Meeting.planned(agenda(*items, start=start, end=end))


def by_lengths() -> Meeting:
    """10, 20 and 30 minutes from 13.00."""
    return meeting_of(item(1, by_length(10)), item(2, by_length(20)), item(3, by_length(30)))


def by_the_clock() -> Meeting:
    """13.00-13.10, a hole, 13.20-13.40, 13.40-14.00."""
    return meeting_of(item(1, by_clock("13.00", 10)), item(2, by_clock("13.20", 20)), item(3, by_clock("13.40", 20)))


def test_items_with_a_slot_by_the_clock_are_planned_by_the_clock_whenever_the_meeting_began() -> None:
    spans = planned_spans(by_the_clock().take_up("item-1", at("13.07")))
    assert spans["item-1"] == PlannedSpan(at("13.00"), at("13.10"))
    assert spans["item-2"] == PlannedSpan(at("13.20"), at("13.40"))


def test_items_by_length_follow_on_from_the_planned_start() -> None:
    spans = planned_spans(by_lengths())
    assert spans["item-1"] == PlannedSpan(at("13.00"), at("13.10"))
    assert spans["item-3"] == PlannedSpan(at("13.30"), at("14.00"))


def test_items_by_length_follow_on_from_the_real_start_once_there_is_one() -> None:
    assert planned_spans(by_lengths().take_up("item-1", at("13.07")))["item-3"].end == at("14.07")


def test_an_item_by_length_follows_the_slot_by_the_clock_before_it() -> None:
    meeting = meeting_of(item(1, by_clock("13.15", 15)), item(2, by_length(20)))
    assert planned_spans(meeting)["item-2"] == PlannedSpan(at("13.30"), at("13.50"))


def test_items_without_a_slot_have_no_plan_and_take_no_room() -> None:
    spans = planned_spans(meeting_of(item(1, by_length(10)), item(2), item(3, by_length(10))))
    assert "item-2" not in spans
    assert spans["item-3"].start == at("13.10")


def test_without_any_start_items_by_length_have_no_plan_until_the_meeting_begins() -> None:
    meeting = meeting_of(item(1, by_length(10)), start=None)
    assert planned_spans(meeting) == {}
    assert planned_spans(meeting.take_up("item-1", at("13.07")))["item-1"].end == at("13.17")


def test_a_slot_after_midnight_is_on_the_next_day() -> None:
    meeting = meeting_of(item(1, by_clock("23.30", 60)), item(2, by_clock("00.30", 15)), start="23.00")
    assert planned_spans(meeting)["item-2"].start == at("00.30", date(2026, 11, 27))


def test_a_slot_shortly_before_the_start_of_the_meeting_is_on_the_same_day() -> None:
    meeting = meeting_of(item(1, by_clock("12.45", 15)), item(2, by_clock("13.00", 15)))
    assert planned_spans(meeting)["item-1"] == PlannedSpan(at("12.45"), at("13.00"))


def test_without_a_planned_start_a_slot_by_the_clock_is_on_the_day_of_the_meeting() -> None:
    meeting = meeting_of(item(1, by_clock("20.00", 15)), start=None)
    assert planned_spans(meeting)["item-1"] == PlannedSpan(at("20.00"), at("20.15"))


def test_what_an_item_used_and_has_left_adds_up_to_its_slot() -> None:
    meeting = by_lengths().take_up("item-1", at("13.00"))
    running = meeting.item("item-1")
    assert used(meeting, running, at("13.04")) == 4 * MINUTE
    assert left(meeting, running, at("13.04")) == 6 * MINUTE


def test_what_is_left_goes_below_nothing_once_the_slot_is_over() -> None:
    meeting = by_lengths().take_up("item-1", at("13.00"))
    assert left(meeting, meeting.item("item-1"), at("13.12")) == -2 * MINUTE


def test_an_item_without_a_slot_has_nothing_left_only_used() -> None:
    meeting = meeting_of(item(1)).take_up("item-1", at("13.00"))
    assert left(meeting, meeting.item("item-1"), at("13.12")) is None
    assert used(meeting, meeting.item("item-1"), at("13.12")) == 12 * MINUTE


def test_a_pause_uses_nothing_of_the_slot() -> None:
    meeting = by_lengths().take_up("item-1", at("13.00")).pause(at("13.03")).resume(at("13.08"))
    assert left(meeting, meeting.item("item-1"), at("13.10")) == 5 * MINUTE


def test_an_item_taken_up_again_goes_on_where_its_slot_was_left() -> None:
    meeting = by_lengths().take_up("item-1", at("13.00")).take_up("item-2", at("13.04")).take_up("item-1", at("13.20"))
    assert left(meeting, meeting.item("item-1"), at("13.21")) == 5 * MINUTE


def test_before_the_planned_start_the_meeting_is_on_time() -> None:
    now = standing(by_lengths(), at("12.40"))
    assert now.planned_end == now.projected_end == at("14.00")
    assert now.drift == timedelta()


def test_a_meeting_that_has_not_begun_after_its_start_is_falling_behind() -> None:
    assert standing(by_lengths(), at("13.05")).drift == 5 * MINUTE


def test_a_meeting_that_keeps_to_its_slots_ends_as_planned() -> None:
    meeting = by_lengths().take_up("item-1", at("13.00")).take_up("item-2", at("13.10"))
    assert standing(meeting, at("13.25")).drift == timedelta()


def test_an_item_that_overruns_pushes_the_end() -> None:
    meeting = by_lengths().take_up("item-1", at("13.00"))
    assert standing(meeting, at("13.10")).drift == timedelta()
    assert standing(meeting, at("13.13")).projected_end == at("14.03")


def test_an_item_that_ends_early_brings_the_end_forward() -> None:
    meeting = by_lengths().take_up("item-1", at("13.00")).take_up("item-2", at("13.04"))
    assert standing(meeting, at("13.04")).drift == -6 * MINUTE


def test_a_late_start_by_length_keeps_the_plan_from_the_real_start() -> None:
    meeting = by_lengths().take_up("item-1", at("13.07"))
    now = standing(meeting, at("13.07"))
    assert (now.planned_end, now.drift) == (at("14.07"), timedelta())


def test_a_late_start_by_the_clock_is_behind() -> None:
    assert standing(by_the_clock().take_up("item-1", at("13.07")), at("13.07")).drift == 7 * MINUTE


def test_the_hole_that_the_plan_leaves_is_kept() -> None:
    meeting = by_the_clock().take_up("item-1", at("13.00"))
    assert standing(meeting, at("13.00")).projected_end == at("14.00")


def test_an_item_put_off_or_withdrawn_shortens_what_is_left() -> None:
    meeting = by_lengths().take_up("item-1", at("13.00"))
    assert standing(meeting.put_off("item-2", at("13.00")), at("13.00")).projected_end == at("13.40")
    assert standing(meeting.withdraw("item-3", at("13.00")), at("13.00")).projected_end == at("13.30")


def test_a_break_with_a_slot_counts_like_an_item() -> None:
    meeting = meeting_of(item(1, by_length(10)), item(None, by_length(15), ItemKind.BREAK), item(2, by_length(20)))
    assert standing(meeting.take_up("item-1", at("13.00")), at("13.05")).projected_end == at("13.45")


def test_a_pause_of_the_clock_pushes_the_end() -> None:
    meeting = by_lengths().take_up("item-1", at("13.00")).pause(at("13.05"))
    assert standing(meeting, at("13.20")).drift == 15 * MINUTE


def test_the_end_that_the_agenda_states_is_the_planned_one() -> None:
    meeting = meeting_of(item(1, by_length(10)), end="14.00").take_up("item-1", at("13.00"))
    now = standing(meeting, at("13.00"))
    assert (now.planned_end, now.projected_end) == (at("14.00"), at("13.10"))


def test_where_no_item_is_planned_nothing_can_be_projected() -> None:
    now = standing(meeting_of(item(1), item(2)), at("13.00"))
    assert (now.planned_end, now.projected_end, now.drift) == (None, None, None)


def test_where_only_the_end_is_planned_there_is_no_drift() -> None:
    now = standing(meeting_of(item(1), end="15.00"), at("13.00"))
    assert (now.planned_end, now.drift) == (at("15.00"), None)


def test_a_closed_meeting_ended_when_it_was_closed() -> None:
    meeting = by_lengths().take_up("item-1", at("13.00")).close(at("13.30"))
    now = standing(meeting, at("18.00"))
    assert (now.projected_end, now.drift) == (at("13.30"), -30 * MINUTE)


def test_items_taken_out_of_order_leave_the_same_time_to_come() -> None:
    meeting = by_lengths().take_up("item-3", at("13.00"))
    assert standing(meeting, at("13.00")).projected_end == at("14.00")


def test_an_end_before_the_start_is_on_the_next_day() -> None:
    late = Meeting.planned(agenda(start="22.00", end="00.30"))
    assert standing(late, at("21.00")).planned_end == at("00.30", DAY + timedelta(days=1))


def test_an_end_without_a_start_is_on_the_day_of_the_meeting() -> None:
    assert standing(Meeting.planned(agenda(start=None, end="15.30")), at("13.00")).planned_end == at("15.30")


def test_a_meeting_held_on_another_day_than_planned_keeps_its_clock_times() -> None:
    next_day = DAY + timedelta(days=1)
    meeting = Meeting.planned(agenda(item(1, by_clock("13.00", 30)), end="13.30")).take_up(
        "item-1", at("13.05", next_day)
    )
    now = standing(meeting, at("13.05", next_day))
    assert (now.planned_end, now.drift) == (at("13.30", next_day), timedelta(minutes=5))


def test_nothing_is_projected_for_a_meeting_of_another_day_that_has_not_begun() -> None:
    planned = Meeting.planned(agenda(item(1, by_clock("13.00", 30))))
    assert standing(planned, at("13.00", DAY - timedelta(days=7))).projected_end is None
