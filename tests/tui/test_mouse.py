"""What can be done with the keyboard can be pointed at as well."""

from __future__ import annotations

from referent.domain.decisions import TextField
from referent.tui.widgets.item_list import ItemList
from tests.tui.desk import Desk


async def test_a_click_on_an_item_looks_at_it_and_the_clock_stays_and_one_on_a_field_goes_on_writing_there() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.pilot.click(ItemList, offset=(5, 2))
        await desk.settle()
        assert desk.item is not None
        assert desk.item.id == "item-2"
        assert desk.meeting.running is not None
        assert desk.meeting.running.id == "item-1"
        notes = desk.editor(TextField.NOTES)
        await desk.pilot.click(notes, offset=(3, 1))
        await desk.settle()
        await desk.type("husk")
        assert notes.text == "husk"
