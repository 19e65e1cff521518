"""What a body's own Word template is filled with."""

from __future__ import annotations

from dataclasses import replace

from referent.minutes.layout import Layout
from referent.minutes.letterhead import letterhead_values
from referent.minutes.wording import Dates
from tests.minutes.samples import sample_meeting


def test_the_values_are_those_of_the_house_style() -> None:
    meeting = sample_meeting()
    layout = Layout("test", dates=Dates(short="d/M yyyy", long="d. MMMM yyyy"))
    values = letterhead_values(meeting, layout)
    day = meeting.agenda.date
    assert (values["udvalg"], values["sted"]) == (meeting.agenda.body, meeting.agenda.place)
    assert values["dato"] == f"{day.day}/{day.month} {day.year}"
    assert values["lang_dato"].endswith(f" {day.year}")


def test_nothing_about_persons_is_among_them() -> None:
    meeting = sample_meeting()
    named = " ".join(letterhead_values(meeting, Layout("test")).values())
    people = [text for person in meeting.agenda.participants for text in (person.name, person.email) if text]
    assert people
    assert not [text for text in people if text in named]


def test_a_meeting_without_a_place_has_an_empty_one() -> None:
    meeting = sample_meeting()
    nowhere = replace(meeting, agenda=replace(meeting.agenda, place=""))
    assert letterhead_values(nowhere, Layout("test"))["sted"] == ""
