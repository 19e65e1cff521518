"""The attendance list: every key of the table, the guests, and what the row says."""

from __future__ import annotations

from dataclasses import replace

from referent import key_texts
from referent import screen_texts as texts
from referent.domain.agenda import Invitee, Profile
from referent.domain.attendance import Status
from referent.tui.dialogs.form import FormDialog
from referent.tui.screens.people import PeopleScreen
from tests.domain.samples import THREE_ITEMS, at, planned
from tests.tui.attendance import marked, row_of, said, status
from tests.tui.desk import Desk

# One key for each person


BY_KEY = {"space": Status.PRESENT, "a": Status.APOLOGIES, "f": Status.AWAY, "u": Status.ABSENT}


async def test_one_key_sets_a_person_and_goes_on_to_the_next_and_undo_takes_it_back_but_a_vacant_seat_stays() -> None:
    async with Desk().run() as desk:
        await desk.press("f2")
        for key, expected in BY_KEY.items():
            assert marked(desk) == "anna", key
            await desk.press(key)
            assert status(desk, "anna") is expected, key
            assert marked(desk) == "bo", key
            assert texts.STATUSES[expected.value] in row_of(desk, "Anna Ask"), key
            assert desk.saved == desk.meeting, key
            await desk.press("ctrl+r")
            assert status(desk, "anna") is Status.UNKNOWN, key
            shown = desk.screen_lines()
            assert shown[-2].strip() == texts.UNDONE.format(what=f"Anna Ask: {texts.STATUSES[expected.value]}"), key
            assert any("Anna Ask" in line and texts.STATUSES["unknown"] in line for line in shown), key
            await desk.press("home")
        await desk.rush("space", "a", "f")  # a roll call, faster than the program follows
        assert [status(desk, person) for person in ("anna", "bo", "carl")] == [
            Status.PRESENT,
            Status.APOLOGIES,
            Status.AWAY,
        ]
        assert marked(desk) in ("carl", "seat")
        await desk.press("end")
        assert marked(desk) == "seat"
        before = desk.meeting
        for key in ("space", "space", "a", "k", "g", "s", "b"):
            await desk.press(key)
            assert marked(desk) == "seat", key
            assert desk.meeting == before, key
        assert texts.VACANT in row_of(desk, "Vakant")


async def test_everyone_is_here_with_one_key_and_the_keys_at_the_bottom_are_those_of_coming_and_going_then() -> None:
    async with Desk().run((80, 24)) as desk:
        await desk.press("ctrl+n", "f2")
        assert "Alle til stede" in desk.screen_lines()[-1]
        await desk.press("*")
        assert [status(desk, person) for person in ("anna", "bo", "carl")] == [
            Status.PRESENT,
            Status.PRESENT,
            Status.APOLOGIES,
        ], "all but those with apologies"
        top, *rest, keys = desk.screen_lines()
        assert "2 til stede · 1 fraværende · 0 ikke noteret" in top
        assert desk.meeting.agenda.profile is Profile.CLUSTER
        assert not any("eslutningsdygtig" in line for line in (top, *rest)), "a body with its own rules has no quorum"
        assert "K Kom nu  G Gik nu  O Ude" in keys
        assert "Alle til stede" not in keys
        await desk.press("ctrl+r")
        assert "Alle til stede" in desk.screen_lines()[-1]
        await coming_and_going(desk)


async def coming_and_going(desk: Desk) -> None:
    """Both note the time of the clock, and are counted."""
    await desk.press("*", "home", "k")
    assert desk.meeting.attendance_of("anna").arrivals == (), "one who is here cannot come"
    assert "Anna Ask" in said(desk)
    desk.clock.advance(minutes=10)
    await desk.press("g")
    assert desk.meeting.attendance_of("anna").departures == (at("13.10"),)
    shown = desk.screen_lines()
    assert any("Anna Ask" in line and "←" in line for line in shown)
    assert "1 til stede · 1 gået · 1 fraværende · 0 ikke noteret" in shown[0]
    desk.clock.advance(minutes=5)
    await desk.press("k")
    assert desk.meeting.attendance_of("anna").arrivals == (at("13.15"),)
    assert "gik 13.10 · kom 13.15" in row_of(desk, "Anna Ask")
    await desk.press("g")
    desk.clock.advance(minutes=5)
    await desk.press("space")
    assert desk.meeting.attendance_of("anna").is_here, "one who has left is present again by coming back"
    assert desk.meeting.attendance_of("anna").arrivals == (at("13.15"), at("13.20"))
    await desk.press("end", "up")
    assert marked(desk) == "carl"
    await desk.press("k")
    assert status(desk, "carl") is Status.PRESENT, "one with apologies is present by coming"
    assert desk.meeting.attendance_of("carl").arrivals == (at("13.20"),)


