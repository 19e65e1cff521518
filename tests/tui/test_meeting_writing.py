"""The meeting screen's fields: decisions and formulas, votes and action items."""

from __future__ import annotations

import errno
from dataclasses import replace

import pytest
from textual.widgets import Input

from referent import screen_texts as texts
from referent.domain.agenda import ItemKind
from referent.domain.decisions import ActionItem, TextField, Vote
from referent.tui.dialogs.choose import FilterDialog
from tests.domain.samples import agenda, at, by_length, item, planned
from tests.tui.desk import Desk

NO_SPACE = OSError(errno.ENOSPC, "No space left on device")
TWELVE = agenda(*(item(number, by_length(5)) for number in range(1, 13)))


def running(desk: Desk) -> str | None:
    item = desk.meeting.running
    return item.id if item else None


# Writing


async def test_what_is_typed_at_once_after_take_next_lands_in_the_new_item() -> None:
    async with Desk().run() as desk:
        await desk.rush("ctrl+n", "a", "b", "ctrl+n", "c", "d", "f8", "e", "ctrl+l", "f")
        await desk.tick()
        decisions = {item.id: item.decision for item in desk.meeting.items if item.decision}
        assert decisions == {"item-1": "ab", "item-2": "cdf", "break": "e"}


async def test_the_session_gets_what_was_typed_at_the_next_tick() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.type("Godkendt")
        assert desk.meeting.item("item-1").decision == ""
        await desk.tick()
        assert desk.meeting.item("item-1").decision == "Godkendt"


async def test_the_list_marks_that_a_decision_is_written_and_that_it_is_gone_again() -> None:
    async with Desk().run() as desk:
        assert "●" not in desk.screen_text()
        await desk.type("x")
        await desk.tick()
        assert desk.screen_text().count("●") == 1
        await desk.press("backspace")
        await desk.tick()
        assert "●" not in desk.screen_text()


async def test_the_fields_follow_each_other_and_round_with_f6_and_tab_and_back_with_shift_tab() -> None:
    async with Desk().run() as desk:
        seen = []
        for key in ("f6", "tab", "f6", "shift+tab", "shift+tab"):
            await desk.press(key)
            seen.append(desk.focused_editor.field)
        decision, discussion, notes = TextField.DECISION, TextField.DISCUSSION, TextField.NOTES
        assert seen == [discussion, notes, decision, notes, discussion]


async def test_each_field_keeps_its_own_text() -> None:
    async with Desk().run() as desk:
        await desk.rush("a", "tab", "b", "tab", "c", "tab", "d")
        await desk.tick()
        written = desk.meeting.item("item-1")
        assert (written.decision, written.discussion, written.notes) == ("ad", "b", "c")


async def test_the_text_and_its_undo_are_still_there_after_looking_elsewhere() -> None:
    async with Desk().run() as desk:
        await desk.type("Godkendt")
        await desk.press("f8", "f7")
        assert desk.editor().text == "Godkendt"
        await desk.press("ctrl+z")
        assert desk.editor().text == ""


async def test_the_fitting_formula_is_written_at_the_cursor() -> None:
    meeting = agenda(item(1, by_length(5), ItemKind.APPROVAL))
    async with Desk(meeting).run() as desk:
        await desk.type("Ja. ")
        await desk.press("ctrl+f")
        text = desk.editor().text
        assert text.startswith("Ja. ")
        assert len(text) > len("Ja. ")
        await desk.press("ctrl+z")
        assert desk.editor().text == "Ja. "


async def test_where_no_formula_fits_it_says_which_key_shows_them_all() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+f")
        assert desk.editor().text == ""
        assert desk.status == texts.NO_FITTING_FORMULA


async def test_a_formula_is_found_by_typing_and_enter_puts_it_in() -> None:
    async with Desk().run() as desk:
        await desk.press("f4")
        assert isinstance(desk.screen, FilterDialog)
        await desk.type("efterretning")
        await desk.press("enter")
        assert "efterretning" in desk.editor().text
        assert desk.focused_editor is desk.editor()


