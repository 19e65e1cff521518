"""The meeting screen's items: taking them up, looking at them, the list, and what is put off, withdrawn or added."""

from __future__ import annotations

from dataclasses import replace

from referent import screen_texts as texts
from referent.domain.item import ItemState
from referent.tui.dialogs.choose import ChooseDialog
from referent.tui.screens.meeting import MeetingScreen
from referent.tui.screens.read_aloud import ReadAloudScreen
from referent.tui.widgets.item_list import ItemList
from tests.domain.samples import THREE_ITEMS, agenda, at, by_length, item, planned
from tests.tui.desk import Desk

BY_NUMBER = agenda(*(item(number, by_length(5)) for number in (1, 2, 3, 7, 12, 46)))


def running(desk: Desk) -> str | None:
    item = desk.meeting.running
    return item.id if item else None


# Taking up items, and looking at others


async def test_take_next_opens_the_meeting_goes_on_with_the_eyes_and_says_when_nothing_is_left() -> None:
    async with Desk().run() as desk:
        assert running(desk) is None
        await desk.press("ctrl+n")
        assert (desk.meeting.started_at, running(desk)) == (at("13.00"), "item-1")
        assert desk.status == "Punkt 1 er taget op"
        assert desk.focused_editor is desk.editor()
        assert "▶ 1. Punkt 1" in desk.screen_text()
        before = desk.meeting
        await desk.press("ctrl+t")
        assert desk.meeting == before
        assert desk.status not in ("", "Punkt 1 er taget op"), "it is running already, and that is said"
        await desk.tick(minutes=4)
        await desk.press("ctrl+n")
        assert desk.meeting.item("item-1").state is ItemState.TREATED
        assert running(desk) == "item-2"
        assert desk.item == desk.meeting.item("item-2")
        await desk.press("ctrl+n", "ctrl+n", "ctrl+n")
        assert running(desk) == "item-3"
        assert desk.status == texts.NOTHING_LEFT


async def test_looking_at_another_item_leaves_the_clock_where_it_is_until_one_goes_back_or_takes_it_up() -> None:
    elsewhere = "Du ser på et andet punkt"
    async with Desk().run() as desk:
        await desk.press("f7", "f7")
        assert desk.meeting_screen.looked_at == "item-1", "it stops at the beginning of the list"
        await desk.press("f8")
        assert elsewhere not in desk.screen_text(), "there is no clock before the meeting"
        await desk.press("f7", "ctrl+n", "f8")
        assert running(desk) == "item-1"
        assert desk.item == desk.meeting.item("item-2")
        assert desk.focused_editor.item_id == "item-2"
        shown = desk.screen_text()
        assert elsewhere in shown
        assert "Ctrl+L går tilbage" in " ".join(shown.replace("│", " ").split())
        await desk.press(*["f8"] * 4)
        assert desk.meeting_screen.looked_at == "item-3", "it stops at the end"
        await desk.press("ctrl+l")
        assert desk.item == desk.meeting.item("item-1")
        assert desk.focused_editor.item_id == "item-1"
        assert elsewhere not in desk.screen_text()
        await desk.press("f8", "f8", "f8", "ctrl+t")
        assert running(desk) == "item-3"
        assert desk.meeting.item("item-1").state is ItemState.TREATED
        assert desk.meeting.item("item-2").state is ItemState.NOT_YET
        await desk.press("ctrl+n")
        assert running(desk) == "item-2", "those it was moved in front of follow"


async def test_a_meeting_that_was_raised_says_when_and_is_opened_again_only_after_asking() -> None:
    held = planned().take_up("item-1", at("13.00")).close(at("13.40"))
    async with Desk(held).run() as desk:
        assert texts.CLOCK_CLOSED.format(time="13.40") in desk.screen_text()
        for answer, is_closed in ((("enter",), True), (("down", "enter"), False)):
            await desk.press("ctrl+n")
            assert isinstance(desk.screen, ChooseDialog), answer
            assert desk.meeting.closed_at == at("13.40"), answer
            await desk.press(*answer)
            assert (desk.meeting.closed_at is not None) is is_closed, answer
            assert (running(desk) is None) is is_closed, answer


# The list of items


async def test_escape_goes_to_the_list_and_enter_or_escape_back_to_writing_and_the_footer_shows_the_keys() -> None:
    async with Desk().run((120, 24)) as desk:
        assert "Ctrl+N Næste" in desk.screen_lines()[-1]
        await desk.press("ctrl+n", "escape")
        assert isinstance(desk.app.focused, ItemList)
        assert "U Udsæt" in desk.screen_lines()[-1]
        await desk.press("escape")
        assert desk.focused_editor.item_id == "item-1"
        assert "Ctrl+N Næste" in desk.screen_lines()[-1]
        await desk.press("escape", "down", "down")
        assert desk.meeting_screen.looked_at == "break"
        assert running(desk) == "item-1"
        await desk.press("enter")
        assert desk.focused_editor.item_id == "break"


