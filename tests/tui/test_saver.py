"""Saving in the background: one at a time, and never waiting for a drive that does not answer."""

from __future__ import annotations

import asyncio
import errno
import threading

import pytest

from referent import screen_texts as texts
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.ports import SaveReport
from referent.session import MeetingSession
from referent.texts import OS_ERRORS
from referent.tui import saver as saver_module
from referent.tui.saver import RETRY_TICKS, STALL_TICKS, Saver
from tests.domain.samples import planned
from tests.fakes import FakeClock


class Drive:
    """Takes the saves, and keeps them waiting when told to."""

    def __init__(self) -> None:
        self.saved: list[Meeting] = []
        self.began = threading.Semaphore(0)
        self.answers = threading.Event()
        self.answers.set()
        self.fails: OSError | None = None

    def save(self, meeting: Meeting) -> SaveReport:
        self.began.release()
        self.answers.wait()
        if self.fails is not None:
            raise self.fails
        self.saved.append(meeting)
        return SaveReport()


class Journal:
    """A journal that says what it was told."""

    def __init__(self) -> None:
        self.problem = ""
        self.taken = 0

    def text_written(self, item_id: str, field: TextField, text: str) -> None: ...

    def meeting_changed(self, before: Meeting, after: Meeting) -> None: ...

    def begin(self) -> None: ...

    def end(self) -> None: ...

    def meeting_taken(self) -> None:
        self.taken += 1


class Desk:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.drive = Drive()
        self.journal = Journal()
        self.session = MeetingSession(planned(), self.clock, self.journal)
        self.saver = Saver(self.session, self.drive.save, self.journal)

    def write(self, text: str) -> None:
        self.session.write("item-1", TextField.DECISION, text)

    async def begin(self) -> asyncio.Task[bool]:
        """Begin a save; returns when the drive has it."""
        task = asyncio.create_task(self.saver.save())
        await asyncio.sleep(0)
        await asyncio.to_thread(self.drive.began.acquire)
        return task


@pytest.fixture
def desk() -> Desk:
    return Desk()


async def test_a_drive_that_does_not_answer_is_told_and_nobody_waits_for_it(desk: Desk) -> None:
    desk.write("a")
    desk.drive.answers.clear()
    save = await desk.begin()
    for _ in range(STALL_TICKS):
        assert desk.saver.warning() == ""
        assert not desk.saver.tick()
    assert await save is False
    assert desk.saver.warning() == texts.SAVING_FAILED_BUT_SAFE.format(reason=texts.SAVING_STALLED)
    assert await desk.saver.save() is False, "a second save is not begun behind it"
    assert desk.drive.began._value == 0
    desk.drive.answers.set()
    while desk.session.has_unsaved:
        await asyncio.sleep(0)
    assert desk.saver.warning() == ""


async def test_what_was_changed_during_a_save_is_saved_by_the_next(desk: Desk) -> None:
    desk.write("a")
    desk.drive.answers.clear()
    first = await desk.begin()
    desk.write("ab")
    second = asyncio.create_task(desk.saver.save())
    await asyncio.sleep(0)
    desk.drive.answers.set()
    assert await first is True
    assert await second is True
    assert [meeting.item("item-1").decision for meeting in desk.drive.saved] == ["a", "ab"]
    assert desk.journal.taken == 2
    assert not desk.session.has_unsaved


async def test_two_who_want_the_same_saved_save_it_once(desk: Desk) -> None:
    desk.write("a")
    assert all(await asyncio.gather(desk.saver.save(), desk.saver.save()))
    assert len(desk.drive.saved) == 1


async def test_a_save_that_failed_says_what_is_safe_where(desk: Desk) -> None:
    desk.write("a")
    desk.drive.fails = OSError(errno.ENOSPC, "No space left on device")
    assert await desk.saver.save() is False
    full = OS_ERRORS["ENOSPC"]
    assert desk.saver.warning() == texts.SAVING_FAILED_BUT_SAFE.format(reason=full)
    assert desk.saver.is_safe_elsewhere
    desk.journal.problem = "Sikkerhedskopien kan ikke skrives: Disken er fuld."
    assert desk.saver.warning() == texts.SAVING_FAILED.format(reason=f"{full} {desk.journal.problem}")
    assert not desk.saver.is_safe_elsewhere
    desk.drive.fails = None
    assert await desk.saver.save() is True
    assert desk.saver.warning() == texts.JOURNAL_FAILED.format(problem=desk.journal.problem)
    desk.journal.problem = ""
    assert desk.saver.warning() == ""


async def test_while_the_journal_fails_the_record_is_saved_at_every_tick(desk: Desk) -> None:
    assert not desk.saver.tick()
    desk.write("a")
    assert not desk.saver.tick()
    desk.journal.problem = "x"
    assert desk.saver.tick()
    await desk.saver.save()
    assert not desk.saver.tick()


async def test_after_a_failure_it_waits_some_ticks_before_it_tries_again(desk: Desk) -> None:
    desk.session.act("Punkt 1", lambda meeting: meeting.take_up("item-1", desk.clock.now()))
    desk.drive.fails = OSError(errno.EIO, "")
    await desk.saver.save()
    assert [desk.saver.tick() for _ in range(RETRY_TICKS + 1)] == [False] * RETRY_TICKS + [True]


async def test_the_last_save_does_not_wait_for_ever(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saver_module, "END_PATIENCE", 0.0)
    desk.write("a")
    desk.drive.answers.clear()
    assert desk.saver.save_blocking() is False
    assert desk.saver.problem == texts.SAVING_STALLED
    desk.drive.answers.set()


def test_the_last_save_is_done_when_it_returns(desk: Desk) -> None:
    desk.write("a")
    assert desk.saver.save_blocking() is True
    assert not desk.session.has_unsaved
    assert desk.drive.saved == [desk.session.meeting]
