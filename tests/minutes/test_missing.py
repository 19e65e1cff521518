"""What still wants an answer before the export."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from referent.domain.agenda import AgendaItem, Invitee, ItemKind, Participant
from referent.domain.agenda import Section as AgendaSection
from referent.domain.attendance import Attendance, Status
from referent.domain.decisions import ActionItem, Vote
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


# Contradictions, and slips of the hand


def test_a_person_noted_both_present_and_absent_leads_to_the_person() -> None:
    absent_with_times = Attendance("Bo", Status.APOLOGIES, arrivals=(at("09.10"),))
    (missing,) = what_is_missing(closed(DONE, people=("Bo",), attendance=(absent_with_times,)))
    assert (missing.code, missing.person_id) == ("present_and_absent", "Bo")
    assert missing.text == "Bo er noteret både til stede og fraværende."


def test_a_name_that_is_listed_both_as_present_and_as_absent_leads_to_the_second() -> None:
    twice = (Participant("1", "Asta Bang"), Participant("2", "asta bang"))
    meeting = closed(DONE)
    meeting = replace(meeting, agenda=replace(meeting.agenda, participants=twice))
    both = replace(meeting, attendance=(Attendance("1", Status.PRESENT), Attendance("2", Status.AWAY)))
    assert [(each.code, each.person_id) for each in what_is_missing(both)] == [("listed_as_both", "2")]
    once = replace(meeting, attendance=(Attendance("1", Status.PRESENT), Attendance("2", Status.PRESENT)))
    assert codes(once) == []


def voted(vote: Vote) -> Meeting:
    """Asta and Bo were there, Carl was not."""
    here = (came_and_went("Asta"), came_and_went("Bo"), Attendance("Carl", Status.APOLOGIES))
    return closed(replace(DONE, vote=vote), people=("Asta", "Bo", "Carl"), attendance=here)


def test_a_vote_that_adds_up_asks_for_nothing() -> None:
    assert codes(voted(Vote(("Asta",), ("Bo",)))) == []


def test_a_vote_of_one_who_was_away_leads_to_the_item() -> None:
    missing, *more = what_is_missing(voted(Vote(("Asta", "Carl"), ("Bo",))))
    assert {(each.code, each.item_id) for each in (missing, *more)} == {("vote", "item-1")}
    assert missing.text == "Punkt 1 (Sag 1), afstemning: Carl var ikke til stede ved punktet."


def test_sections_with_nothing_in_them_are_told_once_for_all_items() -> None:
    planned = replace(DONE.planned, case=".", sections=(AgendaSection("Økonomi", "-"), AgendaSection("Høring", "Ja.")))
    other = taken(2, "09.30", "09.40", decision="Ja.")
    other = replace(other, planned=replace(other.planned, sections=(AgendaSection("Økonomi", ""),)))
    found = what_is_missing(closed(replace(DONE, planned=planned, discussion="-"), other))
    assert [(each.code, each.values["section"], each.values["items"]) for each in found] == [
        ("empty_section", "Sagsfremstilling", "punkt 1"),
        ("empty_section", "Økonomi", "punkt 1 og 2"),
        ("empty_section", "Referat", "punkt 1"),
    ]
    assert {each.item_id for each in found} == {"item-1"}


def test_an_action_item_without_an_owner_and_a_place_that_was_left_open() -> None:
    nobody, somebody = ActionItem("Undersøg det"), ActionItem("Skriv", "Asta")
    (missing,) = what_is_missing(closed(replace(DONE, actions=(somebody, nobody))))
    assert missing.text == "Punkt 1 (Sag 1): opgaven »Undersøg det« har ingen ansvarlig."
    assert codes(closed(replace(DONE, decision="ad. 1: Godkendt.\n\nad. 2: {svar}."))) == ["open_place"]


def test_a_name_that_is_nearly_that_of_a_guest_leads_to_the_item() -> None:
    planned = replace(DONE.planned, invitees=(Invitee("Gerda Halskov"),))
    meeting = closed(replace(DONE, planned=planned, decision="Gerda Hallskov orienterede. Godkendt."))
    (missing,) = what_is_missing(meeting)
    assert (missing.code, missing.item_id) == ("near_name", "item-1")
    assert missing.text == "Punkt 1 (Sag 1): »Gerda Hallskov« står på ingen liste. Menes der Gerda Halskov?"


def test_wording_that_does_not_answer_or_is_not_alike() -> None:
    approve = replace(DONE.planned, recommendation="At rådet godkender planen.")
    assert codes(closed(replace(DONE, planned=approve, decision="Drøftet."))) == ["verb_not_answered"]
    assert codes(closed(DONE, taken(2, "09.30", "09.40", decision="Drøftet"))) == ["mixed_no_full_stop"]
    hidden = replace(DONE, planned=replace(approve, is_closed_item=True), decision="Drøftet")
    assert codes(closed(hidden, taken(2, "09.30", "09.40", decision="Ja.")), PRINTS_ALL, PUBLIC) == []


def test_every_line_can_be_said_in_danish() -> None:
    from referent import texts

    for code, template in texts.MISSING.items():
        values = dict.fromkeys(re.findall(r"\{(\w+)\}", template), "x")
        assert "{" not in Missing(code, values).text


def test_a_title_of_absurd_length_does_not_fill_the_list() -> None:
    item = taken(1, "09.00", "09.30")
    long = replace(item, planned=replace(item.planned, title="Lang " * 200))
    (asked,) = (one for one in what_is_missing(closed(long)) if one.code == "no_decision")
    assert asked.text.startswith("Punkt 1 (Lang Lang")
    assert len(asked.text) < 200
