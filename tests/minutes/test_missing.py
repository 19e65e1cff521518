"""What still wants an answer before the export."""

from __future__ import annotations

from dataclasses import replace

import pytest

from referent.domain.agenda import AgendaItem, ItemKind
from referent.domain.attendance import Attendance, Status
from referent.domain.item import MeetingItem, Outcome
from referent.domain.meeting import Meeting
from referent.minutes.editions import Edition, EditionError
from referent.minutes.layout import Content, ItemForm, Layout, PeopleForm, Piece, Section, Who
from referent.minutes.missing import Missing, what_is_missing
from tests.minutes.samples import at, came_and_went, meeting_of, taken

DONE = taken(1, "09.00", "09.30", decision="Godkendt.")
PRINTS_ALL = Layout("alt", items=ItemForm(sections=(Section((Piece(Content.DISCUSSION), Piece(Content.DECISION))),)))
PRINTS_DECISIONS = Layout("kort", items=ItemForm(sections=(Section((Piece(Content.DECISION),)),)))


PUBLIC = Edition(is_public=True)
AGENDA = Edition(is_agenda=True)


def codes(meeting: Meeting, layout: Layout | None = None, edition: Edition | None = None) -> list[str]:
    return [missing.code for missing in what_is_missing(meeting, layout, edition or Edition())]


def closed(*items: MeetingItem, attendance: tuple[Attendance, ...] = (), people: tuple[str, ...] = ()) -> Meeting:
    return meeting_of(list(people), list(items), list(attendance), closed_at=at("10.00"))


def test_nothing_is_missing_from_a_meeting_that_is_done() -> None:
    assert codes(closed(DONE, attendance=(came_and_went("Bo"),), people=("Bo",)), PRINTS_DECISIONS) == []


def test_a_meeting_not_begun_and_one_not_raised() -> None:
    assert codes(replace(closed(), started_at=None, closed_at=None)) == ["not_started"]
    assert codes(replace(closed(), closed_at=None)) == ["not_closed"]


def test_an_item_without_a_decision_leads_to_the_item() -> None:
    (missing,) = what_is_missing(closed(DONE, taken(2, "09.30", "09.40", decision="-")))
    assert (missing.code, missing.item_id) == ("no_decision", "item-2")
    assert missing.text == "Punkt 2 (Sag 2) har ingen beslutning."


def test_items_that_want_no_decision_miss_none() -> None:
    items = [
        MeetingItem(AgendaItem("b", "Pause", kind=ItemKind.BREAK)),
        MeetingItem(AgendaItem("w", "Velkomst", kind=ItemKind.WELCOME)),
        replace(DONE, decision="", outcome=Outcome.PUT_OFF),
        replace(DONE, decision="", outcome=Outcome.WITHDRAWN),
    ]
    assert codes(closed(*items)) == []


def test_an_item_that_still_runs() -> None:
    missing = what_is_missing(closed(taken(1, "09.00", None, decision="Ja.")))
    assert [(each.code, each.item_id) for each in missing] == [("item_running", "item-1")]


def test_a_person_neither_present_nor_absent_leads_to_the_person() -> None:
    (missing,) = what_is_missing(closed(DONE, people=("Bo",)))
    assert (missing.code, missing.person_id) == ("unknown_attendance", "Bo")
    assert missing.text == "Bo er hverken noteret til stede eller fraværende."
    assert codes(closed(DONE, people=("Bo",), attendance=(Attendance("Bo", Status.AWAY),))) == []


def test_a_discussion_that_the_house_style_does_not_print() -> None:
    meeting = closed(replace(DONE, discussion="Der blev talt."))
    assert codes(meeting, PRINTS_DECISIONS) == ["discussion_not_printed"]
    assert codes(meeting, PRINTS_ALL) == []
    assert codes(meeting) == []


def test_an_item_without_a_number_goes_by_its_title() -> None:
    (missing,) = what_is_missing(closed(MeetingItem(AgendaItem("1", "Andet"))))
    assert missing.text == "”Andet” har ingen beslutning."


# What fits the edition


def unfinished() -> Meeting:
    """Not raised, one item without a decision, one closed item without one, and Bo of whom nothing is noted."""
    closed_item = taken(2, "09.30", None)
    closed_item = replace(closed_item, planned=replace(closed_item.planned, is_closed_item=True))
    return meeting_of(["Bo"], [taken(1, "09.00", "09.30"), closed_item])


def test_an_agenda_asks_for_nothing_of_what_happens_at_the_meeting() -> None:
    assert codes(unfinished(), PRINTS_ALL, AGENDA) == []


def test_an_extract_asks_about_its_item_alone() -> None:
    assert codes(unfinished(), PRINTS_ALL, Edition(item_number=1)) == ["no_decision"]
    assert codes(unfinished(), PRINTS_ALL, Edition(item_number=2)) == ["item_running", "no_decision"]
    with pytest.raises(EditionError):
        codes(unfinished(), PRINTS_ALL, Edition(item_number=3))