async def test_digits_go_to_an_item_by_its_number_and_typed_at_once_with_enter_or_ctrl_t_write_there() -> None:
    async with Desk(BY_NUMBER).run() as desk:
        await desk.press("escape", "7")
        assert desk.meeting_screen.looked_at == "item-7"
        await desk.press("1", "2")
        assert desk.meeting_screen.looked_at == "item-12"
        await desk.press("3")
        assert desk.meeting_screen.looked_at == "item-3"
        await desk.press("4", "6")
        assert desk.meeting_screen.looked_at == "item-46", "there is no 4"
        await desk.press("1", "escape", "escape", "2")
        assert desk.meeting_screen.looked_at == "item-2", "what was typed before leaving the list is forgotten"
        await desk.press("escape")
        await desk.rush("escape", "1", "2", "enter")
        await desk.type("ok")
        await desk.tick()
        assert desk.meeting.item("item-12").decision == "ok"
        await desk.press("ctrl+n", "escape")
        await desk.rush("3", "ctrl+t", *"Ja")
        await desk.tick()
        assert running(desk) == "item-3"
        assert desk.meeting.item("item-3").decision == "Ja"


# Closed doors, putting off and withdrawing


async def test_one_key_in_the_list_closes_the_doors_for_an_item_or_sets_it_aside_and_puts_it_back() -> None:
    async with Desk().run((120, 24)) as desk:
        await desk.press("ctrl+n")
        await desk.type("ugtnl")
        await desk.tick()
        assert desk.meeting.item("item-1").decision == "ugtnl", "only letters while writing"
        assert desk.meeting.item("item-1").state is ItemState.RUNNING
        assert len(desk.meeting.items) == 4
        await desk.press("escape", "l")
        assert desk.status == "Punkt 1 behandles for lukkede døre"
        assert desk.meeting.item("item-1").is_closed
        shown = desk.screen_text()
        assert "1 ■ Punkt 1" in shown
        assert texts.CLOSED_ITEM in shown
        await desk.press("l")
        assert desk.status == "Punkt 1 behandles for åbne døre"
        assert not desk.meeting.item("item-1").is_closed
        await desk.press("down")
        for key, state in (("u", ItemState.PUT_OFF), ("g", ItemState.WITHDRAWN)):
            await desk.press(key)
            assert desk.meeting.item("item-2").state is state, key
            assert texts.STATES[state.value] in desk.screen_text(), key
            await desk.press("t")
            assert desk.meeting.item("item-2").state is ItemState.NOT_YET, key
        assert running(desk) == "item-1"
        await desk.press("up", "u")
        assert running(desk) is None, "the clock stops where it was running"
        assert texts.CLOCK_IDLE.format(key="Ctrl+N") in desk.screen_text()


# Treated together


async def test_an_item_is_treated_together_with_another_but_not_with_itself_or_none_and_put_back() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape", "2", "s")
        await desk.type("2\n")
        assert "sig selv" in desk.screen_text()
        await desk.press("backspace")
        await desk.type("9\n")
        assert "»9«" in desk.screen_text()
        assert desk.meeting.item("item-2").together_with is None
        await desk.press("backspace")
        await desk.type("1\n")
        assert desk.meeting.item("item-2").together_with == "item-1"
        assert desk.status == texts.TOGETHER.format(item="Punkt 2", other="punkt 1")
        await desk.press("t")
        assert desk.meeting.item("item-2").together_with is None


async def test_the_decisions_are_shown_to_be_read_aloud_and_after_that_one_reads_on_in_the_case_where_one_was() -> None:
    long_case = replace(THREE_ITEMS.items[0], case="\n\n".join(f"Afsnit {number}." for number in range(40)))
    async with Desk(replace(THREE_ITEMS, items=(long_case, *THREE_ITEMS.items[1:]))).run((80, 24)) as desk:
        await desk.press("ctrl+n", "pagedown", "pagedown")
        where = desk.meeting_screen.case.scroll_offset
        assert where.y > 0
        await desk.type("Det er **vedtaget**.")
        await desk.press("f2", "escape", "f12")
        assert desk.is_at(ReadAloudScreen)
        assert "Det er vedtaget." in desk.screen_text()
        await desk.press("escape")
        assert desk.is_at(MeetingScreen)
        assert desk.meeting_screen.case.scroll_offset == where
        await desk.press("f8", "f7")
        assert desk.meeting_screen.case.scroll_offset.y == 0
