"""One copy of the program on this computer writes a meeting; the others may look.

A lock of the system's own, which ends with the process however that ends: there are no stale ones. `filelock` would do
the same, but takes 30 ms to import before the first paint, for what is one call here.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

from referent.files.disk import Disk
from referent.files.holder import MOST_BYTES, Holder, holder_in
from referent.files.state_folder import lock_files, make_private

_ATTEMPTS, _PAUSE = 5, 0.01
"""Another copy that only looks whether the lock is free has it for some microseconds."""
_BEHIND_THE_TEXT = 1 << 30
"""The byte that is locked on Windows, where nobody can read what is locked."""


class MeetingLock:
    """The right to write the meeting whose record lies at `record`."""

    def __init__(self, record: Path) -> None:
        self._record = record
        self._fd: int | None = None
        self._is_taken = False

    def take(self, holder: Holder) -> Holder | None:
        """Have the lock until `release`, or until the process ends; `holder` is what others are told. Returns who has
        it instead, or None: it is ours. Where no place takes a lock there is none, and nothing to wait for.
        """
        if self._is_taken:
            return None
        self._is_taken = True
        for path in lock_files(self._record):
            try:
                make_private(Disk(), path.parent)
                fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            except OSError:
                continue
            try:
                for attempt in range(_ATTEMPTS):
                    if _try_lock(fd):
                        self._fd = fd
                        _write(fd, holder.as_toml())
                        return None
                    if attempt < _ATTEMPTS - 1:
                        time.sleep(_PAUSE)
            except OSError:  # a file system that knows no locks
                os.close(fd)
                continue
            self._is_taken = False
            found = holder_in(_read(fd)) or Holder.unknown()
            os.close(fd)
            return found
        return None

    def release(self) -> None:
        """Others may write it. The file stays: to remove it would part those who wait from those who come."""
        self._is_taken = False
        if self._fd is not None:
            with contextlib.suppress(OSError):
                os.ftruncate(self._fd, 0)
            os.close(self._fd)
            self._fd = None

    def forget(self) -> None:
        """To be called in a process that was forked from ours: it must not keep the lock when we are gone."""
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None


def who_has(record: Path) -> Holder | None:
    """Who has the meeting open on this computer, or None. It disturbs nobody."""
    for path in lock_files(record):
        try:
            fd = os.open(path, os.O_RDWR)
        except OSError:
            continue
        try:
            if not _try_lock(fd, shared=True):
                return holder_in(_read(fd)) or Holder.unknown()
        except OSError:
            continue
        finally:
            os.close(fd)
    return None


def _write(fd: int, text: str) -> None:
    with contextlib.suppress(OSError):  # a full disk: the lock holds all the same
        os.ftruncate(fd, 0)
        os.lseek(fd, 0, os.SEEK_SET)
        os.write(fd, text.encode())


def _read(fd: int) -> bytes:
    with contextlib.suppress(OSError):
        os.lseek(fd, 0, os.SEEK_SET)
        return os.read(fd, MOST_BYTES)
    return b""


if sys.platform == "win32":
    import msvcrt

    def _try_lock(fd: int, *, shared: bool = False) -> bool:
        os.lseek(fd, _BEHIND_THE_TEXT, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
else:
    import fcntl

    def _try_lock(fd: int, *, shared: bool = False) -> bool:
        """Whether we have the lock now. Raises OSError where the file system knows none."""
        try:
            fcntl.flock(fd, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
