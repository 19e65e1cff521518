"""How the meeting screen saves, leaves and exports."""

from __future__ import annotations

import errno

from referent import screen_texts as texts
from referent.domain.item import ItemState
from referent.minutes.editions import Edition
from referent.ports import ExportFailed
from referent.texts import OS_ERRORS
from referent.tui.dialogs.choose import ChooseDialog
from referent.tui.screens.people import PeopleScreen
from tests.domain.samples import at
from tests.tui.desk import EXPORTED_TO, Desk

NO_SPACE = OSError(errno.ENOSPC, "No space left on device")


def running(desk: Desk) -> str | None:
    item = desk.meeting.running
    return item.id if item else None


# Saving


async def test_it_saves_soon_after_the_last_key_now_and_then_while_typing_goes_on_and_at_once_on_request() -> None:
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
        for _ in range(31):
            await desk.type("a")
            await desk.tick()
        assert len(desk.saves) == 3
        # and at once where one asks for it, or goes on to another item
        await desk.type("x")
        await desk.press("ctrl+s")
        assert desk.saved.item("item-1").decision.endswith("ax")
        assert desk.status == texts.SAVED.format(time="13.01")
        await desk.press("ctrl+n")
        await desk.type(" Vedtaget")
        await desk.press("ctrl+n")
        assert desk.saved == desk.meeting
        assert desk.saved.item("item-1").decision.endswith("ax Vedtaget")
        desk.save_message = "En anden har ændret filen."
        await desk.press("ctrl+n")
        assert desk.status == "En anden har ændret filen."
        desk.save_message = "Filen er gemt ved siden af."
        await desk.press("f8", "ctrl+s")
        assert desk.status == "Filen er gemt ved siden af."


async def test_a_save_that_fails_warns_on_every_screen_until_it_is_mended_and_typing_goes_on() -> None:
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
        await desk.press("f2")
        people = desk.screen
        assert isinstance(people, PeopleScreen)
        assert OS_ERRORS["ENOSPC"] in " ".join(desk.screen_text().split())
        desk.saving_fails = None
        for _ in range(7):
            await desk.tick()
        people.tick()
        await desk.settle()
        assert OS_ERRORS["ENOSPC"] not in " ".join(desk.screen_text().split())
        await desk.press("escape")
        assert desk.saved.item("item-1").decision == "Det går videre"
        assert desk.status != warning
        desk.saving_fails = RuntimeError("x")
        await desk.press("ctrl+n")
        assert "RuntimeError" in desk.status, "a fault of our own is told too"


async def test_where_it_cannot_be_saved_leaving_asks_and_where_it_can_a_running_meeting_is_left_running() -> None:
    async with Desk().run() as desk:
        await desk.press("ctrl+n")
        await desk.type("Halv")
        desk.saving_fails = NO_SPACE
        await desk.press("ctrl+q", "down", "enter")
        assert isinstance(desk.screen, ChooseDialog)
        assert "Disken er fuld" in desk.screen_text()
        await desk.press("enter")
        assert not desk.has_ended
        desk.saving_fails = None
        await desk.type("t")
        await desk.press("ctrl+q", "down", "enter")
        assert desk.has_ended
    assert desk.saved.running is not None
    assert desk.saved.item("item-1").decision == "Halvt"
    assert desk.saved.closed_at is None


# Leaving


async def test_ctrl_q_in_a_meeting_that_is_not_running_ends_the_program_or_asks_where_it_cannot_be_saved() -> None:
    async with Desk().run() as desk:
        await desk.type("noter før")
        desk.saving_fails = NO_SPACE
        await desk.rush(*" mødet", "ctrl+q")
        assert isinstance(desk.screen, ChooseDialog)
        assert "Disken er fuld" in desk.screen_text()
        await desk.press("enter")
        assert not desk.has_ended
        await desk.press("ctrl+q", "down", "enter")
        assert desk.has_ended
    assert desk.meeting.item("item-1").decision == "noter før mødet"


async def test_ctrl_c_copies_and_never_ends_the_program_and_ctrl_q_asks_where_one_can_stay_or_raise_the_meeting() -> (
    None
):
    async with Desk().run() as desk:
        await desk.type("Godkendt")
        await desk.press("shift+home", "ctrl+c")
        assert desk.app.clipboard == "Godkendt"
        assert desk.editor().text == "Godkendt"
        await desk.press("ctrl+n", "ctrl+c", "ctrl+c", "escape", "ctrl+c", "f2", "ctrl+c")
        assert not desk.has_ended
        await desk.press("escape")
        for keys in (("end", "enter"), ("escape",), ("ctrl+q",)):
            await desk.press("ctrl+q")
            assert desk.is_at(ChooseDialog), keys
            await desk.press(*keys)
            assert not desk.has_ended, keys
            assert desk.screen is desk.meeting_screen, keys
            assert running(desk) == "item-1", keys
        await desk.press("ctrl+q")
        assert texts.QUIT_CLOSE in desk.screen_text()
        desk.clock.advance(minutes=9)
        await desk.press("enter")
        assert desk.has_ended
    assert desk.saved.closed_at == at("13.09")
    assert desk.saved.item("item-1").state is ItemState.TREATED


