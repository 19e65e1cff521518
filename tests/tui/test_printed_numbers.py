"""An item that was added has the number on the screen that it will have in the document."""

from __future__ import annotations

from dataclasses import replace

from referent.domain.decisions import TextField
from referent.minutes.layout import AddedNumbers
from tests.domain.samples import planned
from tests.tui.desk import Desk, layout

LETTERED, RENUMBERED = (
    replace(layout(), items=replace(layout().items, added_numbers=rule))
    for rule in (AddedNumbers.LETTER, AddedNumbers.RENUMBERED)
)


async def test_a_new_item_is_called_by_its_letter_everywhere() -> None:
    async with Desk(style=LETTERED).run((120, 40)) as desk:
        await desk.press("ctrl+n", "escape", "n")
        await desk.type("Hastesag\n")
        await desk.press("ctrl+t")
        assert desk.status == "Punkt 1a er taget op"
        shown = desk.screen_text()
        assert "1a Hastesag" in shown
        assert "1a. Hastesag" in shown
        await desk.press("f2", "o", "home", "r")
        assert "ude under punkt 1a" in desk.screen_text()
        await desk.press("enter", *["backspace"] * 2)
        await desk.type("1\n")
        assert desk.meeting.item("item-1").outside == ("anna",)
        await desk.press("home", "r", "enter", "backspace")
        await desk.type("1A\n")
        assert desk.meeting.item("added-item-1").outside == ("anna",)


async def test_where_all_are_numbered_anew_the_others_follow_and_undo_gives_the_old_numbers_back() -> None:
    async with Desk(style=RENUMBERED).run() as desk:
        await desk.press("ctrl+n", "escape", "n")
        await desk.type("Hastesag\n")
        assert [item.printed_number for item in desk.meeting.items] == ["1", "2", "3", "", "4"]
        await desk.press("escape", "3", "ctrl+t")
        assert desk.meeting.running is not None
        assert desk.meeting.running.id == "item-2"
        await desk.press("ctrl+r", "ctrl+r")
        assert desk.meeting == planned().take_up("item-1", desk.session.now())


async def test_a_meeting_that_goes_on_is_numbered_from_the_beginning_in_what_is_read_aloud_too() -> None:
    meeting = planned().add_item("Hastesag", after="item-2").write("added-item-1", TextField.DECISION, "Godkendt.")
    async with Desk(meeting, style=LETTERED).run() as desk:
        assert "2a Hastesag" in desk.screen_text()
        await desk.press("f12")
        assert "2a. Hastesag" in desk.screen_text()
