"""The meeting screen as a whole: undo and pause, other screens, the clock, and how it opens."""

from __future__ import annotations

import errno
from dataclasses import replace

from referent import key_texts
from referent import screen_texts as texts
from referent.domain.decisions import TextField
from referent.domain.item import ItemState
from referent.domain.meeting import Meeting
from referent.tui.dialogs.choose import FilterDialog
from referent.tui.dialogs.form import FormDialog
from referent.tui.dialogs.reading import ReadingDialog
from referent.tui.screens.meeting import MeetingScreen
from referent.tui.screens.read_aloud import ReadAloudScreen
from referent.tui.widgets.clock_bars import RunningBar
from tests.domain.samples import agenda, at, by_length, item, planned
from tests.tui.desk import Desk, layout

NO_SPACE = OSError(errno.ENOSPC, "No space left on device")
TWELVE = agenda(*(item(number, by_length(5)) for number in range(1, 13)))


def running(desk: Desk) -> str | None:
    item = desk.meeting.running
    return item.id if item else None


async def add_item(desk: Desk, title: str) -> None:
    await desk.press("escape", "n")
    await desk.type(title)
    await desk.press("enter")


# Undo of events


async def test_undo_takes_back_the_last_event_and_says_which_and_nothing_is_said_of_what_changed_nothing() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+r")
        assert desk.status != "", "with nothing to undo it says so"
        await desk.press("ctrl+n", "escape", "down", "u")
        for _ in range(10):
            await desk.tick()
        await desk.press("u")
        assert desk.status == ""
        await desk.press("ctrl+r", "ctrl+n")
        await desk.type("Beholdes")
        await desk.press("ctrl+r")
        assert running(desk) == "item-1"
        assert desk.meeting.item("item-2").decision == "Beholdes"
        assert desk.status == texts.UNDONE.format(what="Punkt 2 er taget op")
        assert desk.focused_editor.item_id == "item-1", "the eyes follow the clock back"
        await desk.press("f8", "f5", "ctrl+r")
        assert desk.focused_editor.item_id == "item-2", "who looks elsewhere goes on looking there"


async def test_undo_of_an_added_item_goes_back_to_one_that_is_there_and_leaves_nothing_for_the_next_one() -> None:
    async with Desk().run() as desk:
        await add_item(desk, "Et")
        await desk.type("slettet")
        await desk.press("ctrl+z", "ctrl+r")
        await add_item(desk, "To")
        added = desk.meeting.items[1]
        assert added.planned.title == "To"
        assert desk.editor().text == added.decision == "", "it does not show the fields of the first"
        await desk.press("f2", "ctrl+r", "escape")
        assert len(desk.meeting.items) == 4, "it may be undone in the attendance list"
        assert desk.focused_editor.item_id == "item-1"
        await desk.press("ctrl+n")
        await add_item(desk, "Tre")
        await desk.press("ctrl+r")
        assert len(desk.meeting.items) == 4
        assert desk.meeting_screen.looked_at == "item-1"
        await desk.type("x")
        await desk.tick()
        assert desk.meeting.item("item-1").decision == "x"
        await add_item(desk, "Fire")
        await desk.type("Vigtigt")
        await desk.press("ctrl+r")
        assert len(desk.meeting.items) == 5, "one in which something is written is never taken"
        assert "Fortrudt" not in desk.status


# Other screens


async def test_the_decisions_are_shown_to_be_read_aloud() -> None:
    async with Desk().run() as desk:
        await desk.press("f12")
        assert texts.READ_ALOUD_NONE in desk.screen_text()
        await desk.press("escape")
        await desk.type("Det er **vedtaget**.")
        await desk.press("f12")
        assert desk.is_at(ReadAloudScreen)
        assert "Det er vedtaget." in desk.screen_text()
        await desk.press("escape")
        assert desk.is_at(MeetingScreen)


async def test_help_tells_the_keys_in_danish_and_the_keys_of_the_meeting_rest_while_a_dialog_is_open() -> None:
    async with Desk().run((100, 60)) as desk:
        for key in ("f1", "ctrl+g"):
            await desk.press(key)
            assert desk.is_at(ReadingDialog), key
            assert key_texts.ACTIONS["take_next"][1][:30] in desk.screen_text(), key
            await desk.press("escape")
            assert desk.is_at(MeetingScreen), key
        await desk.press("f4", "ctrl+n", "f8")
        assert desk.meeting.started_at is None
        assert desk.meeting_screen.looked_at == "item-1"


async def test_every_action_is_found_in_the_palette_by_its_danish_name() -> None:
    async with Desk().run() as desk:
        before = desk.app.theme
        await desk.press("ctrl+n", "ctrl+p")
        assert isinstance(desk.screen, FilterDialog)
        await desk.type("hændelser\n")
        assert texts.EVENTS_HINT_UNDO[:20] in desk.screen_text(), "what is called so is before what only mentions it"
        await desk.press("escape", "ctrl+p")
        await desk.type(f"{key_texts.ACTIONS['add_item'][0]}\n")
        assert isinstance(desk.screen, FormDialog)
        await desk.press("escape", "ctrl+p")
        await desk.type("lys\n")
        assert desk.app.theme != before
        assert desk.app.current_theme.dark is False
        await desk.press("ctrl+p")
        await desk.type(f"{key_texts.ACTIONS['put_off'][0].casefold()}\n")
        assert desk.meeting.item("item-1").state is ItemState.PUT_OFF