async def test_the_meeting_can_be_raised_and_the_minutes_written_in_one_go_before_it_is_left_without_a_question() -> (
    None
):
    async with Desk().run() as desk:
        await desk.press("ctrl+n", "ctrl+q", "down", "down", "enter")
        assert desk.meeting.closed_at is not None
        assert isinstance(desk.screen, ChooseDialog)
        assert texts.EXPORT_FULL in desk.screen_text()
        await desk.press("enter")
        assert [meeting.closed_at is not None for meeting in desk.exports] == [True]
        assert not desk.has_ended
        await desk.type("noter efter")
        await desk.rush(*" mødet", "ctrl+q")
        assert desk.has_ended
    assert desk.app.return_code == 0
    assert desk.saved.item("item-1").decision == "noter efter mødet", "nothing typed right before is lost"


# Export


async def test_what_is_missing_stands_apart_from_what_can_be_done_and_each_line_leads_to_its_place() -> None:
    async with Desk().run((100, 40)) as desk:
        the_first = ["down"] * 4  # the heading cannot be chosen
        await desk.press("f9", *the_first, "enter")
        assert desk.meeting.started_at is None, "from here no meeting is begun"
        assert desk.status == texts.CLOCK_NOT_STARTED.format(key="Ctrl+N")
        await desk.press("ctrl+n", "f9")
        assert isinstance(desk.screen, ChooseDialog)
        lines = [line.strip(" │║╭╮╰╯") for line in desk.screen_lines()]
        place = next(index for index, line in enumerate(lines) if line.endswith(texts.MISSING_TITLE))
        assert lines[place - 2].endswith(texts.EXPORT_PREVIEW)
        assert "– " in lines[place + 1]
        assert any("Punkt 3" in line for line in lines[place:])
        assert any("Anna Ask" in line for line in lines[place:])
        assert not any("Missing(" in line for line in lines)
        await desk.press(*the_first, "enter")
        assert texts.QUIT_CLOSE in desk.screen_text(), "that it is not raised leads to where it is"
        await desk.press("escape", "f9")
        await desk.press(*_downs_to(desk, "Punkt 3"), "enter")
        assert desk.meeting_screen.looked_at == "item-3"
        assert desk.focused_editor.item_id == "item-3"
        await desk.press("f9")
        await desk.press(*_downs_to(desk, "Anna Ask"), "enter")
        assert isinstance(desk.screen, PeopleScreen)
        assert desk.exports == []


def _downs_to(desk: Desk, words: str) -> list[str]:
    """The keys from the first choice of the dialog to the one with `words`, past the heading, which has no place."""
    assert isinstance(desk.screen, ChooseDialog)
    labels = [choice.label for choice in desk.screen._choices]
    return ["down"] * next(index for index, label in enumerate(labels) if words in label)


async def test_export_writes_what_is_chosen_in_spite_of_what_is_missing_and_says_where_or_why_it_failed() -> None:
    async with Desk().run((100, 30)) as desk:
        await desk.press("f9", "escape")
        assert desk.exports == []
        assert desk.screen is desk.meeting_screen
        await desk.press("ctrl+n")
        await desk.type("Vedtaget")
        await desk.press("f9", "enter")
        assert [meeting.item("item-1").decision for meeting in desk.exports] == ["Vedtaget"]
        assert str(EXPORTED_TO) in desk.status
        await desk.press("f9", "down", "enter")
        await desk.press("f9", "down", "down", "enter")
        assert desk.export_ways[1:] == [(Edition(), "pdf"), (Edition(is_public=True), "docx")]
        for failure, reason in (
            (ExportFailed("LibreOffice findes ikke."), "LibreOffice findes ikke."),
            (OSError(errno.EACCES, "Permission denied", "exports/x.docx"), OS_ERRORS["EACCES"]),
        ):
            desk.export_fails = failure
            await desk.press("f9", "enter")
            assert desk.status == texts.EXPORT_FAILED.format(reason=reason)
        desk.export_fails = None
        # what should not be published is shown first, and leads to its place
        await desk.type(" Skriv til anna@gmail.com")
        await desk.press("f8", "f9", "down", "down", "enter")
        assert texts.SENSITIVE_TITLE in desk.screen_text()
        assert len(desk.exports) == 3
        await desk.press("down", "enter")
        assert desk.focused_editor.item_id == "item-1"
        await desk.press("f9", "down", "down", "enter", "enter")
        assert desk.export_ways[3:] == [(Edition(is_public=True), "docx")]
