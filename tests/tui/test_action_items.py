"""Action items: from a line or a form, shown under the field, corrected and undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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


async def open_list(desk: Desk) -> None:
    await desk.meeting_screen.run_action("action_items")
    await desk.settle()


# From a line


async def test_a_line_becomes_an_action_item_under_the_field_and_text_again_with_undo() -> None:
    async with Desk().run() as desk:
        await desk.type(f"Aftalt.\n{LINE}\n")
        assert "→ Anna Ask · fre 27/11 · ringer til havnen" in desk.screen_text()
        assert desk.status == "Opgave til Anna Ask: fredag den 27. november"
        await desk.type("Slut")
        assert actions(desk) == (CALL,)
        assert desk.editor().text == "Aftalt.\nSlut", "one writes on where it stood"
        assert desk.meeting.item("item-1").decision == "Aftalt.\nSlut"
        await desk.press("f8")
        assert "ringer til havnen" not in desk.screen_text()
        await desk.press("f7")
        assert "ringer til havnen" in desk.screen_text()
        await desk.press("ctrl+r")
        assert actions(desk) == ()
        assert desk.editor().text == f"Aftalt.\nSlut\n{LINE}"
        assert desk.meeting.item("item-1").decision == f"Aftalt.\nSlut\n{LINE}"
        assert "→ Anna" not in desk.screen_text()


async def test_leaving_any_field_finishes_the_line_but_where_the_program_is_ended_it_is_saved_as_the_text_it_is() -> (
    None
):
    skriver = ActionItem("skriver", "Bo Birk", FRIDAY)
    async with Desk().run() as desk:
        await desk.rush(*LINE, "f8")
        assert actions(desk) == (CALL,)
        assert desk.meeting.item("item-1").decision == ""
        await desk.rush(*LINE, "f6")
        assert actions(desk, "item-2") == (CALL,)
        assert desk.meeting.item("item-2").decision == ""
        assert desk.focused_editor.field is TextField.DISCUSSION
        await desk.rush(*"@bo skriver !fredag", "enter")
        assert actions(desk, "item-2") == (CALL, skriver)
        assert desk.editor(TextField.DISCUSSION).text == ""
        await desk.press("shift+tab")
        await desk.rush(*"@carl ringer !fredag", "escape")
        made = (CALL, skriver, ActionItem("ringer", "Carl Ceder", FRIDAY))
        assert actions(desk, "item-2") == made
        assert desk.meeting.item("item-2").decision == ""
        await desk.press("enter")
        await desk.type(LINE)
        desk.meeting_screen.save_at_the_end()
        desk.app.exit(0)
        await desk.settle()
        assert desk.saved == desk.meeting
        assert desk.saved.item("item-2").decision == LINE
        assert desk.saved.item("item-2").actions == made


async def test_only_enter_at_the_end_finishes_the_line_and_one_that_cannot_be_read_is_only_text_and_it_says_why() -> (
    None
):
    async with Desk().run() as desk:
        await desk.type(LINE)
        desk.app.app_focus = False  # another window of the computer is no other field
        await desk.settle()
        desk.app.app_focus = True
        await desk.settle()
        assert actions(desk) == ()
        assert desk.editor().text == LINE
        await desk.press("left", "enter")
        assert actions(desk) == (), "in the middle of the line"
        assert desk.editor().text == f"{LINE[:-1]}\n{LINE[-1]}"
        await desk.press("backspace", "end", "enter")
        assert actions(desk) == (CALL,)
        await desk.press("ctrl+z")
        assert desk.editor().text == LINE
        await desk.press("end", "enter")
        assert actions(desk) == (CALL,), "after an undo of the text it makes no second"
        assert desk.editor().text == ""
        await desk.rush(*"@an", "tab", *" !fredag skriver", "enter")  # a completed name begins one as well
        made = (CALL, ActionItem("skriver", "Anna Ask", FRIDAY))
        assert actions(desk) == made
        written = ""
        for line, code, found in (
            ("@anna ringer !31. februar", "when", "31. februar"),
            ("@ole ringer !fredag", "who", "ole"),
            ("@anna !fredag", "what", ""),
        ):
            written += f"{line}\n"
            await desk.type(f"{line}\n")
            assert actions(desk) == made, line
            assert desk.editor().text == written, line
            assert desk.status == texts.ACTION_FAULTS[code].format(found=found), line
        before = desk.meeting
        gone = "added-item-1"
        assert not desk.meeting_screen.line_finished(gone, TextField.DECISION, LINE, is_leaving=True)
        assert desk.meeting == before


async def test_the_next_meeting_is_asked_for_once_and_then_known_and_nothing_is_lost_where_nobody_knows() -> None:
    undated, day = ActionItem("ringer", "Anna Ask"), date(2027, 1, 14)
    async with Desk().run() as desk:
        await desk.rush(*"@anna ringer !næste møde", "f8")
        assert desk.screen is desk.meeting_screen, "leaving the field asks nothing"
        assert actions(desk) == (undated,)
        await desk.type("@anna ringer !næste møde\n")
        await desk.press("escape")
        assert actions(desk, "item-2") == (undated,)
        await desk.type("@carl ringer !næste møde\n")
        assert isinstance(desk.screen, FormDialog)
        assert texts.ASK_NEXT_MEETING in desk.screen_text()
        await desk.type("14. januar\n")
        await desk.type("@bo skriver !næste møde\n")
        dated = ActionItem("ringer", "Carl Ceder", day), ActionItem("skriver", "Bo Birk", day)
        assert actions(desk, "item-2") == (undated, *dated)


# From the form


async def test_the_form_asks_for_the_person_first_shows_who_fits_and_stays_open_over_a_fault_until_it_is_mended() -> (
    None
):
    async with Desk().run((100, 24)) as desk:
        await desk.press("ctrl+n", "ctrl+o")
        await desk.type("ask\nSkriver til havnen\nom to uger\n")
        assert actions(desk) == (ActionItem("Skriver til havnen", "Anna Ask", date(2026, 12, 10)),)
        await desk.press("ctrl+r")
        assert actions(desk) == ()
        assert desk.editor().text == "", "undo of one from the form writes nothing"
        await desk.press("ctrl+o")
        await desk.type("c")
        assert "Carl Ceder" in desk.screen_text()
        await desk.press("backspace", "b")
        assert "Bo Birk" in desk.screen_text()
        await desk.press("down")
        await desk.type("\nringer\n\n")
        assert [action.owner for action in actions(desk)] == ["Bo Birk"], "arrows choose"
        await desk.press("f8", "ctrl+o", "enter", "enter", "enter")
        assert actions(desk, "item-2") == ()
        assert texts.ACTION_FAULTS["what"][:40] in desk.screen_text()
        await desk.press("shift+tab")
        await desk.type("Ring\n")
        for due, code in (("engang", "when"), ("0. maj", "when"), ("næste møde", "next_meeting")):
            await desk.type(f"{due}\n")
            assert isinstance(desk.screen, FormDialog), due
            assert actions(desk, "item-2") == (), due
            assert texts.ACTION_FAULTS[code].format(found=due)[:40] in desk.screen_text(), due
            await desk.press("shift+tab", "tab")  # what is typed next stands instead
        await desk.type("fredag\n")
        assert actions(desk, "item-2") == (ActionItem("Ring", "", FRIDAY),)


async def test_a_begun_name_is_completed_in_sight_one_of_several_asked_for_and_an_unknown_one_kept_as_typed() -> None:
    async with Desk(NAMESAKES).run() as desk:
        await desk.press("ctrl+o")
        await desk.type("lis")
        await desk.press("tab")
        assert "Lisbeth Lagoni" in desk.screen_text()
        await desk.type("sender tallene")
        await desk.press("ctrl+s")
        assert actions(desk) == (ActionItem("sender tallene", "Lisbeth Lagoni"),)
        await desk.press("ctrl+o")
        await desk.type("ann\nringer\n\n")
        assert isinstance(desk.screen, FormDialog)
        assert "Det kan være Anne Fink eller Ann Lisbeth Holm." in desk.screen_text()
        await desk.press("shift+tab", "shift+tab", "down", "ctrl+s")
        assert actions(desk)[1:] == (ActionItem("ringer", "Anne Fink"),)
        await desk.press("ctrl+o")
        await desk.type("Sekretariatet\nringer\n\n")
        assert actions(desk)[2:] == (ActionItem("ringer", "Sekretariatet"),), "who is not at the meeting may own it"


# Corrected


async def test_more_than_three_are_counted_and_each_is_corrected_and_taken_away_in_their_list() -> None:
    given = tuple(ActionItem(f"opgave {number}", "Bo Birk", FRIDAY) for number in range(5))
    meeting = planned()
    for action in given:
        meeting = meeting.add_action("item-1", action)
    async with Desk(meeting).run() as desk:
        shown = desk.screen_text()
        assert "opgave 1" in shown
        assert "opgave 2" not in shown
        assert texts.MORE_ACTIONS.format(count=3) in shown
        await open_list(desk)
        assert isinstance(desk.screen, ChooseDialog)
        await desk.press("down", "enter", "enter")
        await desk.type("\nskriver hjem\nmandag\n")
        assert actions(desk) == (given[0], ActionItem("skriver hjem", "Bo Birk", date(2026, 11, 30)), *given[2:])
        await desk.press("ctrl+r")
        assert actions(desk) == given
        await open_list(desk)
        await desk.press("enter", "down", "enter")
        assert actions(desk) == given[1:]
        assert desk.editor().text == ""
        await desk.press("f8")
        await open_list(desk)
        assert desk.status == texts.NO_ACTIONS, "where there are none it says how to make one"


# Saving


async def test_ctrl_s_and_leaving_the_program_save_the_last_keys_and_leaving_finishes_the_line_before() -> None:
    async with Desk().run() as desk:
        await desk.rush(*"Godkendt", "ctrl+s")
        assert desk.saved.item("item-1").decision == "Godkendt"
        await desk.rush("enter", *LINE, "ctrl+q")
        assert desk.has_ended
    assert desk.app.return_code == 0
    assert desk.saved == desk.meeting
    assert desk.saved.item("item-1").actions == (CALL,)