async def test_people_are_marked_in_the_order_of_the_keys_however_fast_they_come() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.rush("f2", "asterisk", "home", "down", "g", "escape", *"Ja")
        await desk.tick()
        assert not desk.meeting.attendance_of("bo").is_here
        assert desk.meeting.item("item-1").decision == "Ja"


# The clock


async def test_the_clock_counts_down_rests_in_a_pause_then_turns_amber_then_red_and_counts_up() -> None:
    async with Desk().run() as desk:
        bar = desk.meeting_screen.query_one(RunningBar)
        assert texts.CLOCK_NOT_STARTED.format(key="Ctrl+N") in desk.screen_text()
        await desk.press("ctrl+n")
        await desk.tick(minutes=2)
        await desk.press("f5")
        await desk.tick(minutes=5)
        assert desk.meeting.is_paused
        assert texts.CLOCK_PAUSED in desk.screen_text()
        await desk.press("f5")
        await desk.tick(minutes=1)
        assert "7:00 tilbage" in desk.screen_text()
        for step, expected in ((0, "-calm"), (299, "-calm"), (1, "-amber"), (120, "-amber"), (7, "-red")):
            await desk.tick(seconds=step)
            assert [name for name in ("-calm", "-amber", "-red") if bar.has_class(name)] == [expected], step
        text = desk.screen_lines()[1]
        assert "0:07 over tiden" in text
        assert "10 af 10 min." in text


async def test_an_item_without_a_slot_shows_only_what_was_used() -> None:
    async with Desk(agenda(item(1))).run() as desk:
        await desk.press("ctrl+n")
        await desk.tick(seconds=65)
        assert texts.CLOCK_USED.format(time="1:05") in desk.screen_text()


async def test_the_bar_tells_the_projected_end_and_how_far_behind_and_the_list_what_an_item_took() -> None:
    async with Desk().run((120, 30)) as desk:
        await desk.press("ctrl+n")
        assert "slut 14.15 · forventet 14.15 · til tiden" in desk.screen_lines()[0]
        await desk.tick(minutes=4)
        assert any("Punkt 1" in line and "4/10'" in line for line in desk.screen_lines())
        await desk.tick(minutes=13)
        assert "slut 14.15 · forventet 14.22 · 7 min. bagud" in desk.screen_lines()[0]
        await desk.press("ctrl+n", "ctrl+n")
        assert "13 min. foran" in desk.screen_lines()[0]


async def test_a_closed_meeting_says_when_it_was_raised() -> None:
    meeting = planned().take_up("item-1", at("13.00")).close(at("13.40"))
    async with Desk(meeting).run() as desk:
        assert texts.CLOCK_CLOSED.format(time="13.40") in desk.screen_text()


# Opening


async def test_a_meeting_in_progress_is_taken_up_where_it_was() -> None:
    meeting = planned().take_up("item-1", at("12.50")).take_up("item-2", at("12.58"))
    meeting = meeting.write("item-2", TextField.DECISION, "Halv sætning")
    async with Desk(meeting, notice="Mødet fortsætter.").run() as desk:
        assert desk.status == "Mødet fortsætter."
        assert desk.focused_editor.item_id == "item-2"
        assert desk.editor().text == "Halv sætning"
        assert "18:00 tilbage" in desk.screen_text()


async def test_a_meeting_without_items_opens_and_leaves() -> None:
    async with Desk(agenda()).run() as desk:
        await desk.press("ctrl+n", "ctrl+t", "f8", "f7", "escape", "escape", "ctrl+f", "f6", "f3", "ctrl+o", "ctrl+r")
        await desk.press("f4", "escape", "f2", "escape", "f12", "escape", "f9", "escape")
        await desk.tick()
        assert not desk.has_ended


async def test_there_is_a_field_for_the_discussion_only_where_the_house_style_prints_it() -> None:
    assert layout("vest").discussion_label is None
    async with Desk(style=layout("vest")).run() as desk:
        assert [editor.field for editor in desk.meeting_screen.writing.editors] == [TextField.DECISION, TextField.NOTES]
        assert layout("vest").decision_label in desk.screen_text()
        assert "Referat" not in desk.screen_text()


async def test_the_case_stands_beside_what_is_written_set_as_markdown() -> None:
    plain = item(1, by_length(5))
    meeting = agenda(replace(plain, case="Vi **skal** vælge:\n\n- rødt\n- blåt", recommendation="At godkende."))
    async with Desk(meeting).run((120, 40)) as desk:
        text = desk.screen_text()
        assert "Vi skal vælge:" in text
        assert "• rødt" in text
        assert "At godkende." in text


def test_the_sample_meeting_is_what_these_tests_think_it_is() -> None:
    assert [item.id for item in Meeting.planned(planned().agenda).items] == ["item-1", "item-2", "break", "item-3"]
