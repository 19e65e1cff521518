"""The times of the meeting, put right on the screen."""

from __future__ import annotations

from referent import screen_texts as texts
from referent.domain.item import ItemState
from referent.tui.dialogs.choose import ChooseDialog
from referent.tui.dialogs.form import FormDialog
from tests.domain.samples import at, planned
from tests.tui.desk import Desk

HELD = planned().take_up("item-1", at("13.00")).take_up("item-2", at("13.10")).close(at("13.30"))


async def test_a_time_is_chosen_and_typed_and_one_that_cannot_be_is_refused() -> None:
    async with Desk(HELD).run() as desk:
        await desk.tick(minutes=31)
        await desk.press("escape", "r")
        assert isinstance(desk.screen, ChooseDialog)
        assert "13.30  Mødet er hævet" in desk.screen_text()
        await desk.press("home", "enter", *["backspace"] * 5)
        await desk.type("13.05\n")
        assert isinstance(desk.screen, FormDialog)
        assert "Det, der skete lige før, skete kl. 13.10." in desk.screen_text()
        await desk.press(*["backspace"] * 5)
        await desk.type("kl. 1325\n")
        assert desk.meeting.closed_at == at("13.25")
        assert desk.status == "Mødet er hævet kl. 13.25 (før: 13.30)"
        await desk.press("ctrl+r")
        assert desk.meeting == HELD


async def test_an_item_that_was_taken_up_by_mistake_waits_again_and_the_list_begins_at_it() -> None:
    async with Desk().run() as desk:
        await desk.press("escape", "r")
        assert desk.status == texts.NO_EVENTS, "before the meeting there is nothing to put right"
        await desk.press("ctrl+n")
        await desk.tick(minutes=5)
        await desk.press("ctrl+n")
        await desk.tick(minutes=1)
        await desk.press("escape", "r", "enter")
        assert texts.EMPTY_REMOVES in desk.screen_text()
        await desk.press(*["backspace"] * 5, "enter")
        assert desk.meeting.running is not None
        assert desk.meeting.running.id == "item-1"
        assert desk.meeting.item("item-2").state is ItemState.NOT_YET
        assert desk.status == "Punkt 2 blev ikke taget op kl. 13.05"
        assert desk.meeting_screen.looked_at == "item-1"
