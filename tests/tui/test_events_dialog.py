"""The list of what has happened."""

from __future__ import annotations

from referent import screen_texts as texts
from referent.tui.events_dialog import past_events
from referent.tui.screens.people import PeopleScreen
from tests.domain.samples import at, planned
from tests.tui.desk import Desk


async def open_events(desk: Desk) -> None:
    await desk.meeting_screen.run_action("events")
    await desk.settle()


async def test_events_stand_with_their_times_newest_first_and_enter_goes_to_the_place_of_one_or_undoes_the_newest() -> (
    None
):
    async with Desk().run() as desk:
        await open_events(desk)
        assert desk.status == texts.NO_EVENTS
        await desk.press("ctrl+n")
        desk.clock.advance(minutes=10)
        await desk.press("f2", "g", "escape")
        assert [(event.at, event.said) for event in past_events(desk.session)] == [
            (at("13.10"), "Anna Ask: gik 13.10"),
            (at("13.00"), "Punkt 1 er taget op"),
        ]
        await desk.press("f2", "down", "a", "escape", "ctrl+n")
        await open_events(desk)
        assert "13.10  Anna Ask: gik 13.10" in desk.screen_text()
        await desk.press("down", "enter")
        assert isinstance(desk.screen, PeopleScreen)
        marked = desk.screen.people.highlighted_option
        assert marked is not None
        assert marked.id == "bo"
        await desk.press("escape")
        await open_events(desk)
        await desk.press("end", "enter")
        assert desk.meeting_screen.looked_at == "item-1"
        await open_events(desk)
        await desk.press("enter")
        assert desk.meeting.running is not None
        assert desk.meeting.running.id == "item-1"
        assert desk.status == texts.UNDONE.format(what="Punkt 2 er taget op")


async def test_after_a_restart_the_list_tells_what_the_record_knows() -> None:
    held = planned().take_up("item-1", at("13.00")).leave("anna", at("13.05")).take_up("item-2", at("13.10"))
    async with Desk(held).run() as desk:
        assert [event.said for event in past_events(desk.session)] == [
            "Punkt 2 er taget op",
            "Punkt 1 er slut",
            "Anna Ask: gik 13.05",
            "Punkt 1 er taget op",
        ]
        before = desk.meeting
        await open_events(desk)
        await desk.press("enter")
        assert desk.meeting == before, "what an earlier run did cannot be undone, only looked at"
        assert desk.meeting_screen.looked_at == "item-2"
