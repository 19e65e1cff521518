"""What of a meeting is published, and how it reads."""

from __future__ import annotations

from dataclasses import replace

from referent.domain.attendance import Attendance
from referent.domain.item import MeetingItem
from referent.domain.meeting import Meeting
from referent.files.layout_file import load_layout
from referent.minutes import layout as house
from referent.minutes.blocks import Link, Text
from referent.minutes.build import build_minutes
from referent.minutes.editions import Edition
from referent.minutes.layout import Content, Layout, Piece
from referent.minutes.public import publish, without_hidden_address
from tests.minutes.as_text import minutes_as_text
from tests.minutes.canaries import canary_meeting
from tests.minutes.samples import at, came_and_went, meeting_of, taken

PUBLIC_EDITION = Edition(is_public=True)


def text_of(meeting: Meeting, layout: Layout | None = None, edition: Edition = PUBLIC_EDITION) -> str:
    text = minutes_as_text(build_minutes(meeting, layout or load_layout("standard"), edition))
    return text.replace("·", " ")


def test_the_heading_of_a_closed_item_stays_unless_it_has_another_to_publish() -> None:
    text = text_of(canary_meeting())
    headings = [line.split("   [")[0] for line in text.split("\n") if line.startswith("# ")]
    assert headings[2:] == [
        "# Punkt 2: Personsag, kl. 09.10–09.20",
        "# Punkt 3: Lukket sag, kl. 09.10–09.20",
        "# Punkt 4: Endnu en, kl. 09.10–09.20",
        "# Uden nummer, kl. 09.10–09.20",
    ]
    assert "[indhold: 3. Lukket sag]" in text


def test_nothing_follows_the_heading_of_a_closed_item_but_that_it_is_closed() -> None:
    layout = replace(
        load_layout("slagelse"), items=replace(load_layout("slagelse").items, references=("{adgang}{sag}",))
    )
    closed = text_of(canary_meeting(), layout).split("Personsag]\n")[1].split("--------")[0]
    assert closed.split() == ["HENVISNING:", "Lukket"]


def test_an_open_item_is_published_whole() -> None:
    text = text_of(canary_meeting())
    assert "Åbent besluttet." in text
    assert "Bilag A" in text
    assert "Sags ID: S-2025" in text


def test_publishing_twice_changes_nothing() -> None:
    once = publish(canary_meeting())
    assert publish(once) == once


# Sentences

RECUSED = replace(taken(3, "09.20", "09.30", recused=("Bo",)))
CLOSED = replace(RECUSED, planned=replace(RECUSED.planned, is_closed_item=True))


def test_what_the_meeting_closed_the_doors_for_is_in_no_public_agenda_nor_what_was_treated_together_with_it() -> None:
    one, other = (
        replace(item, planned=replace(item.planned, case=f"Sagen {number}"), decision=f"Afslag {number}")
        for number, item in enumerate((taken(1, "9.00", "9.10"), taken(2, "9.10", "9.20")), 1)
    )
    closed, company = replace(one, closed_at_meeting=True), replace(other, together_with=one.id)
    for edition in (PUBLIC_EDITION, Edition(is_agenda=True, is_public=True)):
        told = text_of(meeting_of(["Asta"], [closed, other]), edition=edition)
        assert "Sagen 1" not in told
        assert "Sagen 2" in told
    told = text_of(meeting_of(["Asta"], [closed, company]))
    assert "Sagen" not in told
    assert "Afslag" not in told


def test_an_item_that_the_meeting_closed_the_doors_for_is_published_like_one_that_the_agenda_closed() -> None:
    open_to_all = replace(RECUSED, planned=replace(RECUSED.planned, case="Sagen"), decision="Godkendt.")
    by_agenda = replace(open_to_all, planned=replace(open_to_all.planned, is_closed_item=True))
    by_meeting = replace(open_to_all, closed_at_meeting=True)
    published = [
        publish(meeting_of(["Asta", "Bo"], [taken(1, "9.00", "9.10"), item], closed_at=at("10.10")))
        for item in (by_agenda, by_meeting)
    ]
    plans = [(meeting.items[1].planned, meeting.agenda.items[1]) for meeting in published]
    for one, other in zip(*plans, strict=True):
        assert replace(one, is_closed_item=False) == other
    assert replace(published[0].items[1], planned=RECUSED.planned) == replace(
        published[1].items[1], planned=RECUSED.planned, closed_at_meeting=False
    )


