"""The operating-system calls of record and journal, in one small layer: a test can model a crash between any two."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

_FULL_SYNC = 51 if sys.platform == "darwin" else None
"""macOS' F_FULLFSYNC; an ordinary fsync stops at the cache of the drive there."""
_PATIENCE = 3.0
"""Seconds that Windows may keep a file open behind our back: virus scanners and sync programs."""


class Disk:
    """The real thing."""

    def resolve(self, path: Path) -> Path:
        return Path(os.path.realpath(path))

    def read(self, path: Path) -> bytes | None:
        """The bytes of a file; None where there is none."""
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None

    def create(self, path: Path) -> int:
        """Open a new file for writing; FileExistsError where there is one."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)

    def create_log(self, path: Path) -> int:
        """Open a new file that only its owner can read, and that can only grow; FileExistsError where there is one."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)
        return os.open(path, flags, 0o600)

    def write(self, fd: int, data: bytes) -> int:
        return os.write(fd, data)

    def fsync(self, fd: int) -> None:
        if _FULL_SYNC is not None:
            from fcntl import fcntl

            with contextlib.suppress(OSError):  # not every file system knows it
                fcntl(fd, _FULL_SYNC)
                return
        os.fsync(fd)

    def close(self, fd: int) -> None:
        os.close(fd)

    def is_at(self, fd: int, path: Path) -> bool:
        """Whether the open file is still the one at `path`: after an unmount, writing to it goes on without a word."""
        try:
            open_file, there = os.fstat(fd), os.stat(path)
        except OSError:
            return False
        return (open_file.st_dev, open_file.st_ino) == (there.st_dev, there.st_ino)

    def names(self, folder: Path) -> list[str]:
        """What is in a folder; nothing where there is none."""
        try:
            return sorted(os.listdir(folder))
        except (FileNotFoundError, NotADirectoryError):
            return []

    def is_folder(self, path: Path) -> bool:
        return path.is_dir()

    def make_folder(self, folder: Path) -> None:
        """A new folder that only its owner can look into. It does not matter if there is one by now."""
        with contextlib.suppress(FileExistsError):
            os.mkdir(folder, 0o700)

    def copy_mode(self, source: Path, target: Path) -> None:
        """Give `target` the permissions of `source`, where there is one and the file system knows them."""
        with contextlib.suppress(OSError):
            target.chmod(source.stat().st_mode & 0o7777)

    def replace(self, source: Path, target: Path) -> None:
        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                os.replace(source, target)
                return
            except PermissionError:
                if os.name != "nt" or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)

    def remove(self, path: Path) -> None:
        os.unlink(path)

    def fsync_folder(self, folder: Path) -> None:
        if os.name == "nt":  # a folder cannot be opened there, and need not be
            return
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)

    def temp_name(self) -> str:
        import secrets  # it takes its time to load, and opening a meeting needs no names

        return f".r{secrets.token_hex(4)}.tmp"


def write_whole(disk: Disk, path: Path, data: bytes, *, replacing: bool = True) -> None:
    """Put `data` at `path`, all of it or none. `path` is resolved already. Without `replacing` the name must be free:
    FileExistsError. On any OSError the temporary file is gone and what was at `path` is as it was.
    """
    temp = path.parent / disk.temp_name()
    fd = disk.create(temp)
    try:
        _write_durably(disk, fd, data)
        if disk.read(temp) != data:
            raise OSError(f"{temp.name}: read back wrong")
        if replacing:
            disk.copy_mode(path, temp)
        elif disk.read(path) is not None:
            raise FileExistsError(str(path))
        disk.replace(temp, path)
    except BaseException:
        with contextlib.suppress(OSError):
            disk.remove(temp)
        raise
    disk.fsync_folder(path.parent)


def _write_durably(disk: Disk, fd: int, data: bytes) -> None:
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[disk.write(fd, bytes(rest)) :]
        disk.fsync(fd)
    finally:
        disk.close(fd)
