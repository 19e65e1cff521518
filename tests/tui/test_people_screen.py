"""The attendance list: every key of the table, the guests, and what the row says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from referent import key_texts
from referent import screen_texts as texts
from referent.domain.agenda import Agenda, Invitee
from referent.domain.attendance import Status
from referent.domain.meeting import Meeting
from referent.tui.dialogs.form import FormDialog
from referent.tui.people_flow import find_item, parse_clock
from referent.tui.screens.people import PeopleScreen
from tests.domain.samples import at, planned
from tests.tui.desk import Desk


def marked(desk: Desk) -> str | None:
    assert isinstance(desk.screen, PeopleScreen)
    option = desk.screen.people.highlighted_option
    return option.id if option else None


def status(desk: Desk, person: str) -> Status:
    return desk.meeting.attendance_of(person).status


def row_of(desk: Desk, name: str) -> str:
    return next(line for line in desk.screen_lines() if name in line)


def said(desk: Desk) -> str:
    return desk.screen_lines()[-2].strip()


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("space", Status.PRESENT),
        ("a", Status.APOLOGIES),
        ("f", Status.AWAY),
        ("u", Status.ABSENT),
    ],
)
async def test_one_key_sets_a_person_and_goes_on_to_the_next(key: str, expected: Status) -> None:
    async with Desk().run() as desk:
        await desk.press("f2")
        assert marked(desk) == "anna"
        await desk.press(key)
        assert status(desk, "anna") is expected
        assert marked(desk) == "bo"
        assert texts.STATUSES[expected.value] in row_of(desk, "Anna Ask")
        assert desk.saved == desk.meeting


async def test_a_roll_call_is_one_key_for_each_person() -> None:
    async with Desk().run() as desk:
        await desk.rush("f2")
        await desk.rush("space", "a", "f")
        assert [status(desk, person) for person in ("anna", "bo", "carl")] == [
            Status.PRESENT,
            Status.APOLOGIES,
            Status.AWAY,
        ]


async def test_everyone_is_here_with_one_key_but_those_with_apologies() -> None:
    async with Desk().run() as desk:
        await desk.press("f2", "*")
        assert [status(desk, person) for person in ("anna", "bo", "carl")] == [
            Status.PRESENT,
            Status.PRESENT,
            Status.APOLOGIES,
        ]
        assert "2 til stede · 1 fraværende · 0 ikke noteret" in desk.screen_lines()[0]


async def test_coming_and_going_note_the_time_of_the_clock() -> None:
    async with Desk().run() as desk:
        await desk.press("f2", "*", "home")
        desk.clock.advance(minutes=10)
        await desk.press("g")
        assert desk.meeting.attendance_of("anna").departures == (at("13.10"),)
        assert "←" in row_of(desk, "Anna Ask")
        desk.clock.advance(minutes=5)
        await desk.press("k")
        assert desk.meeting.attendance_of("anna").arrivals == (at("13.15"),)
        assert "gik 13.10 · kom 13.15" in row_of(desk, "Anna Ask")


async def test_coming_makes_one_with_apologies_present() -> None:
    async with Desk().run() as desk:
        await desk.press("f2", "down", "down", "k")
        assert status(desk, "carl") is Status.PRESENT
        assert desk.meeting.attendance_of("carl").arrivals == (at("13.00"),)


async def test_what_makes_no_sense_is_said_in_danish_and_nothing_happens() -> None:
    async with Desk().run() as desk:
        await desk.press("f2", "*", "home")
        before = desk.meeting
        await desk.press("k")
        assert desk.meeting == before
        assert "Anna Ask" in said(desk)


@pytest.mark.parametrize(
    ("key", "now"), [("o", texts.OUTSIDE_NOW), ("i", texts.RECUSED_NOW)], ids=["outside", "recused"]
)
async def test_outside_and_recused_are_noted_for_the_running_item_and_taken_back(key: str, now: str) -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f2", key)
        noted = desk.meeting.item("item-1")
        assert (noted.outside if key == "o" else noted.recused) == ("anna",)
        assert now in row_of(desk, "Anna Ask")
        await desk.press("home", *([key] if key == "o" else [key, key]))
        noted = desk.meeting.item("item-1")
        assert (noted.outside, noted.recused, noted.cleared) == ((), (), ())


@pytest.mark.parametrize("key", ["o", "i"])
async def test_without_a_running_item_there_is_nothing_to_be_outside_of(key: str) -> None:
    async with Desk().run() as desk:
        await desk.press("f2", key)
        assert said(desk).startswith(texts.NO_ITEM_RUNNING[:40])


async def test_a_substitute_is_asked_for_and_the_person_has_apologies() -> None:
    async with Desk().run() as desk:
        await desk.press("f2", "s")
        assert isinstance(desk.screen, FormDialog)
        await desk.type("Dorte Dal")
        await desk.press("enter")
        assert desk.meeting.attendance_of("anna").substitute == "Dorte Dal"
        assert status(desk, "anna") is Status.APOLOGIES
        assert "suppleant: Dorte Dal" in row_of(desk, "Anna Ask")


async def test_someone_who_is_not_on_the_list_is_added_and_present() -> None:
    async with Desk().run() as desk:
        await desk.press("f2", "n")
        await desk.type("Eva Egh")
        await desk.press("enter")
        await desk.type("Gartner")
        await desk.press("enter")
        (person,) = desk.meeting.added_people
        assert (person.name, person.title) == ("Eva Egh", "Gartner")
        assert status(desk, person.id) is Status.PRESENT
        assert "Eva Egh, Gartner" in desk.screen_text()


async def test_a_remark_is_kept_and_shown() -> None:
    async with Desk().run() as desk:
        await desk.press("f2", "b")
        await desk.type("deltog kortvarigt")
        await desk.press("enter")
        assert desk.meeting.attendance_of("anna").note == "deltog kortvarigt"
        assert "deltog kortvarigt" in row_of(desk, "Anna Ask")


@pytest.mark.parametrize("key", ["s", "n", "b"])
async def test_escape_in_a_question_changes_nothing(key: str) -> None:
    async with Desk().run() as desk:
        await desk.press("f2", key)
        before = desk.meeting
        await desk.type("x")
        await desk.press("escape")
        assert desk.meeting == before
        assert isinstance(desk.screen, PeopleScreen)


async def test_a_vacant_seat_is_shown_and_cannot_be_set() -> None:
    async with Desk().run() as desk:
        await desk.press("f2", "end")
        assert marked(desk) == "seat"
        before = desk.meeting
        await desk.press("space", "a", "k", "g", "s", "b")
        if isinstance(desk.screen, FormDialog):
            await desk.press("escape")
        assert desk.meeting == before
        assert texts.VACANT in row_of(desk, "Vakant")


async def test_the_guests_of_the_running_item_stand_in_the_list_and_can_stay_away() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f2")
        assert "Gry" not in desk.screen_text()
        await desk.press("escape", "ctrl+n", "f2", "end", "f")
        assert desk.meeting.item("item-2").guests_present == ("Gry",)
        assert texts.GUEST_AWAY in row_of(desk, "Hans")
        await desk.press("end", "space")
        assert desk.meeting.item("item-2").guests_present == ("Gry", "Hans")


async def test_undo_takes_back_what_was_done_in_the_list_and_says_what() -> None:
    async with Desk().run() as desk:
        await desk.press("f2", "f", "ctrl+r")
        assert status(desk, "anna") is Status.UNKNOWN
        assert said(desk) == texts.UNDONE.format(what="Anna Ask: fraværende")
        assert texts.STATUSES["unknown"] in row_of(desk, "Anna Ask")


async def test_the_marked_row_stays_where_it_is_when_rows_are_added() -> None:
    async with Desk().run() as desk:
        await desk.press("f2", "down", "n")
        await desk.type("Eva")
        await desk.press("enter", "enter")
        assert marked(desk) == "bo"


async def test_the_last_row_stays_marked_after_its_key() -> None:
    async with Desk().run() as desk:
        await desk.press("f2", "down", "down", "space")
        assert marked(desk) in ("carl", "seat")
        await desk.press("end", "space", "space")
        assert marked(desk) == "seat"


@pytest.mark.parametrize("key", ["escape", "f2", "enter", "ctrl+q"])
async def test_these_keys_close_the_list_and_nothing_else(key: str) -> None:
    async with Desk().run() as desk:
        await desk.press("f2", key)
        assert desk.screen is desk.meeting_screen
        assert not desk.has_ended
        assert desk.focused_editor.item_id == "item-1"


async def test_help_in_the_list_tells_its_keys() -> None:
    async with Desk().run((100, 50)) as desk:
        await desk.press("f2", "f1")
        assert key_texts.ACTIONS["absent"][1] in desk.screen_text()
        assert key_texts.ACTIONS["take_next"][1] not in desk.screen_text()


async def test_an_empty_list_says_how_to_add_someone() -> None:
    empty = Meeting.planned(Agenda(body="Klitkysten", date=at("13.00").date()))
    async with Desk(empty).run() as desk:
        await desk.press("f2", "space", "k", "*")
        assert texts.PEOPLE_NONE in desk.screen_text()


async def test_what_was_noted_before_is_shown_when_the_list_is_opened() -> None:
    meeting = planned().set_status("bo", Status.ABSENT)
    async with Desk(meeting).run() as desk:
        await desk.press("f2")
        assert "udeblevet" in row_of(desk, "Bo Birk")
        assert "afbud" in row_of(desk, "Carl Ceder")


async def test_one_who_left_is_present_again_by_coming_back() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f2", "space", "up", "g")
        desk.clock.advance(minutes=5)
        await desk.press("space")
        noted = desk.meeting.attendance_of("anna")
        assert noted.is_here
        assert len(noted.arrivals) == 1


@pytest.mark.parametrize(
    ("key", "wordings"),
    [
        ("o", (texts.OUTSIDE_SET, texts.OUTSIDE_UNSET)),
        ("i", (texts.RECUSED_SET, texts.CLEARED_SET, texts.RECUSED_UNSET)),
    ],
)
async def test_what_is_taken_back_is_said_to_be_taken_back(key: str, wordings: tuple[str, ...]) -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f2")
        for wording in wordings:
            await desk.press(key)
            assert said(desk) == wording.format(name="Anna Ask", item="punkt 1")


async def test_people_without_a_group_have_no_empty_heading_above_them() -> None:
    grouped = planned()
    people = tuple(replace(person, group="Politikere") for person in grouped.agenda.participants)
    meeting = replace(grouped, agenda=replace(grouped.agenda, participants=people)).add_participant("Egon Elm")
    async with Desk(meeting).run() as desk:
        await desk.press("f2")
        assert isinstance(desk.screen, PeopleScreen)
        headings = [option for option in desk.screen.people.options if option.disabled]
        assert len(headings) == 1
        assert "Egon Elm" in desk.screen_text()


# Guests


@pytest.mark.parametrize("key", ["o", "i", "s", "b", "r"])
async def test_what_a_guest_cannot_be_is_said(key: str) -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+n", "f2", "end", key)
        assert said(desk).startswith("Hans er gæst")


async def test_guests_with_the_same_name_come_each_by_themselves() -> None:
    twins = (Invitee("Gry", "læge"), Invitee("Gry", "jurist"))
    items = tuple(
        replace(item, planned=replace(item.planned, invitees=twins)) if item.id == "item-1" else item
        for item in planned().items
    )
    async with Desk(replace(planned(), items=items)).run() as desk:
        await desk.press("ctrl+n", "f2", "end", "f")
        item = desk.meeting.item("item-1")
        assert [(guest.title, guest.came) for guest in item.guest_list] == [("læge", True), ("jurist", False)]
        assert [guest.title for guest in item.guests_who_came] == ["læge"]


# Counting


async def test_one_who_has_left_is_not_counted_as_absent() -> None:
    async with Desk().run() as desk:
        await desk.press("f2", "*", "home", "g")
        assert "1 til stede · 1 gået · 1 fraværende · 0 ikke noteret" in desk.screen_lines()[0]


# Putting right what was noted


async def test_the_time_of_a_departure_can_be_put_right() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f2", "*", "home")
        desk.clock.advance(minutes=30)
        await desk.press("g", "home", "r")
        assert "gik 13.30" in desk.screen_text()
        await desk.press("enter", *["backspace"] * 5)
        await desk.type("13.10\n")
        assert desk.meeting.attendance_of("anna").departures == (at("13.10"),)
        assert said(desk) == "Anna Ask: gik 13.10 (før: gik 13.30)"
        await desk.press("ctrl+r")
        assert desk.meeting.attendance_of("anna").departures == (at("13.30"),)


async def test_a_moment_that_is_emptied_is_taken_away() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f2", "*", "home", "g", "home", "r", "enter", *["backspace"] * 5, "enter")
        assert desk.meeting.attendance_of("anna").departures == ()
        assert said(desk) == "Anna Ask: gik 13.00 er slettet"


async def test_what_was_forgotten_can_be_added_with_its_time() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f2", "*", "home")
        desk.clock.advance(minutes=30)
        await desk.press("r", "down", "enter")
        await desk.type("1315\n")
        assert desk.meeting.attendance_of("anna").departures == (at("13.15"),)


@pytest.mark.parametrize(
    ("typed", "fault"), [("engang", "kan ikke læses"), ("23.10", "ikke 23.10 endnu"), ("25.00", "kan ikke læses")]
)
async def test_a_time_that_cannot_be_is_refused_in_danish_and_can_be_typed_again(typed: str, fault: str) -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f2", "*", "home", "r", "down", "enter")
        before = desk.meeting
        await desk.type(f"{typed}\n")
        assert fault in desk.screen_text()
        assert desk.meeting == before
        assert isinstance(desk.screen, FormDialog)


async def test_being_outside_can_be_moved_to_another_item() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f2", "o", "home", "r")
        assert "ude under punkt 1" in desk.screen_text()
        await desk.press("enter", "backspace")
        await desk.type("2\n")
        assert desk.meeting.item("item-1").outside == ()
        assert desk.meeting.item("item-2").outside == ("anna",)


async def test_an_item_that_does_not_exist_is_refused() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f2", "i", "home", "r", "enter", "backspace")
        await desk.type("9\n")
        assert "»9«" in desk.screen_text()
        assert desk.meeting.item("item-1").recused == ("anna",)


@pytest.mark.parametrize(
    ("typed", "clock"), [("10.10", "10.10"), ("kl. 9:05", "09.05"), ("0905", "09.05"), ("24.00", None), ("10", None)]
)
def test_a_clock_time_is_read_as_it_is_typed(typed: str, clock: str | None) -> None:
    assert parse_clock(typed) == (at(clock).time() if clock else None)


@pytest.mark.parametrize(
    ("typed", "found"), [("2", "item-2"), ("punkt 3", "item-3"), ("Pause", "break"), ("Punkt", None), ("9", None)]
)
def test_an_item_is_found_by_its_number_or_the_beginning_of_its_title(typed: str, found: str | None) -> None:
    assert find_item(planned(), typed) == found


async def test_after_the_roll_call_the_keys_at_the_bottom_are_those_of_coming_and_going() -> None:
    async with Desk().run((80, 24)) as desk:
        await desk.press("ctrl+n", "f2")
        assert "Alle til stede" in desk.screen_lines()[-1]
        await desk.press("asterisk")
        assert "K Kom nu  G Gik nu  O Ude" in desk.screen_lines()[-1]
        assert "Alle til stede" not in desk.screen_lines()[-1]
        await desk.press("ctrl+r")
        assert "Alle til stede" in desk.screen_lines()[-1]
