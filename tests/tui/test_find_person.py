"""Finding a person in a long attendance list by typing."""

from __future__ import annotations

from dataclasses import replace

from referent.domain.agenda import Participant
from referent.domain.attendance import Status
from referent.tui.screens.people import PeopleScreen
from tests.domain.samples import THREE_ITEMS
from tests.tui.desk import Desk

NAMES = ("Anna Ask", "Bo Birk", "Carl Ceder", "Søren Åby", "Åse Østergaard", "Vibeke Ælting")
SIX = replace(THREE_ITEMS, participants=tuple(Participant(name, name) for name in NAMES))


async def test_some_letters_of_the_name_and_enter_stand_on_the_row_for_the_key_that_follows() -> None:
    async with Desk(SIX).run() as desk:
        await desk.press("f2")
        for key, letter, expected in (("ctrl+f", "a", Status.APOLOGIES), ("slash", "f", Status.AWAY)):
            await desk.press("home")
            await desk.rush(key, *"oester", "enter", letter)
            assert isinstance(desk.screen, PeopleScreen), key
            assert [noted.person_id for noted in desk.meeting.attendance] == ["Åse Østergaard"], key
            assert desk.meeting.attendance_of("Åse Østergaard").status is expected, key


async def test_a_guest_of_the_item_is_found_too_and_escape_leaves_everything_as_it_was() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+n", "f2")
        await desk.rush("ctrl+f", *"hans", "enter", "f")
        assert [guest.name for guest in desk.meeting.item("item-2").guests_who_came] == ["Gry"]
        await desk.press("home")
        await desk.rush("ctrl+f", *"carl", "escape", "a")
        assert desk.meeting.attendance_of("anna").status is Status.APOLOGIES
