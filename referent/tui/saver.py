"""Saving without anybody noticing: in a thread, in order, again where it failed."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

from referent.domain.meeting import Meeting
from referent.screen_texts import OWN_FAULT
from referent.session import MeetingSession, SaveReport
from referent.texts import os_error

RETRY_TICKS = 5
"""How many ticks to wait after a save that failed."""


class Saver:
    """Writes the session's meeting with `save`, which blocks on the disk and may raise `OSError`."""

    def __init__(self, session: MeetingSession, save: Callable[[Meeting], SaveReport]) -> None:
        self._session = session
        self._save = save
        self._lock = threading.Lock()
        self._written_revision = 0
        self._ticks_to_wait = 0
        self.problem = ""
        """Why the last save failed, in Danish; empty once one has succeeded."""
        self.message = ""
        """What the last save wants the minute taker to know."""

    def is_due(self) -> bool:
        """Asked once a tick."""
        if self._ticks_to_wait:
            self._ticks_to_wait -= 1
            return False
        return self._session.save_is_due()

    async def save(self) -> bool:
        """Save the meeting as it is now; whether it is safe on disk."""
        meeting, revision = self._session.meeting, self._session.revision
        return self._noted(revision, await asyncio.to_thread(self._write, meeting, revision))

    def save_blocking(self) -> bool:
        """The same from a signal or a crash, when there is no time for anything else."""
        revision = self._session.revision
        return self._noted(revision, self._write(self._session.meeting, revision))

    def _write(self, meeting: Meeting, revision: int) -> SaveReport | Exception:
        with self._lock:
            if revision < self._written_revision:
                return SaveReport()
            try:
                report = self._save(meeting)
            except Exception as error:  # whatever it is, the minute taker has to know that nothing was saved
                return error
            self._written_revision = revision
            return report

    def _noted(self, revision: int, outcome: SaveReport | Exception) -> bool:
        if isinstance(outcome, Exception):
            fault = OWN_FAULT.format(kind=type(outcome).__name__)
            self.problem = os_error(outcome) if isinstance(outcome, OSError) else fault
            self._ticks_to_wait = RETRY_TICKS
            return False
        self.problem = ""
        self.message = outcome.message or self.message
        self._session.saved(revision)
        return True
