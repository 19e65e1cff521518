"""Keys typed faster than the program follows: whatever they are, they are dealt with in the order they were typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from referent.ports import AgendaEntry
from tests.domain.samples import at
from tests.tui.desk import Desk


async def test_what_is_erased_is_what_stood_there_when_it_was_typed_in_the_item_that_one_was_in() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.rush(*"abc", "backspace", "ctrl+n", *"de", "backspace", "f7", "backspace", "f8", *"f")
        assert [item.decision for item in desk.meeting.items] == ["a", "df", "", ""]
        await desk.press("ctrl+n")
        await desk.rush(*"abc", "backspace", "backspace", *"xy")
        assert desk.editor().text == "axy"
        await desk.rush("left", "left", *"Q", "home", *"W", "delete", "end", *"!")
        assert desk.editor().text == "WQxy!"


async def test_a_form_takes_what_stands_there_and_the_lists_the_row_that_the_arrows_led_to() -> None:
    async with Desk().run() as desk:
        await desk.rush("f2", "b", *"abc", "backspace", "backspace", *"xy", "backspace", "enter")
        assert desk.meeting.attendance_of("anna").note == "ax"
        await desk.press("home")
        await desk.rush("b", "home", "delete", "end", "backspace", "enter")
        assert desk.meeting.attendance_of("anna").note == ""
        await desk.press("escape")
        await desk.rush("escape", "down", "end", "up", "up", "ctrl+t", *"her")
        assert desk.meeting.running is not None
        assert (desk.meeting.running.id, desk.meeting.running.decision) == ("item-2", "her")
        await desk.rush("f2", "asterisk", "home", "down", "g", "escape", *" Ja")
        await desk.tick()
        assert not desk.meeting.attendance_of("bo").is_here
        assert desk.meeting.item("item-2").decision == "her Ja"


async def test_what_is_typed_right_after_a_choice_belongs_to_the_form_that_it_opens() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f2", "asterisk", "home", "g", "home", "r")
        await desk.tick(minutes=10)
        await desk.rush("down", "up", "enter", *["backspace"] * 5, *"13.05", "enter", "k")
        assert [movement.at for movement in desk.meeting.attendance_of("anna").movements] == [at("13.05"), at("13.10")]


async def test_the_agenda_that_the_arrows_led_to_is_opened() -> None:
    entries = [AgendaEntry(Path(f"{name}.toml"), date(2026, 1, 1), name) for name in ("en", "to", "tre")]
    async with Desk(entries=entries).run() as desk:
        await desk.rush("down", "up", "end", "up", "enter")
        assert desk.opened == [Path("to.toml")]
