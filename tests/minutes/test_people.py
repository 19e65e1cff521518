"""Who stands in which list of people."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from referent.domain.agenda import Agenda, Participant
from referent.domain.attendance import Attendance, Status
from referent.domain.meeting import Meeting
from referent.minutes.layout import PeopleForm, Who
from referent.minutes.people import by_group, line_of, people_who
from tests.minutes.samples import DAY, absent, came_and_went, meeting_of, sample_meeting, taken

ABSENT = (Who.APOLOGIES, Who.NO_SHOW, Who.AWAY)


Noted = tuple[Status, bool, bool]


@given(st.lists(st.tuples(st.sampled_from(Status), st.booleans(), st.booleans()), max_size=12), st.randoms())
def test_present_and_absent_are_together_everyone_and_nobody_is_both(noted: list[Noted], chance: Random) -> None:
    people = [
        Participant(str(place), "Samme Navn", sent_apologies=excused, is_vacant=vacant)
        for place, (_, excused, vacant) in enumerate(noted)
    ]
    attendance = [Attendance(str(place), status) for place, (status, _, _) in enumerate(noted)]
    chance.shuffle(attendance)
    meeting = Meeting(Agenda("Rådet", DAY, participants=tuple(people)), attendance=tuple(attendance[::2]))
    present = {person.id for person in people_who(meeting, [Who.PRESENT])}
    away = {person.id for person in people_who(meeting, ABSENT)}
    assert present | away == {person.id for person in people if not person.is_vacant}
    assert not present & away


def test_absentees_come_in_the_order_of_the_record_and_all_others_in_that_of_the_agenda() -> None:
    meeting = meeting_of(["Asta", "Bo", "Carl", "Dina"], [], [absent("Dina"), absent("Asta")])
    assert [person.name for person in people_who(meeting, ABSENT)] == ["Dina", "Asta"]
    assert [person.name for person in people_who(meeting, [Who.PRESENT])] == ["Bo", "Carl"]


def test_the_kinds_of_absence_are_told_apart() -> None:
    meeting = meeting_of(["A", "B", "C"], [], [absent("A"), absent("B", Status.ABSENT), absent("C", Status.AWAY)])
    names = [[person.name for person in people_who(meeting, [who])] for who in ABSENT]
    assert names == [["A"], ["B"], ["C"]]


def test_apologies_given_beforehand_are_the_agendas_whatever_happened_then() -> None:
    person = Participant("1", "Asta", sent_apologies=True)
    meeting = Meeting(Agenda("Rådet", DAY, participants=(person,)), attendance=(Attendance("1", Status.PRESENT),))
    assert people_who(meeting, [Who.EXCUSED_BEFORE]) == (person,)
    assert people_who(meeting, [Who.PRESENT]) == (person,)
    assert people_who(meeting, [Who.EXPECTED]) == ()


def test_absent_at_one_item_are_those_away_those_outside_and_those_who_had_left() -> None:
    item = taken(2, "10.00", "10.30", outside=("Carl",))
    meeting = meeting_of(["Asta", "Bo", "Carl", "Dina"], [item], [absent("Asta"), came_and_went("Bo", left=("10.00",))])
    assert [person.name for person in people_who(meeting, [Who.ITEM_ABSENT], item)] == ["Asta", "Bo", "Carl"]


def test_one_who_was_recused_at_an_item_was_not_absent_from_it() -> None:
    item = taken(1, "9.00", "9.30", recused=("Asta",), outside=("Bo",))
    meeting = meeting_of(["Asta", "Bo"], [item])
    assert [person.name for person in people_who(meeting, [Who.ITEM_ABSENT], item)] == ["Bo"]


def test_people_without_a_group_get_one_where_they_follow_after_others() -> None:
    first, grouped, last = Participant("1", "A"), Participant("2", "B", group="Medlemmer"), Participant("3", "C")
    meeting = Meeting(Agenda("Rådet", DAY, participants=(first, grouped, last)))
    assert list(by_group([first, grouped, last], meeting, PeopleForm())) == ["", "Medlemmer"]
    assert list(by_group([grouped, last], meeting, PeopleForm())) == ["Medlemmer", "Øvrige"]


def test_one_who_turned_up_is_a_guest() -> None:
    meeting = meeting_of(["Asta"], []).add_participant("Bo")
    assert list(by_group(meeting.people, meeting, PeopleForm())) == ["", "Gæster"]


def test_a_line_holds_the_notes_of_agenda_and_record_and_a_vacant_seat_has_its_own() -> None:
    meeting = sample_meeting()
    assert line_of(meeting, meeting.person("6"), PeopleForm()) == "Else Gry, konsulent, Søby Kommune – referent"
    assert line_of(meeting, meeting.person("4"), PeopleForm()) == "Vakant – Chef, Søby Kommune"
