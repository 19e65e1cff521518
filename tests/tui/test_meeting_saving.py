"""How the meeting screen saves, leaves and exports."""

from __future__ import annotations

import errno

import pytest

from referent import screen_texts as texts
from referent.domain.item import ItemState
from referent.minutes.editions import Edition
from referent.ports import ExportFailed
from referent.texts import OS_ERRORS
from referent.tui.dialogs.choose import ChooseDialog
from referent.tui.screens.people import PeopleScreen
from tests.domain.samples import agenda, at, by_length, item
from tests.tui.desk import EXPORTED_TO, Desk

NO_SPACE = OSError(errno.ENOSPC, "No space left on device")
TWELVE = agenda(*(item(number, by_length(5)) for number in range(1, 13)))


def running(desk: Desk) -> str | None:
    item = desk.meeting.running
    return item.id if item else None


# Saving


async def test_it_saves_five_seconds_after_the_last_key_and_not_at_every_key() -> None:
    async with Desk().run() as desk:
        for letter in "abc":
            await desk.type(letter)
            await desk.tick()
        assert desk.saves == []
        await desk.tick(seconds=2)
        assert desk.saves == []
        await desk.tick(seconds=2)
        assert [meeting.item("item-1").decision for meeting in desk.saves] == ["abc"]
        await desk.tick(seconds=60)
        assert len(desk.saves) == 1


async def test_it_saves_every_fifteen_seconds_while_typing_goes_on() -> None:
    async with Desk().run() as desk:
        for _ in range(31):
            await desk.type("a")
            await desk.tick()
        assert len(desk.saves) == 2


async def test_it_saves_at_every_change_of_item_with_what_was_typed_before() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.type("Vedtaget")
        await desk.press("ctrl+n")
        assert desk.saved == desk.meeting
        assert desk.saved.item("item-1").decision == "Vedtaget"


async def test_ctrl_s_saves_now_and_says_when() -> None:
    async with Desk().run() as desk:
        await desk.type("x")
        await desk.press("ctrl+s")
        assert desk.saved.item("item-1").decision == "x"
        assert desk.status == texts.SAVED.format(time="13.00")


async def test_a_save_that_fails_warns_until_it_is_mended_and_typing_goes_on() -> None:
    async with Desk().run() as desk:
        desk.saving_fails = NO_SPACE
        await desk.press("ctrl+n")
        warning = texts.SAVING_FAILED.format(reason=OS_ERRORS["ENOSPC"])
        assert desk.status.endswith(warning)
        await desk.type("Det går videre")
        for _ in range(30):
            await desk.tick()
        assert desk.status == warning
        assert desk.saves == []
        desk.saving_fails = None
        for _ in range(7):
            await desk.tick()
        assert desk.saved.item("item-1").decision == "Det går videre"
        assert desk.status != warning


async def test_what_a_save_wants_to_say_is_shown() -> None:
    async with Desk().run() as desk:
        desk.save_message = "En anden har ændret filen."
        await desk.press("ctrl+s")
        desk.save_message = ""
        assert "En anden har ændret filen." in desk.screen_text() or desk.status.startswith("Gemt")


async def test_a_save_that_fails_by_a_fault_of_our_own_is_told_too() -> None:
    async with Desk().run() as desk:
        desk.saving_fails = RuntimeError("x")
        await desk.press("ctrl+n")
        assert "RuntimeError" in desk.status


async def test_the_warning_stands_in_the_attendance_list_as_well() -> None:
    async with Desk().run() as desk:
        desk.saving_fails = OSError(errno.ENOSPC, "full")
        await desk.press("ctrl+n", "f2")
        people = desk.screen
        assert isinstance(people, PeopleScreen)
        people.tick()
        await desk.settle()
        assert OS_ERRORS["ENOSPC"] in " ".join(desk.screen_text().split())


# Leaving


async def test_ctrl_q_in_a_meeting_that_is_not_running_ends_the_program() -> None:
    async with Desk().run() as desk:
        await desk.type("noter før mødet")
        await desk.press("ctrl+q")
        assert desk.has_ended
    assert desk.app.return_code == 0
    assert desk.saved.item("item-1").decision == "noter før mødet"


async def test_nothing_is_lost_of_what_is_typed_right_before_ctrl_q() -> None:
    async with Desk().run() as desk:
        await desk.rush(*"Vedtaget", "ctrl+q")
        assert desk.has_ended
    assert desk.saved.item("item-1").decision == "Vedtaget"


async def test_ctrl_q_asks_in_a_running_meeting_and_closing_raises_it() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+q")
        assert isinstance(desk.screen, ChooseDialog)
        assert texts.QUIT_CLOSE in desk.screen_text()
        desk.clock.advance(minutes=9)
        await desk.press("enter")
        assert desk.has_ended
    assert desk.saved.closed_at == at("13.09")
    assert desk.saved.item("item-1").state is ItemState.TREATED


async def test_leaving_a_running_meeting_saves_it_and_leaves_the_clock_running() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.type("Halvt")
        await desk.press("ctrl+q", "down", "enter")
        assert desk.has_ended
    assert desk.saved.running is not None
    assert desk.saved.item("item-1").decision == "Halvt"
    assert desk.saved.closed_at is None


@pytest.mark.parametrize("keys", [("end", "enter"), ("escape",), ("ctrl+q",)])
async def test_one_can_stay_after_all(keys: tuple[str, ...]) -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+q", *keys)
        assert not desk.has_ended
        assert desk.screen is desk.meeting_screen
        assert running(desk) == "item-1"