async def test_outside_and_recused_are_noted_for_the_running_item_and_said_to_be_taken_back() -> None:
    async with Desk().run() as desk:
        await desk.press("f2")
        for key in ("o", "i"):
            await desk.press("a", "ctrl+r", key)
            assert said(desk).startswith(texts.NO_ITEM_RUNNING[:40]), key
        await desk.press("escape", "ctrl+n", "f2", "home")
        anna = ("anna",)
        for key, wording, now, noted in (
            ("o", texts.OUTSIDE_SET, texts.OUTSIDE_NOW, (anna, (), ())),
            ("o", texts.OUTSIDE_UNSET, "", ((), (), ())),
            ("i", texts.RECUSED_SET, texts.RECUSED_NOW, ((), anna, ())),
            ("i", texts.CLEARED_SET, "", ((), (), anna)),
            ("i", texts.RECUSED_UNSET, "", ((), (), ())),
        ):
            await desk.press(key)
            item = desk.meeting.item("item-1")
            assert (item.outside, item.recused, item.cleared) == noted, wording
            assert said(desk) == wording.format(name="Anna Ask", item="punkt 1")
            assert now in row_of(desk, "Anna Ask")


# What is asked for


async def test_a_substitute_a_remark_and_a_new_person_are_asked_for_and_escape_changes_nothing() -> None:
    async with Desk().run() as desk:
        await desk.press("f2")
        before = desk.meeting
        for key in ("s", "n", "b"):
            await desk.press(key)
            assert isinstance(desk.screen, FormDialog), key
            await desk.type("x")
            await desk.press("escape")
            assert desk.meeting == before, key
            assert isinstance(desk.screen, PeopleScreen), key
        await desk.press("s")
        await desk.type("Dorte Dal\n")
        assert desk.meeting.attendance_of("anna").substitute == "Dorte Dal"
        assert status(desk, "anna") is Status.APOLOGIES
        assert "suppleant: Dorte Dal" in row_of(desk, "Anna Ask")
        await desk.press("home", "down", "b")
        await desk.type("deltog kortvarigt\n")
        assert desk.meeting.attendance_of("bo").note == "deltog kortvarigt"
        assert "deltog kortvarigt" in row_of(desk, "Bo Birk")
        await desk.press("n")
        await desk.type("Eva Egh\nGartner\n")
        (person,) = desk.meeting.added_people
        assert (person.name, person.title) == ("Eva Egh", "Gartner")
        assert status(desk, person.id) is Status.PRESENT
        assert "Eva Egh, Gartner" in desk.screen_text()
        assert marked(desk) == "bo", "the marked row stays where it is when rows are added"


# Guests


async def test_the_guests_of_the_running_item_stand_in_the_list_and_can_stay_away_and_nothing_else() -> None:
    twins = (Invitee("Gry", "læge"), Invitee("Gry", "jurist"))
    *others, last = THREE_ITEMS.items
    async with Desk(replace(THREE_ITEMS, items=(*others, replace(last, invitees=twins)))).run() as desk:
        await desk.press("ctrl+n", "f2")
        assert "Gry" not in desk.screen_text()
        await desk.press("escape", "ctrl+n", "f2", "end", "f")
        assert desk.meeting.item("item-2").guests_present == ("Gry",)
        assert texts.GUEST_AWAY in row_of(desk, "Hans")
        await desk.press("end", "space")
        assert desk.meeting.item("item-2").guests_present == ("Gry", "Hans")
        for key in ("o", "i", "s", "b", "r"):
            await desk.press("end", "f", "ctrl+r", "end")
            assert said(desk).startswith("Fortrudt"), key
            await desk.press(key)
            assert said(desk).startswith("Hans er gæst"), key
        # guests with the same name come each by themselves
        await desk.press("escape", "ctrl+n", "ctrl+n", "f2", "end", "f")
        item = desk.meeting.item("item-3")
        assert [(guest.title, guest.came) for guest in item.guest_list] == [("læge", True), ("jurist", False)]
        assert [guest.title for guest in item.guests_who_came] == ["læge"]


# The list itself


async def test_help_in_the_list_tells_its_keys_and_four_keys_close_it_and_nothing_else() -> None:
    async with Desk().run((100, 50)) as desk:
        await desk.press("f2", "f1")
        shown = desk.screen_text()
        assert key_texts.ACTIONS["absent"][1] in shown
        assert key_texts.ACTIONS["take_next"][1] not in shown
        await desk.press("escape", "escape")
        for key in ("escape", "f2", "enter", "ctrl+q"):
            await desk.press("f2")
            assert desk.is_at(PeopleScreen), key
            await desk.press(key)
            assert desk.screen is desk.meeting_screen, key
            assert not desk.has_ended, key
            assert desk.focused_editor.item_id == "item-1", key


async def test_it_opens_with_what_was_noted_before_and_no_empty_heading_above_people_without_a_group() -> None:
    grouped = planned().set_status("bo", Status.ABSENT)
    people = tuple(replace(person, group="Politikere") for person in grouped.agenda.participants)
    meeting = replace(grouped, agenda=replace(grouped.agenda, participants=people)).add_participant("Egon Elm")
    async with Desk(meeting).run() as desk:
        await desk.press("f2")
        assert isinstance(desk.screen, PeopleScreen)
        headings = [option for option in desk.screen.people.options if option.disabled]
        assert len(headings) == 1
        shown = desk.screen_lines()
        for name, noted in (("Egon Elm", ""), ("Bo Birk", "udeblevet"), ("Carl Ceder", "afbud")):
            assert any(name in line and noted in line for line in shown), name
