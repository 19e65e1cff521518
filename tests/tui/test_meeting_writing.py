"""The meeting screen's fields: decisions and formulas, votes and action items."""

from __future__ import annotations

import errno

import pytest
from textual.widgets import Input

from referent import screen_texts as texts
from referent.domain.decisions import TextField, Vote
from tests.domain.samples import agenda, by_length, item, planned
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


async def test_the_session_has_what_was_typed_without_waiting_for_a_tick() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.type("Godkendt")
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


@pytest.mark.parametrize("typed", ["99999", "12 stemmer"])
async def test_a_count_of_votes_that_is_none_is_refused(typed: str) -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "f3")
        await desk.type(f"{typed}\n\n\n\n")
        assert texts.NOT_A_COUNT in desk.screen_text()
        assert desk.meeting.item("item-1").vote is None
