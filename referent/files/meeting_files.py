"""The files of one meeting while it is held: the record, the journal and the history, in the order that is safe."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from referent.domain.clock import Clock
from referent.domain.meeting import Meeting
from referent.files.beginning import ForeignJournal
from referent.files.disk import Disk
from referent.files.journal import Journal
from referent.files.journal_file import set_aside

if TYPE_CHECKING:
    from referent.files.record_file import RecordWriter, WriteResult


class MeetingFiles:
    """Saves the record so that a crash at any moment leaves a record and a journal that know each other."""

    def __init__(
        self, writer: Callable[[], RecordWriter], journal: Journal, record: Path, clock: Clock, disk: Disk | None = None
    ) -> None:
        self._writer = writer
        self._journal = journal
        self._record = record
        self._clock = clock
        self._disk = disk or Disk()

    def save(self, meeting: Meeting) -> WriteResult:
        """Bring the record up to date. Raises OSError; the journal then still holds everything."""
        from referent.files.journal_read import hash_of

        self._journal.saving()
        writer = self._writer()
        written = writer.write(meeting, announce=lambda data: self._journal.announce(hash_of(data)))
        self._journal.saved(hash_of(writer.data))
        self._keep(writer.data)
        return written

    def _keep(self, data: bytes | None) -> None:
        from referent.files.history import History

        if data is not None:
            with contextlib.suppress(OSError):  # the meeting is safe, and the next save tries again
                History(self._record, self._disk).keep(data, self._clock.now())

    def answer(self, foreign: ForeignJournal) -> None:
        """The minute taker has said which of the two is right: both are kept, and there is no more to ask. To be called
        before anything is saved. Raises OSError.
        """
        from referent.files.history import History

        data = self._disk.read(self._record)
        if data is not None:
            History(self._record, self._disk).keep(data, self._clock.now(), for_good=True)
        set_aside(self._disk, foreign.segments)
