"""The journal of a meeting: every change is in a file on this computer before it is on the screen.

The thread of the screens calls `text_written`, `meeting_changed` and `meeting_taken`. All they wait for is one
`os.write`, and not even that where the disk turns out slow. What takes time belongs to the journal's own thread
(`sync`, each second) and to the one that saves the record (`announce`, `saved`); a lock keeps those two apart.

A file of the journal is never truncated. When the record has been saved, a new file is begun, and the old ones go.
A file that failed is dead, for after a failed fsync the next one may say that all is well: a new one is written from
memory, elsewhere if need be.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from referent.domain.clock import Clock
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.files.beginning import Beginning
from referent.files.disk import Disk
from referent.files.journal_file import JournalFile, set_aside
from referent.files.journal_lines import CHANGE, EVERYTHING, HEADER, MARK, Cell, JournalKey, encoded, line
from referent.files.journal_pace import Pace
from referent.files.journal_pending import Pending
from referent.files.words import TEXT_KEYS
from referent.texts import JOURNAL, os_error, own_fault

EACH = 1.0
"""Seconds between two syncs: what a loss of power can cost."""
STALLED = 5.0
"""Seconds after which a sync that has not returned is told."""
LARGEST = 16 * 1024 * 1024
"""Bytes after which a file is written anew from memory: a field of a megabyte fills one in a few keys."""
_PATIENCE = 5.0


class Journal:
    """Keeps what happens at one meeting. Nothing it does raises: what goes wrong is told by `problem`."""

    def __init__(
        self,
        beginning: Beginning,
        meeting: Meeting,
        clock: Clock,
        disk: Disk | None = None,
        stopwatch: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._beginning = beginning
        self._meeting = meeting
        self._keys: dict[str, JournalKey] = {}
        self._clock = clock
        self._disk = disk or Disk()
        self._stopwatch = stopwatch
        self._lock = threading.Lock()  # for what is in memory; held for as long as one write takes
        self._disk_lock = threading.Lock()  # for what takes its time on disk
        self._pending = Pending(beginning.cells)
        self._checkpoint, self._covers = beginning.checkpoint, beginning.covers
        self._number = beginning.number
        self._taken: tuple[int, int] | None = None
        self._file: JournalFile | None = None
        self._old = list(beginning.segments)
        self._has_backlog = bool(beginning.cells)
        self._announced: list[tuple[str, int]] = []
        self._pace = Pace()
        self._sync_began: float | None = None
        self._problem = ""
        self._wakes = threading.Event()
        self._thread: threading.Thread | None = None
        self._over = threading.Event()

    # From the thread of the screens

    def text_written(self, item_id: str, field: TextField, text: str) -> None:
        """The whole new text of a field. This is on the way of every key: what it costs depends on that text alone."""
        key = self._keys.get(item_id)
        if key is None:
            from referent.files.journal_cells import journal_keys

            self._keys = journal_keys(self._meeting)
            key = self._keys[item_id]
        self._note([("punkter", key, TEXT_KEYS[field], text or None)])

    def meeting_changed(self, before: Meeting, after: Meeting) -> None:
        """An event, or its undo. Its cells stand in one line: it has happened, or it has not."""
        from referent.files.journal_cells import changes

        self._meeting = after
        self._keys = {}
        try:
            self._note(changes(before, after))
        except Exception as error:  # a fault of our own must not take the event away; it is saved at once, too
            self._tell(error)

    def meeting_taken(self) -> None:
        """The meeting as it is now is about to be saved: what happens from now on is for the next time."""
        with self._lock:
            self._taken = self._pending.count, self._number

    @property
    def problem(self) -> str:
        """In Danish why the journal is not safe now, or nothing."""
        began = self._sync_began
        if began is not None and self._clock.monotonic() - began > STALLED:
            return JOURNAL["stalled"]
        return self._problem

    def _tell(self, fault: Exception) -> None:
        self._problem = JOURNAL["failed"].format(reason=own_fault(fault))

    def _note(self, cells: list[Cell]) -> None:
        with self._lock:
            self._pending.add(cells)
            if self._file is None or self._file.is_dead or self._pace.is_slow:
                self._has_backlog = True
                self._wakes.set()
                return
            began = self._stopwatch()
            self._append(CHANGE, encoded(cells))
            self._pace.note(self._stopwatch() - began)

    def _append(self, kind: str, content: bytes) -> None:
        """Write one line; where it fails, the file is dead. The lock is held."""
        if self._file is not None:
            self._number += 1
            self._file.write(line(self._number, self._now(), kind, content))
            if self._file.is_dead:
                self._has_backlog = True
                self._wakes.set()

    def _now(self) -> int:
        return int(self._clock.now().timestamp())

    # The journal's own thread

    def begin(self) -> None:
        """Start the thread that makes durable what was noted."""
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        with contextlib.suppress(OSError):  # else on the next opening
            set_aside(self._disk, self._beginning.set_aside)
        while not self._over.is_set():
            try:
                self.sync()
            except Exception as error:  # a fault of our own must not leave the rest of the meeting without a journal
                self._tell(error)
                if self._file is not None:
                    self._file.is_dead = True
            # Where nothing can be written, every key would only try in vain.
            (self._over if self._problem else self._wakes).wait(EACH)
            self._wakes.clear()

    def end(self) -> None:
        """The meeting is left. Where the record holds everything the journal goes; else it stays, and is used on the
        next opening. Waits for the disk, but not for ever.
        """
        self._over.set()
        self._wakes.set()
        if not self._disk_lock.acquire(timeout=_PATIENCE):
            return
        try:
            self._sync()
            with self._lock:
                files = [*self._old, *([self._file.path] if self._file is not None else [])]
                if self._file is not None:
                    self._file.close()
                    self._file = None
                is_over = not self._pending
            if is_over:
                self._remove(files)
        finally:
            self._disk_lock.release()

    def sync(self) -> None:
        """Make durable what was noted, and begin a new file where this one is dead, gone or too long."""
        self._sync_began = self._clock.monotonic()
        try:
            with self._disk_lock:
                if not self._over.is_set():
                    self._sync()
        finally:
            self._sync_began = None

    def _sync(self) -> None:
        file = self._file
        if file is None or file.is_dead or not file.is_in_its_place():
            self._begin_file()
            return
        if file.size > LARGEST:
            old = [*self._old, file.path]
            if self._begin_file():
                self._remove(old)
            return
        self._write_backlog()
        if not file.sync():
            self._begin_file()

    def _write_backlog(self) -> None:
        """Write everything that is pending, where some of it could not be written when it happened."""
        with self._lock:
            if not self._has_backlog or self._file is None:
                return
            self._has_backlog = False
            began = self._stopwatch()
            self._number += 1
            number, cells, file = self._number, self._pending.cells(), self._file
        file.write(line(number, self._now(), EVERYTHING, encoded(cells)))
        with self._lock:
            self._pace.note(self._stopwatch() - began)
            self._has_backlog = self._has_backlog or file.is_dead

    def _begin_file(self) -> bool:
        """A new file, from memory, in the first place that takes it; whether there was one. Until it is durable the
        old one stands, and takes what happens meanwhile.
        """
        problem = ""
        for position, folder in enumerate(self._beginning.folders):
            with self._lock:
                count, data = self._pending.count, self._all_lines()
                number = self._number
            try:
                file = JournalFile.begun(self._disk, folder, self._beginning.id, number, data)
            except OSError as error:
                problem = problem or os_error(error)
                continue
            with self._lock:
                before, self._file = self._file, file
                self._has_backlog = self._pending.count != count
            if before is not None:
                self._old.append(before.path)
                before.close()
            self._write_backlog()
            self._problem = JOURNAL["elsewhere"].format(reason=problem) if position else ""
            return not file.is_dead
        self._problem = JOURNAL["failed"].format(reason=problem)
        return False

    def _all_lines(self) -> bytes:
        """The lines that say everything: what a file begins with. The lock is held."""
        id, record = self._beginning.id, str(self._beginning.record)
        lines: list[tuple[str, bytes]] = [
            (HEADER, encoded({"journal": id, "referat": record, "bygger": self._checkpoint, "til": self._covers}))
        ]
        lines += [(MARK, encoded({"bygger": checkpoint, "til": covers})) for checkpoint, covers in self._announced]
        lines.append((EVERYTHING, encoded(self._pending.cells())))
        data = b""
        for kind, content in lines:
            self._number += 1
            data += line(self._number, self._now(), kind, content)
        return data

    def _remove(self, paths: Sequence[Path]) -> None:
        """Files of the journal that nobody needs any more."""
        for path in paths:
            with contextlib.suppress(OSError):
                self._disk.remove(path)
        for folder in {path.parent for path in paths}:
            with contextlib.suppress(OSError):  # else a loss of power brings them back
                self._disk.fsync_folder(folder)
        self._old = [path for path in self._old if path not in paths]

    # The thread that saves the record

    def saving(self) -> None:
        """A save begins. The meeting it writes is that of `meeting_taken`; without it, the one there is now."""
        with self._lock:
            self._taken = self._taken or (self._pending.count, self._number)

    def announce(self, checkpoint: str) -> None:
        """The record with the hash `checkpoint`, which holds the meeting that was taken, is about to be put in place.
        From here on it is known, whichever of the two records a crash leaves.
        """
        if not self._disk_lock.acquire(timeout=_PATIENCE):
            return
        try:
            with self._lock:
                covers = self._taken[1] if self._taken is not None else self._covers
                self._announced.append((checkpoint, covers))
                self._append(MARK, encoded({"bygger": checkpoint, "til": covers}))
                file = self._file
            if file is not None and not file.is_dead:
                file.sync()
        finally:
            self._disk_lock.release()

    def saved(self, checkpoint: str) -> None:
        """That record is durable: a new file is begun, and the old ones go."""
        if not self._disk_lock.acquire(timeout=_PATIENCE):
            return
        try:
            with self._lock:
                count, number = self._taken or (0, self._covers)
                self._taken = None
                self._announced.clear()
                self._pending.drop(count)
                self._checkpoint, self._covers = checkpoint, number
            if self._begin_file():
                self._remove(list(self._old))
        finally:
            self._disk_lock.release()
