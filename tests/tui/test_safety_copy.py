"""The safety copy on the screens: the question before a meeting opens, and what is said while files fail."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

from referent import screen_texts as texts
from referent.domain.decisions import TextField
from referent.ports import OpenedMeeting, OpeningQuestion
from referent.session import MeetingSession
from referent.tui.dialogs.choose import ChooseDialog
from referent.tui.screens.meeting import MeetingScreen
from tests.domain.samples import at
from tests.tui.desk import Desk
from tests.tui.test_saver import Journal


class Asking(Desk):
    """A desk at which a safety copy was found, with a decision in it."""

    def __init__(self, answer_fails: OSError | None = None) -> None:
        super().__init__()
        self.answers = 0
        self._answer_fails = answer_fails

    def _open(self, path: Path) -> OpenedMeeting:
        opened = super()._open(path)
        found = opened.session.meeting.write("item-1", TextField.DECISION, "Fra kopien")
        return replace(opened, question=OpeningQuestion(3, at("13.42"), found, self._answered))

    def _answered(self) -> None:
        if self._answer_fails is not None:
            raise self._answer_fails
        self.answers += 1


async def test_it_is_asked_before_anything_else_and_the_changes_are_taken_along_where_that_is_chosen() -> None:
    desk = Asking()
    async with desk.run():
        assert isinstance(desk.screen, ChooseDialog)
        assert "3 ændringer fra 26-11-2026 kl. 13.42" in desk.screen_text()
        await desk.press("enter")
        assert desk.is_at(MeetingScreen)
        assert desk.editor().text == "Fra kopien"
        await desk.tick()
        assert desk.saved.item("item-1").decision == "Fra kopien"
        assert desk.answers == 1


async def test_the_record_stands_where_that_is_chosen() -> None:
    desk = Asking()
    async with desk.run():
        await desk.press("down", "enter")
        assert desk.is_at(MeetingScreen)
        assert desk.editor().text == ""
        assert desk.answers == 1


async def test_without_an_answer_nothing_is_opened_and_nothing_is_decided() -> None:
    desk = Asking()
    async with desk.run():
        await desk.press("escape")
        assert desk.has_ended
    assert desk.answers == 0
    assert desk.saves == []


async def test_where_the_two_cannot_be_kept_nothing_is_opened() -> None:
    desk = Asking(OSError(errno.ENOSPC, "No space left on device"))
    async with desk.run():
        await desk.press("enter")
        assert desk.has_ended
    assert desk.app.return_code == 1
    assert desk.saves == []


class Journalled(Desk):
    """A desk with a journal, which works until a test says otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self.journal = Journal()
        self.session = MeetingSession(self.session.meeting, self.clock, self.journal)

    def _open(self, path: Path) -> OpenedMeeting:
        return replace(super()._open(path), journal=self.journal)


async def test_where_the_record_fails_the_line_says_what_is_safe_and_leaving_loses_nothing() -> None:
    desk = Journalled()
    async with desk.run((80, 24)):
        desk.saving_fails = OSError(errno.EROFS, "Read-only file system")
        await desk.type("x")
        await desk.press("ctrl+s")
        assert "Alt er gemt i sikkerhedskopien på denne computer" in " ".join(desk.status.split())
        desk.saving_fails = OSError(errno.ENOSPC, "No space left on device")
        await desk.press("ctrl+s")
        shown = " ".join(" ".join(desk.screen_lines()[-6:]).split())
        assert desk.status.splitlines()[-1] in shown, "a long warning fits a small window"
        await desk.press("ctrl+q")
        assert texts.QUIT_SAFE in desk.screen_text()
        await desk.press("down", "enter")
        assert desk.has_ended


async def test_the_journal_has_every_letter_and_where_it_fails_the_line_says_so_and_the_record_is_saved_often() -> None:
    desk = Journalled()
    written: list[str] = []
    desk.journal.text_written = lambda item_id, field, text: written.append(text)  # type: ignore[method-assign]
    async with desk.run():
        await desk.type("Ja")
        await desk.press("ctrl+z", "ctrl+y")
        await desk.paste(" tak")
        assert written[:2] == ["J", "Ja"]
        assert written[-1] == desk.editor().text
        assert "" in written, "undo as well"
        await desk.press("f8")
        desk.saves.clear()
        desk.journal.problem = "Sikkerhedskopien kan ikke skrives: Disken er fuld."
        await desk.tick()
        assert desk.status == texts.JOURNAL_FAILED.format(problem=desk.journal.problem)
        desk.saves.clear()
        await desk.type("a")
        await desk.tick()
        await desk.type("b")
        await desk.tick()
        assert [meeting.item("item-2").text(TextField.DECISION) for meeting in desk.saves] == ["a", "ab"]
        desk.journal.problem = ""
        await desk.tick()
        assert desk.status == ""
