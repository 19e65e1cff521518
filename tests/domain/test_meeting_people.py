"""Who is there: statuses, coming and going, substitutes, guests and vacant seats."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from referent.domain.attendance import Attendance, Status
from referent.domain.errors import MeetingError
from referent.domain.meeting import Meeting
from tests.domain.samples import at, planned


def names(meeting: Meeting) -> list[str]:
    return [person.name for person in meeting.absentees]


def status(meeting: Meeting, person_id: str) -> Status:
    return meeting.attendance_of(person_id).status


def test_nothing_is_known_before_anything_is_noted_but_apologies_sent_beforehand() -> None:
    assert status(planned(), "anna") is Status.UNKNOWN
    assert status(planned(), "carl") is Status.APOLOGIES
    assert names(planned()) == ["Carl Ceder"]


def test_absentees_stand_in_the_order_in_which_they_were_noted() -> None:
    meeting = planned().set_status("bo", Status.APOLOGIES).set_status("anna", Status.ABSENT)
    assert names(meeting) == ["Bo Birk", "Anna Ask", "Carl Ceder"]


def test_a_status_set_again_to_another_value_moves_the_person_to_the_end() -> None:
    meeting = planned().set_status("bo", Status.APOLOGIES).set_status("anna", Status.AWAY)
    assert names(meeting.set_status("bo", Status.ABSENT)) == ["Anna Ask", "Bo Birk", "Carl Ceder"]


def test_a_status_set_to_what_it_was_changes_nothing() -> None:
    meeting = planned().set_status("bo", Status.APOLOGIES).set_status("anna", Status.AWAY)
    assert meeting.set_status("bo", Status.APOLOGIES) is meeting


def test_confirming_apologies_sent_beforehand_notes_them() -> None:
    meeting = planned().set_status("carl", Status.APOLOGIES)
    assert meeting.attendance == (Attendance("carl", Status.APOLOGIES),)


def test_an_absentee_was_never_there_so_clock_times_are_dropped() -> None:
    meeting = planned().arrive("anna", at("13.10")).leave("anna", at("13.20")).set_status("anna", Status.ABSENT)
    assert meeting.attendance_of("anna") == Attendance("anna", Status.ABSENT)


def test_setting_a_latecomer_present_keeps_the_time_of_arrival() -> None:
    meeting = planned().arrive("anna", at("13.10"))
    assert meeting.set_status("anna", Status.PRESENT).attendance_of("anna").arrivals == (at("13.10"),)


def test_everyone_here_sets_the_unknown_present_and_leaves_absentees_and_vacant_seats() -> None:
    meeting = planned().set_status("bo", Status.ABSENT).everyone_here()
    assert status(meeting, "anna") is Status.PRESENT
    assert status(meeting, "bo") is Status.ABSENT
    assert status(meeting, "carl") is Status.APOLOGIES
    assert all(entry.person_id != "seat" for entry in meeting.attendance)


def test_everyone_here_twice_is_as_once() -> None:
    once = planned().everyone_here()
    assert once.everyone_here() == once


def test_one_who_arrives_is_present_from_then_on() -> None:
    meeting = planned().arrive("anna", at("13.10"))
    assert meeting.attendance_of("anna") == Attendance("anna", Status.PRESENT, arrivals=(at("13.10"),))


def test_one_with_apologies_can_come_after_all() -> None:
    meeting = planned().arrive("carl", at("13.10"))
    assert status(meeting, "carl") is Status.PRESENT
    assert names(meeting) == []


def test_one_who_is_there_cannot_arrive() -> None:
    with pytest.raises(MeetingError) as refused:
        planned().set_status("anna", Status.PRESENT).arrive("anna", at("13.10"))
    assert str(refused.value) == "Anna Ask er allerede til stede."


def test_one_who_leaves_was_present_though_nobody_noted_it() -> None:
    meeting = planned().leave("anna", at("14.00"))
    assert meeting.attendance_of("anna") == Attendance("anna", Status.PRESENT, departures=(at("14.00"),))
    assert names(meeting) == ["Carl Ceder"]


def test_one_who_is_not_there_cannot_leave() -> None:
    with pytest.raises(MeetingError) as refused:
        planned().leave("carl", at("13.10"))
    assert str(refused.value) == "Carl Ceder er ikke til stede."
    with pytest.raises(MeetingError):
        planned().leave("anna", at("13.10")).leave("anna", at("13.20"))


def test_coming_and_going_can_go_on_for_as_long_as_the_meeting_does() -> None:
    meeting = planned().leave("anna", at("13.10")).arrive("anna", at("13.20")).leave("anna", at("13.30"))
    noted = meeting.attendance_of("anna")
    assert noted.departures == (at("13.10"), at("13.30"))
    assert noted.arrivals == (at("13.20"),)
    assert not noted.is_here


def test_one_who_comes_back_in_the_second_of_leaving_never_left() -> None:
    meeting = planned().leave("anna", at("13.10")).arrive("anna", at("13.10"))
    assert meeting.attendance_of("anna") == Attendance("anna", Status.PRESENT)


@pytest.mark.parametrize(
    "attempt",
    [
        lambda meeting: meeting.set_status("seat", Status.PRESENT),
        lambda meeting: meeting.arrive("seat", at("13.00")),
        lambda meeting: meeting.leave("seat", at("13.00")),
        lambda meeting: meeting.set_substitute("seat", "Ida"),
        lambda meeting: meeting.set_note("seat", "nedlagt"),
        lambda meeting: meeting.toggle_outside("seat", "item-1"),
        lambda meeting: meeting.next_recusal("seat", "item-1"),
    ],
)
def test_a_vacant_seat_is_neither_present_nor_absent(attempt: Callable[[Meeting], Meeting]) -> None:
    with pytest.raises(MeetingError) as refused:
        attempt(planned())
    assert refused.value.code == "vacant_seat"


def test_an_unknown_person_is_refused() -> None:
    with pytest.raises(MeetingError) as refused:
        planned().set_status("nobody", Status.PRESENT)
    assert refused.value.code == "unknown_person"


def test_one_who_sends_a_substitute_is_not_there() -> None:
    meeting = planned().set_substitute("anna", " Ida Iversen ")
    assert meeting.attendance_of("anna") == Attendance("anna", Status.APOLOGIES, substitute="Ida Iversen")


def test_a_substitute_for_an_absentee_changes_no_status() -> None:
    meeting = planned().set_status("anna", Status.ABSENT).set_substitute("anna", "Ida Iversen")
    assert status(meeting, "anna") is Status.ABSENT


def test_a_substitute_can_be_taken_away() -> None:
    meeting = planned().set_substitute("anna", "Ida").set_substitute("anna", "")
    assert meeting.attendance_of("anna").substitute == ""


def test_one_who_was_there_after_all_had_no_substitute() -> None:
    meeting = planned().set_substitute("anna", "Ida").set_status("anna", Status.PRESENT)
    assert meeting.attendance_of("anna") == Attendance("anna", Status.PRESENT)


def test_a_note_is_kept_without_white_space_around_it() -> None:
    assert planned().set_note("anna", " deltog kortvarigt ").attendance_of("anna").note == "deltog kortvarigt"


def test_one_who_turned_up_is_on_the_list_and_present() -> None:
    meeting = planned().add_participant(" Dea Dal ", " ekspert ").add_participant("Eli Eg")
    assert [(person.name, person.title) for person in meeting.added_people] == [("Dea Dal", "ekspert"), ("Eli Eg", "")]
    assert len({person.id for person in meeting.people}) == 6
    assert {status(meeting, person.id) for person in meeting.added_people} == {Status.PRESENT}


def test_a_person_without_a_name_is_refused() -> None:
    with pytest.raises(MeetingError) as refused:
        planned().add_participant("  ")
    assert refused.value.code == "no_name"


def test_stepping_out_for_one_item_counts_for_that_item_alone_and_can_be_taken_back() -> None:
    meeting = planned().toggle_outside("anna", "item-1").toggle_outside("bo", "item-1")
    assert meeting.item("item-1").outside == ("anna", "bo")
    assert meeting.item("item-2").outside == ()
    assert meeting.toggle_outside("anna", "item-1").toggle_outside("bo", "item-1") == planned()


def test_being_recused_is_not_being_absent() -> None:
    meeting = planned().next_recusal("anna", "item-1")
    assert meeting.item("item-1").recused == ("anna",)
    assert names(meeting) == names(planned())


def test_one_who_was_recused_can_be_found_not_to_be_and_then_not_to_have_been_asked() -> None:
    recused = planned().next_recusal("anna", "item-1")
    cleared = recused.next_recusal("anna", "item-1")
    assert (cleared.item("item-1").recused, cleared.item("item-1").cleared) == ((), ("anna",))
    assert cleared.next_recusal("anna", "item-1") == planned()


def test_nobody_comes_or_goes_after_the_meeting_was_raised() -> None:
    closed = planned().take_up("item-1", at("13.00")).set_status("anna", Status.PRESENT).close(at("14.00"))
    with pytest.raises(MeetingError, match="hævet"):
        closed.leave("anna", at("14.05"))
    with pytest.raises(MeetingError, match="hævet"):
        closed.arrive("carl", at("14.05"))
