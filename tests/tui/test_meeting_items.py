"""The meeting screen's items: taking them up, looking at them, the list, and what is put off, withdrawn or added."""

from __future__ import annotations

import errno
from dataclasses import replace

import pytest

from referent import screen_texts as texts
from referent.domain.item import ItemState
from referent.tui.dialogs.choose import ChooseDialog
from referent.tui.dialogs.form import FormDialog
from referent.tui.widgets.item_list import ItemList
from tests.domain.samples import THREE_ITEMS, agenda, at, by_length, item, planned
from tests.tui.desk import Desk

NO_SPACE = OSError(errno.ENOSPC, "No space left on device")
TWELVE = agenda(*(item(number, by_length(5)) for number in range(1, 13)))


def running(desk: Desk) -> str | None:
    item = desk.meeting.running
    return item.id if item else None


# Taking up items, and looking at others


async def test_the_first_take_next_opens_the_meeting_and_takes_up_the_first_item() -> None:
    async with Desk().run() as desk:
        assert running(desk) is None
        await desk.press("ctrl+n")
        assert (desk.meeting.started_at, running(desk)) == (at("13.00"), "item-1")
        assert desk.status == "Punkt 1 er taget op"
        assert desk.focused_editor is desk.editor()
        assert "▶ 1. Punkt 1" in desk.screen_text()


async def test_take_next_ends_the_running_item_and_follows_with_the_eyes() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.tick(minutes=4)
        await desk.press("ctrl+n")
        assert desk.meeting.item("item-1").state is ItemState.TREATED
        assert running(desk) == "item-2"
        assert desk.item == desk.meeting.item("item-2")


async def test_take_next_says_so_when_every_item_is_treated() -> None:
    async with Desk().run() as desk:
        await desk.press(*["ctrl+n"] * 5)
        assert running(desk) == "item-3"
        assert desk.status == texts.NOTHING_LEFT


async def test_looking_at_another_item_leaves_the_clock_where_it_is_and_says_so() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f8")
        assert running(desk) == "item-1"
        assert desk.item == desk.meeting.item("item-2")
        assert desk.focused_editor.item_id == "item-2"
        assert "Du ser på et andet punkt" in desk.screen_text()
        assert "Ctrl+L går tilbage" in " ".join(desk.screen_text().replace("│", " ").split())


async def test_one_key_goes_back_to_the_running_item() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f8", "f8", "ctrl+l")
        assert desk.item == desk.meeting.item("item-1")
        assert desk.focused_editor.item_id == "item-1"
        assert "Du ser på et andet punkt" not in desk.screen_text()


async def test_looking_stops_at_both_ends_of_the_list() -> None:
    async with Desk().run() as desk:
        await desk.press("f7", "f7")
        assert desk.meeting_screen.looked_at == "item-1"
        await desk.press(*["f8"] * 6)
        assert desk.meeting_screen.looked_at == "item-3"


async def test_before_the_meeting_looking_around_gives_no_warning_about_the_clock() -> None:
    async with Desk().run() as desk:
        await desk.press("f8")
        assert "Du ser på et andet punkt" not in desk.screen_text()


async def test_the_item_one_looks_at_can_be_taken_up_out_of_order() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f8", "f8", "f8", "ctrl+t")
        assert running(desk) == "item-3"
        assert desk.meeting.item("item-1").state is ItemState.TREATED
        assert desk.meeting.item("item-2").state is ItemState.NOT_YET


async def test_taking_up_the_running_item_says_so_and_changes_nothing() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        before = desk.meeting
        await desk.press("ctrl+t")
        assert desk.meeting == before
        assert desk.status not in ("", "Punkt 1 er taget op")


@pytest.mark.parametrize(("answer", "is_closed"), [(("enter",), True), (("down", "enter"), False)])
async def test_a_meeting_that_was_raised_is_opened_again_only_after_asking(
    answer: tuple[str, ...], is_closed: bool
) -> None:
    held = planned().take_up("item-1", at("13.00")).close(at("14.00"))
    async with Desk(held).run() as desk:
        await desk.press("ctrl+n")
        assert isinstance(desk.screen, ChooseDialog)
        assert desk.meeting.closed_at == at("14.00")
        await desk.press(*answer)
        assert (desk.meeting.closed_at is not None) is is_closed
        assert (running(desk) is None) is is_closed


# The list of items


async def test_escape_goes_to_the_list_where_arrows_look_and_enter_goes_back_to_writing() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape")
        assert isinstance(desk.app.focused, ItemList)
        await desk.press("down", "down")
        assert desk.meeting_screen.looked_at == "break"
        assert running(desk) == "item-1"
        await desk.press("enter")
        assert desk.focused_editor.item_id == "break"


async def test_escape_in_the_list_goes_back_to_writing_too() -> None:
    async with Desk().run() as desk:
        await desk.press("escape", "escape")
        assert desk.focused_editor.item_id == "item-1"


