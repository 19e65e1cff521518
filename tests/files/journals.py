"""What the tests of the journal share: a meeting with its files on a real disk, as the program has them open."""

from __future__ import annotations

from pathlib import Path

from referent.domain.agenda import Agenda
from referent.domain.decisions import TextField
from referent.domain.meeting import Meeting
from referent.files.disk import Disk
from referent.files.journal import Journal
from referent.files.meeting_files import MeetingFiles
from referent.files.record_file import RecordWriter, WriteResult
from referent.files.recovery import OpenedRecord, open_record
from referent.files.state_folder import meeting_folder
from referent.session import MeetingSession
from tests.fakes import FakeClock


class OpenMeeting:
    """The meeting with the agenda `planned` in `folder`. Time and syncs come when a test says so."""

    def __init__(self, folder: Path, planned: Agenda, disk: Disk | None = None, clock: FakeClock | None = None) -> None:
        self.record = folder / "mode.referat.toml"
        self.clock = clock or FakeClock()
        self.disk = disk or Disk()
        writer = RecordWriter(self.record, disk=self.disk)
        self.opened: OpenedRecord = open_record(writer, self.record, planned)
        self.journal = Journal(self.opened.beginning, self.opened.meeting, self.clock, self.disk)
        self.files = MeetingFiles(lambda: writer, self.journal, self.record, self.clock, self.disk)
        self.session = MeetingSession(
            self.opened.meeting, self.clock, self.journal, is_saved=not self.opened.beginning.cells
        )
        self.journal.sync()

    @property
    def meeting(self) -> Meeting:
        return self.session.meeting

    def write(self, text: str, item_id: str = "p2", field: TextField = TextField.DECISION) -> None:
        self.session.write(item_id, field, text)

    def type(self, text: str, item_id: str = "p2") -> None:
        """Letter by letter."""
        before = self.meeting.item(item_id).decision
        for end in range(1, len(text) + 1):
            self.write(before + text[:end], item_id)

    def save(self) -> WriteResult:
        self.journal.meeting_taken()
        return self.files.save(self.meeting)

    @property
    def folder(self) -> Path:
        return meeting_folder(self.record)

    @property
    def segments(self) -> list[Path]:
        return sorted(self.folder.glob("journal-*"))


def looked_at(folder: Path, planned: Agenda) -> OpenedRecord:
    """What one would find on opening the meeting now."""
    record = folder / "mode.referat.toml"
    return open_record(RecordWriter(record), record, planned)