async def test_escape_in_the_formulas_writes_nothing() -> None:
    async with Desk().run() as desk:
        await desk.press("f4", "escape")
        assert desk.editor().text == ""
        assert desk.screen is desk.meeting_screen


async def test_searching_for_nonsense_says_that_nothing_fits_and_enter_does_nothing() -> None:
    async with Desk().run() as desk:
        await desk.press("f4")
        await desk.type("qqqq")
        assert texts.NOTHING_FOUND in desk.screen_text()
        await desk.press("enter")
        assert isinstance(desk.screen, FilterDialog)


async def test_what_is_typed_at_once_after_opening_a_dialog_belongs_to_it() -> None:
    async with Desk().run() as desk:
        await desk.rush("ctrl+o", *"Bo")
        assert desk.screen.query(Input).first().value == "Bo"
        await desk.press("escape")
        assert desk.editor().text == ""


async def test_what_is_typed_faster_than_the_screen_follows_lands_where_it_belongs() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.rush("ctrl+o", *"Bo", "enter", *"ringer", "enter", "enter", *"Ja")
        await desk.tick()
        item = desk.meeting.item("item-1")
        assert [(action.owner, action.task) for action in item.actions] == [("Bo Birk", "ringer")]
        assert item.decision == "Ja"


async def test_a_formula_stands_apart_from_the_text_before_it() -> None:
    async with Desk(
        agenda(replace(item(1, by_length(5)), recommendation="At forummet godkender planen."))
    ).run() as desk:
        await desk.press("ctrl+n")
        await desk.type("Anna fremlagde planen.")
        await desk.press("ctrl+f")
        await desk.tick()
        assert desk.meeting.item("item-1").decision == "Anna fremlagde planen. Godkendt."


# Votes and action items


async def test_a_vote_is_kept_as_counts_names_and_a_dissent() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f3")
        for text in ("5", "Bo Birk, Anna Ask", "", "Det er for dyrt."):
            await desk.type(text)
            await desk.press("enter")
        voted = desk.meeting.item("item-1")
        assert voted.vote == Vote(5, ("Bo Birk", "Anna Ask"), ())
        assert voted.dissent == "Det er for dyrt."


async def test_a_vote_form_shows_what_was_noted_before() -> None:
    meeting = planned().cast_votes("item-1", Vote(3, ("Bo",), 1), "Nej")
    async with Desk(meeting).run() as desk:
        await desk.press("f3")
        assert [field.value for field in desk.screen.query(Input)] == ["3", "Bo", "1", "Nej"]


async def test_an_action_item_asks_for_the_person_first_and_completes_the_name() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+o")
        await desk.type("an")
        await desk.press("right", "enter")
        await desk.type("Skriver til havnen")
        await desk.press("enter")
        await desk.type("1. april")
        await desk.press("enter")
        (action,) = desk.meeting.item("item-1").actions
        assert action == ActionItem("Skriver til havnen", "Anna Ask", at("12.00").date().replace(2027, 4, 1))


@pytest.mark.parametrize(
    ("task", "due", "fault"),
    [("", "", texts.NO_TASK), ("Ring", "engang", texts.NOT_A_DATE)],
    ids=["no task", "no date"],
)
async def test_an_action_item_with_a_fault_stays_open_and_says_why(task: str, due: str, fault: str) -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+o", "enter")
        await desk.type(task)
        await desk.press("enter")
        await desk.type(due)
        await desk.press("enter")
        assert desk.meeting.item("item-1").actions == ()
        assert fault in desk.screen_text()


async def test_a_name_that_is_begun_is_completed_where_only_one_begins_so() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+o")
        await desk.type("an\nskriver\n\n")
        assert [action.owner for action in desk.meeting.item("item-1").actions] == ["Anna Ask"]


@pytest.mark.parametrize("typed", ["99999", "12 stemmer"])
async def test_a_count_of_votes_that_is_none_is_refused(typed: str) -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f3")
        await desk.type(f"{typed}\n\n\n\n")
        assert texts.NOT_A_COUNT in desk.screen_text()
        assert desk.meeting.item("item-1").vote is None
