"""Reads the files of a meeting, into plain values that can go from one process to another."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from referent.beside import agenda_path, record_path
from referent.cleaning import clean_line
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.texts import JOURNAL

if TYPE_CHECKING:
    from referent.files.beginning import Beginning, ForeignJournal
    from referent.files.holder import Holder
    from referent.files.record_file import RecordWriter
    from referent.minutes.layout import Layout


@dataclass(frozen=True, slots=True)
class ReadMeeting:
    """A meeting as its files tell it. `is_held` is false where nothing has happened at it yet."""

    meeting: Meeting
    """With what a journal says that has not reached the record."""
    record: Path
    writer: bytes
    """The `RecordWriter`, which remembers what it read, so that what others change meanwhile is seen. Pickled: what it
    brings along is needed when the record is written, and not before.
    """
    is_held: bool
    beginning: Beginning
    """What its journal goes on from."""
    notices: tuple[str, ...]
    """In Danish what was recovered, and what is damaged."""
    foreign: ForeignJournal | None
    """A journal that does not belong to the record as it is now, and is not in `meeting`."""

    @property
    def unread(self) -> str:
        """In Danish that there is such a journal, for where nobody can be asked."""
        if self.foreign is None:
            return ""
        agenda = clean_line(agenda_path(self.record).name)
        return JOURNAL["foreign"].format(time=f"{self.foreign.since:%d-%m-%Y kl. %H.%M}", file=agenda)


def read_meeting(path: Path) -> ReadMeeting:
    """The agenda at `path` with its record and its journal, where there are any. Raises `FileFaults` or OSError."""
    from referent.files.agenda_file import read_agenda
    from referent.files.record_file import RecordWriter
    from referent.files.recovery import open_record

    agenda = read_agenda(path)
    record = record_path(path)
    writer = RecordWriter(record, path.name)
    opened = open_record(writer, record, agenda)
    return ReadMeeting(
        opened.meeting,
        record,
        pickle.dumps(writer),
        opened.is_held,
        opened.beginning,
        opened.notices,
        opened.foreign,
    )


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """All that is read to open a meeting; a plain value that can go from one process to another."""

    read: ReadMeeting
    field_labels: Mapping[TextField, str]
    layout: bytes
    """The `Layout`, pickled for the same reason as the writer."""
    warning: str
    """Of the house style."""
    marker: Holder | None
    """Who says beside the record that the meeting is open."""


def read_files(path: Path) -> ReadFiles:
    """The files of the meeting with the agenda at `path`. Raises `FileFaults` or OSError."""
    from referent.files.marker import read_marker
    from referent.house_styles import house_style

    read = read_meeting(path)
    style = house_style(read.meeting.agenda.layout, path.parent)
    marker = read_marker(read.record)
    return ReadFiles(read, field_labels(style.layout), pickle.dumps(style.layout), style.warning, marker)


def writer_of(read: ReadMeeting) -> RecordWriter:
    writer: RecordWriter = pickle.loads(read.writer)
    return writer


def layout_of(files: ReadFiles) -> Layout:
    layout: Layout = pickle.loads(files.layout)
    return layout


def field_labels(layout: Layout) -> dict[TextField, str]:
    """What the house style calls the fields of an item."""
    labels = {TextField.DECISION: layout.decision_label}
    if layout.discussion_label is not None:
        labels[TextField.DISCUSSION] = layout.discussion_label
    return labels
