"""Earlier records of a meeting, kept for a month in the state folder, so that one can go back to them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from referent.beside import record_path
from referent.files.disk import Disk, write_whole
from referent.files.journal_read import hash_of
from referent.files.state_folder import make_private, meeting_folder

KEPT_FOR = timedelta(days=30)
APART = timedelta(minutes=5)
"""Of records that were saved in so short a time only the last is kept: a day of meeting makes a hundred of them."""
FOLDER = "historik"
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d\.\d\d\.\d\d)-([0-9a-f]{12})(-bevaret)?\.toml")
_STAMP = "%Y-%m-%dT%H.%M.%S"


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """The record as it was when it was saved `at`; `path` is a copy of it."""

    at: datetime
    path: Path
    record: Path
    """The record it is an earlier version of."""
    checkpoint: str
    """The beginning of its hash."""
    is_kept: bool
    """It stays, however near to another it is."""


class History:
    """The earlier records of the one at `record`."""

    def __init__(self, record: Path, disk: Disk | None = None) -> None:
        self._record = record
        self._folder = meeting_folder(record) / FOLDER
        self._disk = disk or Disk()

    def entries(self) -> list[HistoryEntry]:
        """The newest first. Raises OSError."""
        found = []
        for name in self._disk.names(self._folder):
            match = _NAME.fullmatch(name)
            with contextlib.suppress(ValueError):
                if match is not None:
                    at = datetime.strptime(match[1], _STAMP)
                    found.append(HistoryEntry(at, self._folder / name, self._record, match[2], bool(match[3])))
        return sorted(found, key=lambda entry: (entry.at, entry.path.name), reverse=True)

    def keep(self, data: bytes, at: datetime, *, for_good: bool = False) -> None:
        """Keep a record that was saved `at`, and let go what is too old or too near to another. With `for_good` it will
        not be let go for being near. Raises OSError.
        """
        make_private(self._disk, self._folder)
        earlier = self.entries()
        checkpoint = hash_of(data)[:12]
        if earlier and earlier[0].checkpoint == checkpoint and not for_good:
            return
        path = self._folder / f"{at.strftime(_STAMP)}-{checkpoint}{'-bevaret' if for_good else ''}.toml"
        if self._disk.read(path) is None:
            write_whole(self._disk, path, data, replacing=False)
        self._let_go(earlier, at)

    def _let_go(self, earlier: list[HistoryEntry], at: datetime) -> None:
        """`earlier` are the ones before that of `at`, the newest first."""
        gone = [entry for entry in earlier if at - entry.at > KEPT_FOR]
        if len(earlier) > 1 and not earlier[0].is_kept and timedelta() <= earlier[0].at - earlier[1].at < APART:
            gone.append(earlier[0])
        for entry in gone:
            with contextlib.suppress(OSError):
                self._disk.remove(entry.path)

    def find(self, checkpoint: str) -> bytes | None:
        """The record with that hash, where it is kept."""
        try:
            near = [entry for entry in self.entries() if checkpoint and checkpoint.startswith(entry.checkpoint)]
            kept: Iterable[bytes | None] = (self._disk.read(entry.path) for entry in near)
            return next((data for data in kept if data is not None and hash_of(data) == checkpoint), None)
        except OSError:
            return None


def history(agenda: Path) -> list[HistoryEntry]:
    """The earlier records of the meeting with the agenda at `agenda`, the newest first. Raises OSError."""
    return History(record_path(agenda)).entries()


def restore(entry: HistoryEntry, at: datetime, disk: Disk | None = None) -> None:
    """Put an earlier record in the place of the one there is, which becomes a part of the history before. Raises
    OSError; then the record is as it was.
    """
    disk = disk or Disk()
    data = disk.read(entry.path)
    if data is None:
        raise FileNotFoundError(2, "", str(entry.path))
    target = disk.resolve(entry.record)
    present = disk.read(target)
    if present is not None:
        History(entry.record, disk).keep(present, at, for_good=True)
    write_whole(disk, target, data)
