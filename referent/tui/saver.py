"""Saving without anybody noticing: in a thread, in order, again where it failed, and never waiting for a dead drive."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from referent import screen_texts as texts
from referent.domain.meeting import Meeting
from referent.ports import RunningJournal, SaveReport
from referent.session import MeetingSession
from referent.texts import os_error, own_fault

RETRY_TICKS = 5
"""How many ticks to wait after a save that failed."""
STALL_TICKS = 8
"""How many ticks a save may take before the minute taker is told, and nobody waits for it any more."""
END_PATIENCE = 5.0
"""Seconds that a signal or a crash waits for a save."""


@dataclass
class _Attempt:
    """A save under way."""

    revision: int
    over: asyncio.Event = field(default_factory=asyncio.Event)
    """It has ended, or is not waited for any more."""
    ticks: int = 0
    is_stalled: bool = False
    has_worked: bool = False


class Saver:
    """Writes the session's meeting with `save`, which blocks on the disk and may raise `OSError`. One save at a time,
    in a thread that nothing waits for at the end of the program: a network drive may keep it for ever.
    """

    def __init__(
        self,
        session: MeetingSession,
        save: Callable[[Meeting], SaveReport],
        journal: RunningJournal | None = None,
    ) -> None:
        self._session = session
        self._save = save
        self._journal = journal
        self._lock = threading.Lock()
        self._attempt: _Attempt | None = None
        self._ticks_to_wait = 0
        self.problem = ""
        """Why the last save failed, in Danish; empty once one has succeeded."""
        self.message = ""
        """What the last save wants the minute taker to know."""

    def tick(self) -> bool:
        """To be called once a second; whether to save now."""
        if self._attempt is not None:
            self._watch(self._attempt)
            return False
        if self._ticks_to_wait:
            self._ticks_to_wait -= 1
            return False
        if self._journal_problem:
            return self._session.has_unsaved  # the record alone holds what is typed
        return self._session.save_is_due()

    def _watch(self, attempt: _Attempt) -> None:
        attempt.ticks += 1
        if attempt.ticks >= STALL_TICKS and not attempt.is_stalled:
            attempt.is_stalled = True
            self.problem = texts.SAVING_STALLED
            attempt.over.set()

    # Saving

    async def save(self) -> bool:
        """Save the meeting as it is now; whether it is safe in its record. Returns where that takes too long, too."""
        wanted = self._session.revision
        while True:
            attempt = self._attempt or self._begin()
            await attempt.over.wait()
            if not attempt.has_worked:
                return False
            if attempt.revision >= wanted:
                return True

    def _begin(self) -> _Attempt:
        attempt = self._attempt = _Attempt(self._session.revision)
        meeting = self._session.meeting
        if self._journal is not None:
            self._journal.meeting_taken()
        loop = asyncio.get_running_loop()

        def run() -> None:
            with self._lock:
                outcome = self._outcome(meeting)
            with contextlib.suppress(RuntimeError):  # the program has ended meanwhile
                loop.call_soon_threadsafe(self._ended, attempt, outcome)

        threading.Thread(target=run, name="save", daemon=True).start()
        return attempt

    def _ended(self, attempt: _Attempt, outcome: SaveReport | Exception) -> None:
        self._attempt = None
        attempt.has_worked = self._noted(attempt.revision, outcome)
        attempt.over.set()

    def save_blocking(self) -> bool:
        """The same from a signal or a crash, when there is no time for anything else."""
        outcomes: list[SaveReport | Exception] = []
        revision = self._session.revision

        def run() -> None:
            with self._lock:  # nothing changes the meeting while we are waited for
                if self._journal is not None:
                    self._journal.meeting_taken()
                outcomes.append(self._outcome(self._session.meeting))

        thread = threading.Thread(target=run, name="last save", daemon=True)
        thread.start()
        thread.join(END_PATIENCE)
        if not outcomes:
            self.problem = texts.SAVING_STALLED
            return False
        return self._noted(revision, outcomes[0])

    def _outcome(self, meeting: Meeting) -> SaveReport | Exception:
        try:
            return self._save(meeting)
        except Exception as error:  # whatever it is, the minute taker has to know that nothing was saved
            return error

    def _noted(self, revision: int, outcome: SaveReport | Exception) -> bool:
        if isinstance(outcome, Exception):
            fault = own_fault(outcome)
            self.problem = os_error(outcome) if isinstance(outcome, OSError) else fault
            self._ticks_to_wait = RETRY_TICKS
            return False
        self.problem = ""
        self.message = outcome.message or self.message
        self._session.saved(revision)
        return True

    # What is safe where

    @property
    def _journal_problem(self) -> str:
        return self._journal.problem if self._journal is not None else ""

    @property
    def is_safe_elsewhere(self) -> bool:
        """Whether the journal holds what the record does not."""
        return self._journal is not None and not self._journal_problem

    def warning(self) -> str:
        """What stays on the screen until it is mended, in Danish, or nothing."""
        if self.problem and self.is_safe_elsewhere:
            return texts.SAVING_FAILED_BUT_SAFE.format(reason=self.problem)
        if self.problem:
            also = f" {self._journal_problem}" if self._journal_problem else ""
            return texts.SAVING_FAILED.format(reason=self.problem + also)
        if self._journal_problem:
            return texts.JOURNAL_FAILED.format(problem=self._journal_problem)
        return ""