async def test_the_meeting_can_be_raised_and_the_minutes_written_in_one_go() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+q", "down", "down", "enter")
        assert desk.meeting.closed_at is not None
        assert isinstance(desk.screen, ChooseDialog)
        assert texts.EXPORT_FULL in desk.screen_text()
        await desk.press("enter")
        assert [meeting.closed_at is not None for meeting in desk.exports] == [True]
        assert not desk.has_ended


async def test_where_it_cannot_be_saved_leaving_asks_first() -> None:
    async with Desk().run() as desk:
        await desk.type("x")
        desk.saving_fails = NO_SPACE
        await desk.press("ctrl+q")
        assert isinstance(desk.screen, ChooseDialog)
        assert "Disken er fuld" in desk.screen_text()
        await desk.press("enter")
        assert not desk.has_ended
        await desk.press("ctrl+q", "down", "enter")
        assert desk.has_ended


async def test_ctrl_c_does_not_end_the_program() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+c", "ctrl+c", "escape", "ctrl+c", "f2", "ctrl+c")
        assert not desk.has_ended


async def test_ctrl_c_copies_what_is_marked_in_the_text() -> None:
    async with Desk().run() as desk:
        await desk.type("Godkendt")
        await desk.press("shift+home", "ctrl+c")
        assert desk.app.clipboard == "Godkendt"
        assert desk.editor().text == "Godkendt"


# Export


async def test_export_lists_what_is_missing_and_a_line_leads_to_its_place() -> None:
    async with Desk().run((100, 30)) as desk:
        await desk.press("ctrl+n", "f9")
        assert isinstance(desk.screen, ChooseDialog)
        assert "Punkt 3" in desk.screen_text()
        assert "Missing(" not in desk.screen_text()
        lines = desk.screen_lines()
        assert any("Anna Ask" in line for line in lines)
        await desk.press(*_downs_to(desk, "Punkt 3"), "enter")
        assert desk.meeting_screen.looked_at == "item-3"
        assert desk.focused_editor.item_id == "item-3"
        assert desk.exports == []


async def test_what_is_missing_stands_apart_from_what_can_be_done() -> None:
    async with Desk().run((100, 40)) as desk:
        await desk.press("ctrl+n", "f9")
        lines = [line.strip(" │║╭╮╰╯") for line in desk.screen_lines()]
        place = next(index for index, line in enumerate(lines) if line.endswith(texts.MISSING_TITLE))
        assert lines[place - 2].endswith(texts.EXPORT_PREVIEW)
        assert lines[place + 1].startswith("– ") or "– " in lines[place + 1]
        await desk.press("down", "down", "down", "down", "enter")  # the heading cannot be chosen
        assert texts.QUIT_CLOSE in desk.screen_text()  # "the meeting has not been raised" leads to where it is


async def test_a_meeting_that_has_not_begun_is_not_begun_from_the_list() -> None:
    async with Desk().run((100, 40)) as desk:
        await desk.press("f9", "down", "down", "down", "down", "enter")
        assert desk.meeting.started_at is None
        assert desk.status == texts.CLOCK_NOT_STARTED.format(key="Ctrl+N")


async def test_a_missing_person_leads_to_the_attendance_list() -> None:
    async with Desk().run((100, 30)) as desk:
        await desk.press("f9", *_downs_to(desk, "Anna Ask") or ["end"], "enter")
        assert isinstance(desk.screen, PeopleScreen)


def _downs_to(desk: Desk, words: str) -> list[str]:
    """The keys from the first choice of the dialog to the one with `words`."""
    if not isinstance(desk.screen, ChooseDialog):
        return []
    labels = [choice.label for choice in desk.screen._choices]
    return ["down"] * next(index for index, label in enumerate(labels) if words in label)


async def test_export_writes_in_spite_of_what_is_missing_and_says_where() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.type("Vedtaget")
        await desk.press("f9", "enter")
        assert [meeting.item("item-1").decision for meeting in desk.exports] == ["Vedtaget"]
        assert str(EXPORTED_TO) in desk.status


async def test_the_other_documents_stand_beside_the_usual_one() -> None:
    async with Desk().run() as desk:
        await desk.press("f9", "down", "enter")
        await desk.press("f9", "down", "down", "enter")
        assert desk.export_ways == [(Edition(), "pdf"), (Edition(is_public=True), "docx")]


async def test_what_should_not_be_published_is_shown_first_and_leads_to_its_place() -> None:
    async with Desk().run((100, 30)) as desk:
        await desk.press("ctrl+n")
        await desk.type("Skriv til anna@gmail.com")
        await desk.press("f8", "f9", "down", "down", "enter")
        assert texts.SENSITIVE_TITLE in desk.screen_text()
        assert desk.exports == []
        await desk.press("down", "enter")
        assert desk.focused_editor.item_id == "item-1"
        await desk.press("f9", "down", "down", "enter", "enter")
        assert desk.export_ways == [(Edition(is_public=True), "docx")]


async def test_an_export_that_fails_says_why_in_danish() -> None:
    async with Desk().run() as desk:
        desk.export_fails = ExportFailed("LibreOffice findes ikke.")
        await desk.press("f9", "enter")
        assert desk.status == texts.EXPORT_FAILED.format(reason="LibreOffice findes ikke.")
        desk.export_fails = OSError(errno.EACCES, "Permission denied", "exports/x.docx")
        await desk.press("f9", "enter")
        assert desk.status == texts.EXPORT_FAILED.format(reason=OS_ERRORS["EACCES"])


async def test_escape_in_the_list_of_what_is_missing_exports_nothing() -> None:
    async with Desk().run() as desk:
        await desk.press("f9", "escape")
        assert desk.exports == []
        assert desk.screen is desk.meeting_screen