async def test_digits_go_to_an_item_by_its_number() -> None:
    async with Desk(TWELVE).run() as desk:
        await desk.press("escape", "7")
        assert desk.meeting_screen.looked_at == "item-7"
        await desk.press("escape", "escape", "1", "2")
        assert desk.meeting_screen.looked_at == "item-12"
        await desk.press("3")
        assert desk.meeting_screen.looked_at == "item-3"


async def test_digits_typed_at_once_and_enter_write_in_that_item() -> None:
    async with Desk(TWELVE).run() as desk:
        await desk.rush("escape", "1", "2", "enter")
        await desk.type("ok")
        await desk.tick()
        assert desk.meeting.item("item-12").decision == "ok"


async def test_the_footer_shows_the_keys_of_the_list_while_the_list_is_in_use() -> None:
    async with Desk().run((120, 40)) as desk:
        assert "Ctrl+N Næste" in desk.screen_lines()[-1]
        await desk.press("escape")
        assert "U Udsæt" in desk.screen_lines()[-1]
        await desk.press("escape")
        assert "Ctrl+N Næste" in desk.screen_lines()[-1]


async def test_ctrl_t_takes_up_the_item_whose_number_was_typed_right_before() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape")
        await desk.rush("3", "ctrl+t", *"Ja")
        await desk.tick()
        assert running(desk) == "item-3"
        assert desk.meeting.item("item-3").decision == "Ja"


async def test_numbers_that_begin_high_are_reached_digit_by_digit() -> None:
    async with Desk(agenda(*(item(number, by_length(5)) for number in range(41, 50)))).run() as desk:
        await desk.press("escape", "4", "6")
        assert desk.meeting_screen.looked_at == "item-46"


async def test_digits_typed_before_leaving_the_list_are_forgotten() -> None:
    async with Desk(TWELVE).run() as desk:
        await desk.press("escape", "1", "escape", "escape", "2")
        assert desk.meeting_screen.looked_at == "item-2"


# Putting off, withdrawing, adding


@pytest.mark.parametrize(("key", "state"), [("u", ItemState.PUT_OFF), ("g", ItemState.WITHDRAWN)])
async def test_an_item_is_set_aside_in_the_list_and_put_back(key: str, state: ItemState) -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape", "down", key)
        assert desk.meeting.item("item-2").state is state
        assert texts.STATES[state.value] in desk.screen_text()
        await desk.press("t")
        assert desk.meeting.item("item-2").state is ItemState.NOT_YET


async def test_the_letters_of_the_list_are_only_letters_while_writing() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.type("ugtn")
        await desk.tick()
        assert desk.meeting.item("item-1").decision == "ugtn"
        assert desk.meeting.item("item-1").state is ItemState.RUNNING
        assert len(desk.meeting.items) == 4


async def test_putting_off_the_running_item_stops_the_clock() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape", "u")
        assert running(desk) is None
        assert texts.CLOCK_IDLE.format(key="Ctrl+N") in desk.screen_text()


async def test_a_new_item_stands_after_the_one_looked_at_and_is_written_in_at_once() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape", "n")
        assert isinstance(desk.screen, FormDialog)
        await desk.type("Hegnet ved havnen")
        await desk.press("enter")
        assert [item.planned.title for item in desk.meeting.items][:2] == ["Punkt 1", "Hegnet ved havnen"]
        await desk.type("Ja")
        await desk.tick()
        assert desk.meeting.items[1].decision == "Ja"
        assert "Hegnet" in desk.screen_text()


async def test_a_new_item_without_a_title_is_refused_in_danish() -> None:
    async with Desk().run() as desk:
        await desk.press("escape", "n", "enter")
        assert len(desk.meeting.items) == 4
        assert desk.status or isinstance(desk.screen, FormDialog)


# Treated together


async def test_an_item_is_treated_together_with_another_and_put_back() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape", "2", "s")
        await desk.type("1\n")
        assert desk.meeting.item("item-2").together_with == "item-1"
        assert desk.status == texts.TOGETHER.format(item="Punkt 2", other="punkt 1")
        await desk.press("t")
        assert desk.meeting.item("item-2").together_with is None


async def test_an_item_cannot_be_treated_together_with_itself_or_with_none() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "escape", "2", "s")
        await desk.type("2\n")
        assert "sig selv" in desk.screen_text()
        await desk.press("backspace")
        await desk.type("9\n")
        assert "»9«" in desk.screen_text()
        assert desk.meeting.item("item-2").together_with is None


async def test_one_reads_on_in_the_case_where_one_was_before_another_screen() -> None:
    long_case = replace(THREE_ITEMS.items[0], case="\n\n".join(f"Afsnit {number}." for number in range(40)))
    async with Desk(replace(THREE_ITEMS, items=(long_case, *THREE_ITEMS.items[1:]))).run((80, 24)) as desk:
        await desk.press("ctrl+n", "pagedown", "pagedown")
        where = desk.meeting_screen.case.scroll_offset
        assert where.y > 0
        await desk.press("f2", "escape", "f12", "escape")
        assert desk.meeting_screen.case.scroll_offset == where
        await desk.press("f8", "f7")
        assert desk.meeting_screen.case.scroll_offset.y == 0
