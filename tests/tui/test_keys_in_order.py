"""Keys typed faster than the program follows: whatever they are, they are dealt with in the order they were typed."""

from __future__ import annotations

from tests.tui.desk import Desk


async def test_what_is_erased_is_what_stood_there_when_it_was_typed() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.rush(*"abc", "backspace", "backspace", *"xy")
        assert desk.editor().text == "axy"
        await desk.rush("left", "left", *"Q", "home", *"W", "delete", "end", *"!")
        assert desk.editor().text == "WQxy!"


async def test_erasing_belongs_to_the_item_that_one_was_in() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.rush(*"abc", "backspace", "ctrl+n", *"de", "backspace", "f7", "backspace", "f8", *"f")
        assert [item.decision for item in desk.meeting.items] == ["a", "df", "", ""]


async def test_a_form_takes_what_stands_there_when_enter_is_pressed() -> None:
    async with Desk().run() as desk:
        await desk.rush("f2", "b", *"abc", "backspace", "backspace", *"xy", "backspace", "enter")
        assert desk.meeting.attendance_of("anna").note == "ax"
        await desk.press("home")
        await desk.rush("b", "home", "delete", "end", "backspace", "enter")
        assert desk.meeting.attendance_of("anna").note == ""


async def test_in_the_list_the_item_that_the_arrows_led_to_is_taken_up() -> None:
    async with Desk().run() as desk:
        await desk.rush("escape", "down", "end", "up", "up", "ctrl+t", *"her")
        assert desk.meeting.running is not None
        assert (desk.meeting.running.id, desk.meeting.running.decision) == ("item-2", "her")
