"""Records read and written in one go."""

from __future__ import annotations

import contextlib
from pathlib import Path

from referent.domain.agenda import Agenda
from referent.domain.meeting import Meeting
from referent.files.faults import FileFaults
from referent.files.record_file import RecordWriter, WriteResult


def read_record(path: Path, agenda: Agenda) -> Meeting:
    """The meeting as the record at `path` tells it; as planned, where there is no record. Raises `FileFaults`."""
    return RecordWriter(path).read(agenda)


def write_record(path: Path, meeting: Meeting) -> WriteResult:
    """Write the record once. What stands at `path` is taken for what `meeting` was read from."""
    writer = RecordWriter(path)
    with contextlib.suppress(FileFaults):  # unreadable: the writer sets it aside
        writer.read(meeting.agenda)
    return writer.write(meeting)
