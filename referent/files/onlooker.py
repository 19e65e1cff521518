"""Looking on while another copy of the program takes the minutes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from referent.domain.meeting import Meeting
from referent.files.faults import FileFaults
from referent.files.holder import Holder
from referent.files.marker import is_open
from referent.files.state_folder import meeting_folder
from referent.ports import News

_Stamp = tuple[str, int, int]


class Onlooker:
    """Reads the meeting anew when its record has changed, or its journal, which on this computer is ahead of it."""

    def __init__(self, agenda: Path, record: Path, ourselves: Holder, read: Callable[[], Meeting]) -> None:
        """`read` may raise `FileFaults` or OSError: then it is tried again when the files have changed again."""
        self._agenda = agenda
        self._record = record
        self._ourselves = ourselves
        self._read = read
        self._seen: tuple[_Stamp, ...] | None = None

    def news(self) -> News:
        """What has happened since the last time; the first time the whole meeting. Raises nothing."""
        is_free = not is_open(self._record, self._ourselves)
        stamps = tuple(self._stamps())
        if stamps == self._seen:
            return News(None, is_free)
        self._seen = stamps
        try:
            return News(self._read(), is_free)
        except (FileFaults, OSError):
            return News(None, is_free)

    def _stamps(self) -> Iterator[_Stamp]:
        yield from (_stamp(path) for path in (self._agenda, self._record))
        folder = meeting_folder(Path(os.path.realpath(self._record)))
        try:
            names = sorted(os.listdir(folder))
        except OSError:
            return
        yield from (_stamp(folder / name) for name in names)


def _stamp(path: Path) -> _Stamp:
    try:
        found = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), found.st_mtime_ns, found.st_size