def test_a_public_edition_asks_for_nothing_of_closed_items() -> None:
    assert codes(unfinished(), PRINTS_ALL) == [
        *("not_closed", "no_decision", "item_running", "no_decision", "unknown_attendance")
    ]
    assert codes(unfinished(), PRINTS_ALL, PUBLIC) == ["not_closed", "no_decision", "unknown_attendance"]


# What looks sensitive

CPR = "010190-1234"
SECRET = f"Borger {CPR}, bo@gmail.com, tlf. 20123456."


def sensitive(meeting: Meeting, edition: Edition | None = None, layout: Layout = PRINTS_ALL) -> list[Missing]:
    found = what_is_missing(meeting, layout, edition or Edition())
    return [missing for missing in found if missing.code.startswith(("cpr", "private_mail", "phone"))]


def test_a_personal_number_leads_to_its_item_and_is_shown_masked() -> None:
    (found,) = sensitive(closed(replace(DONE, decision=SECRET)))
    assert found.item_id == "item-1"
    assert found.text == "Punkt 1 (Sag 1): her står noget, der ligner et personnummer (010190-••••)."


def test_a_public_edition_asks_about_mail_addresses_and_phone_numbers_too() -> None:
    found = sensitive(closed(replace(DONE, decision=SECRET)), PUBLIC)
    assert [(each.code, each.values["found"]) for each in found] == [
        ("cpr", "010190-••••"),
        ("private_mail", "b•••@gmail.com"),
        ("phone", "20 •• •• ••"),
    ]
    assert {each.item_id for each in found} == {"item-1"}


def test_nothing_that_was_found_is_told_unmasked_wherever_it_stands() -> None:
    item = replace(DONE, planned=AgendaItem("item-1", f"Sag om {SECRET}", 1))
    for found in sensitive(closed(item), PUBLIC):
        assert not any(secret in repr(found) + found.text for secret in (CPR, "bo@gmail", "20123456"))


def test_only_what_the_edition_prints_is_looked_at() -> None:
    hidden = replace(DONE, notes=SECRET, discussion=SECRET)
    assert sensitive(closed(hidden), PUBLIC, PRINTS_DECISIONS) == []
    secret = replace(DONE, decision=SECRET, planned=replace(DONE.planned, is_closed_item=True))
    assert [found.code for found in sensitive(closed(secret))] == ["cpr"]
    assert sensitive(closed(secret), PUBLIC) == []
    other = taken(2, "09.30", "09.40", decision=SECRET)
    assert sensitive(closed(DONE, other), Edition(item_number=1)) == []
    assert [found.item_id for found in sensitive(closed(DONE, other), Edition(item_number=2))] == ["item-2"]
    assert sensitive(closed(other), AGENDA) == []


def test_every_item_that_has_it_is_told_once() -> None:
    items = (replace(DONE, decision=f"{CPR} og {CPR}"), taken(2, "09.30", "09.40", decision=CPR))
    assert [found.item_id for found in sensitive(closed(*items))] == ["item-1", "item-2"]


def test_what_stands_with_a_person_leads_to_the_person() -> None:
    people = Section((Piece(Content.PEOPLE, who=(Who.ALL,), form="{navn} {note} {email}"),))
    layout = replace(PRINTS_ALL, people=PeopleForm(sections=(people,)))
    attendance = replace(came_and_went("Bo"), note=f"cpr {CPR}")
    item = taken(1, "09.00", "09.10")
    item = replace(item, planned=replace(item.planned, kind=ItemKind.ATTENDANCE))
    for meeting in (
        closed(attendance=(attendance,), people=("Bo",)),
        closed(item, attendance=(attendance,), people=("Bo",)),
    ):
        (found,) = sensitive(meeting, layout=layout)
        assert (found.person_id, found.item_id) == ("Bo", None)
        assert found.text == "Bo: her står noget, der ligner et personnummer (010190-••••)."
        assert sensitive(meeting, PUBLIC, layout) == []


def test_a_participants_own_mail_address_in_a_published_text_is_told() -> None:
    meeting = closed(replace(DONE, decision="Skriv til bo@soeby.example eller raad@soeby.example."))
    bo = replace(meeting_of(["Bo"], []).people[0], email="Bo@soeby.example")
    meeting = replace(meeting, agenda=replace(meeting.agenda, participants=(bo,)))
    assert [found.values["found"] for found in sensitive(meeting, PUBLIC)] == ["b•••@soeby.example"]
    assert sensitive(meeting) == []


def test_a_link_to_a_hidden_address_is_not_printed_and_not_told() -> None:
    assert sensitive(closed(replace(DONE, decision="[Skriv](mailto:bo@gmail.com)")), PUBLIC) == []


def test_what_belongs_to_no_item_is_told_of_the_meeting() -> None:
    meeting = closed(DONE)
    meeting = replace(meeting, agenda=replace(meeting.agenda, title=f"Sag om {CPR}"))
    (found,) = sensitive(meeting)
    assert (found.item_id, found.person_id) == (None, None)
    assert found.text == "I mødets oplysninger står noget, der ligner et personnummer (010190-••••)."
