"""Items and the clock: every transition leads to a new meeting or is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from referent.domain.agenda import ItemKind
from referent.domain.decisions import ActionItem, TextField, Vote
from referent.domain.errors import MeetingError
from referent.domain.item import ItemState
from referent.domain.meeting import Meeting
from referent.domain.stopwatch import Span
from tests.domain.samples import agenda, at, item, planned


def states(meeting: Meeting) -> list[ItemState]:
    return [item.state for item in meeting.items]


def running_item_1() -> Meeting:
    return planned().take_up("item-1", at("13.01.30"))


def test_items_can_be_treated_together_under_one_decision() -> None:
    meeting = planned().take_up("item-1", at("13.00")).treat_together("item-3", "item-1").take_up("item-2", at("13.10"))
    assert meeting.item("item-3").state is ItemState.TREATED
    assert [item.id for item in meeting.taken_in_order] == ["item-1", "item-3", "item-2"]
    assert meeting.taken_in_order[1].spans == meeting.item("item-1").spans
    assert meeting.put_back("item-3").item("item-3") == planned().item("item-3")


def test_an_item_that_others_were_treated_with_takes_them_along() -> None:
    meeting = planned().treat_together("item-2", "item-3").treat_together("item-3", "item-1")
    assert [meeting.item(item_id).together_with for item_id in ("item-2", "item-3")] == ["item-1", "item-1"]
    with pytest.raises(MeetingError) as refused:
        meeting.treat_together("item-1", "item-2")
    assert refused.value.code == "together_with_itself"


def test_an_item_that_is_taken_up_after_all_is_treated_by_itself() -> None:
    meeting = planned().treat_together("item-2", "item-1").take_up("item-2", at("13.00"))
    assert meeting.item("item-2").together_with is None


def test_a_planned_meeting_has_not_begun_and_waits_for_its_first_item() -> None:
    meeting = planned()
    assert meeting.started_at is None
    assert states(meeting) == [ItemState.NOT_YET] * 4
    assert meeting.next_untreated is meeting.items[0]


def test_taking_up_the_first_item_opens_the_meeting() -> None:
    meeting = running_item_1()
    assert meeting.started_at == at("13.01.30")
    assert meeting.running is not None
    assert meeting.running.id == "item-1"
    assert meeting.item("item-1").spans == (Span(at("13.01.30")),)


def test_a_transition_leaves_the_earlier_meeting_as_it_was() -> None:
    before = planned()
    before.take_up("item-1", at("13.00"))
    assert before == planned()


def test_taking_up_another_item_ends_the_running_one_as_treated() -> None:
    meeting = running_item_1().take_up("item-2", at("13.10"))
    assert states(meeting)[:2] == [ItemState.TREATED, ItemState.RUNNING]
    assert meeting.item("item-1").spans == (Span(at("13.01.30"), at("13.10")),)
    assert meeting.started_at == at("13.01.30")


def test_items_can_be_taken_in_any_order_and_the_order_is_remembered() -> None:
    meeting = planned().take_up("item-3", at("13.00")).take_up("item-1", at("13.10")).take_up("item-2", at("13.20"))
    assert [item.id for item in meeting.taken_in_order] == ["item-3", "item-1", "item-2"]
    assert [item.id for item in meeting.items] == ["item-1", "item-2", "break", "item-3"]


def test_an_item_taken_up_again_has_two_spans_and_keeps_its_place_in_the_order_taken() -> None:
    meeting = running_item_1().take_up("item-2", at("13.10")).take_up("item-1", at("13.20"))
    assert meeting.item("item-1").spans == (Span(at("13.01.30"), at("13.10")), Span(at("13.20")))
    assert [item.id for item in meeting.taken_in_order] == ["item-1", "item-2"]
    assert meeting.item("item-1").state is ItemState.RUNNING


def test_the_running_item_cannot_be_taken_up_again() -> None:
    with pytest.raises(MeetingError) as refused:
        running_item_1().take_up("item-1", at("13.05"))
    assert refused.value.code == "already_running"
    assert str(refused.value) == "Punktet er allerede i gang."


def test_an_unknown_item_is_refused() -> None:
    with pytest.raises(MeetingError) as refused:
        planned().take_up("item-99", at("13.05"))
    assert refused.value.code == "unknown_item"


def test_the_next_item_is_the_first_waiting_after_the_running_one() -> None:
    meeting = planned().take_up("item-2", at("13.00"))
    assert meeting.next_untreated is not None
    assert meeting.next_untreated.id == "break"


def test_after_the_last_item_the_next_is_the_first_that_was_skipped() -> None:
    meeting = planned().take_up("item-3", at("13.00"))
    assert meeting.next_untreated is not None
    assert meeting.next_untreated.id == "item-1"


def test_after_an_item_out_of_its_turn_come_those_it_was_moved_in_front_of() -> None:
    meeting, taken = planned().take_up("item-1", at("13.00")).take_up("item-3", at("13.05")), []
    for minute in (10, 15):
        assert meeting.next_untreated is not None
        taken.append(meeting.next_untreated.id)
        meeting = meeting.take_up(taken[-1], at(f"13.{minute}"))
    assert taken == ["item-2", "break"]
    assert meeting.next_untreated is None


def test_an_item_that_was_passed_over_knowingly_does_not_come_back_at_every_step() -> None:
    six = Meeting.planned(agenda(*(item(number) for number in range(1, 7))))
    meeting = six.take_up("item-1", at("13.00")).take_up("item-3", at("13.05")).take_up("item-4", at("13.10"))
    assert meeting.next_untreated == meeting.item("item-5")
    last = meeting.take_up("item-5", at("13.15")).take_up("item-6", at("13.20"))
    assert last.next_untreated == last.item("item-2")


def test_items_put_off_or_withdrawn_are_never_next() -> None:
    meeting = planned().put_off("item-1", at("13.00")).withdraw("item-2", at("13.00"))
    assert meeting.next_untreated is not None
    assert meeting.next_untreated.id == "break"


def test_nothing_is_next_once_all_are_treated() -> None:
    meeting = planned()
    for minute, waiting in enumerate(meeting.items):
        meeting = meeting.take_up(waiting.id, at(f"13.{minute:02}"))
    assert meeting.next_untreated is None


def test_finishing_without_a_running_item_changes_nothing() -> None:
    assert planned().finish_running(at("13.00")) == planned()


def test_a_running_item_put_off_stops_the_clock() -> None:
    meeting = running_item_1().put_off("item-1", at("13.05"))
    assert meeting.item("item-1").state is ItemState.PUT_OFF
    assert meeting.item("item-1").spans == (Span(at("13.01.30"), at("13.05")),)
    assert meeting.running is None


def test_putting_off_one_item_leaves_the_clock_on_another() -> None:
    meeting = running_item_1().put_off("item-2", at("13.05"))
    assert meeting.running is not None
    assert meeting.running.id == "item-1"
    assert meeting.item("item-2").spans == ()


def test_an_item_can_be_withdrawn_before_the_meeting() -> None:
    meeting = planned().withdraw("item-2", at("12.55"))
    assert meeting.item("item-2").state is ItemState.WITHDRAWN
    assert meeting.started_at is None


def test_an_item_put_back_waits_again() -> None:
    meeting = planned().put_off("item-1", at("13.00")).put_back("item-1")
    assert meeting.item("item-1").state is ItemState.NOT_YET


def test_an_item_put_back_that_was_taken_before_counts_as_treated() -> None:
    meeting = running_item_1().put_off("item-1", at("13.05")).put_back("item-1")
    assert meeting.item("item-1").state is ItemState.TREATED


def test_an_item_put_off_can_be_taken_up_after_all() -> None:
    meeting = planned().put_off("item-1", at("13.00")).take_up("item-1", at("13.05"))
    assert meeting.item("item-1").state is ItemState.RUNNING
    assert meeting.take_up("item-2", at("13.10")).item("item-1").state is ItemState.TREATED


def test_an_added_item_gets_the_next_number_and_stands_where_it_was_put() -> None:
    meeting = planned().add_item("  Brand i køkkenet ", after="item-1")
    added = meeting.items[1]
    assert (added.planned.title, added.planned.number, added.is_added) == ("Brand i køkkenet", 4, True)
    assert [item.id for item in meeting.items] == ["item-1", added.id, "item-2", "break", "item-3"]


def test_an_item_added_nowhere_in_particular_is_last() -> None:
    assert planned().add_item("Nyt", after=None).items[-1].planned.title == "Nyt"


def test_the_id_of_the_next_added_item_is_known_beforehand() -> None:
    meeting = planned()
    for _ in range(3):
        expected = meeting.next_added_item_id
        meeting = meeting.add_item("Nyt", after="item-1")
        assert meeting.item(expected).is_added
    assert len({item.id for item in meeting.items}) == 7


def test_an_added_break_has_no_number() -> None:
    assert planned().add_item("Frisk luft", None, ItemKind.BREAK).items[-1].planned.number is None


def test_the_first_item_added_to_an_empty_agenda_is_number_one() -> None:
    assert Meeting.planned(agenda()).add_item("Nyt", None).items[0].planned.number == 1


@pytest.mark.parametrize("title", ["", "  \n "])
def test_an_item_without_a_title_is_refused(title: str) -> None:
    with pytest.raises(MeetingError) as refused:
        planned().add_item(title, None)
    assert refused.value.code == "no_title"


def test_an_item_after_one_that_does_not_exist_is_refused() -> None:
    with pytest.raises(MeetingError):
        planned().add_item("Nyt", after="item-99")


@pytest.mark.parametrize("field", list(TextField))
def test_each_text_is_written_in_its_own_field_and_replaced_whole(field: TextField) -> None:
    meeting = planned().write("item-2", field, "Første").write("item-2", field, "Anden")
    assert {other: meeting.item("item-2").text(other) for other in TextField} == {
        other: "Anden" if other is field else "" for other in TextField
    }
    assert meeting.item("item-1") == planned().item("item-1")


def test_white_space_alone_is_no_text() -> None:
    assert not planned().write("item-1", TextField.DECISION, " \n").item("item-1").has_text
    assert planned().write("item-1", TextField.NOTES, "husk").item("item-1").has_text


def test_action_items_are_kept_in_the_order_they_were_given() -> None:
    meeting = planned().add_action("item-1", ActionItem("Ring")).add_action("item-1", ActionItem("Skriv", "Bo Birk"))
    assert [action.task for action in meeting.item("item-1").actions] == ["Ring", "Skriv"]


def test_a_vote_and_its_dissent_are_kept_and_can_be_taken_away() -> None:
    vote = Vote(for_=("K", "H"), against=("L",), abstained=2)
    meeting = planned().cast_votes("item-1", vote, "Vi er uenige.")
    assert (meeting.item("item-1").vote, meeting.item("item-1").dissent) == (vote, "Vi er uenige.")
    assert meeting.cast_votes("item-1", None, "") == planned()


def test_everyone_invited_came_until_the_record_says_otherwise() -> None:
    assert planned().item("item-2").guests_present == ("Gry", "Hans")
    assert planned().item("item-2").guests is None


def test_a_guest_who_stayed_away_and_came_after_all_leaves_no_trace() -> None:
    away = planned().toggle_guest("item-2", "Gry")
    assert away.item("item-2").guests_present == ("Hans",)
    assert away.toggle_guest("item-2", "Gry") == planned()


def test_an_uninvited_guest_stands_after_those_invited() -> None:
    meeting = planned().toggle_guest("item-2", "Ida").toggle_guest("item-2", "Gry").toggle_guest("item-2", "Gry")
    assert meeting.item("item-2").guests_present == ("Gry", "Hans", "Ida")


def test_all_guests_can_stay_away() -> None:
    meeting = planned().toggle_guest("item-2", "Gry").toggle_guest("item-2", "Hans")
    assert meeting.item("item-2").guests == ()


def test_the_meeting_closes_the_doors_for_an_item_and_opens_them_again() -> None:
    closed = planned().toggle_closed("item-2")
    assert closed.item("item-2").is_closed
    assert closed.toggle_closed("item-2") == planned()


def test_an_item_that_the_agenda_has_closed_cannot_be_opened() -> None:
    meeting = Meeting.planned(agenda(replace(item(1), is_closed_item=True)))
    assert meeting.item("item-1").is_closed
    with pytest.raises(MeetingError) as refused:
        meeting.toggle_closed("item-1")
    assert str(refused.value) == "Punktet er lukket i dagsordenen."
