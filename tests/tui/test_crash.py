"""A fault in the program itself: everything is saved, and nothing of the meeting is printed."""

from __future__ import annotations

import errno

import pytest

from referent import screen_texts as texts
from referent.tui.screens.meeting import MeetingScreen
from tests.tui.desk import Desk

SECRET = "Borgeren hedder Jens"


class BrokenError(Exception):
    """What the tests make go wrong."""


async def meet_the_fault(desk: Desk) -> None:
    async with desk.run():
        await desk.press("ctrl+n")
        await desk.type(SECRET)
        await desk.press("f12")


async def crash(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(screen: MeetingScreen) -> None:
        raise BrokenError(SECRET)

    monkeypatch.setattr(MeetingScreen, "action_read_aloud", broken)
    with pytest.raises(BrokenError):
        await meet_the_fault(desk)


async def test_a_fault_saves_and_ends_with_one_danish_line_and_no_word_of_the_meeting(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk()
    await crash(desk, monkeypatch)
    printed = capsys.readouterr()
    assert desk.app.return_code == 1
    assert desk.saved.item("item-1").decision == SECRET
    assert " ".join((printed.out + printed.err).split()) == texts.CRASHED.format(kind="BrokenError")


class PicturedError(BrokenError):
    """Textual shows an exception that can draw itself as it draws itself."""

    def __rich__(self) -> str:
        return SECRET


async def test_a_fault_that_can_draw_itself_ends_like_any_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk()
    monkeypatch.setattr("tests.tui.test_crash.BrokenError", PicturedError)
    await crash(desk, monkeypatch)
    printed = capsys.readouterr()
    assert desk.saved.item("item-1").decision == SECRET
    assert " ".join((printed.out + printed.err).split()) == texts.CRASHED.format(kind="PicturedError")


async def test_a_fault_that_cannot_be_saved_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk()
    desk.saving_fails = OSError(errno.ENOSPC, "No space left on device")
    await crash(desk, monkeypatch)
    printed = capsys.readouterr()
    assert desk.app.return_code == 1
    assert "Disken er fuld" in printed.err + printed.out
    assert SECRET not in printed.err + printed.out