def sentences(attendance: Attendance, *closed: MeetingItem, edition: Edition = PUBLIC_EDITION) -> str:
    items = [taken(1, "9.00", "9.10"), taken(2, "9.10", "9.20"), *closed, taken(4, "9.30", "9.40", recused=())]
    items += [taken(5, "9.40", "9.50"), taken(6, "9.50", "10.00"), taken(7, "10.00", "10.10")]
    piece = house.Section((Piece(Content.SENTENCES),))
    layout = Layout("test", people=house.PeopleForm(sections=(piece,)))
    blocks = text_of(meeting_of(["Asta", "Bo"], items, [attendance], closed_at=at("10.10")), layout, edition)
    return blocks.split("# Deltagere\n")[1].split("\n\n")[0].strip() if "# Deltagere" in blocks else ""


def test_who_was_recused_or_out_of_the_room_at_a_closed_item_is_not_told() -> None:
    here = came_and_went("Bo")
    assert "inhabilitet ikke i behandlingen af punkt 3" in sentences(here, CLOSED, edition=Edition())
    assert sentences(here, CLOSED) == ""
    assert sentences(here, replace(CLOSED, recused=(), outside=("Bo",))) == ""
    assert "punkt 3" in sentences(here, RECUSED)


def test_what_somebody_missed_by_the_clock_is_told_of_closed_items_too() -> None:
    assert sentences(came_and_went("Asta", left=("9.15",)), CLOSED) == (
        "Asta forlod mødet kl. 09.15 og deltog ikke i behandlingen af punkt 3, 4, 5, 6 og 7 "
        "og kun delvis i behandlingen af punkt 2."
    )
    assert "under behandlingen af punkt 3" in sentences(came_and_went("Asta", came=("9.25",)), CLOSED)


def test_nobody_is_said_to_have_taken_part_in_a_closed_item_nor_by_silence_not_to() -> None:
    """The list of items taken part in would be untrue of one who was recused, or tell it."""
    left = "9.30"
    full = sentences(came_and_went("Bo", left=(left,)), CLOSED, edition=Edition())
    assert "deltog i behandlingen af punkt 1 og 2" in full
    bo, asta = (sentences(came_and_went(name, left=(left,)), CLOSED) for name in ("Bo", "Asta"))
    assert bo == "Bo forlod mødet kl. 09.30 og deltog ikke i behandlingen af punkt 4, 5, 6 og 7."
    assert bo.replace("Bo", "Asta") == asta


def test_a_guest_who_turned_up_for_closed_items_alone_is_on_no_list() -> None:
    meeting = meeting_of(["Asta"], [taken(1, "9.00", "9.10"), replace(CLOSED, recused=())])
    meeting = meeting.add_participant("Advokat", "advokat")
    closed_alone = meeting.toggle_guest("item-3", "Advokat")
    assert "Advokat" in text_of(meeting)
    assert "Advokat" not in text_of(closed_alone)
    assert "Advokat" in text_of(closed_alone.toggle_guest("item-1", "Advokat"))


def test_a_mail_address_that_is_not_shown_is_no_link() -> None:
    hidden = Link("Asta", "mailto:asta@example.org", bold=True)
    shown = Link("raad@example.org", "mailto:Raad@example.org?subject=x")
    web = Link("her", "https://example.org")
    assert without_hidden_address(hidden) == Text("Asta", bold=True)
    assert without_hidden_address(shown) == shown
    assert without_hidden_address(web) == web
    item = taken(
        1, "9.00", "9.10", decision="- [Asta](mailto:asta@example.org)\n\n| [Bo](mailto:bo@x.dk) |\n| - |\n| x |"
    )
    meeting = meeting_of([], [item])
    assert "mailto:bo@x.dk" in text_of(meeting, edition=Edition())
    assert "mailto" not in text_of(meeting)
    assert "Asta" in text_of(meeting)
