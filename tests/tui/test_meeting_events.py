"""The meeting screen as a whole: undo and pause, other screens, the clock, and how it opens."""

from __future__ import annotations

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
from referent.tui.widgets.clock_bars import RunningBar
from tests.domain.samples import agenda, at, by_length, item, planned
from tests.tui.desk import Desk, layout


def running(desk: Desk) -> str | None:
    item = desk.meeting.running
    return item.id if item else None


async def add_item(desk: Desk, title: str) -> None:
    await desk.press("escape", "n")
    await desk.type(title)
    await desk.press("enter")


# Undo, and items that are added


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
        await desk.press("escape", "1", "u", "f8", "f8", "enter", "ctrl+r")
        assert running(desk) == "item-1"
        assert desk.focused_editor.item_id != "item-1", "also where the clock had stopped meanwhile"


async def test_an_added_item_stands_after_the_one_looked_at_is_written_in_at_once_and_its_undo_leaves_nothing() -> None:
    async with Desk().run() as desk:
        await desk.press("escape", "n", "enter")
        assert (len(desk.meeting.items), desk.status) == (4, "Et punkt skal have en titel.")
        await desk.press("n")
        assert isinstance(desk.screen, FormDialog)
        await desk.type("Hegnet ved havnen\n")
        assert [item.planned.title for item in desk.meeting.items][:2] == ["Punkt 1", "Hegnet ved havnen"]
        await desk.type("Ja")
        await desk.tick()
        assert desk.meeting.items[1].decision == "Ja"
        assert "Hegnet" in desk.screen_text()
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


# Help and palette


async def test_help_and_palette_tell_every_action_in_danish_and_the_keys_of_the_meeting_rest_meanwhile() -> None:
    async with Desk().run() as desk:
        before = desk.app.theme
        for key in ("f1", "ctrl+g"):
            await desk.press(key)
            assert desk.is_at(ReadingDialog), key
            assert key_texts.ACTIONS["take_next"][1][:30] in desk.screen_text(), key
            await desk.press("escape")
            assert desk.is_at(MeetingScreen), key
        await desk.press("ctrl+p", "ctrl+n", "f8")
        assert isinstance(desk.screen, FilterDialog)
        assert desk.meeting.started_at is None
        assert desk.meeting_screen.looked_at == "item-1"
        await desk.press("escape", "ctrl+n", "ctrl+p")
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


# The clock


async def test_the_clock_counts_down_rests_in_a_pause_turns_amber_then_red_and_counts_up_as_without_a_slot() -> None:
    async with Desk(planned().add_item("Uden tid", after="item-1")).run() as desk:
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


# Opening


async def test_a_meeting_in_progress_is_taken_up_where_it_was() -> None:
    meeting = planned().take_up("item-1", at("12.50")).take_up("item-2", at("12.58"))
    meeting = meeting.write("item-2", TextField.DECISION, "Halv sætning")
    async with Desk(meeting, notice="Mødet fortsætter.").run() as desk:
        assert desk.status == "Mødet fortsætter."
        assert desk.focused_editor.item_id == "item-2"
        assert desk.editor().text == "Halv sætning"
        assert "18:00 tilbage" in desk.screen_text()


async def test_a_meeting_without_items_or_people_opens_and_says_of_its_screens_that_they_are_empty() -> None:
    async with Desk(agenda()).run() as desk:
        await desk.press("ctrl+n", "ctrl+t", "f8", "f7", "escape", "escape", "ctrl+f", "f6", "f3", "ctrl+o", "ctrl+r")
        await desk.press("f4", "escape", "f2", "space", "k", "*")
        assert texts.PEOPLE_NONE in desk.screen_text(), "how to add someone"
        await desk.press("escape", "f12")
        assert texts.READ_ALOUD_NONE in desk.screen_text()
        await desk.press("escape", "f9", "escape")
        await desk.tick()
        assert not desk.has_ended


async def test_the_case_stands_set_as_markdown_beside_the_fields_that_the_house_style_prints() -> None:
    assert layout("vest").discussion_label is None, "then there is no field for the discussion"
    plain = item(1, by_length(5))
    meeting = agenda(replace(plain, case="Vi **skal** vælge:\n\n- rødt\n- blåt", recommendation="At godkende."))
    async with Desk(meeting, style=layout("vest")).run((120, 40)) as desk:
        text = desk.screen_text()
        assert "Vi skal vælge:" in text
        assert "• rødt" in text
        assert "At godkende." in text
        assert [editor.field for editor in desk.meeting_screen.writing.editors] == [TextField.DECISION, TextField.NOTES]
        assert layout("vest").decision_label in text
        assert "Referat" not in text


def test_the_sample_meeting_is_what_these_tests_think_it_is() -> None:
    assert [item.id for item in Meeting.planned(planned().agenda).items] == ["item-1", "item-2", "break", "item-3"]
