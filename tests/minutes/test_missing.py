"""What still wants an answer before the export."""

from __future__ import annotations

from dataclasses import replace

from referent.domain.agenda import AgendaItem, ItemKind
from referent.domain.attendance import Attendance, Status
from referent.domain.item import MeetingItem, Outcome
from referent.domain.meeting import Meeting
from referent.minutes.layout import Content, ItemForm, Layout, Piece, Section
from referent.minutes.missing import what_is_missing
from tests.minutes.samples import at, came_and_went, meeting_of, taken

DONE = taken(1, "09.00", "09.30", decision="Godkendt.")
PRINTS_ALL = Layout("alt", items=ItemForm(sections=(Section((Piece(Content.DISCUSSION), Piece(Content.DECISION))),)))
PRINTS_DECISIONS = Layout("kort", items=ItemForm(sections=(Section((Piece(Content.DECISION),)),)))


def codes(meeting: Meeting, layout: Layout | None = None) -> list[str]:
    return [missing.code for missing in what_is_missing(meeting, layout)]


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
