"""A file beside the record that tells others on a shared drive who has the meeting open. It warns, and no more."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path

from referent.files.disk import Disk, write_whole
from referent.files.holder import MOST_BYTES, Holder, holder_in
from referent.files.lock import MeetingLock, who_has

EXPLANATION = "# Mødet er åbent i programmet referent. Filen forsvinder, når det lukkes.\n"
_PATIENCE = 2.0
"""Seconds that the end of the program waits for the drive of the record."""


def marker_path(record: Path) -> Path:
    """`.x.referat.laas` beside `x.referat.toml`: hidden, and no agenda."""
    return record.with_name(f".{record.name.removesuffix('.toml')}.laas")


def read_marker(record: Path) -> Holder | None:
    """Who says that the meeting is open; None where nobody does."""
    try:
        with marker_path(record).open("rb") as file:
            return holder_in(file.read(MOST_BYTES))
    except OSError:
        return None


def someone_else(marker: Holder | None, ourselves: Holder) -> Holder | None:
    """`marker`, unless it is what we ourselves left on this computer, by a crash: there the lock knows better. Another
    computer may have left it in the same way, so it is only asked about.
    """
    return None if marker is None or marker.is_same_place(ourselves) else marker


def is_open(record: Path, ourselves: Holder) -> bool:
    """Whether another copy of the program has the meeting open, or seems to."""
    return who_has(record) is not None or someone_else(read_marker(record), ourselves) is not None


class Presence:
    """Our being at a meeting, as others notice it: the lock, which is ours already, and the marker."""

    def __init__(self, record: Path, lock: MeetingLock, ourselves: Holder) -> None:
        self._record = record
        self._path = marker_path(record)
        self._lock = lock
        self._ourselves = ourselves
        self._text = (EXPLANATION + ourselves.as_toml()).encode()
        self._at_work: threading.Thread | None = None

    def begin(self) -> None:
        """Set the marker, in a thread: the drive may be slow. Where the folder takes none there is none."""
        self._at_work = _in_thread(self._set)

    def _set(self) -> None:
        with contextlib.suppress(OSError):
            write_whole(Disk(), self._path, self._text)

    def end(self) -> None:
        """Take the marker away and release the lock. Waits for the drive, but not for long: a marker that is left is
        known for ours the next time.
        """
        setting, self._at_work = self._at_work, None
        if setting is not None:
            setting.join(_PATIENCE)
        if setting is None or not setting.is_alive():
            _in_thread(self._remove).join(_PATIENCE)
        self._lock.release()

    def _remove(self) -> None:
        """One that a crashed copy left here goes too: the lock is ours, so nobody here is at the meeting."""
        with contextlib.suppress(OSError):
            if someone_else(read_marker(self._record), self._ourselves) is None:
                self._path.unlink(missing_ok=True)


def _in_thread(work: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=work, name="marker", daemon=True)
    thread.start()
    return thread
