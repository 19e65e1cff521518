"""One file of a journal: it only grows, and once something went wrong with it, it is not trusted again."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from referent.files.disk import Disk
from referent.files.state_folder import make_private

NAME = "journal-{journal}-{number:09d}.linjer"
"""The number is that of the last line it begins with."""
SET_ASIDE = "lagt-til-side-"
"""What stands before the name of a file that is kept, but never looked at again."""


class JournalFile:
    """An open file. `is_dead`: a write or a sync has failed, or was cut short."""

    def __init__(self, disk: Disk, path: Path, fd: int) -> None:
        self._disk = disk
        self._fd = fd
        self._is_synced = True
        self.path = path
        self.size = 0
        self.is_dead = False

    @classmethod
    def begun(cls, disk: Disk, folder: Path, journal: str, number: int, data: bytes) -> JournalFile:
        """A new file in `folder` that begins with `data`, and is durable. Raises OSError, and leaves nothing."""
        make_private(disk, folder)
        path = folder / NAME.format(journal=journal, number=number)
        file = cls(disk, path, disk.create_log(path))
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[disk.write(file._fd, bytes(rest)) :]
            file.size = len(data)
            disk.fsync(file._fd)
            disk.fsync_folder(folder)
        except OSError:
            file.close()
            with contextlib.suppress(OSError):
                disk.remove(path)
            raise
        return file

    def write(self, data: bytes) -> None:
        """Append `data` in one call."""
        self._is_synced = False
        try:
            written = self._disk.write(self._fd, data)
        except OSError:
            self.is_dead = True
            return
        self.size += written
        self.is_dead = written != len(data)

    def sync(self) -> bool:
        """Make durable what was written; whether that worked."""
        if self.is_dead:
            return False
        if not self._is_synced:
            self._is_synced = True  # what is written from now on is for the next time
            try:
                self._disk.fsync(self._fd)
            except OSError:
                self.is_dead = True
        return not self.is_dead

    def is_in_its_place(self) -> bool:
        return self._disk.is_at(self._fd, self.path)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._disk.close(self._fd)


def set_aside(disk: Disk, files: Iterable[Path]) -> None:
    """Rename files of a journal, so that from now on a person alone finds them. Raises OSError."""
    for path in files:
        disk.replace(path, path.with_name(SET_ASIDE + path.name))
