"""Action items: from a line or a form, shown under the field, corrected and undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from referent import screen_texts as texts
from referent.domain.agenda import Participant
from referent.domain.decisions import ActionItem, TextField
from referent.tui.dialogs.choose import ChooseDialog
from referent.tui.dialogs.form import FormDialog
from tests.domain.samples import THREE_ITEMS, planned
from tests.tui.desk import Desk

FRIDAY = date(2026, 11, 27)
CALL = ActionItem("ringer til havnen", "Anna Ask", FRIDAY)
LINE = "@anna ringer til havnen !fredag"


NAMESAKES = replace(
    THREE_ITEMS,
    participants=(
        Participant("anne", "Anne Fink"),
        Participant("lisbeth", "Lisbeth Lagoni"),
        Participant("ann", "Ann Lisbeth Holm"),
    ),
)


def actions(desk: Desk, item_id: str = "item-1") -> tuple[ActionItem, ...]:
    return desk.meeting.item(item_id).actions


# From a line


async def test_a_line_becomes_an_action_item_with_enter_and_one_writes_on_where_it_stood() -> None:
    async with Desk().run() as desk:
        await desk.type(f"Aftalt.\n{LINE}\nSlut")
        assert actions(desk) == (CALL,)
        assert desk.editor().text == "Aftalt.\nSlut"
        assert desk.meeting.item("item-1").decision == "Aftalt.\nSlut"


async def test_it_is_shown_under_the_field_and_said_with_its_weekday() -> None:
    async with Desk().run() as desk:
        await desk.type(f"{LINE}\n")
        assert "→ Anna Ask · fre 27/11 · ringer til havnen" in desk.screen_text()
        assert desk.status == "Opgave til Anna Ask: fredag den 27. november"
        await desk.press("f8")
        assert "ringer til havnen" not in desk.screen_text()
        await desk.press("f7")
        assert "ringer til havnen" in desk.screen_text()


@pytest.mark.parametrize("key", ["f6", "f8", "escape"])
async def test_leaving_the_field_finishes_the_line_too(key: str) -> None:
    async with Desk().run() as desk:
        await desk.rush(*LINE, key)
        assert actions(desk) == (CALL,)
        assert desk.meeting.item("item-1").decision == ""


async def test_a_completed_name_begins_such_a_line_as_well() -> None:
    async with Desk().run() as desk:
        await desk.rush(*"@an", "tab", *" !fredag ringer til havnen", "enter")
        assert actions(desk) == (CALL,)


async def test_another_window_of_the_computer_is_no_other_field() -> None:
    async with Desk().run() as desk:
        await desk.type(LINE)
        desk.app.app_focus = False
        await desk.settle()
        desk.app.app_focus = True
        await desk.settle()
        assert actions(desk) == ()
        assert desk.editor().text == LINE


async def test_enter_in_the_middle_of_the_line_is_only_a_new_line() -> None:
    async with Desk().run() as desk:
        await desk.type(LINE)
        await desk.press("left", "enter")
        assert actions(desk) == ()


@pytest.mark.parametrize(
    ("line", "code", "found"),
    [
        ("@anna ringer !31. februar", "when", "31. februar"),
        ("@ole ringer !fredag", "who", "ole"),
        ("@anna !fredag", "what", ""),
    ],
)
async def test_a_line_that_cannot_be_read_stays_and_it_says_why(line: str, code: str, found: str) -> None:
    async with Desk().run() as desk:
        await desk.type(f"{line}\n")
        assert actions(desk) == ()
        assert desk.editor().text == f"{line}\n"
        assert desk.status == texts.ACTION_FAULTS[code].format(found=found)


async def test_undo_takes_the_action_item_back_and_the_line_is_text_again() -> None:
    async with Desk().run() as desk:
        await desk.type(f"{LINE}\nSlut")
        await desk.press("ctrl+r")
        assert actions(desk) == ()
        assert desk.editor().text == f"Slut\n{LINE}"
        assert desk.meeting.item("item-1").decision == f"Slut\n{LINE}"
        assert "→ Anna" not in desk.screen_text()


async def test_undo_of_the_text_gives_the_line_back_and_finishing_it_again_makes_no_second() -> None:
    async with Desk().run() as desk:
        await desk.type(f"{LINE}\n")
        await desk.press("ctrl+z")
        assert desk.editor().text == LINE
        await desk.press("end", "enter")
        assert actions(desk) == (CALL,)
        assert desk.editor().text == ""


async def test_undo_of_one_from_the_form_writes_nothing() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+o")
        await desk.type("anna\nringer\n\n")
        await desk.press("ctrl+r")
        assert actions(desk) == ()
        assert desk.editor().text == ""


async def test_the_next_meeting_is_asked_for_once_and_then_known() -> None:
    async with Desk().run() as desk:
        await desk.type("@anna ringer !næste møde\n")
        assert isinstance(desk.screen, FormDialog)
        assert texts.ASK_NEXT_MEETING in desk.screen_text()
        await desk.type("14. januar\n")
        await desk.type("@bo skriver !næste møde\n")
        day = date(2027, 1, 14)
        assert actions(desk) == (ActionItem("ringer", "Anna Ask", day), ActionItem("skriver", "Bo Birk", day))


async def test_nothing_is_lost_where_nobody_knows_when_the_next_meeting_is() -> None:
    async with Desk().run() as desk:
        await desk.type("@anna ringer !næste møde\n")
        await desk.press("escape")
        assert actions(desk) == (ActionItem("ringer", "Anna Ask"),)


async def test_leaving_the_field_asks_nothing() -> None:
    async with Desk().run() as desk:
        await desk.rush(*"@anna ringer !næste møde", "f8")
        assert desk.screen is desk.meeting_screen
        assert actions(desk) == (ActionItem("ringer", "Anna Ask"),)


async def test_more_than_three_are_counted() -> None:
    async with Desk().run() as desk:
        for number in range(5):
            await desk.type(f"@bo opgave {number} !fredag\n")
        assert "opgave 1" in desk.screen_text()
        assert "opgave 2" not in desk.screen_text()
        assert texts.MORE_ACTIONS.format(count=3) in desk.screen_text()


# From the form


async def test_the_form_asks_for_the_person_first_and_completes_the_name() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+o")
        await desk.type("ask\nSkriver til havnen\nom to uger\n")
        assert actions(desk) == (ActionItem("Skriver til havnen", "Anna Ask", date(2026, 12, 10)),)


async def test_the_form_shows_who_fits_and_arrows_choose() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+o")
        await desk.type("c")
        assert "Carl Ceder" in desk.screen_text()
        await desk.press("backspace", "b")
        assert "Bo Birk" in desk.screen_text()
        await desk.press("down")
        await desk.type("\nringer\n\n")
        assert [action.owner for action in actions(desk)] == ["Bo Birk"]


async def test_somebody_on_no_list_may_own_it() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+o")
        await desk.type("Sekretariatet\nringer\n\n")
        assert [action.owner for action in actions(desk)] == ["Sekretariatet"]


@pytest.mark.parametrize(
    ("task", "due", "code"),
    [
        ("", "", "what"),
        ("Ring", "engang", "when"),
        ("Ring", "0. maj", "when"),
        ("Ring", "næste møde", "next_meeting"),
    ],
)
async def test_a_form_with_a_fault_stays_open_and_says_why(task: str, due: str, code: str) -> None:
    async with Desk().run((120, 30)) as desk:
        await desk.press("ctrl+o", "enter")
        await desk.type(f"{task}\n{due}\n")
        assert actions(desk) == ()
        assert texts.ACTION_FAULTS[code].format(found=due)[:40] in desk.screen_text()


# Corrected


async def test_one_is_corrected_from_the_list() -> None:
    meeting = planned().add_action("item-1", CALL).add_action("item-1", ActionItem("skriver", "Bo Birk"))
    async with Desk(meeting).run() as desk:
        await desk.meeting_screen.run_action("action_items")
        await desk.settle()
        assert isinstance(desk.screen, ChooseDialog)
        await desk.press("down", "enter", "enter")
        await desk.type("\nskriver hjem\nfredag\n")
        assert actions(desk) == (CALL, ActionItem("skriver hjem", "Bo Birk", FRIDAY))
        await desk.press("ctrl+r")
        assert actions(desk)[1] == ActionItem("skriver", "Bo Birk")


async def test_one_is_taken_away_from_the_list() -> None:
    async with Desk(planned().add_action("item-1", CALL)).run() as desk:
        await desk.meeting_screen.run_action("action_items")
        await desk.settle()
        await desk.press("enter", "down", "enter")
        assert actions(desk) == ()
        assert desk.editor().text == ""


async def test_where_there_are_none_it_says_how_to_make_one() -> None:
    async with Desk().run() as desk:
        await desk.meeting_screen.run_action("action_items")
        await desk.settle()
        assert desk.status == texts.NO_ACTIONS


# Saving


async def test_ctrl_s_right_after_typing_saves_the_last_keys() -> None:
    async with Desk().run() as desk:
        await desk.rush(*"Godkendt", "ctrl+s")
        assert desk.saved.item("item-1").decision == "Godkendt"


async def test_an_action_item_in_another_field_leaves_that_field() -> None:
    async with Desk().run() as desk:
        await desk.rush("f6", *LINE, "enter")
        assert actions(desk) == (CALL,)
        assert desk.editor(TextField.DISCUSSION).text == ""


# Ends


async def test_leaving_the_program_finishes_the_line_before_it_saves() -> None:
    async with Desk().run() as desk:
        await desk.rush(*LINE, "ctrl+q")
        assert desk.has_ended
        assert desk.saved == desk.meeting
        assert desk.saved.item("item-1").actions == (CALL,)


async def test_where_the_program_is_ended_the_line_is_saved_as_the_text_it_is() -> None:
    async with Desk().run() as desk:
        await desk.type(LINE)
        desk.meeting_screen.save_at_the_end()
        desk.app.exit(0)
        await desk.settle()
        assert desk.saved == desk.meeting
        assert desk.saved.item("item-1").decision == LINE


async def test_a_line_in_an_item_that_is_gone_is_only_text() -> None:
    async with Desk().run() as desk:
        before = desk.meeting
        assert not desk.meeting_screen.line_finished("added-item-1", TextField.DECISION, LINE, is_leaving=True)
        assert desk.meeting == before


async def test_a_begun_name_in_the_form_is_completed_in_sight_when_it_is_left() -> None:
    async with Desk(NAMESAKES).run() as desk:
        await desk.press("ctrl+o")
        await desk.type("lis")
        await desk.press("tab")
        assert "Lisbeth Lagoni" in desk.screen_text()
        await desk.type("sender tallene")
        await desk.press("ctrl+s")
        assert actions(desk) == (ActionItem("sender tallene", "Lisbeth Lagoni"),)


async def test_a_begun_name_of_several_is_asked_for_and_not_kept_as_it_is() -> None:
    async with Desk(NAMESAKES).run() as desk:
        await desk.press("ctrl+o")
        await desk.type("ann\nringer\n\n")
        assert isinstance(desk.screen, FormDialog)
        assert "Det kan være Anne Fink eller Ann Lisbeth Holm." in desk.screen_text()
        await desk.press("shift+tab", "shift+tab", "down", "ctrl+s")
        assert actions(desk) == (ActionItem("ringer", "Anne Fink"),)


async def test_an_owner_who_is_not_at_the_meeting_stays_as_typed() -> None:
    async with Desk(NAMESAKES).run() as desk:
        await desk.press("ctrl+o")
        await desk.type("Sekretariatet\nringer\n\n")
        assert actions(desk) == (ActionItem("ringer", "Sekretariatet"),)
